using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Crosscheck.Articles.Html.Parsing;

namespace Crosscheck.Tests.Articles.Parsing;

/// <summary>
/// A tree as lines: each node behind as many spaces as it is deep, an element as its name and the offset of its start tag, neighbouring texts as one. The roots
/// of drawings and formulas are written without their offset, which AngleSharp does not keep.
/// </summary>
internal static class TreeText
{
    private static readonly HtmlParserOptions Options = new() { IsKeepingSourceReferences = true, IsNotSupportingFrames = true };

    public static string Of(string source)
    {
        var tree = TreeBuilder.Parse(source);
        var writer = new Writer();
        Write(tree, 0, 0, writer);
        return writer.ToString();
    }

    public static string ByAngleSharp(string source)
    {
        using var document = new HtmlParser(Options).ParseDocument(source);
        var writer = new Writer();
        Write(document, 0, writer);
        return writer.ToString();
    }

    private static void Write(MarkupTree tree, int parent, int depth, Writer writer)
    {
        for (var child = tree.Nodes[parent].FirstChild; child >= 0; child = tree.Nodes[child].Next)
        {
            var node = tree.Nodes[child];
            if (node.IsText)
            {
                tree.AppendText(child, writer.Text);
                continue;
            }

            writer.Element(depth, node.Namespace == Namespace.Html ? string.Empty : node.Namespace.ToString(), tree.LocalName(child).ToString(), node.Start);
            Write(tree, child, depth + 1, writer);
        }

        writer.Flush(depth);
    }

    private static void Write(INode parent, int depth, Writer writer)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text) writer.Text.Append(text.Data);
            if (child is not IElement element) continue;
            var space = element.NamespaceUri == NamespaceNames.SvgUri ? "Svg" : element.NamespaceUri == NamespaceNames.MathMlUri ? "MathMl" : string.Empty;
            writer.Element(depth, space, element.LocalName, element.SourceReference?.Position.Position - 1 ?? -1);
            Write(element is IHtmlTemplateElement template ? template.Content : element, depth + 1, writer);
        }

        writer.Flush(depth);
    }

    private sealed class Writer
    {
        private readonly StringBuilder _lines = new();

        public StringBuilder Text { get; } = new();

        public void Element(int depth, string space, string name, int start)
        {
            Flush(depth);
            name = name.ToLowerInvariant();
            _lines.Append(' ', depth).Append('<').Append(space).Append(space.Length > 0 ? ":" : string.Empty).Append(name);
            if (start >= 0 && name is not ("svg" or "math")) _lines.Append(CultureInfo.InvariantCulture, $" {start}");
            _lines.Append('\n');
        }

        public void Flush(int depth)
        {
            if (Text.Length == 0) return;
            _lines.Append(' ', depth).Append('"').Append(Text.Replace("\n", "\\n")).Append("\"\n");
            Text.Clear();
        }

        public override string ToString() => _lines.ToString();
    }
}
