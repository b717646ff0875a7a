using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Events;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Quantities;
using Crosscheck.Text;

namespace Crosscheck.Actors;

/// <summary>The layers of one part that name somebody, before it is known who is meant.</summary>
public sealed record NamedPart(
    TextPart Part, SyntaxLayer Syntax, ImmutableArray<Mention> Names, ImmutableArray<Attribution> Attributions,
    ImmutableArray<Quantity> Quantities, ImmutableArray<NewsEvent> Events);

/// <summary>Resolves names, nominals and pronouns of one article to actors. Thread-safe.</summary>
public sealed class ActorResolver
{
    public static ActorResolver Load() => new();

    /// <param name="parts">Body first, then headline and captions.</param>
    /// <param name="outlet">The article's own outlet where known ("this newspaper").</param>
    public ActorLayer Resolve(ImmutableArray<NamedPart> parts, string? outlet) =>
        new ArticleActors(parts, outlet).Resolve();
}
