using Crosscheck.Actors;
using Crosscheck.Names;

namespace Crosscheck.Stories;

/// <summary>Keys under which an actor of an article can meet those of other articles.</summary>
internal static class ActorKeys
{
    /// <summary>Whether its name says by itself who it is: a full name, not a surname or an acronym alone.</summary>
    public static bool IsFull(Actor actor) => actor.Type switch
    {
        _ when actor.IsUnnamed => true,
        EntityType.Person => NameKey.PersonWords(actor.Name).Length > 1,
        EntityType.Organization => actor.Country is not null || !(OrganizationNames.IsAcronym(actor.Name) && OrganizationNames.Known(actor.Name) is null),
        _ => true,
    };

    /// <summary>The first key is the actor's own, the others are of its other names.</summary>
    public static IEnumerable<string> Of(Actor actor)
    {
        switch (actor.Type)
        {
            case EntityType.Person:
                var words = NameKey.PersonWords(actor.Name);
                if (words.Length > 0) yield return $"person {NameKey.Sound(words[^1])} {words[0][0]}";
                break;
            case EntityType.Polity when actor.Country is not null:
                yield return "country " + actor.Country;
                break;
            case EntityType.Organization:
                foreach (var name in actor.Aliases.Prepend(actor.Name))
                {
                    if (OrganizationNames.Known(name) is { } known)
                    {
                        yield return "body " + OrganizationNames.Key(known.Name);
                    }
                    else if (!OrganizationNames.IsAcronym(name) && OrganizationNames.Key(name) is { Length: > 0 } key && (actor.Country is null || name.Contains(' ', StringComparison.Ordinal)))
                    {
                        yield return actor.Country is null ? "body " + key : $"body {QualifiedNames.Bare(key)} {actor.Country}";
                    }
                }

                break;
            default:
                yield return $"{actor.Type} {OrganizationNames.Key(actor.Name)}";
                break;
        }
    }
}
