namespace Crosscheck.Claims;

/// <summary>First judgements seen together: what the second judgement of a pair is made from.</summary>
internal sealed class LinkContext
{
    public const int Count = LinkFeatures.Count + 16;

    private readonly CarrierSet _set;
    private readonly List<CandidateLink> _candidates;
    private readonly double[] _first;
    private readonly List<(int Other, double P)>[] _of;
    private readonly Dictionary<(int, int), double> _byPair;

    public LinkContext(CarrierSet set, List<CandidateLink> candidates, double[] first)
    {
        (_set, _candidates, _first) = (set, candidates, first);
        _of = new List<(int Other, double P)>[set.All.Count];
        for (var i = 0; i < _of.Length; i++) _of[i] = [];
        _byPair = new Dictionary<(int, int), double>(candidates.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            _of[candidates[i].A].Add((candidates[i].B, first[i]));
            _of[candidates[i].B].Add((candidates[i].A, first[i]));
            _byPair[(candidates[i].A, candidates[i].B)] = first[i];
        }
    }

    public void Fill(int candidate, Span<float> f)
    {
        var link = _candidates[candidate];
        LinkFeatures.Fill(_set, link, f[..LinkFeatures.Count]);
        var p = _first[candidate];
        var at = LinkFeatures.Count;
        f[at] = (float)p;
        var a = Around(link.A, link.B);
        var b = Around(link.B, link.A);
        f[at + 1] = (float)(p - Math.Max(a.BestInArticle, b.BestInArticle));
        f[at + 2] = (float)(p - Math.Min(a.BestInArticle, b.BestInArticle));
        f[at + 3] = a.Better + b.Better;
        f[at + 4] = (float)Math.Min(a.Sum, b.Sum);
        f[at + 5] = (float)Math.Max(a.Sum, b.Sum);
        f[at + 6] = (float)Math.Min(a.BestElsewhere, b.BestElsewhere);
        f[at + 7] = (float)Math.Max(a.BestElsewhere, b.BestElsewhere);
        var (path, paths, against) = Thirds(link.A, link.B);
        f[at + 8] = (float)path;
        f[at + 9] = (float)paths;
        f[at + 10] = (float)against;
        f[at + 11] = (float)Beside(link, -1, -1);
        f[at + 12] = (float)Beside(link, 1, 1);
        f[at + 13] = (float)Math.Max(Beside(link, 0, 1), Beside(link, 0, -1));
        f[at + 14] = (float)Math.Max(Beside(link, 1, 0), Beside(link, -1, 0));
        f[at + 15] = (float)Math.Max(Beside(link, -1, 1), Beside(link, 1, -1));
    }

    private (double BestInArticle, int Better, double Sum, double BestElsewhere) Around(int carrier, int partner)
    {
        double inArticle = 0, sum = 0, elsewhere = 0;
        var better = 0;
        var own = _first.Length == 0 ? 0 : P(carrier, partner);
        foreach (var (other, p) in _of[carrier])
        {
            if (other == partner) continue;
            sum += p;
            if (_set.All[other].Article == _set.All[partner].Article)
            {
                inArticle = Math.Max(inArticle, p);
                if (p > own) better++;
            }
            else
            {
                elsewhere = Math.Max(elsewhere, p);
            }
        }

        return (inArticle, better, sum, elsewhere);
    }

    /// <summary>Third carriers: the best that equals both, how many do, and the best that equals one but not the other.</summary>
    private (double Path, double Paths, double Against) Thirds(int a, int b)
    {
        double path = 0, paths = 0, against = 0;
        foreach (var (third, p) in _of[a])
        {
            if (third == b || p < 0.1) continue;
            var q = P(third, b);
            path = Math.Max(path, Math.Min(p, q));
            paths += p * q;
            against = Math.Max(against, p * (1 - q));
        }

        return (path, paths, against);
    }

    private double Beside(CandidateLink link, int stepA, int stepB)
    {
        int i = link.A + stepA, j = link.B + stepB;
        if ((uint)i >= (uint)_of.Length || (uint)j >= (uint)_of.Length || i == j) return 0;
        return _set.All[i].Article == _set.All[link.A].Article && _set.All[j].Article == _set.All[link.B].Article ? P(i, j) : 0;
    }

    private double P(int i, int j) => _byPair.GetValueOrDefault(i < j ? (i, j) : (j, i));
}
