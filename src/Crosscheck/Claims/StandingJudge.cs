using System.Collections.Immutable;

namespace Crosscheck.Claims;

/// <summary>A claim's standing, counted over independent origins and never over pages.</summary>
internal static class StandingJudge
{
    public static Standing Of(IReadOnlyList<Clause> members, ImmutableArray<Conflict> conflicts)
    {
        var against = members.Where(m => m.IsAgainst).Select(m => m.Voice).ToHashSet(StringComparer.Ordinal);
        if (against.Count > 0 && members.Any(m => m.IsFor && !against.Contains(m.Voice))) return Standing.Disputed;
        if (conflicts.Any(c => c.Resolution == ConflictResolution.Disagreement)) return Standing.Disputed;
        // Only who replaced its own figure has updated it; two origins at two times stand beside each other.
        if (conflicts.Any(c => c.Resolution == ConflictResolution.Update && (members[c.A].Origin == members[c.B].Origin || members[c.A].Voice == members[c.B].Voice))) return Standing.Updated;
        var origins = IndependentOrigins(members);
        return origins switch
        {
            0 when against.Count > 0 && members.All(m => m.IsAgainst) => Standing.SingleOrigin,
            0 => Standing.Unconfirmed,
            1 => Standing.SingleOrigin,
            _ => Standing.Corroborated,
        };
    }

    /// <summary>Origins that say so firmly. Where an article tells itself what it also lets a voice say, it is the voice's word.</summary>
    private static int IndependentOrigins(IReadOnlyList<Clause> members)
    {
        var origins = new HashSet<int>();
        var quoting = new HashSet<int>();
        foreach (var member in members)
        {
            if (member is not { IsFirm: true, Attribution: not null }) continue;
            origins.Add(member.Origin);
            quoting.Add(member.Article);
        }

        foreach (var told in members.Where(m => m is { IsFirm: true, Attribution: null }).GroupBy(m => m.Origin))
        {
            if (!told.Any(m => quoting.Contains(m.Article))) origins.Add(told.Key);
        }

        return origins.Count;
    }
}
