using Crosscheck.Names;

namespace Crosscheck.Actors;

/// <summary>Names to actors: full names of all parts first, so that a headline's "Sharaa" meets the body's "Ahmad al-Sharaa".</summary>
internal sealed class NameLinker(ActorBook book, List<ResolvedPart> parts)
{
    private readonly Dictionary<string, EntityType> _types = [];

    public void Link()
    {
        VoteTypes();
        foreach (var part in parts)
        {
            foreach (var name in part.Names) LinkFull(part, name);
        }

        foreach (var part in parts)
        {
            var recent = new Dictionary<int, int>();
            for (var i = 0; i < part.Names.Count; i++)
            {
                var name = part.Names[i];
                if (name.Actor is null) LinkShort(part, name, recent);
                if (name.Actor is { } actor) recent[actor.Number] = i;
            }
        }
    }

    public EntityType TypeOf(ResolvedPart part, DraftMention name) => _types.GetValueOrDefault(OrganizationNames.Plain(NameText(part, name)), name.Mention.Type);

    public static string NameText(ResolvedPart part, DraftMention name) => Tidy(part.Syntax.Text.Slice(name.Mention.Span));

    /// <summary>White space and a leading article brought to one form.</summary>
    private static string Tidy(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && text.Length > 4 ? text[4..] : text;
    }

    /// <summary>"Democrat Ann Lee" is Ann Lee.</summary>
    private static string WithoutParty(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || text.IndexOf(' ', space + 1) < 0) return text;
        var first = text.AsSpan(0, space).ToString().ToLowerInvariant();
        return (Gazetteer.Phrase(first) & (KnownName.Group | KnownName.GivenName)) == KnownName.Group || (Gazetteer.Word(first) & NameWord.Office) != NameWord.None ? text[(space + 1)..] : text;
    }

    /// <summary>The same words have one type in an article: the one the finder was surest of in sum.</summary>
    private void VoteTypes()
    {
        var votes = new Dictionary<string, Dictionary<EntityType, double>>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (var name in part.Names)
            {
                var key = OrganizationNames.Plain(NameText(part, name));
                if (!votes.TryGetValue(key, out var row)) votes[key] = row = [];
                row[name.Mention.Type] = row.GetValueOrDefault(name.Mention.Type) + name.Mention.Confidence;
            }
        }

        foreach (var (key, row) in votes) _types[key] = row.OrderByDescending(v => v.Value).ThenBy(v => v.Key).First().Key;
    }

    private void LinkFull(ResolvedPart part, DraftMention name)
    {
        var text = NameText(part, name);
        if (Polities.OfSeat(text) is { } governed)
        {
            name.Actor = book.OfCountry(governed, text);
            return;
        }

        switch (TypeOf(part, name))
        {
            case EntityType.Person when PersonName.Of(text = WithoutParty(text)) is { Count: > 1 } words:
                name.Actor = book.OfFullName(text, words);
                SetGender(part, name, name.Actor);
                break;
            case EntityType.Organization when !OrganizationNames.IsAcronym(text) && text.Contains(' '):
                name.Actor = OfOrganization(part, name, text);
                break;
            case EntityType.Polity when Polities.Named(text) is { } country:
                name.Actor = book.OfCountry(country, text);
                break;
            default:
                break;
        }
    }

    private void LinkShort(ResolvedPart part, DraftMention name, Dictionary<int, int> recent)
    {
        var text = NameText(part, name);
        name.Actor = TypeOf(part, name) switch
        {
            EntityType.Person => OfShortPerson(part, name, text, recent),
            EntityType.Organization => IsSurname(text) ? OfShortPerson(part, name, text, recent) : OfOrganization(part, name, text),
            EntityType.Polity => OfPolity(part, name, text),
            EntityType.Group => OfGroup(part, name, text),
            EntityType.Location or EntityType.Facility => Polities.Named(text) is { } country ? book.OfCountry(country, text) : book.GetOrCreate("place " + OrganizationNames.Key(text), text, TypeOf(part, name)),
            _ => null,
        };
    }

    /// <summary>A surname means the person of that name seen last before it, else the only one; of several that nothing tells apart, nobody.</summary>
    private ActorDraft? OfShortPerson(ResolvedPart part, DraftMention name, string text, Dictionary<int, int> recent)
    {
        var words = PersonName.Of(text);
        if (words.Count == 0) return null;
        var candidates = book.OfOneWord(words.Sounds[^1]);
        var gender = GenderBefore(part, name);
        if (gender != Gender.Unknown) candidates = candidates.FindAll(c => c.Gender is Gender.Unknown || c.Gender == gender);
        if (candidates.Count == 0)
        {
            var created = book.OfSingleName(text, words);
            created.Gender = gender;
            return created;
        }

        var chosen = candidates[0];
        if (candidates.Count > 1)
        {
            var seen = candidates.FindAll(c => recent.ContainsKey(c.Number));
            if (seen.Count == 0) return null;
            chosen = seen.MaxBy(c => recent[c.Number])!;
        }

        chosen.AddName(text);
        if (chosen.Gender == Gender.Unknown) chosen.Gender = gender;
        return chosen;
    }

    /// <summary>One word taken for an organisation's name that is the surname of somebody whom the article names in full, and no organisation known.</summary>
    private bool IsSurname(string text)
    {
        if (text.Contains(' ') || OrganizationNames.IsAcronym(text) || OrganizationNames.Known(text) is not null) return false;
        var words = PersonName.Of(text);
        return words.Count == 1 && book.OfOneWord(words.Sounds[0]).Exists(p => p.Name.Count > 1 && p.Name.Sounds[^1] == words.Sounds[0])
            && book.Find("org " + OrganizationNames.Key(text)) is null;
    }

    private ActorDraft? OfOrganization(ResolvedPart part, DraftMention name, string text)
    {
        var key = OrganizationNames.Key(text);
        if (key.Length == 0) return null;
        if (QualifiedNames.Of(part, name, text) is { } qualified)
        {
            var owned = book.GetOrCreate("org " + qualified.Key, qualified.Name, EntityType.Organization);
            owned.AddName(text);
            owned.Country = qualified.Country;
            book.AddKey("org " + key, owned);
            return owned;
        }

        var known = OrganizationNames.Known(text);
        if (OrganizationNames.IsAcronym(text))
        {
            var letters = text.Replace(".", string.Empty, StringComparison.Ordinal);
            var meant = book.OfAcronym(letters) ?? (known is null ? null : book.Find("org " + OrganizationNames.Key(known.Name)));
            if (meant is not null)
            {
                meant.AddName(text);
                return meant;
            }
        }

        var draft = book.Find("org " + key) ?? (known is null ? null : known.Acronyms.Select(a => book.Find("org " + OrganizationNames.Key(a))).FirstOrDefault(d => d is not null));
        draft ??= book.Create(text, EntityType.Organization);
        draft.AddName(text);
        book.AddKey("org " + key, draft);
        foreach (var acronym in OrganizationNames.AcronymsOf(text)) book.AddAcronym(acronym, draft);
        if (known is not null) book.AddKey("org " + OrganizationNames.Key(known.Name), draft);
        if (AcronymAfter(part, name) is { } given) book.AddAcronym(given, draft);
        return draft;
    }

    /// <summary>"World Food Program (WFP)".</summary>
    private static string? AcronymAfter(ResolvedPart part, DraftMention name)
    {
        var at = name.End;
        if (at + 2 >= part.Syntax.Tokens.Length || part.Form(at) is not "(" || part.Form(at + 2) is not ")") return null;
        return OrganizationNames.IsAcronym(part.Form(at + 1)) ? part.Form(at + 1).ToString().Replace(".", string.Empty, StringComparison.Ordinal) : null;
    }

    private ActorDraft OfPolity(ResolvedPart part, DraftMention name, string text)
    {
        if (Polities.OfCapital(text) is { } governed)
        {
            var sentence = part.Syntax.Sentences[name.Sentence];
            if (part.Part.Kind != Text.TextPartKind.Caption && !Polities.IsPlaceHere(part.Syntax, name.First, name.End, sentence.FirstToken, sentence.EndToken))
            {
                return book.OfCountry(governed, text);
            }
        }

        return book.GetOrCreate("polity " + OrganizationNames.Key(text), text, EntityType.Polity);
    }

    /// <summary>An adjective ("Syrian" before a noun) stands for the country and is no name of it; a noun ("Syrians") names the people.</summary>
    private ActorDraft OfGroup(ResolvedPart part, DraftMention name, string text)
    {
        var country = Polities.OfAdjective(text);
        var attributive = name.End < part.Syntax.Tokens.Length && part.PhraseAt[name.End - 1] is var phrase and >= 0 && part.Phrases[phrase].Head >= name.End;
        var plural = text.EndsWith('s') && !text.EndsWith("ss", StringComparison.Ordinal);
        if (country is not null && (attributive || (!plural && (name.First == 0 || part.Form(name.First - 1) is not ("the" or "The" or "a" or "A")))))
        {
            return book.FindCountry(country) ?? book.OfCountry(country, country.Name);
        }

        var singular = plural ? text[..^1] : text;
        var draft = book.GetOrCreate("group " + singular.ToLowerInvariant(), text, EntityType.Group, plural: true);
        draft.Country ??= country;
        return draft;
    }

    private static void SetGender(ResolvedPart part, DraftMention name, ActorDraft actor)
    {
        if (actor.Gender != Gender.Unknown) return;
        actor.Gender = GenderBefore(part, name);
        if (actor.Gender == Gender.Unknown && actor.Name.Count > 1) actor.Gender = Heads.GenderOfName(actor.Name.Words[0]);
    }

    /// <summary>"Mr", "Mrs", or such a word as the name's own first.</summary>
    private static Gender GenderBefore(ResolvedPart part, DraftMention name)
    {
        var first = Heads.GenderOfNoun(part.Lower(name.First));
        if (first != Gender.Unknown) return first;
        return name.First > 0 ? Heads.GenderOfNoun(part.Lower(name.First - 1)) : Gender.Unknown;
    }
}
