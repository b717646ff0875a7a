using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Stories;

namespace Crosscheck.Reports.Building;

/// <summary>Identifiers of the actors across articles: p1 is the grouping's first.</summary>
internal sealed class ActorIndex(Grouping grouping, int articles)
{
    /// <param name="local">Index in the article's own actors.</param>
    public string? IdOf(int article, int? local)
    {
        if (local is not { } i || article >= grouping.ActorOf.Length) return null;
        var map = grouping.ActorOf[article];
        return i >= 0 && i < map.Length ? Id(grouping, map[i]) : null;
    }

    public static string? Id(Grouping grouping, int? actor) => actor is { } i && i >= 0 && i < grouping.Actors.Length ? $"p{i + 1}" : null;

    public ImmutableArray<DossierActor> Records(ImmutableArray<DossierArticle> recorded)
    {
        var mentionedBy = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        for (var i = 0; i < recorded.Length; i++)
        {
            foreach (var mention in recorded[i].Mentions)
            {
                if (mention.Actor is not { } id) continue;
                if (!mentionedBy.TryGetValue(id, out var set)) mentionedBy.Add(id, set = []);
                set.Add(i);
            }
        }

        var records = ImmutableArray.CreateBuilder<DossierActor>(grouping.Actors.Length);
        for (var i = 0; i < grouping.Actors.Length; i++)
        {
            var actor = grouping.Actors[i];
            var id = $"p{i + 1}";
            records.Add(new DossierActor(
                id,
                actor.Name,
                actor.Type,
                actor.Aliases,
                [.. actor.Roles.Select(r => new DossierRole(r.Text, [.. r.Articles.Where(a => a >= 0 && a < articles).Select(a => recorded[a].Id)]))],
                mentionedBy.TryGetValue(id, out var set) ? [.. set.Select(a => recorded[a].Id)] : []));
        }

        return records.ToImmutable();
    }

    /// <summary>The actors of one article on its own, for a line of <c>analyze</c>.</summary>
    public static (ImmutableArray<string> Ids, ImmutableArray<DossierActor> Records) OfOne(AnalyzedArticle article, Numbering numbers)
    {
        ImmutableArray<string> ids = [.. article.Actors.Select(_ => numbers.Actor())];
        return (ids, [.. article.Actors.Select((a, i) => new DossierActor(
            ids[i], a.Name, a.Type, a.Aliases, [.. a.Roles.Select(r => r.Text).Distinct(StringComparer.Ordinal).Select(t => new DossierRole(t, []))], []))]);
    }
}
