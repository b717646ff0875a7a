namespace Crosscheck.Articles.Html.Parsing;

/// <summary>Attributes that reading asks for, and those that the tree's shape depends on; the others are not kept. A hyphen in a name is left out here.</summary>
internal enum AttributeName : byte
{
    Unknown, Class, Id, Role, Hidden, Itemprop, Itemtype, Property, Rel, Datetime, Pubdate, Content, Name, HttpEquiv, Href, Title, Lang, Type, Encoding, Color, Face, Size,
}

/// <summary>An attribute of a start tag: its value as it stands in the source, character references and all.</summary>
internal readonly record struct AttributeSlice(AttributeName Name, int Start, int End);

internal static class AttributeNames
{
    private static readonly NameTable Table =
        new(Enum.GetValues<AttributeName>().Where(n => n != AttributeName.Unknown).Select(n => (n == AttributeName.HttpEquiv ? "http-equiv" : n.ToString().ToLowerInvariant(), (byte)n)));

    public static AttributeName Of(ReadOnlySpan<char> name) => (AttributeName)Table.Find(name);
}
