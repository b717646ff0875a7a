using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Stories;

namespace Crosscheck.Claims;

/// <summary>An event of a clause: the stem of its trigger, its PLOVER type, and who takes part (indices in <see cref="Grouping.Actors"/>).</summary>
internal readonly record struct ClauseEvent(ulong Trigger, string? Type, int? Actor, int? Recipient);

/// <summary>The events that clauses tell of, with the named actors that take part in them, so that those of two articles can be compared.</summary>
internal sealed class ClauseEvents(Grouping grouping, ImmutableArray<AnalyzedArticle> articles)
{
    public IEnumerable<ClauseEvent> Of(Clause clause)
    {
        var body = articles[clause.Article].Body;
        for (var e = 0; e < body.Events.Length && e < body.Actors.Events.Length; e++)
        {
            if (!clause.Span.Contains(body.Events[e].Trigger)) continue;
            var (actor, recipient) = (Across(clause.Article, body.Actors.Events[e].Actor), Across(clause.Article, body.Actors.Events[e].Recipient));
            if (actor is null && recipient is null) continue;
            yield return new ClauseEvent(ClaimLexicon.StemHash(body.Text[body.Events[e].Trigger]), body.Events[e].Type, actor, recipient);
        }
    }

    /// <summary>Somebody takes part in both, and they are of one word, one class of near-synonyms, or one type.</summary>
    public static bool AreOne(ClauseEvent a, ClauseEvent b)
    {
        var actor = (a.Actor is { } x && (x == b.Actor || x == b.Recipient)) || (a.Recipient is { } y && (y == b.Actor || y == b.Recipient));
        if (!actor) return false;
        if (a.Trigger == b.Trigger || (a.Type is not null && a.Type == b.Type)) return true;
        return ClaimLexicon.Synonyms.TryGetValue(a.Trigger, out var left) && ClaimLexicon.Synonyms.TryGetValue(b.Trigger, out var right) && left.Intersect(right).Any();
    }

    private int? Across(int article, int? actor)
    {
        if (actor is not { } own || own >= grouping.ActorOf[article].Length || own >= articles[article].Actors.Length) return null;
        return articles[article].Actors[own].IsUnnamed ? null : grouping.ActorOf[article][own];
    }
}
