using System.Collections.Immutable;

namespace Crosscheck.Claims;

/// <summary>
/// Which groups of clauses become claims, and in which order. Kept are all that two articles carry, all that somebody denies, and of the others the
/// checkable ones (a figure, a day, a name, or something that a voice said), the most central first; at most <see cref="MaxShared"/> and <see cref="MaxSingle"/>.
/// </summary>
internal static class ClaimSelection
{
    /// <summary>Claims of several articles in a ledger.</summary>
    public const int MaxShared = 400;

    /// <summary>Claims of one article each in a ledger.</summary>
    public const int MaxSingle = 200;

    public static List<List<int>> Choose(IEnumerable<List<int>> groups, ImmutableArray<Clause> clauses, CarrierSet carriers)
    {
        var shared = new List<(List<int> Group, double Rank)>();
        var single = new List<(List<int> Group, double Rank)>();
        foreach (var group in groups)
        {
            // A refusal to speak that answers nothing known says nothing about the story.
            if (group.TrueForAll(m => clauses[m].Stance is Stance.Declines or Stance.Silent)) continue;
            var articles = group.Select(m => clauses[m].Article).Distinct().Count();
            var rank = group.Max(m => Centrality(clauses[m], carriers.All[m], carriers, m));
            if (articles > 1 || group.Exists(m => clauses[m].Stance == Stance.Denies)) shared.Add((group, articles + rank));
            else if (IsCheckable(group, clauses, carriers)) single.Add((group, rank));
        }

        return
        [
            .. shared.OrderByDescending(s => s.Rank).ThenBy(s => s.Group[0]).Take(MaxShared).Select(s => s.Group),
            .. single.OrderByDescending(s => s.Rank).ThenBy(s => s.Group[0]).Take(MaxSingle).Select(s => s.Group),
        ];
    }

    /// <summary>The clause that says it best: one that asserts rather than denies, that is most like the others, the earliest of equals.</summary>
    public static int Best(List<int> group, ImmutableArray<Clause> clauses, ClauseClusters clusters) =>
        group.Take(200).OrderByDescending(m => clauses[m].IsFirm ? 2 : clauses[m].IsFor ? 1 : 0)
            .ThenByDescending(m => Math.Round(group.Where(o => o != m).Take(40).Sum(o => clusters.Probability(m, o)), 3))
            .ThenBy(m => m).First();

    private static bool IsCheckable(List<int> group, ImmutableArray<Clause> clauses, CarrierSet carriers) =>
        group.Exists(m => carriers.All[m] is { Terms.Length: >= 3, Asks: false } carrier
            && (carrier.Numbers.Length > 0 || carrier.Calendar.Length > 0 || carrier.Terms.Any(t => t.Name) || clauses[m].Attribution is not null || carrier.Terms.Length >= 5));

    /// <summary>Early clauses with figures, names and the story's own words stand first.</summary>
    private static double Centrality(Clause clause, Carrier carrier, CarrierSet carriers, int at)
    {
        double common = 0;
        foreach (var weight in carriers.Weights[at]) common += 1 / (1 + weight);
        return ((1 - carrier.Position) * 0.5)
            + (Math.Min(3, carrier.Numbers.Length) * 0.15)
            + (carrier.Terms.Any(t => t.Name) ? 0.2 : 0)
            + (clause.Attribution is not null ? 0.1 : 0)
            + (common / Math.Max(4, carrier.Terms.Length));
    }
}
