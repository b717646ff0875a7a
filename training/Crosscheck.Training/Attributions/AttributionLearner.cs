using Crosscheck.Attributions;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Attributions;

/// <summary>One article ready to learn from.</summary>
internal sealed record Lesson(MarkedArticle Article, AttributionContext Context, List<GoldTokens> Gold);

/// <summary>Learns the classifiers of the search from marked articles.</summary>
internal sealed class AttributionLearner
{
    public SparseLearner Cue { get; } = new() { Rate = 0.08f };

    public SparseLearner CueSpan { get; } = new() { Rate = 0.08f };

    public SparseLearner Content { get; } = new() { Rate = 0.05f };

    public SparseLearner Source { get; } = new() { Rate = 0.05f };

    public SparseLearner Spread { get; } = new() { Rate = 0.08f };

    private readonly FeatureBag _bag = new();
    private readonly List<ContentCandidate> _contents = [];
    private readonly List<SourceCandidate> _sources = [];

    public void Train(IReadOnlyList<Lesson> lessons, int epochs, int seed)
    {
        var order = Enumerable.Range(0, lessons.Count).ToArray();
        var random = new Random(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order) Learn(lessons[i]);
        }
    }

    private void Learn(Lesson lesson)
    {
        var context = lesson.Context;
        var heads = new HashSet<int>(lesson.Gold.Select(g => g.Cue));
        var cueWords = new HashSet<int>(lesson.Gold.SelectMany(g => g.CueSet));
        var rivals = new double[context.Syntax.Sentences.Length];
        for (var i = 0; i < context.Count; i++)
        {
            if (!CueFeatures.IsCandidate(context, i)) continue;
            _bag.Clear();
            CueFeatures.Extract(context, i, _bag);
            var yes = heads.Contains(i);
            // Other words of a cue are neither right nor quite wrong.
            var p = Cue.Learn(_bag.Items, yes, yes || !cueWords.Contains(i) ? 1 : 0.3f);
            if (context.Quotations.At(i) < 0) rivals[context.Sentences[i]] = Math.Max(rivals[context.Sentences[i]], p);
        }

        var seen = new HashSet<int>();
        foreach (var gold in lesson.Gold.OrderByDescending(g => g.Content.Count))
        {
            if (gold.Cue < 0 || !seen.Add(gold.Cue)) continue;
            LearnSpan(context, gold);
            if (gold.Content.Count == 0) continue;
            if (LearnContent(context, gold) is not { } content) continue;
            LearnSource(context, gold, content);
            LearnSpread(context, gold, content, rivals);
        }
    }

    private void LearnSpan(AttributionContext context, GoldTokens gold)
    {
        var sentence = context.SentenceRange(context.Sentences[gold.Cue]);
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            for (var (i, n) = (gold.Cue + step, 0); sentence.Contains(i) && n < CueSpanFeatures.Reach; i += step, n++)
            {
                if (gold.Content.Contains(i) || gold.Source.Contains(i)) break;
                var yes = gold.CueRange.Contains(i);
                _bag.Clear();
                CueSpanFeatures.Extract(context, gold.Cue, i, _bag);
                CueSpan.Learn(_bag.Items, yes);
                if (!yes) break;
            }
        }
    }

    private ContentCandidate? LearnContent(AttributionContext context, GoldTokens gold)
    {
        ContentCandidates.List(context, gold.Cue, _contents);
        var quality = ContentQuality(context, gold, _contents);
        var best = quality.Length == 0 ? 0 : quality.Max();
        if (best < 0.5) return null;
        var scores = new float[_contents.Count];
        for (var i = 0; i < _contents.Count; i++)
        {
            _bag.Clear();
            ContentFeatures.Extract(context, gold.Cue, _contents[i], _contents.Count, _bag);
            scores[i] = Content.Score(_bag.Items);
        }

        Rank(scores, quality.Select(q => q >= best - 0.02).ToArray(), i =>
        {
            _bag.Clear();
            ContentFeatures.Extract(context, gold.Cue, _contents[i], _contents.Count, _bag);
            return _bag;
        }, Content);
        return _contents[Array.IndexOf(quality, best)];
    }

    private void LearnSource(AttributionContext context, GoldTokens gold, ContentCandidate content)
    {
        SourceCandidates.List(context, gold.Cue, content, _sources);
        var quality = new double[_sources.Count];
        for (var i = 0; i < quality.Length; i++)
        {
            quality[i] = _sources[i].Node < 0
                ? (gold.Source.Count == 0 ? 1 : 0)
                : GoldTokens.F1(gold.Source, GoldTokens.Words(context, [_sources[i].Range]));
        }

        var best = quality.Max();
        if (best < 0.4) return;
        var scores = new float[_sources.Count];
        for (var i = 0; i < _sources.Count; i++) scores[i] = Source.Score(Features(i).Items);
        Rank(scores, quality.Select(q => q >= best - 0.02).ToArray(), Features, Source);

        FeatureBag Features(int i)
        {
            _bag.Clear();
            SourceFeatures.Extract(context, gold.Cue, content, _sources[i], _bag);
            return _bag;
        }
    }

    private void LearnSpread(AttributionContext context, GoldTokens gold, ContentCandidate content, double[] rivals)
    {
        var (first, last) = content.Second.IsEmpty || content.First.First < content.Second.First
            ? (content.First, content.Second.IsEmpty ? content.First : content.Second)
            : (content.Second, content.First);
        var left = Side(first, -1, false);
        Side(last, 1, left > 0);

        int Side(TokenRange edge, int step, bool otherSide)
        {
            var added = 0;
            var sentence = context.Sentences[step > 0 ? edge.End - 1 : edge.First] + step;
            var cueSentence = context.Sentences[gold.Cue];
            if (step > 0 && sentence == cueSentence) sentence++;
            if (step < 0 && sentence == cueSentence) return 0;
            for (; sentence >= 0 && sentence < rivals.Length && added < 40; sentence += step)
            {
                var segment = ContentCandidates.Segment(context, sentence);
                var words = GoldTokens.Words(context, [segment]);
                var yes = words.Count > 0 && words.Count(gold.Content.Contains) * 2 >= words.Count;
                _bag.Clear();
                SpreadFeatures.Extract(context, gold.Cue, edge, sentence, step, added, rivals[sentence], otherSide, _bag);
                Spread.Learn(_bag.Items, yes);
                if (!yes) break;
                added++;
                edge = segment;
            }

            return added;
        }
    }

    public static double[] ContentQuality(AttributionContext context, GoldTokens gold, List<ContentCandidate> contents)
    {
        var here = new HashSet<int>(gold.Content.Where(t => context.Sentences[t] == context.Sentences[gold.Cue]));
        var quality = new double[contents.Count];
        for (var i = 0; i < quality.Length; i++)
        {
            var candidate = contents[i];
            var elsewhere = candidate.Shape is ContentShape.NextSentence or ContentShape.PreviousSentence;
            if (elsewhere && here.Count > 0) continue;
            var there = elsewhere ? [.. gold.Content.Where(t => context.Sentences[t] == context.Sentences[candidate.First.First])] : here;
            if (there.Count == 0) continue;
            quality[i] = GoldTokens.F1(there, GoldTokens.Words(context, [candidate.First, candidate.Second]));
        }

        return quality;
    }

    /// <summary>One step towards the good candidates: the slope of the log of their summed probability.</summary>
    private static void Rank(float[] scores, bool[] good, Func<int, FeatureBag> features, SparseLearner learner)
    {
        var top = scores.Max();
        double all = 0, right = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var e = Math.Exp(scores[i] - top);
            all += e;
            if (good[i]) right += e;
        }

        for (var i = 0; i < scores.Length; i++)
        {
            var e = Math.Exp(scores[i] - top);
            var slope = (e / all) - (good[i] ? e / Math.Max(right, 1e-12) : 0);
            if (Math.Abs(slope) < 1e-3) continue;
            learner.Update(features(i).Items, (float)slope);
        }
    }
}
