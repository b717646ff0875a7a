using System.Collections.Immutable;
using Crosscheck.Attributions;

namespace Crosscheck.Events;

/// <summary>A word that names an event, with the code of the lexicon's line that fits it.</summary>
/// <param name="Object">The object that the line asked for, or -1: it names no event of its own beside the verb.</param>
internal readonly record struct EventMatch(int Trigger, string? Code, int Object)
{
    /// <summary>The match of a token, or null where it names no known event.</summary>
    public static EventMatch? Of(AttributionContext context, int token)
    {
        if (context.IsVerb(token))
        {
            if (context.RelationOf(token) is "aux" or "aux:pass" or "cop" or "case" or "amod" or "compound") return null;
            return Choose(context, token, ActionLexicon.Instance.Verb(Lemma(context, token)));
        }

        if (context.Xpos(token) is not ("NN" or "NNS") || context.RelationOf(token) is "compound") return null;
        var entries = ActionLexicon.Instance.Noun(Lemma(context, token));
        for (var child = context.Tree.FirstChild(token); child >= 0 && child < token; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is not ("compound" or "amod")) continue;
            var joined = ActionLexicon.Instance.Noun(Lemma(context, child) + "_" + Lemma(context, token));
            if (joined.Length > 0) entries = joined;
        }

        return Choose(context, token, entries);
    }

    private static string Lemma(AttributionContext context, int token) => ActReader.LemmaOf(context, token).ToString().ToLowerInvariant();

    private static EventMatch? Choose(AttributionContext context, int token, ImmutableArray<ActionEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Condition == ActionCondition.None) return new EventMatch(token, entry.Code, -1);
            for (var child = context.Tree.FirstChild(token); child >= 0; child = context.Tree.NextSibling(child))
            {
                switch (entry.Condition)
                {
                    case ActionCondition.Object when context.RelationOf(child) is "obj" or "nsubj:pass" or "obl" or "iobj" or "ccomp" && HasWord(context, entry, child):
                        return new EventMatch(token, entry.Code, child);
                    case ActionCondition.Preposition when IsPreposition(context, entry, child):
                        return new EventMatch(token, entry.Code, -1);
                    case ActionCondition.Complement when context.RelationOf(child) is "xcomp" or "ccomp":
                        return new EventMatch(token, entry.Code, -1);
                }
            }
        }

        return null;
    }

    private static bool HasWord(AttributionContext context, ActionEntry entry, int token)
    {
        if (entry.Words.Contains(Lemma(context, token))) return true;
        // "imposed trade sanctions and a ban", "held phone talks".
        for (var child = context.Tree.FirstChild(token); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "conj" or "compound" or "amod" && entry.Words.Contains(Lemma(context, child))) return true;
            if (context.RelationOf(child) is "nmod" && entry.Words.Contains(Lemma(context, child))) return true;
        }

        return false;
    }

    private static bool IsPreposition(AttributionContext context, ActionEntry entry, int child)
    {
        if (context.RelationOf(child) is "compound:prt" or "case" or "advmod") return entry.Words.Contains(Lemma(context, child));
        return context.RelationOf(child) is "obl" && entry.Words.Contains(Participants.Preposition(context, child).ToString());
    }
}
