using System.Text;

namespace Crosscheck.Articles.Html.Parsing;

/// <summary>A script's content in the decoded document, and its start tag.</summary>
internal readonly record struct ScriptSource(int TagStart, int ContentStart, int ContentEnd);

/// <summary>The tree of a document, whose node 0 is the document itself. Names, values and text stay in the source until they are asked for.</summary>
/// <param name="tooDeepAt">Offset of the first element that was left out for its depth, or -1.</param>
internal sealed class MarkupTree(string source, MarkupNode[] nodes, int count, AttributeSlice[] attributes, ScriptSource[] scripts, int tooDeepAt)
{
    private static readonly char[] Space = [' ', '\t', '\n', '\r', '\f'];

    public string Source => source;

    public ReadOnlySpan<MarkupNode> Nodes => nodes.AsSpan(0, count);

    public IReadOnlyList<ScriptSource> Scripts => scripts;

    public int TooDeepAt => tooDeepAt;

    /// <summary>The document element, or -1.</summary>
    public int Root
    {
        get
        {
            var node = nodes[0].FirstChild;
            while (node >= 0 && nodes[node].Kind != NodeKind.Element) node = nodes[node].Next;
            return node;
        }
    }

    public ReadOnlySpan<AttributeSlice> AttributesOf(int node) => attributes.AsSpan(nodes[node].FirstAttribute, nodes[node].Attributes);

    /// <summary>An attribute's value with its references read.</summary>
    public string Value(AttributeSlice attribute) => CharacterReferences.Decode(source.AsSpan(attribute.Start, attribute.End - attribute.Start));

    /// <summary>The local name, in whatever case.</summary>
    public ReadOnlySpan<char> LocalName(int node)
    {
        ref readonly var element = ref nodes[node];
        return element.Name == ElementName.Unknown ? source.AsSpan(element.Start + 1, element.End - element.Start - 1) : ElementNames.SpellingOf(element.Name);
    }

    /// <summary>The text of the first <c>title</c> element of HTML, white space folded; empty where there is none.</summary>
    public string Title()
    {
        for (var node = 0; node >= 0; node = Following(node, 0))
        {
            if (nodes[node] is not { Name: ElementName.Title, Namespace: Namespace.Html }) continue;
            return string.Join(' ', TextContent(node).Split(Space, StringSplitOptions.RemoveEmptyEntries));
        }

        return string.Empty;
    }

    /// <summary>All text inside an element, that of scripts and templates left out.</summary>
    public string TextContent(int element)
    {
        var text = new StringBuilder();
        for (var node = element; node >= 0; node = Following(node, element))
        {
            if (nodes[node].IsText) AppendText(node, text);
        }

        return text.ToString();
    }

    public void AppendText(int node, StringBuilder to)
    {
        ref readonly var text = ref nodes[node];
        CharacterReferences.Append(source.AsSpan(text.Start, text.End - text.Start), text.Kind, false, to);
    }

    /// <summary>The next node of a subtree in document order, or -1.</summary>
    private int Following(int node, int root)
    {
        if (nodes[node].FirstChild is >= 0 and var child && nodes[node].Name is not (ElementName.Script or ElementName.Template)) return child;
        while (node != root && nodes[node].Next < 0) node = nodes[node].Parent;
        return node == root ? -1 : nodes[node].Next;
    }
}
