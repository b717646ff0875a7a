namespace Crosscheck.Articles.Html.Parsing;

internal enum NodeKind : byte
{
    Document,
    Element,

    /// <summary>Text in which character references are read and U+0000 is dropped.</summary>
    Text,

    /// <summary>Text in which character references are read and U+0000 becomes U+FFFD: of titles, text areas, SVG and MathML.</summary>
    KeptText,

    /// <summary>Text in which nothing is a reference and U+0000 becomes U+FFFD: of scripts, styles, plain text, CDATA sections.</summary>
    RawText,
}

/// <summary>The namespace of an element.</summary>
internal enum Namespace : byte
{
    Html,
    Svg,
    MathMl,
}

/// <summary>A node of the tree, in an array with the others; its neighbours are indices, -1 where there is none.</summary>
internal struct MarkupNode
{
    public int Parent;
    public int FirstChild;
    public int LastChild;
    public int Previous;
    public int Next;

    /// <summary>Of an element: offset of its start tag, or -1 where no tag made it. Of text: offset of its first character.</summary>
    public int Start;

    /// <summary>Of an element: one past the name in its start tag. Of text: one past its last character.</summary>
    public int End;
    public int FirstAttribute;
    public int Attributes;
    public NodeKind Kind;
    public ElementName Name;
    public Namespace Namespace;

    public readonly bool IsText => Kind >= NodeKind.Text;
}
