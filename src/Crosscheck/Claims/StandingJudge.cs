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
        if (conflicts.Any(c => c.Resolution == ConflictResolution.Update)) return Standing.Updated;
        var origins = members.Where(m => m.IsFirm).Select(m => m.Origin).Distinct().Count();
        return origins switch
        {
            0 when against.Count > 0 && members.All(m => m.IsAgainst) => Standing.SingleOrigin,
            0 => Standing.Unconfirmed,
            1 => Standing.SingleOrigin,
            _ => Standing.Corroborated,
        };
    }
}
