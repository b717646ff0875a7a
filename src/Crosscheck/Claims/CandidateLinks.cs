namespace Crosscheck.Claims;

/// <summary>Two carriers (A before B) that may say one thing, and each one's rank among the other's candidates in its article.</summary>
internal readonly record struct CandidateLink(int A, int B, double Cosine, int RankOfA, int RankOfB);

/// <summary>
/// Proposes pairs of carriers by an index of their stems, never by trying all pairs: for each carrier the most alike ones of each other
/// article and of its own, and no more than a fixed number, so that a story of five hundred articles stays bounded.
/// </summary>
internal static class CandidateLinks
{
    private const int PerArticle = 10;

    private const int PerCarrier = 80;

    /// <summary>A stem of more carriers than this proposes no pairs; the rarer words of the same clauses do.</summary>
    private const int MaxPosting = 600;

    /// <param name="takesPart">Carriers that are left out (their words stand in another carrier) are neither proposed nor asked; null takes all.</param>
    public static List<CandidateLink> Find(CarrierSet set, Func<int, bool>? takesPart = null)
    {
        var carriers = set.All;
        var postings = new Dictionary<ulong, List<(int Carrier, double Weight)>>();
        for (var i = 0; i < carriers.Count; i++)
        {
            if (takesPart?.Invoke(i) == false) continue;
            for (var t = 0; t < carriers[i].Terms.Length; t++)
            {
                var hash = carriers[i].Terms[t].Hash;
                if (!postings.TryGetValue(hash, out var list)) postings[hash] = list = [];
                list.Add((i, set.Weights[i][t]));
            }
        }

        var sum = new double[carriers.Count];
        var touched = new List<int>();
        var best = new List<(int Other, double Cosine, int Rank)>[carriers.Count];
        for (var i = 0; i < carriers.Count; i++)
        {
            touched.Clear();
            best[i] = [];
            if (takesPart?.Invoke(i) == false) continue;
            for (var t = 0; t < carriers[i].Terms.Length; t++)
            {
                var posting = postings[carriers[i].Terms[t].Hash];
                if (posting.Count > MaxPosting) continue;
                foreach (var (other, weight) in posting)
                {
                    if (other == i) continue;
                    if (sum[other] == 0) touched.Add(other);
                    sum[other] += weight * set.Weights[i][t];
                }
            }

            best[i] = Choose(set, i, touched, sum);
            foreach (var other in touched) sum[other] = 0;
        }

        var found = new SortedDictionary<(int A, int B), (double Cosine, int RankA, int RankB)>();
        for (var i = 0; i < carriers.Count; i++)
        {
            foreach (var (other, cosine, rank) in best[i])
            {
                var key = i < other ? (i, other) : (other, i);
                var link = found.TryGetValue(key, out var known) ? known : (cosine, RankA: PerArticle, RankB: PerArticle);
                // The rank of B among A's candidates, and the other way round.
                found[key] = i < other ? (cosine, link.RankA, rank) : (cosine, rank, link.RankB);
            }
        }

        return [.. found.Select(f => new CandidateLink(f.Key.A, f.Key.B, f.Value.Cosine, f.Value.RankA, f.Value.RankB))];
    }

    private static List<(int Other, double Cosine, int Rank)> Choose(CarrierSet set, int carrier, List<int> touched, double[] sum)
    {
        var ranked = touched.Select(o => (Other: o, Cosine: sum[o] / (set.Lengths[carrier] * set.Lengths[o])))
            .OrderByDescending(c => c.Cosine).ThenBy(c => c.Other);
        var perArticle = new Dictionary<int, int>();
        var chosen = new List<(int Other, double Cosine, int Rank)>();
        foreach (var (other, cosine) in ranked)
        {
            var article = set.All[other].Article;
            var rank = perArticle.GetValueOrDefault(article);
            if (rank >= PerArticle) continue;
            perArticle[article] = rank + 1;
            chosen.Add((other, cosine, rank));
            if (chosen.Count == PerCarrier) break;
        }

        return chosen;
    }
}
