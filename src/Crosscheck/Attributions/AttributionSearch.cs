using System.Collections.Immutable;

namespace Crosscheck.Attributions;

/// <summary>An attribution as tokens, with the log-odds of the decisions that made it.</summary>
internal sealed record FoundAttribution(
    int Cue, TokenRange CueTokens, ImmutableArray<TokenRange> Content, SourceCandidate Source, ContentCandidate Chosen,
    float CueScore, float ContentScore, float ContentMargin, float SourceScore, float SourceMargin)
{
    public double Confidence { get; init; }
}

/// <summary>
/// Finds attributions in one text: a cue's head, then the best content for it, the best source outside that content, and how far the content
/// goes on into other sentences. One object a text and thread: it keeps its buffers.
/// </summary>
internal sealed class AttributionSearch(AttributionContext context, AttributionModel model)
{
    /// <summary>Sentences that one content may take in on each side.</summary>
    private const int LongestSpread = 40;

    /// <summary>Cues under this log-odds are not followed up.</summary>
    private const float CueFloor = -2.2f;

    private readonly FeatureBag _bag = new();
    private readonly List<ContentCandidate> _contents = [];
    private readonly List<SourceCandidate> _sources = [];
    private readonly List<TokenRange> _segments = [];

    public List<FoundAttribution> Run()
    {
        var found = new List<FoundAttribution>();
        var scores = new float[context.Count];
        var rivals = new double[context.Syntax.Sentences.Length];
        for (var i = 0; i < context.Count; i++)
        {
            scores[i] = float.NegativeInfinity;
            if (!CueFeatures.IsCandidate(context, i)) continue;
            _bag.Clear();
            CueFeatures.Extract(context, i, _bag);
            scores[i] = AttributionModel.LogOdds(model.Cue, _bag);
            if (context.Quotations.At(i) >= 0) continue;
            var sentence = context.Sentences[i];
            rivals[sentence] = Math.Max(rivals[sentence], AttributionModel.Probability(scores[i]));
        }

        for (var i = 0; i < context.Count; i++)
        {
            if (scores[i] > CueFloor && Follow(i, scores[i], rivals) is { } attribution) found.Add(attribution);
        }

        return found;
    }

    /// <summary>What a cue with this head attributes, or null where nothing around it can be a content.</summary>
    public FoundAttribution? Follow(int cue, float cueScore, double[] rivals)
    {
        if (BestContent(cue) is not var (content, contentScore, contentMargin)) return null;
        var (source, sourceScore, sourceMargin) = BestSource(cue, content);
        var parts = Spread(cue, content, rivals);
        var found = new FoundAttribution(
            cue, CueTokens(cue, content, source), parts, source, content, cueScore, contentScore, contentMargin, sourceScore, sourceMargin);
        _bag.Clear();
        ConfidenceFeatures.Extract(context, found, _bag);
        return found with { Confidence = AttributionModel.Probability(AttributionModel.LogOdds(model.Confidence, _bag)) };
    }

    private (ContentCandidate Content, float Score, float Margin)? BestContent(int cue)
    {
        ContentCandidates.List(context, cue, _contents);
        int best = -1;
        float top = float.NegativeInfinity, second = float.NegativeInfinity;
        for (var i = 0; i < _contents.Count; i++)
        {
            _bag.Clear();
            ContentFeatures.Extract(context, cue, _contents[i], _contents.Count, _bag);
            var score = AttributionModel.LogOdds(model.Content, _bag);
            if (score > top)
            {
                if (best >= 0 && !SameTokens(_contents[best], _contents[i])) second = top;
                (top, best) = (score, i);
            }
            else if (score > second && !SameTokens(_contents[best], _contents[i]))
            {
                second = score;
            }
        }

        return best < 0 ? null : (_contents[best], top, Math.Min(top - second, 20));
    }

    private (SourceCandidate Source, float Score, float Margin) BestSource(int cue, in ContentCandidate content)
    {
        SourceCandidates.List(context, cue, content, _sources);
        var best = 0;
        float top = float.NegativeInfinity, second = float.NegativeInfinity;
        for (var i = 0; i < _sources.Count; i++)
        {
            _bag.Clear();
            SourceFeatures.Extract(context, cue, content, _sources[i], _bag);
            var score = AttributionModel.LogOdds(model.Source, _bag);
            if (score > top)
            {
                if (i == 0 || _sources[best].Node != _sources[i].Node) second = top;
                (top, best) = (score, i);
            }
            else if (score > second && _sources[best].Node != _sources[i].Node)
            {
                second = score;
            }
        }

        return (_sources[best], top, Math.Min(top - second, 20));
    }

    /// <summary>The content's parts in order: those of the cue's sentence and what the neighbouring sentences add.</summary>
    private ImmutableArray<TokenRange> Spread(int cue, in ContentCandidate content, double[] rivals)
    {
        var (first, last) = content.Second.IsEmpty || content.First.First < content.Second.First
            ? (content.First, content.Second.IsEmpty ? content.First : content.Second)
            : (content.Second, content.First);
        _segments.Clear();
        _segments.Add(first);
        if (last != first) _segments.Add(last);
        var left = Walk(cue, first, -1, rivals, false);
        Walk(cue, last, 1, rivals, left > 0);
        _segments.Sort(static (a, b) => a.First.CompareTo(b.First));
        var parts = ImmutableArray.CreateBuilder<TokenRange>();
        foreach (var segment in _segments)
        {
            if (parts.Count > 0 && Joins(parts[^1].End, segment.First)) parts[^1] = new TokenRange(parts[^1].First, segment.End);
            else parts.Add(segment);
        }

        return parts.ToImmutable();
    }

    /// <summary>Whether nothing but marks stands between two parts.</summary>
    private bool Joins(int end, int next)
    {
        for (var i = end; i < next; i++)
        {
            if (!context.IsPunctuation(i)) return false;
        }

        return true;
    }

    private int Walk(int cue, TokenRange edge, int step, double[] rivals, bool otherSide)
    {
        var added = 0;
        var cueSentence = context.Sentences[cue];
        var sentence = context.Sentences[step > 0 ? edge.End - 1 : edge.First] + step;
        // A content before its cue goes on, if at all, behind the cue's sentence.
        if (step > 0 && sentence == cueSentence) sentence++;
        if (step < 0 && sentence == cueSentence) return 0;
        for (; added < LongestSpread && sentence >= 0 && sentence < rivals.Length; sentence += step)
        {
            _bag.Clear();
            SpreadFeatures.Extract(context, cue, edge, sentence, step, added, rivals[sentence], otherSide, _bag);
            if (AttributionModel.LogOdds(model.Spread, _bag) <= 0) break;
            added++;
            edge = ContentCandidates.Segment(context, sentence);
            var trimmed = ContentCandidates.Trim(context, edge);
            if (!trimmed.IsEmpty) _segments.Add(trimmed);
        }

        return added;
    }

    private TokenRange CueTokens(int cue, in ContentCandidate content, in SourceCandidate source)
    {
        var sentence = context.SentenceRange(context.Sentences[cue]);
        var first = cue;
        while (first > sentence.First && cue - first < CueSpanFeatures.Reach && Takes(cue, first - 1, content, source)) first--;
        var end = cue + 1;
        while (end < sentence.End && end - cue < CueSpanFeatures.Reach && Takes(cue, end, content, source)) end++;
        return new TokenRange(first, end);
    }

    private bool Takes(int cue, int token, in ContentCandidate content, in SourceCandidate source)
    {
        if (content.Contains(token) || source.Range.Contains(token)) return false;
        _bag.Clear();
        CueSpanFeatures.Extract(context, cue, token, _bag);
        return AttributionModel.LogOdds(model.CueSpan, _bag) > 0;
    }

    private static bool SameTokens(in ContentCandidate a, in ContentCandidate b) => a.First == b.First && a.Second == b.Second;
}
