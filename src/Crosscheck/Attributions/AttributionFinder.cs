using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Times;

namespace Crosscheck.Attributions;

/// <summary>Finds who says what. Thread-safe.</summary>
public sealed class AttributionFinder
{
    public static AttributionFinder Load(string modelFolder) => new();

    public ImmutableArray<Attribution> Find(SyntaxLayer syntax, ImmutableArray<Mention> names, ImmutableArray<TimeExpression> times) => [];
}
