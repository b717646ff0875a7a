using Crosscheck.Language;
using Crosscheck.Names;

namespace Crosscheck.Actors;

/// <summary>
/// What a text calls a person: "Kremlin spokesman Dmitry Peskov", "The Kremlin's spokesperson, Dmitry Peskov,", "Steve Witkoff, a key
/// figure in ...", "Peskov is the Kremlin's spokesman".
/// </summary>
internal static class RoleFinder
{
    private const int LongestRole = 14;

    public static void Find(ResolvedPart part)
    {
        if (!part.Syntax.HasTags)
        {
            foreach (var name in part.Names) BeforeByWords(part, name);
            return;
        }

        for (var p = 0; p < part.Phrases.Count; p++)
        {
            var phrase = part.Phrases[p];
            if (phrase.Name >= 0) Before(part, phrase, part.Names[phrase.Name]);
            if (phrase.Name >= 0 && IsPerson(part, phrase.Name)) After(part, p);
            else if (phrase.Name < 0 && IsPersonNoun(part, phrase.Head)) Leading(part, p);
        }
    }

    private static bool IsPerson(ResolvedPart part, int name) => part.Names[name].Actor is { Type: EntityType.Person };

    private static bool IsPersonNoun(ResolvedPart part, int token) => (Heads.Of(part.Lower(token)) & HeadClass.Person) != HeadClass.None;

    /// <summary>Words of the name's own phrase, the last of them a noun for a person.</summary>
    private static void Before(ResolvedPart part, in NounPhrase phrase, DraftMention name)
    {
        if (name.Actor is not { Type: EntityType.Person } || name.First <= phrase.First) return;
        var last = name.First - 1;
        if (!IsPersonNoun(part, last)) return;
        Add(part, name.Actor, WithPossessor(part, phrase), last + 1);
    }

    /// <summary>Without tags: a noun for a person just before the name, and capitalised words before that.</summary>
    private static void BeforeByWords(ResolvedPart part, DraftMention name)
    {
        if (name.Actor is not { Type: EntityType.Person }) return;
        var sentenceFirst = part.Syntax.Sentences.IsEmpty ? 0 : part.Syntax.Sentences[name.Sentence].FirstToken;
        var first = name.First;
        if (first <= sentenceFirst || !IsPersonNoun(part, first - 1)) return;
        first--;
        while (first > sentenceFirst && name.First - first < 6 && char.IsUpper(part.Form(first - 1)[0]) && part.Form(first - 1) is not "The" and not "A") first--;
        Add(part, name.Actor, first, name.First);
    }

    /// <summary>"NAME, a key figure in ...," and "NAME is the ...".</summary>
    private static void After(ResolvedPart part, int p)
    {
        var phrase = part.Phrases[p];
        if (p + 1 >= part.Phrases.Count) return;
        var at = phrase.End;
        var end = part.Syntax.Sentences[phrase.Sentence].EndToken;
        if (at >= end) return;
        var copula = part.Form(at) is "is" or "was" or "remains" or "became";
        if (!copula && part.Form(at) is not ",") return;
        var next = p + 1;
        while (next < part.Phrases.Count && part.Phrases[next].Name < 0 && next + 1 < part.Phrases.Count && part.Phrases[next + 1].Possessor == next) next++;
        if (part.Phrases[p + 1].Name >= 0 && next + 1 < part.Phrases.Count && part.Phrases[next + 1].Possessor == next) next++;
        var role = part.Phrases[next];
        var first = WithPossessor(part, role);
        if (first != at + 1 || role.Name >= 0 || !IsPersonNoun(part, role.Head) || role.Sentence != phrase.Sentence) return;
        if (copula && part.Form(first) is not ("a" or "an" or "the") && part.NameAt[first] < 0) return;
        var stop = EndOfRole(part, role.End, end);
        if (!copula && stop < end && part.Form(stop) is not ("," or "." or ")" or ";" or "who" or "-" or "—" or "–")) return;
        part.Taken[next] = true;
        var actor = part.Names[phrase.Name].Actor!;
        Add(part, actor, first, stop);
        part.AddOther(first, role.Head, role.Sentence, EntityType.Person, MentionForm.Nominal, actor, 0.9);
    }

    /// <summary>"The Kremlin's spokesperson, NAME,".</summary>
    private static void Leading(ResolvedPart part, int p)
    {
        if (p + 1 >= part.Phrases.Count || part.Taken[p]) return;
        var phrase = part.Phrases[p];
        var next = part.Phrases[p + 1];
        if (next.Sentence != phrase.Sentence || next.Name < 0 || !IsPerson(part, next.Name) || next.First != phrase.End + 1 || part.Form(phrase.End) is not ",") return;
        if (next.First != part.Names[next.Name].First) return;
        var after = next.End;
        var end = part.Syntax.Sentences[phrase.Sentence].EndToken;
        if (after < end && part.Form(after) is "and" or "or") return;
        part.Taken[p] = true;
        var actor = part.Names[next.Name].Actor!;
        var first = WithPossessor(part, phrase);
        Add(part, actor, first, phrase.End);
        part.AddOther(first, phrase.Head, phrase.Sentence, EntityType.Person, MentionForm.Nominal, actor, 0.9);
    }

    /// <summary>On over "of", "in" or "for" phrases up to a comma or verb.</summary>
    private static int EndOfRole(ResolvedPart part, int at, int end)
    {
        var stop = at;
        while (stop < end && stop - at < LongestRole)
        {
            var inside = part.Syntax.Upos[stop] is PartOfSpeech.Adp or PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Part or PartOfSpeech.Num
                || part.NameAt[stop] >= 0 || part.Form(stop) is "-" or "and" or "&";
            if (!inside) break;
            stop++;
        }

        while (stop > at && part.Syntax.Upos[stop - 1] is PartOfSpeech.Adp or PartOfSpeech.Det or PartOfSpeech.CConj or PartOfSpeech.Part) stop--;
        return stop;
    }

    /// <summary>"His Syrian counterpart": says how two people stand to each other, not what one is.</summary>
    private static bool IsOnlyRelation(string head) =>
        head is "counterpart" or "ally" or "rival" or "colleague" or "friend" or "critic" or "successor" or "predecessor" or "opponent" or "man" or "woman" or "boy" or "girl" or "victim" or "suspect";

    private static int WithPossessor(ResolvedPart part, NounPhrase phrase)
    {
        while (phrase.Possessor >= 0) phrase = part.Phrases[phrase.Possessor];
        return phrase.First;
    }

    private static void Add(ResolvedPart part, ActorDraft actor, int first, int end)
    {
        while (first < end - 1 && part.Form(first) is "the" or "The" or "a" or "A" or "an" or "An" or "his" or "His" or "her" or "Her" or "their" or "Their" or "its" or "," or "\"" or "“") first++;
        if (end <= first || end - first > LongestRole + 6) return;
        if (IsOnlyRelation(part.Lower(end - 1))) return;
        var span = part.Syntax.Span(first, end);
        var text = string.Join(' ', part.Syntax.Text.Slice(span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        actor.AddRole(new ActorRole(text, part.Part, span));
        for (var i = first; i < end; i++)
        {
            if (actor.Country is null) actor.Country = Polities.OfAdjective(part.Form(i).ToString()) ?? Polities.Named(part.Form(i).ToString());
            if (actor.Gender == Gender.Unknown) actor.Gender = Heads.GenderOfNoun(part.Lower(i));
        }
    }
}
