using System.Collections.Immutable;
using Crosscheck.Learning;

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
        if (model.Confidence is not { } confidence) return found;
        _bag.Clear();
        ConfidenceFeatures.Extract(context, found, _bag);
        return found with { Confidence = AttributionModel.Probability(AttributionModel.LogOdds(confidence, _bag)) };
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
    public ImmutableArray<TokenRange> Spread(int cue, in ContentCandidate content, double[] rivals)
    {
        var parts = ImmutableArray.CreateBuilder<TokenRange>();
        var (first, last) = content.Second.IsEmpty || content.First.First < content.Second.First
            ? (content.First, content.Second.IsEmpty ? content.First : content.Second)
            : (content.Second, content.First);
        parts.Add(first);
        if (last != first) parts.Add(last);

        var left = Walk(cue, first, -1, rivals, false, out var leftEdge);
        if (left > 0) parts[0] = new TokenRange(leftEdge, parts[0].End);
        Walk(cue, last, 1, rivals, left > 0, out var rightEdge);
        AddRight(cue, parts, rightEdge);
        return parts.ToImmutable();
    }

    /// <summary>A part before the cue ends there; what follows in later sentences is a part of its own.</summary>
    private void AddRight(int cue, ImmutableArray<TokenRange>.Builder parts, int rightEdge)
    {
        var last = parts[^1];
        if (rightEdge <= last.End) return;
        if (cue >= last.First && cue < rightEdge && cue >= last.End)
        {
            var next = context.SentenceRange(context.Sentences[cue]).End;
            var segment = ContentCandidates.Trim(context, new TokenRange(Math.Min(next, rightEdge), rightEdge));
            if (!segment.IsEmpty) parts.Add(segment);
        }
        else
        {
            parts[^1] = new TokenRange(last.First, rightEdge);
        }
    }

    private int Walk(int cue, TokenRange edge, int step, double[] rivals, bool otherSide, out int reached)
    {
        var at = edge;
        var added = 0;
        reached = step > 0 ? edge.End : edge.First;
        var cueSentence = context.Sentences[cue];
        var sentence = context.Sentences[step > 0 ? edge.End - 1 : edge.First] + step;
        // A content before its cue goes on, if at all, behind the cue's sentence.
        if (step > 0 && sentence == cueSentence) sentence++;
        if (step < 0 && sentence == cueSentence) return 0;
        for (; added < LongestSpread && sentence >= 0 && sentence < rivals.Length; sentence += step)
        {
            _bag.Clear();
            SpreadFeatures.Extract(context, cue, at, sentence, step, added, rivals[sentence], otherSide, _bag);
            if (AttributionModel.LogOdds(model.Spread, _bag) <= 0) break;
            added++;
            var segment = ContentCandidates.Segment(context, sentence);
            at = segment;
            reached = step > 0 ? segment.End : segment.First;
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
