using Crosscheck.Learning;

namespace Crosscheck.Stories;

/// <summary>
/// Puts articles into stories as they arrive, each once and without looking ahead: the most probable known story,
/// or a new one. Not thread-safe: a stream has one order. Time for an article does not grow with the stream.
/// </summary>
public sealed class StoryClusterer
{
    /// <summary>Heaviest terms of an article by which known stories are looked up.</summary>
    private const int LookupTerms = 30;

    /// <summary>Stories remembered for a term: the latest.</summary>
    private const int StoriesPerTerm = 64;

    /// <summary>Stories that are compared in full.</summary>
    private const int MaxCandidates = 12;

    private readonly BoostedTrees _trees;
    private readonly TermRarity _background;
    private readonly double _threshold;
    private readonly Dictionary<ulong, int> _seen = [];
    private readonly Dictionary<ulong, List<int>> _storiesOf = [];
    private readonly List<GrowingStory> _stories = [];
    private int _articles;

    public StoryClusterer()
        : this(StoryModel.Default.Trees, TermRarity.Default, StoryModel.Threshold)
    {
    }

    internal StoryClusterer(BoostedTrees trees, TermRarity background, double threshold)
    {
        (_trees, _background, _threshold) = (trees, background, threshold);
    }

    public int Stories => _stories.Count;

    /// <summary>Takes the next article; gives the number of its story, counted from 0 in order of first appearance.</summary>
    public int Add(ArticleSketch sketch)
    {
        var vector = Weigh(sketch);
        Span<float> features = stackalloc float[StoryFeatures.Count];
        var best = -1;
        double most = 0;
        foreach (var story in Candidates(vector))
        {
            StoryFeatures.Fill(sketch, vector, _stories[story], features);
            var probability = _trees.Probability(features);
            if (probability > most) (best, most) = (story, probability);
        }

        if (best < 0 || most < _threshold)
        {
            best = _stories.Count;
            _stories.Add(new GrowingStory());
        }

        Join(best, sketch, vector);
        return best;
    }

    /// <summary>
    /// The best other story for the only article of a story, now that all have arrived, or null: what a batch may ask and a stream may not.
    /// </summary>
    internal int? Reconsider(int lone)
    {
        var (sketch, vector) = _stories[lone].Recent[0];
        Span<float> features = stackalloc float[StoryFeatures.Count];
        int? best = null;
        var most = _threshold;
        foreach (var story in Candidates(vector))
        {
            if (story == lone) continue;
            StoryFeatures.Fill(sketch, vector, _stories[story], features);
            if (_trees.Probability(features) is var probability && probability >= most) (best, most) = (story, probability);
        }

        return best;
    }

    internal TermVector Weigh(ArticleSketch sketch)
    {
        _articles++;
        foreach (var term in sketch.Terms) _seen[term.Hash] = _seen.GetValueOrDefault(term.Hash) + 1;
        return TermVector.Weigh(sketch, _background, _seen, _articles);
    }

    internal GrowingStory this[int story] => _stories[story];

    internal void Join(int story, ArticleSketch sketch, TermVector vector)
    {
        while (_stories.Count <= story) _stories.Add(new GrowingStory());
        _stories[story].Add(sketch, vector);
        foreach (var (hash, _) in LookupTermsOf(vector))
        {
            if (!_storiesOf.TryGetValue(hash, out var list)) _storiesOf[hash] = list = [];
            if (list.Count > 0 && list[^1] == story) continue;
            list.Remove(story);
            if (list.Count == StoriesPerTerm) list.RemoveAt(0);
            list.Add(story);
        }
    }

    /// <summary>Stories that share the article's heaviest terms, those sharing most first.</summary>
    internal List<int> Candidates(TermVector vector)
    {
        var score = new Dictionary<int, double>();
        foreach (var (hash, weight) in LookupTermsOf(vector))
        {
            if (!_storiesOf.TryGetValue(hash, out var list)) continue;
            foreach (var story in list) score[story] = score.GetValueOrDefault(story) + (weight * weight);
        }

        return [.. score.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(MaxCandidates).Select(s => s.Key)];
    }

    private static List<(ulong Hash, float Weight)> LookupTermsOf(TermVector vector)
    {
        var terms = new List<(ulong Hash, float Weight)>();
        foreach (var kind in (ReadOnlySpan<TermKind>)[TermKind.Word, TermKind.Name, TermKind.Figure, TermKind.Date])
        {
            var part = vector.Of(kind).ToArray();
            Array.Sort(part, (x, y) => y.Weight != x.Weight ? y.Weight.CompareTo(x.Weight) : x.Hash.CompareTo(y.Hash));
            terms.AddRange(part.AsSpan(0, Math.Min(part.Length, kind is TermKind.Word or TermKind.Name ? LookupTerms : LookupTerms / 3)));
        }

        return terms;
    }
}
