namespace Crosscheck.Stories;

/// <summary>Weighted terms of one article, split by kind, each part of length one (tf-idf with logarithmic counts).</summary>
internal sealed class TermVector
{
    private const int Kinds = 4;

    private readonly (ulong Hash, float Weight)[][] _parts;

    private TermVector((ulong Hash, float Weight)[][] parts) => _parts = parts;

    public ReadOnlySpan<(ulong Hash, float Weight)> Of(TermKind kind) => _parts[(int)kind];

    /// <param name="seen">Articles of this run that use a term, the one weighed included.</param>
    public static TermVector Weigh(ArticleSketch sketch, TermRarity background, Dictionary<ulong, int> seen, int articles)
    {
        var parts = new List<(ulong Hash, float Weight)>[Kinds];
        for (var k = 0; k < Kinds; k++) parts[k] = [];
        foreach (var term in sketch.Terms)
        {
            var count = background.CountOf(term.Hash) + seen.GetValueOrDefault(term.Hash);
            var rarity = Math.Log((background.Articles + articles + 1) / (count + 0.5));
            var weight = (1 + Math.Log(Math.Max(term.Count, 1))) * Math.Max(rarity, 0.05);
            parts[(int)term.Kind].Add((term.Hash, (float)weight));
        }

        var result = new (ulong Hash, float Weight)[Kinds][];
        for (var k = 0; k < Kinds; k++)
        {
            double square = 0;
            foreach (var (_, weight) in parts[k]) square += weight * weight;
            var length = (float)Math.Sqrt(square);
            result[k] = [.. parts[k].Select(p => (p.Hash, p.Weight / length))];
        }

        return new TermVector(result);
    }

    /// <summary>Cosine of two articles in one kind of term; both parts are sorted by hash.</summary>
    public static double Cosine(TermVector a, TermVector b, TermKind kind)
    {
        ReadOnlySpan<(ulong Hash, float Weight)> x = a._parts[(int)kind], y = b._parts[(int)kind];
        double sum = 0;
        int i = 0, j = 0;
        while (i < x.Length && j < y.Length)
        {
            if (x[i].Hash == y[j].Hash) sum += x[i++].Weight * y[j++].Weight;
            else if (x[i].Hash < y[j].Hash) i++;
            else j++;
        }

        return sum;
    }
}
