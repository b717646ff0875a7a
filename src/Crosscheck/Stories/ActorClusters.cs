using Crosscheck.Actors;
using Crosscheck.Names;

namespace Crosscheck.Stories;

/// <summary>The clusters found so far, by key.</summary>
internal sealed class ActorClusters
{
    /// <summary>Namesakes compared; a name borne by more people of the run tells too little.</summary>
    private const int MostNamesakes = 64;

    private readonly Dictionary<string, List<ActorCluster>> _byKey = new(StringComparer.Ordinal);

    public ActorCluster OfFull(Actor actor, HashSet<string> company)
    {
        var found = actor.IsUnnamed ? OfUnnamed(actor)
            : actor.Type == EntityType.Person ? OfPerson(actor, company)
            : ActorKeys.Of(actor).Select(k => _byKey.GetValueOrDefault(k)?[0]).FirstOrDefault(c => c is not null);
        found ??= new ActorCluster(actor.Type);
        Register(actor, found);
        return found;
    }

    /// <summary>A surname or acronym alone: the only candidate; of several the one whose company the article shares most; else it stays alone.</summary>
    public ActorCluster OfShort(Actor actor, HashSet<string> company)
    {
        var key = ShortKey(actor, actor.Name);
        var candidates = _byKey.GetValueOrDefault(key);
        if (candidates is null)
        {
            var created = new ActorCluster(actor.Type);
            Put(key, created);
            return created;
        }

        if (candidates.Count == 1) return Conflicts(candidates[0], actor) && candidates[0].Shared(company) == 0 ? new ActorCluster(actor.Type) : candidates[0];
        ActorCluster? best = null;
        int most = 0, next = 0;
        foreach (var candidate in candidates.Take(MostNamesakes))
        {
            var shared = Conflicts(candidate, actor) ? 0 : candidate.Shared(company);
            if (shared > most)
            {
                (next, most, best) = (most, shared, candidate);
            }
            else
            {
                next = Math.Max(next, shared);
            }
        }

        return best is not null && most > next ? best : new ActorCluster(actor.Type);
    }

    /// <summary>Nobody says that two articles' "rights groups" are the same; a regime that is over, of one country, is.</summary>
    private ActorCluster? OfUnnamed(Actor actor) =>
        actor is { Type: EntityType.Organization, Country: not null } ? _byKey.GetValueOrDefault(RegimeKey(actor))?[0] : null;

    private ActorCluster? OfPerson(Actor actor, HashSet<string> company)
    {
        var name = PersonName.Of(actor.Name);
        foreach (var key in ActorKeys.Of(actor))
        {
            foreach (var candidate in (_byKey.GetValueOrDefault(key) ?? []).Take(MostNamesakes))
            {
                if (!candidate.Name.CanBe(name)) continue;
                if (!Conflicts(candidate, actor) || candidate.Shared(company) > 1) return candidate;
            }
        }

        return null;
    }

    /// <summary>Two roles of different countries speak for two people, unless they keep the same company.</summary>
    private static bool Conflicts(ActorCluster cluster, Actor actor) => cluster.Country is { } a && actor.Country is { } b && a != b;

    private void Register(Actor actor, ActorCluster cluster)
    {
        if (actor.IsUnnamed)
        {
            if (actor is { Type: EntityType.Organization, Country: not null }) Put(RegimeKey(actor), cluster);
            return;
        }

        foreach (var key in ActorKeys.Of(actor)) Put(key, cluster);
        if (actor.Type == EntityType.Person) Put(ShortKey(actor, actor.Name), cluster);
        if (actor.Type != EntityType.Organization) return;
        foreach (var name in actor.Aliases.Prepend(actor.Name))
        {
            if (OrganizationNames.IsAcronym(name)) Put(ShortKey(actor, name), cluster);
            foreach (var acronym in OrganizationNames.AcronymsOf(name)) Put("short " + acronym, cluster);
        }
    }

    private void Put(string key, ActorCluster cluster)
    {
        if (!_byKey.TryGetValue(key, out var list)) _byKey[key] = list = [];
        if (list.Count < MostNamesakes && !list.Contains(cluster)) list.Add(cluster);
    }

    private static string RegimeKey(Actor actor) => $"rule {actor.Country}";

    private static string ShortKey(Actor actor, string name) =>
        actor.Type == EntityType.Person
            ? NameKey.PersonWords(name) is { Length: > 0 } words ? "surname " + NameKey.Sound(words[^1]) : "surname " + name
            : "short " + name.Replace(".", string.Empty, StringComparison.Ordinal);
}
