namespace Crosscheck.Claims;

/// <summary>
/// Holds the lines of the ledger with a denial to one proposition and its denial: a denial stays only where somebody says what it denies, and
/// a voice that says of the same thing that it is not so denies it. Fewer links are better than a false dispute.
/// </summary>
internal static class PropositionCheck
{
    /// <summary>Words of a clause in which a negation surely negates what the clause says.</summary>
    private const int MaxNegatedWords = 14;

    private const double LeastAlike = 0.5;

    private const int LeastShared = 2;

    public static void Apply(Clause[] clauses, CarrierSet carriers, ClauseClusters clusters)
    {
        foreach (var group in clusters.Groups.ToList())
        {
            if (group.Count < 2) continue;
            foreach (var member in group)
            {
                if (NegatesAnother(member, group, clauses, carriers, clusters))
                {
                    clauses[member] = clauses[member] with { Stance = Stance.Denies };
                    continue;
                }

                if (!clauses[member].IsAgainst || group.TrueForAll(m => clauses[m].IsAgainst)) continue;
                var others = group.Where(o => clauses[o].IsFor && clauses[o].Voice != clauses[member].Voice).ToList();
                var answered = others.Where(o => IsOneProposition(member, o, clauses, carriers)).ToList();
                if (2 * answered.Count > others.Count) continue;
                // The denial answers a few of the line, or none: they stand on a line of their own.
                clusters.Detach(member);
                foreach (var other in answered)
                {
                    clusters.Detach(other);
                    clusters.Join(member, other, clusters.Probability(member, other));
                }
            }
        }
    }

    private static bool NegatesAnother(int member, List<int> group, Clause[] clauses, CarrierSet carriers, ClauseClusters clusters) =>
        clauses[member] is { Stance: Stance.Asserts, Attribution: not null } && carriers.All[member] is { Negated: true, Words.Length: <= MaxNegatedWords }
        && group.Exists(o => clauses[o].IsFirm && clauses[o].Voice != clauses[member].Voice && !carriers.All[o].Negated
            && carriers.All[o].Words.Length <= 2 * MaxNegatedWords && clusters.Probability(member, o) >= LeastAlike
            && SharedWords(carriers.All[member], carriers.All[o]) >= LeastShared);

    /// <summary>What is denied is said by the other, by its stem or a near-synonym; a light verb or a mere "this" decides nothing.</summary>
    private static bool IsOneProposition(int denial, int other, Clause[] clauses, CarrierSet carriers)
    {
        if (carriers.All[denial].Terms.Length <= 1 || clauses[other].Stance == Stance.Alleges) return true;
        if (clauses[denial].Predicate is not { } denied) return SharedWords(carriers.All[denial], carriers.All[other]) > 0;
        var said = carriers.All[other];
        if (Array.Exists(said.Terms, t => t.Hash == denied)) return true;
        return ClaimLexicon.Synonyms.TryGetValue(denied, out var classes) && Array.Exists(classes, c => Array.BinarySearch(said.Classes, c) >= 0);
    }

    /// <summary>Words of both that are no names.</summary>
    private static int SharedWords(Carrier a, Carrier b) => a.Terms.Count(t => !t.Name && Array.Exists(b.Terms, o => o.Hash == t.Hash && !o.Name));
}
