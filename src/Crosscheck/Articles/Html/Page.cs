using Crosscheck.Articles.Html.Parsing;

namespace Crosscheck.Articles.Html;

/// <summary>A parsed page as flat arrays: its elements and its blocks of text, both in document order.</summary>
internal sealed class Page
{
    private readonly MarkupTree _tree;

    private Page(MarkupTree tree, PageNode[] nodes, TextBlock[] blocks)
    {
        _tree = tree;
        Nodes = nodes;
        Blocks = blocks;
        Title = tree.Title();
    }

    public string Source => _tree.Source;

    public PageNode[] Nodes { get; }

    public TextBlock[] Blocks { get; }

    /// <summary>The text of the <c>title</c> element, white space folded; empty where there is none.</summary>
    public string Title { get; }

    /// <summary>The <c>lang</c> attribute of the document, or null.</summary>
    public string? Language => Nodes.Length > 0 ? Nodes[0].Element.GetAttribute("lang") : null;

    public IReadOnlyList<ScriptSource> Scripts => _tree.Scripts;

    /// <summary>Offset of the first element that was left out for its depth (see <see cref="TreeBuilder.MaximumDepth"/>), or -1.</summary>
    public int TooDeepAt => _tree.TooDeepAt;

    /// <summary>Parses and flattens.</summary>
    public static Page Parse(string source)
    {
        var tree = TreeBuilder.Parse(source);
        var flattener = new Flattener(tree);
        flattener.Run();
        MarkResolver.Resolve(flattener.Nodes, flattener.Blocks);
        return new Page(tree, flattener.Nodes, flattener.Blocks);
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
