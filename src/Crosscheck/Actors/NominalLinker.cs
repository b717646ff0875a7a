using Crosscheck.Language;
using Crosscheck.Names;

namespace Crosscheck.Actors;

/// <summary>
/// Noun phrases without a name to actors: "the Syrian government", "the ousted regime", "the spokesman", "the UN food agency", "rights groups".
/// What is not sure stays open, unless the phrase is the source of an attribution or takes part in an event: then it becomes an actor without a name.
/// </summary>
internal sealed class NominalLinker(ActorBook book, ResolvedPart part, Discourse discourse, HashSet<int> wanted, string? outlet)
{
    private const int Sentences = 3;
    private const string FormerRule = "former rule";

    public DraftMention? Link(int p)
    {
        var phrase = part.Phrases[p];
        var head = part.Lower(phrase.Head);
        var plural = IsPlural(phrase.Head);
        var noun = plural && Heads.Of(head) == HeadClass.None ? Singular(head) : head;
        var kind = Heads.Of(noun);
        var first = FirstWithPossessor(phrase);
        if (Outlet(first, phrase) is { } own) return Mention(first, phrase, EntityType.Organization, own, 0.8);
        if (Described(first, phrase) is { } body) return Mention(first, phrase, EntityType.Organization, body, 0.9);
        if (Place(first, phrase, noun) is { } place) return Mention(first, phrase, EntityType.Polity, place, 0.8);
        var isWanted = wanted.Contains(phrase.Head);
        if (kind == HeadClass.None && !isWanted) return null;
        if (Government(phrase, kind, first) is { } rule) return Mention(first, phrase, rule.Type, rule, 0.8);
        var definite = IsDefinite(first, phrase) && !IsCompleted(phrase);
        var actor = plural || kind.HasFlag(HeadClass.People) ? Group(first, phrase, noun)
            : kind.HasFlag(HeadClass.Person) && definite ? Person(phrase, noun)
            : kind.HasFlag(HeadClass.Body) && definite ? Body(phrase, noun)
            : null;
        if (actor is null && isWanted) actor = Unnamed(first, phrase, noun, kind, plural, definite);
        if (actor is null && !definite) return null;
        return Mention(first, phrase, actor?.Type ?? TypeOf(kind, plural), actor, actor is null ? 0.5 : 0.7);
    }

    private DraftMention Mention(int first, NounPhrase phrase, EntityType type, ActorDraft? actor, double confidence) =>
        part.OtherAt(phrase.Head) ?? part.AddOther(first, phrase.Head, phrase.Sentence, type, MentionForm.Nominal, actor, confidence);

    private int FirstWithPossessor(NounPhrase phrase)
    {
        while (phrase.Possessor >= 0) phrase = part.Phrases[phrase.Possessor];
        return phrase.First;
    }

    private bool IsPlural(int head) => part.Syntax.Xpos.Length > head ? part.Syntax.Xpos[head] is "NNS" or "NNPS" : part.Lower(head).EndsWith('s');

    private static string Singular(string noun) =>
        noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y"
        : noun.EndsWith('s') && noun.Length > 3 ? noun[..^1]
        : noun;

    /// <summary>"The president of that country", "the court that ...": the words after it say who is meant, not the text before it.</summary>
    private bool IsCompleted(NounPhrase phrase) =>
        phrase.End < part.Syntax.Sentences[phrase.Sentence].EndToken && part.Form(phrase.End) is "of" or "that" or "who" or "whose" or "which" or "from" or "on" or "for" or "in" or "at" or "near" or "with" or "by";

    private bool IsDefinite(int first, NounPhrase phrase) =>
        phrase.Possessor >= 0 || part.Lower(first) is "the" or "this" or "that" or "his" or "her" or "its" or "their" or "these" or "those" or "our" or "my";

    /// <summary>"This newspaper": the outlet itself.</summary>
    private ActorDraft? Outlet(int first, NounPhrase phrase) =>
        outlet is not null && part.Lower(first) is "this" && phrase.End - first <= 3 && part.Lower(phrase.Head) is "newspaper" or "website" or "publication" or "outlet" or "magazine" or "paper" or "daily" or "site" or "channel"
            ? book.GetOrCreate("org " + OrganizationNames.Key(outlet), outlet, EntityType.Organization)
            : null;

    /// <summary>"the UN food agency": a description that a known body bears.</summary>
    private ActorDraft? Described(int first, NounPhrase phrase)
    {
        if (phrase.End - first < 2) return null;
        var text = NameKeyText(first, phrase.End);
        return OrganizationNames.Described(text) is { } known
            ? book.GetOrCreate("org " + OrganizationNames.Key(known.Name), part.Text(SkipArticle(first), phrase.End), EntityType.Organization)
            : null;
    }

    private string NameKeyText(int first, int end) => part.Text(SkipArticle(first), end).ToLowerInvariant().Replace('’', '\'');

    private int SkipArticle(int first) => part.Lower(first) is "the" or "a" or "an" ? first + 1 : first;

    /// <summary>Those who rule a country: its actor is the country's own. One that is over, or that bears its ruler's name, is an actor of its own.</summary>
    private ActorDraft? Government(NounPhrase phrase, HeadClass kind, int first)
    {
        if (!kind.HasFlag(HeadClass.Government)) return null;
        var country = CountryOf(phrase, out var other);
        var former = HasFormer(phrase);
        if (PossessingPerson(phrase) is { } ruler)
        {
            var own = book.GetOrCreate("regime of " + ruler.Number, part.Text(first, phrase.End), EntityType.Organization, unnamed: true);
            own.Country ??= ruler.Country;
            return own;
        }

        if (former)
        {
            country ??= discourse.OnlyCountryIn(phrase.Sentence);
            var regime = book.GetOrCreate(FormerRule, part.Text(SkipArticle(first), phrase.End), EntityType.Organization, unnamed: true);
            regime.AddName(part.Text(SkipArticle(first), phrase.End));
            regime.Country ??= country;
            return regime;
        }

        if (other || (country is null && !IsDefinite(first, phrase))) return null;
        country ??= discourse.CountryNear(phrase.Sentence);
        return country is null ? null : book.OfCountry(country, part.Text(SkipArticle(first), phrase.End));
    }

    /// <summary>
    /// Before the text is read: a government of a person that the text says was overthrown is the one that "the former regime" means; two of them, and it means none.
    /// </summary>
    public static void FindOverthrown(ActorBook book, IEnumerable<ResolvedPart> parts)
    {
        ActorDraft? only = null;
        foreach (var part in parts)
        {
            foreach (var phrase in part.Phrases)
            {
                if (phrase.Possessor < 0 || !Heads.Of(part.Lower(phrase.Head)).HasFlag(HeadClass.Government) || !IsOverthrown(part, phrase)) continue;
                if (part.MentionOf(phrase.Possessor)?.Actor is not { Type: EntityType.Person } ruler) continue;
                var rule = book.GetOrCreate("regime of " + ruler.Number, part.Text(part.Phrases[phrase.Possessor].First, phrase.End), EntityType.Organization, unnamed: true);
                if (only is not null && only != rule) return;
                only = rule;
            }
        }

        if (only is not null) book.AddKey(FormerRule, only);
    }

    /// <summary>"The country" is the one last named; "the city" the only city seen lately.</summary>
    private ActorDraft? Place(int first, NounPhrase phrase, string noun)
    {
        if (first != phrase.First || phrase.End - first != 2 || part.Lower(first) is not ("the" or "this" or "that") || IsCompleted(phrase)) return null;
        if (noun is "country" or "nation") return discourse.CountryNear(phrase.Sentence) is { } country ? book.FindCountry(country) : null;
        if (noun is not ("city" or "town" or "village" or "province" or "territory" or "enclave")) return null;
        ActorDraft? only = null;
        foreach (var seen in discourse.Back(phrase.Sentence, 1))
        {
            if (seen.Actor is not { Type: EntityType.Polity } polity || polity == only || (polity.Country is not null && noun is not ("territory" or "enclave"))) continue;
            if (only is not null) return null;
            only = polity;
        }

        return only;
    }

    private bool HasFormer(NounPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.Head; i++)
        {
            if (Heads.Of(part.Lower(i)).HasFlag(HeadClass.Former)) return true;
        }

        return false;
    }

    private static bool IsOverthrown(ResolvedPart part, NounPhrase phrase)
    {
        var sentence = part.Syntax.Sentences[phrase.Sentence];
        for (var i = sentence.FirstToken; i < sentence.EndToken && part.Syntax.Lemmas.Length > i; i++)
        {
            if (Heads.Of(part.Syntax.Lemmas[i]).HasFlag(HeadClass.Verb)) return true;
        }

        return false;
    }

    private ActorDraft? PossessingPerson(NounPhrase phrase) =>
        phrase.Possessor >= 0 && part.MentionOf(phrase.Possessor)?.Actor is { Type: EntityType.Person } ruler ? ruler : null;

    /// <summary>The country of an adjective, a possessor or a name inside; <paramref name="other"/> when another name qualifies the phrase.</summary>
    private Country? CountryOf(NounPhrase phrase, out bool other)
    {
        other = false;
        for (var i = phrase.First; i < phrase.Head; i++)
        {
            var word = part.Form(i).ToString();
            if ((Polities.OfAdjective(word) ?? Polities.Named(word)) is { } country) return country;
            if (part.NameAt[i] >= 0)
            {
                if (part.Names[part.NameAt[i]].Actor?.Country is { } named) return named;
                other = true;
            }

            other |= part.Lower(i) is "local" or "regional" or "provincial" or "state" or "municipal" or "city" or "health" or "military" or "port" or "police" or "airport" or "prison" or "school" or "tax" or "party" or "company"
                or "union" or "club" or "university" or "immigration" or "interim-phase";
        }

        if (phrase.Possessor < 0) return null;
        if (part.MentionOf(phrase.Possessor)?.Actor is { } owner)
        {
            other |= owner.Type != EntityType.Polity;
            if (owner.Type == EntityType.Polity && owner.Country is null) other = true;
            return owner.Type == EntityType.Polity ? owner.Country : null;
        }

        if (part.Lower(part.Phrases[phrase.Possessor].Head) is "country" or "nation" or "state") return discourse.CountryNear(phrase.Sentence);
        other = true;
        return null;
    }

    /// <summary>A definite person noun means the one seen lately who is called so; with a country, of that country.</summary>
    private ActorDraft? Person(NounPhrase phrase, string noun)
    {
        var country = CountryOf(phrase, out _);
        ActorDraft? found = null;
        foreach (var seen in discourse.Back(phrase.Sentence, noun is "president" or "minister" or "premier" or "chancellor" ? 40 : Sentences))
        {
            if (seen.Actor is not { Type: EntityType.Person } person || person == found) continue;
            if (country is not null && person.Country is not null && person.Country != country) continue;
            if (country is not null && person.Country is null) continue;
            var called = noun is "counterpart" ? country is not null && person.Roles.Count > 0 : person.HasRoleHead(noun) || (noun == "leader" && country is not null && person.Roles.Count > 0);
            if (!called) continue;
            if (found is not null) return null;
            found = person;
        }

        return found;
    }

    /// <summary>A definite body noun means the organisation seen lately whose name holds the noun, or for a general noun the only one seen.</summary>
    private ActorDraft? Body(NounPhrase phrase, string noun)
    {
        var country = CountryOf(phrase, out var other);
        var general = noun is "agency" or "group" or "organization" or "organisation" or "company" or "firm" or "charity" or "body" or "movement" or "party" or "militia" or "bank" or "union" or "club" or "team" or "watchdog"
            or "ministry" or "department" or "commission" or "committee" or "court" or "council" or "association" or "institute" or "university" or "newspaper" or "broadcaster" or "airline";
        ActorDraft? only = null;
        foreach (var seen in discourse.Back(phrase.Sentence, Sentences))
        {
            if (seen.Actor is not { Type: EntityType.Organization } body) continue;
            if (country is not null && body.Country is not null && body.Country != country) continue;
            if (body.Names.Any(n => n.Contains(noun, StringComparison.OrdinalIgnoreCase)) && NamesModifiers(body, phrase)) return body;
            if (!general || other || country is not null || body == only) continue;
            if (only is not null) return null;
            only = body;
        }

        return Modified(phrase) ? null : only;
    }

    /// <summary>"The appeals court" is no Supreme Court: each word before the noun stands in one of the names.</summary>
    private bool NamesModifiers(ActorDraft body, NounPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.Head; i++)
        {
            if (part.Syntax.Upos[i] is not (PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Verb)) continue;
            var word = part.Form(i).ToString();
            if (Polities.OfAdjective(word) is null && !body.Names.Any(n => n.Contains(word, StringComparison.OrdinalIgnoreCase))) return false;
        }

        return true;
    }

    private bool Modified(NounPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.Head; i++)
        {
            if (part.Syntax.Upos[i] is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Verb) return true;
        }

        return phrase.Possessor >= 0;
    }

    /// <summary>People met before under the same words, or "the workers" after "humanitarian workers".</summary>
    private ActorDraft? Group(int first, NounPhrase phrase, string noun)
    {
        if (book.Find("unnamed " + Plain(first, phrase)) is { } same) return same;
        if (Modified(phrase) || part.Lower(phrase.First) is not ("the" or "these" or "those")) return null;
        foreach (var seen in discourse.Back(phrase.Sentence, Sentences))
        {
            if (seen.Actor is { IsUnnamed: true, IsPlural: true } people && people.Names[0].EndsWith(noun, StringComparison.OrdinalIgnoreCase)) return people;
        }

        return null;
    }

    private ActorDraft? Unnamed(int first, NounPhrase phrase, string noun, HeadClass kind, bool plural, bool definite)
    {
        if (kind == HeadClass.None) return null;
        var start = first;
        while (start < phrase.Head && part.Syntax.Upos[start] is PartOfSpeech.Det or PartOfSpeech.Num or PartOfSpeech.Pron) start++;
        var text = string.Join(' ', part.Text(start, phrase.End).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var type = TypeOf(kind, plural);
        var key = "unnamed " + Plain(first, phrase);
        // Two spokesmen without a name need not be one; a group called by the same words is.
        if (type == EntityType.Person && !definite && book.Find(key) is not null) key += " " + part.Part.Label + phrase.Head;
        var draft = book.GetOrCreate(key, text, type, plural || type == EntityType.Group, unnamed: true);
        draft.Country ??= CountryOf(phrase, out _);
        if (draft.Gender == Gender.Unknown) draft.Gender = Heads.GenderOfNoun(noun);
        return draft;
    }

    private string Plain(int first, NounPhrase phrase)
    {
        var start = first;
        while (start < phrase.Head && part.Syntax.Upos[start] is PartOfSpeech.Det or PartOfSpeech.Num or PartOfSpeech.Pron) start++;
        return string.Join(' ', NameKey.Words(part.Text(start, phrase.End)));
    }

    private static EntityType TypeOf(HeadClass kind, bool plural) =>
        plural || kind.HasFlag(HeadClass.People) ? EntityType.Group
        : kind.HasFlag(HeadClass.Person) ? EntityType.Person
        : kind.HasFlag(HeadClass.Body) || kind.HasFlag(HeadClass.Government) ? EntityType.Organization
        : EntityType.Other;
}
