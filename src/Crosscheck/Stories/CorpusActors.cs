using System.Collections.Immutable;
using Crosscheck.Actors;
using Crosscheck.Analysis;

namespace Crosscheck.Stories;

/// <summary>
/// Merges the actors of articles into those of the run: full names first, then what stands for them alone (surnames, acronyms), which goes to the only
/// candidate or to the one that shares the article's company. Candidates come from keys, so time grows with the actors, not with their square.
/// </summary>
public static class CorpusActors
{
    /// <param name="articles">In the order of the run; of equal names the first decides.</param>
    /// <returns>Actors in order of first appearance, and for each article, for each of its actors, the index of its corpus actor.</returns>
    public static (ImmutableArray<CorpusActor> Actors, ImmutableArray<ImmutableArray<int>> ActorOf) Merge(ImmutableArray<AnalyzedArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles.IsDefault ? null : (object)articles);
        var clusters = new ActorClusters();
        var clusterOf = new ActorCluster?[articles.Length][];
        var companies = new HashSet<string>[articles.Length];
        for (var a = 0; a < articles.Length; a++)
        {
            clusterOf[a] = new ActorCluster?[articles[a].Actors.Length];
            companies[a] = Company(articles[a].Actors);
        }

        foreach (var full in (ReadOnlySpan<bool>)[true, false])
        {
            for (var a = 0; a < articles.Length; a++)
            {
                for (var i = 0; i < clusterOf[a].Length; i++)
                {
                    var actor = articles[a].Actors[i];
                    if (clusterOf[a][i] is not null || ActorKeys.IsFull(actor) != full) continue;
                    var cluster = full ? clusters.OfFull(actor, companies[a]) : clusters.OfShort(actor, companies[a]);
                    cluster.Add(actor, a, companies[a]);
                    clusterOf[a][i] = cluster;
                }
            }
        }

        return Number(clusterOf);
    }

    /// <summary>Keys of the article's named actors: who keeps company there.</summary>
    private static HashSet<string> Company(ImmutableArray<Actor> actors)
    {
        var company = new HashSet<string>(StringComparer.Ordinal);
        foreach (var actor in actors)
        {
            if (!actor.IsUnnamed && ActorKeys.IsFull(actor)) company.UnionWith(ActorKeys.Of(actor).Take(1));
        }

        return company;
    }

    private static (ImmutableArray<CorpusActor>, ImmutableArray<ImmutableArray<int>>) Number(ActorCluster?[][] clusterOf)
    {
        var numbers = new Dictionary<ActorCluster, int>(ReferenceEqualityComparer.Instance);
        var actors = ImmutableArray.CreateBuilder<CorpusActor>();
        var actorOf = ImmutableArray.CreateBuilder<ImmutableArray<int>>(clusterOf.Length);
        foreach (var row in clusterOf)
        {
            var indices = ImmutableArray.CreateBuilder<int>(row.Length);
            foreach (var cluster in row)
            {
                if (!numbers.TryGetValue(cluster!, out var number))
                {
                    numbers[cluster!] = number = actors.Count;
                    actors.Add(cluster!.Finish());
                }

                indices.Add(number);
            }

            actorOf.Add(indices.MoveToImmutable());
        }

        return (actors.ToImmutable(), actorOf.ToImmutable());
    }
}
