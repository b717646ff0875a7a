using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Times;

namespace Crosscheck.Events;

/// <summary>Finds who did what to whom, as PLOVER types and CAMEO codes, with factuality. Thread-safe.</summary>
public sealed class EventFinder
{
    public static EventFinder Load(string modelFolder) => new();

    public ImmutableArray<NewsEvent> Find(
        SyntaxLayer syntax, ImmutableArray<Mention> names, ImmutableArray<TimeExpression> times, ImmutableArray<Attribution> attributions) => [];
}
