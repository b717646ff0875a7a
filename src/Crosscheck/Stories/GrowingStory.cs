namespace Crosscheck.Stories;

/// <summary>A story while articles arrive: the sum of its articles' terms and its latest articles.</summary>
internal sealed class GrowingStory
{
    /// <summary>Articles kept for comparison one by one.</summary>
    private const int MaxRecent = 12;

    /// <summary>Terms kept in the sum; the weakest go when it has twice as many.</summary>
    private const int MaxTerms = 4000;

    private readonly Dictionary<ulong, float>[] _sum = [[], [], [], []];
    private readonly double[] _length = new double[4];
    private readonly List<(ArticleSketch Sketch, TermVector Vector)> _recent = [];

    public int Articles { get; private set; }

    public DateOnly? FirstDay { get; private set; }

    public DateOnly? LastDay { get; private set; }

    public IReadOnlyList<(ArticleSketch Sketch, TermVector Vector)> Recent => _recent;

    public void Add(ArticleSketch sketch, TermVector vector)
    {
        Articles++;
        if (sketch.Day is { } day)
        {
            if (FirstDay is null || day < FirstDay) FirstDay = day;
            if (LastDay is null || day > LastDay) LastDay = day;
        }

        if (_recent.Count == MaxRecent) _recent.RemoveAt(0);
        _recent.Add((sketch, vector));
        for (var kind = 0; kind < _sum.Length; kind++)
        {
            var sum = _sum[kind];
            foreach (var (hash, weight) in vector.Of((TermKind)kind)) sum[hash] = sum.GetValueOrDefault(hash) + weight;
            if (sum.Count > 2 * MaxTerms)
            {
                foreach (var (hash, _) in sum.OrderBy(t => t.Value).ThenBy(t => t.Key).Take(sum.Count - MaxTerms).ToList()) sum.Remove(hash);
            }

            double square = 0;
            foreach (var weight in sum.Values) square += weight * (double)weight;
            _length[kind] = Math.Sqrt(square);
        }
    }

    public bool Uses(TermKind kind, ulong term) => _sum[(int)kind].ContainsKey(term);

    /// <summary>Cosine of an article with the story's sum, in one kind of term.</summary>
    public double Cosine(TermVector vector, TermKind kind)
    {
        var sum = _sum[(int)kind];
        if (_length[(int)kind] == 0) return 0;
        double dot = 0;
        foreach (var (hash, weight) in vector.Of(kind))
        {
            if (sum.TryGetValue(hash, out var other)) dot += weight * other;
        }

        return dot / _length[(int)kind];
    }
}
