using System.Collections.Immutable;
using Crosscheck.Language;

namespace Crosscheck.Times;

/// <summary>The day (and time) that relative expressions count from.</summary>
/// <param name="Day">Null when the page gave none; values relative to it are then null with a reason.</param>
/// <param name="Inferred">Worked out from another article; marked on every value that rests on it.</param>
public sealed record TimeReference(DateOnly? Day, TimeOnly? Time = null, bool Inferred = false)
{
    public static TimeReference Unknown { get; } = new((DateOnly?)null);
}

/// <summary>Finds and values times (TIMEX3). Thread-safe.</summary>
public sealed class TimeTagger
{
    public static TimeTagger Load() => new();

    public ImmutableArray<TimeExpression> Find(SyntaxLayer syntax, TimeReference reference) => [];
}
