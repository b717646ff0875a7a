using Crosscheck.Language;

namespace Crosscheck.Names;

/// <summary>
/// From the labels of the training data to entity types: its Location is divided into polities and other places, its Misc into
/// events, works and the rest. Dates and sums of money are no names.
/// </summary>
internal static class EntityTyping
{
    public static EntityType? Of(SyntaxLayer syntax, in TaggedName name) => name.Label switch
    {
        "Person" => IsOrganization(syntax, name) ? EntityType.Organization : EntityType.Person,
        "Organization" => EntityType.Organization,
        "NORP" => IsOrganization(syntax, name) ? EntityType.Organization : EntityType.Group,
        "Facility" => EntityType.Facility,
        "Product" => EntityType.Product,
        "Location" => OfPlace(syntax, name),
        "Misc" => OfOther(syntax, name),
        _ => null,
    };

    /// <summary>Known landscapes, names with a word such as River or Coast, and parts of a country ("northern Mali") have no government.</summary>
    private static EntityType OfPlace(SyntaxLayer syntax, in TaggedName name)
    {
        var known = Gazetteer.Phrase(Normalised(syntax, name.FirstToken, name.EndToken));
        if ((known & (KnownName.Country | KnownName.Capital | KnownName.City | KnownName.Region)) != KnownName.None) return EntityType.Polity;
        if ((known & KnownName.Landscape) != KnownName.None) return EntityType.Location;
        if (known == KnownName.Organization) return EntityType.Organization;
        if (IsLikePerson(syntax, name)) return EntityType.Person;
        Span<char> lower = stackalloc char[32];
        var landscape = false;
        for (var i = name.FirstToken; i < name.EndToken; i++)
        {
            var word = Gazetteer.Word(Lower(syntax.Form(i), lower));
            if ((word & NameWord.Polity) != NameWord.None) return EntityType.Polity;
            landscape |= (word & NameWord.Landscape) != NameWord.None;
        }

        return landscape ? EntityType.Location : EntityType.Polity;
    }

    /// <summary>Known as an organisation and as nothing else.</summary>
    private static bool IsOrganization(SyntaxLayer syntax, in TaggedName name) =>
        Gazetteer.Phrase(Normalised(syntax, name.FirstToken, name.EndToken)) == KnownName.Organization;

    /// <summary>Two words, the first a given name and nothing else, the second no word of places.</summary>
    private static bool IsLikePerson(SyntaxLayer syntax, in TaggedName name)
    {
        if (name.EndToken - name.FirstToken != 2) return false;
        Span<char> lower = stackalloc char[32];
        if (Gazetteer.Phrase(Lower(syntax.Form(name.FirstToken), lower)) != KnownName.GivenName) return false;
        return (Gazetteer.Word(Lower(syntax.Form(name.FirstToken + 1), lower)) & ~NameWord.Particle) == NameWord.None;
    }

    private static EntityType OfOther(SyntaxLayer syntax, in TaggedName name)
    {
        Span<char> lower = stackalloc char[32];
        var seen = NameWord.None;
        for (var i = name.FirstToken; i < name.EndToken; i++) seen |= Gazetteer.Word(Lower(syntax.Form(i), lower));
        if (IsOrganization(syntax, name) || (Speaks(syntax, name) && (seen & NameWord.Organization) != NameWord.None)) return EntityType.Organization;
        if ((seen & NameWord.Event) != NameWord.None) return EntityType.Event;
        if ((seen & NameWord.Work) != NameWord.None || Quoted(syntax, name)) return EntityType.Work;
        return EntityType.Other;
    }

    /// <summary>Whether the name is the subject of a verb with a clause or an object: things are seldom.</summary>
    private static bool Speaks(SyntaxLayer syntax, in TaggedName name)
    {
        if (!syntax.HasDependencies) return false;
        var last = name.EndToken - 1;
        if (syntax.Relations[last] != "nsubj" || syntax.Heads[last] is not (>= 0 and var verb)) return false;
        foreach (var child in syntax.Dependencies.ChildrenOf(verb))
        {
            if (syntax.Relations[child] is "ccomp" or "obj" or "xcomp") return true;
        }

        return false;
    }

    private static bool Quoted(SyntaxLayer syntax, in TaggedName name) =>
        name.FirstToken > 0 && name.EndToken < syntax.Tokens.Length
        && syntax.Form(name.FirstToken - 1) is "\"" or "“" or "‘" or "«" or "``"
        && syntax.Form(name.EndToken) is "\"" or "”" or "’" or "»" or "''";

    private static string Normalised(SyntaxLayer syntax, int first, int end)
    {
        var words = new string[Math.Min(end - first, 8)];
        for (var i = 0; i < words.Length; i++) words[i] = syntax.Form(first + i).ToString().ToLowerInvariant();
        if (words is ["the", ..]) words = words[1..];
        return string.Join(' ', words).Replace(" - ", "-", StringComparison.Ordinal).Replace('’', '\'');
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> form, Span<char> room)
    {
        if (form.Length > room.Length) form = form[..room.Length];
        return room[..form.ToLowerInvariant(room)];
    }
}
