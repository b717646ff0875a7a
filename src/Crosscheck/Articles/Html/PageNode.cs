using Crosscheck.Articles.Html.Parsing;
using Crosscheck.Text;

namespace Crosscheck.Articles.Html;

/// <summary>An element of the page, in document order. Everything about its subtree is a range: nodes up to <see cref="End"/>, blocks up to <see cref="EndBlock"/>.</summary>
internal struct PageNode
{
    public Tag Tag;
    public int Parent;
    public int Depth;

    /// <summary>One past the last node of the subtree.</summary>
    public int End;

    /// <summary>Offset of the start tag in the decoded document, or -1 where the parser made the element up.</summary>
    public int Start;
    public int FirstBlock;
    public int EndBlock;

    /// <summary>What the element's own tag, role, class and id say it is.</summary>
    public Mark Own;

    /// <summary>The mark that holds for the element's text: its own or one from further out (see <see cref="MarkResolver"/>).</summary>
    public Mark Mark;
    public MarkupElement Element;

    /// <summary>For an inline element in a heading of the first or second level, which part of it that is; such a part is a block.</summary>
    public HeadingPart Part;

    /// <summary>Whether it has an attribute that describes data (itemprop, property, rel, datetime, pubdate).</summary>
    public bool Describes;

    /// <summary>The class and id words, kept for the learned model and for messages.</summary>
    public string Words;
}

/// <summary>A run of text between two block boundaries, white space folded (a line break inside is kept as a line feed).</summary>
internal sealed class TextBlock
{
    public required int Node { get; init; }

    public required string Text { get; init; }

    /// <summary>From the first character to one past the last in the decoded document; markup may stand inside.</summary>
    public required TextSpan Source { get; init; }

    public required int LinkChars { get; init; }

    public required int BoldChars { get; init; }

    public required int ItalicChars { get; init; }

    public required int Links { get; init; }

    /// <summary>The element, perhaps inline, that holds the first character; <see cref="Node"/> is the block-level element around it.</summary>
    public required int Leaf { get; init; }

    /// <summary>Characters of the text without white space at its edges.</summary>
    public int Length => Text.Length;

    public double LinkShare => (double)LinkChars / Text.Length;
}
