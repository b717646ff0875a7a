using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Crosscheck.Articles.Html;

/// <summary>A parsed page as flat arrays: its elements and its blocks of text, both in document order.</summary>
internal sealed class Page
{
    /// <summary>Attributes that reading asks for, and those that the tree's shape depends on; the others are not kept.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributes = FrozenSet.ToFrozenSet(
        "class id role hidden itemprop itemtype property rel datetime pubdate content name http-equiv charset href src title lang type encoding color face size".Split(' '), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HtmlParserOptions Options = new()
    {
        IsKeepingSourceReferences = true,
        SkipComments = true,
        SkipScriptText = true,
        SkipProcessingInstructions = true,
        IsNotSupportingFrames = true,
        MaximumDepth = MarkupScan.MaximumDepth + 100,
        ShouldEmitAttribute = static (ref StructHtmlToken _, ReadOnlyMemory<char> name) => Attributes.Contains(name.Span),
    };

    internal Page(string source, MarkupScan scan, IDocument document, PageNode[] nodes, TextBlock[] blocks)
    {
        Source = source;
        Scan = scan;
        Document = document;
        Nodes = nodes;
        Blocks = blocks;
    }

    public string Source { get; }

    public MarkupScan Scan { get; }

    public IDocument Document { get; }

    public PageNode[] Nodes { get; }

    public TextBlock[] Blocks { get; }

    /// <summary>Parses and flattens. Markup nested too deep or flooded with attributes is thinned first (see <see cref="MarkupScan"/>).</summary>
    public static Page Parse(string source)
    {
        var scan = MarkupScan.Of(source);
        var document = new HtmlParser(Options).ParseDocument(scan.Parseable);
        var flattener = new Flattener(source, document);
        flattener.Run();
        MarkResolver.Resolve(flattener.Nodes, flattener.Blocks);
        return new Page(source, scan, document, flattener.Nodes, flattener.Blocks);
    }

    /// <summary>The nearest ancestor (or the node itself) with a tag, or -1.</summary>
    public int Nearest(int node, Tag tag)
    {
        while (node >= 0 && Nodes[node].Tag != tag) node = Nodes[node].Parent;
        return node;
    }

    public Mark MarkOf(TextBlock block) => Nodes[block.Leaf].Mark;

    public bool IsInside(int node, int ancestor) => node >= ancestor && node < Nodes[ancestor].End;

    /// <summary>Whether the page has a field for a password.</summary>
    public bool AsksForPassword()
    {
        foreach (ref readonly var node in Nodes.AsSpan())
        {
            if (node.Tag == Tag.Input && string.Equals(node.Element.GetAttribute("type"), "password", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
