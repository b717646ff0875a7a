using Crosscheck.Names;

namespace Crosscheck.Actors;

/// <summary>Bodies that every country has are told apart by their country: "Gaza's Health Ministry", "the Russian Foreign Ministry".</summary>
internal static class QualifiedNames
{
    internal readonly record struct Qualified(string Name, string Key, Country? Country);

    /// <summary>The name with its country; null where the name is not of that kind or no country stands beside it.</summary>
    public static Qualified? Of(ResolvedPart part, DraftMention name, string text)
    {
        if (!IsCommon(text)) return null;
        var words = NameKey.Words(text);
        var inside = Inside(words);
        if (inside.Country is not null) return new Qualified(text, string.Join(' ', words[inside.Used..]) + "|" + inside.Country.Name, inside.Country);
        if (Before(part, name) is not { } owner) return null;
        var full = part.Text(owner.First, name.End);
        var country = Polities.OfAdjective(owner.Text) ?? Polities.Named(owner.Text);
        return new Qualified(full, string.Join(' ', words) + "|" + (country?.Name ?? owner.Text.ToLowerInvariant()), country);
    }

    /// <summary>A key without the country it begins with.</summary>
    public static string Bare(string key)
    {
        var words = key.Split(' ');
        return string.Join(' ', words[Inside(words).Used..]);
    }

    private static bool IsCommon(string text)
    {
        foreach (var word in NameKey.Words(text))
        {
            if (word is "ministry" or "parliament" or "army" or "police" or "court" or "senate" or "cabinet" or "embassy" or "military" or "navy" or "government" or "council" or "assembly" or "congress" or "bank"
                or "department" or "forces" or "force" or "presidency" or "commission" or "agency" or "authority" or "intelligence")
            {
                return true;
            }
        }

        return false;
    }

    private static (Country? Country, int Used) Inside(string[] words)
    {
        for (var length = Math.Min(3, words.Length - 1); length > 0; length--)
        {
            var start = string.Join(' ', words.AsSpan(0, length)!);
            if ((Polities.OfAdjective(start) ?? Polities.Named(start)) is { } country) return (country, length);
        }

        return (null, 0);
    }

    /// <summary>A people's adjective or a place's possessive just before the name.</summary>
    private static (int First, string Text)? Before(ResolvedPart part, DraftMention name)
    {
        var at = name.First - 1;
        if (at < 0) return null;
        var possessive = part.Form(at) is "'s" or "’s" or "'" or "’";
        if (possessive) at--;
        if (at < 0 || part.NameAt[at] < 0) return null;
        var owner = part.Names[part.NameAt[at]];
        if (owner.Sentence != name.Sentence || owner.End != at + 1) return null;
        return possessive ? owner.Mention.Type is EntityType.Polity or EntityType.Location ? (owner.First, part.Text(owner.First, owner.End)) : null
            : owner.Mention.Type is EntityType.Group or EntityType.Polity ? (owner.First, part.Text(owner.First, owner.End))
            : null;
    }
}
