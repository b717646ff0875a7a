namespace Crosscheck.Articles.Html.Parsing;

/// <summary>An element of a tree, to ask for its attributes and its text.</summary>
internal readonly record struct MarkupElement(MarkupTree Tree, int Node)
{
    /// <summary>All text inside, that of scripts and templates left out.</summary>
    public string TextContent => Tree.TextContent(Node);

    /// <summary>An attribute's value with its references read, or null where the element has none of the name.</summary>
    /// <exception cref="ArgumentException">The name is not one of <see cref="AttributeName"/>, which alone are kept.</exception>
    public string? GetAttribute(string name)
    {
        var known = AttributeNames.Of(name);
        if (known == AttributeName.Unknown) throw new ArgumentException("No such attribute is kept.", nameof(name));
        foreach (var attribute in Tree.AttributesOf(Node))
        {
            if (attribute.Name == known) return Tree.Value(attribute);
        }

        return null;
    }

    public bool HasAttribute(string name) => GetAttribute(name) is not null;
}
