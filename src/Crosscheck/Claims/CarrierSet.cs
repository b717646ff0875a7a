using Crosscheck.Stories;

namespace Crosscheck.Claims;

/// <summary>All carriers of a story with how rare their words are, in the story and in news at large.</summary>
internal sealed class CarrierSet
{
    private readonly Dictionary<ulong, int> _carriersWith = [];
    private readonly Dictionary<int, (int First, int End)> _ofArticle = [];

    /// <param name="carriers">Those of one article next to each other, in the order of its text.</param>
    public CarrierSet(IReadOnlyList<Carrier> carriers)
    {
        All = carriers;
        for (var i = 0; i < carriers.Count; i++)
        {
            foreach (var term in carriers[i].Terms) _carriersWith[term.Hash] = _carriersWith.GetValueOrDefault(term.Hash) + 1;
            _ofArticle[carriers[i].Article] = _ofArticle.TryGetValue(carriers[i].Article, out var range) ? (range.First, i + 1) : (i, i + 1);
        }

        Weights = new double[carriers.Count][];
        Lengths = new double[carriers.Count];
        for (var i = 0; i < carriers.Count; i++)
        {
            Weights[i] = [.. carriers[i].Terms.Select(t => Rarity(t.Hash))];
            Lengths[i] = Math.Sqrt(Weights[i].Sum(w => w * w));
        }
    }

    public IReadOnlyList<Carrier> All { get; }

    /// <summary>Weight of each term of each carrier.</summary>
    public double[][] Weights { get; }

    /// <summary>Length of each carrier's vector of weights.</summary>
    public double[] Lengths { get; }

    /// <summary>Half-open range of an article's carriers.</summary>
    public (int First, int End) OfArticle(int article) => _ofArticle[article];

    public int Articles => _ofArticle.Count;

    /// <summary>
    /// Weight of a stem: half how rare it is in news, half how rare in this story, where the names that the story is about are everywhere.
    /// </summary>
    public double Rarity(ulong stem)
    {
        var background = TermRarity.Default;
        var inNews = Math.Log((background.Articles + 1) / (background.CountOf(stem) + 0.5));
        var inStory = Math.Log((All.Count + 1) / (_carriersWith.GetValueOrDefault(stem) + 0.5));
        return Math.Max(0.05, (0.3 * inNews) + (0.7 * inStory));
    }

    /// <summary>Cosine of two carriers over their weighted stems.</summary>
    public double Cosine(int a, int b)
    {
        if (Lengths[a] == 0 || Lengths[b] == 0) return 0;
        CarrierTerm[] x = All[a].Terms, y = All[b].Terms;
        double sum = 0;
        int i = 0, j = 0;
        while (i < x.Length && j < y.Length)
        {
            if (x[i].Hash == y[j].Hash) sum += Weights[a][i++] * Weights[b][j++];
            else if (x[i].Hash < y[j].Hash) i++;
            else j++;
        }

        return sum / (Lengths[a] * Lengths[b]);
    }
}
