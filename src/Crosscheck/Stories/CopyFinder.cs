using System.Collections.Immutable;

namespace Crosscheck.Stories;

/// <summary>What copies are told by: the text, and who printed it in which language.</summary>
internal sealed record CopyText(string Text, string? Outlet, string? Language);

/// <summary>
/// Finds which texts share words and how much. Containment (the share of the smaller text's shingles found in the other) and
/// resemblance (Jaccard) as in Broder 1997. Partners come from an index of winnowed shingles, never from all pairs.
/// </summary>
internal static class CopyFinder
{
    /// <summary>A shingle that stands in more texts than this proposes only the first of them: a set phrase, furniture, or a text that everybody printed.</summary>
    private const int MaxSharers = 64;

    private const int FirstSharers = 3;

    /// <summary>Partners of one text that are compared in full: those sharing most.</summary>
    private const int MaxPartners = 50;

    /// <summary>Least share of the smaller text that makes a pair worth listing.</summary>
    private const double Partial = 0.1;

    private const double Half = 0.5;

    /// <summary>Fewer shared shingles than this say nothing about copying: a quotation, a name with its titles.</summary>
    private const int LeastShared = 12;

    /// <returns>Pairs (A before B) that share at least a tenth of the smaller text, in order.</returns>
    public static ImmutableArray<Copy> FindAll(IReadOnlyList<CopyText> texts, IReadOnlyList<Fingerprint> prints)
    {
        var sharers = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < prints.Count; i++)
        {
            foreach (var shingle in prints[i].Winnowed)
            {
                if (!sharers.TryGetValue(shingle, out var list)) sharers[shingle] = list = [];
                if (list.Count <= MaxSharers) list.Add(i);
            }
        }

        var copies = ImmutableArray.CreateBuilder<Copy>();
        var hits = new Dictionary<int, int>();
        for (var i = 0; i < prints.Count; i++)
        {
            hits.Clear();
            foreach (var shingle in prints[i].Winnowed)
            {
                var list = sharers[shingle];
                var proposed = list.Count > MaxSharers ? FirstSharers : list.Count;
                for (var k = 0; k < proposed; k++)
                {
                    if (list[k] < i) hits[list[k]] = hits.GetValueOrDefault(list[k]) + 1;
                }
            }

            foreach (var (j, _) in hits.Where(h => h.Value > 1 || prints[h.Key].Winnowed.Length < 8 || prints[i].Winnowed.Length < 8)
                         .OrderByDescending(h => h.Value).ThenBy(h => h.Key).Take(MaxPartners).OrderBy(h => h.Key))
            {
                if (Compare(texts, prints, j, i) is { Relation: not CopyRelation.Independent } copy) copies.Add(copy);
            }
        }

        copies.Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return copies.ToImmutable();
    }

    /// <summary>How two texts share words; <see cref="CopyRelation.Independent"/> when they hardly do.</summary>
    public static Copy Compare(IReadOnlyList<CopyText> texts, IReadOnlyList<Fingerprint> prints, int i, int j)
    {
        var (a, b) = (prints[i], prints[j]);
        var shared = a.SharedWith(b);
        var smaller = Math.Min(a.Distinct.Count, b.Distinct.Count);
        var containment = smaller == 0 ? 0 : (double)shared / smaller;
        var union = a.Distinct.Count + b.Distinct.Count - shared;
        var resemblance = union == 0 ? 0 : (double)shared / union;
        var relation = RelationOf(texts[i], texts[j], a, b, shared, containment, resemblance);
        return new Copy(i, j, relation, containment, relation == CopyRelation.Independent ? [] : SharedPassages.Find(a, b));
    }

    private static CopyRelation RelationOf(CopyText left, CopyText right, Fingerprint a, Fingerprint b, int shared, double containment, double resemblance)
    {
        if (a.Words.Count > 0 && a.Words.Count == b.Words.Count && SameWords(a, b)) return CopyRelation.Identical;
        if (shared < LeastShared && containment < Half) return CopyRelation.Independent;
        if (resemblance >= Half) return CopyRelation.Duplicate;
        if (containment >= Half && Math.Min(a.Words.Count, b.Words.Count) >= 20) return CopyRelation.Contained;
        if (containment < Partial) return CopyRelation.Independent;
        return left.Outlet is { Length: > 0 } outlet && string.Equals(outlet, right.Outlet, StringComparison.OrdinalIgnoreCase)
            ? CopyRelation.Reuse
            : CopyRelation.Partial;
    }

    private static bool SameWords(Fingerprint a, Fingerprint b)
    {
        for (var i = 0; i < a.Words.Count; i++)
        {
            if (a.Words[i].Hash != b.Words[i].Hash) return false;
        }

        return true;
    }
}
