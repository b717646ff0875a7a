using System.Collections.Immutable;
using Crosscheck.Names;
using Crosscheck.Text;

namespace Crosscheck.Actors;

/// <summary>The person, organisation, government, place or group that mentions mean, within one article or across articles.</summary>
/// <param name="Name">The fullest name used.</param>
/// <param name="Aliases">Other names used, in order of first appearance.</param>
/// <param name="Country">Name of the country that it governs, or that its name or role binds it to; null when the text does not say.</param>
/// <param name="IsUnnamed">The text gives no name, only a description: <paramref name="Name"/> is that ("a Russian diplomatic source").</param>
public sealed record Actor(
    string Name, EntityType Type, ImmutableArray<string> Aliases, ImmutableArray<ActorRole> Roles, string? Country = null, bool IsUnnamed = false);

/// <summary>What a text calls an actor: "Kremlin spokesman", with where it says so.</summary>
public sealed record ActorRole(string Text, TextPart Part, TextSpan Span);

/// <summary>A mention and the actor it means (index in <see cref="ActorLayer.Actors"/>), or null when it could not be said.</summary>
public sealed record ResolvedMention(Mention Mention, int? Actor);

/// <summary>Actors of one article, over all of its parts. Lists run parallel to the parts and layers they resolve.</summary>
public sealed record ActorLayer(ImmutableArray<Actor> Actors, ImmutableArray<PartActors> Parts);

/// <summary>
/// Who is meant in one part. <see cref="Mentions"/> holds names, nominals and pronouns in order of the text;
/// the others run parallel to the part's attributions, events and quantities.
/// </summary>
public sealed record PartActors(
    ImmutableArray<ResolvedMention> Mentions,
    ImmutableArray<AttributionActors> Attributions,
    ImmutableArray<EventActors> Events,
    ImmutableArray<int?> QuantitySpeakers)
{
    public static PartActors None { get; } = new([], [], [], []);
}

public readonly record struct AttributionActors(int? Speaker, int? Addressee);

public readonly record struct EventActors(int? Actor, int? Recipient);
