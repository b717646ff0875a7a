using System.Collections.Immutable;

namespace Crosscheck.Reports.Html;

/// <summary>Writes markup whose every text and attribute value is escaped: what a page says can never become markup. Tags and attribute names are the writer's own.</summary>
internal sealed class HtmlBuilder(TextWriter output)
{
    private static readonly ImmutableHashSet<string> Void = ["meta", "input"];

    /// <summary>Shapes, which close themselves: in a picture a start tag alone would stay open.</summary>
    private static readonly ImmutableHashSet<string> Shapes = ["path", "circle", "line", "use", "rect"];

    private readonly Stack<string> _open = new();

    public HtmlBuilder Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteTag(tag, attributes);
        if (!Void.Contains(tag) && !Shapes.Contains(tag)) _open.Push(tag);
        return this;
    }

    public HtmlBuilder Close()
    {
        output.Write("</");
        output.Write(_open.Pop());
        output.Write('>');
        return this;
    }

    /// <summary>Closes the element when disposed.</summary>
    public Scope In(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(tag, attributes);
        return new Scope(this);
    }

    /// <summary>An element that holds a text alone.</summary>
    public HtmlBuilder Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteTag(tag, attributes);
        Text(text);
        output.Write("</");
        output.Write(tag);
        output.Write('>');
        return this;
    }

    public HtmlBuilder Text(ReadOnlySpan<char> text)
    {
        Escape(text, inAttribute: false);
        return this;
    }

    public HtmlBuilder Line()
    {
        output.Write('\n');
        return this;
    }

    /// <summary>A style sheet or script of this library's own, as it stands.</summary>
    public HtmlBuilder Asset(string tag, string content)
    {
        output.Write('<');
        output.Write(tag);
        output.Write('>');
        output.Write(content);
        output.Write("</");
        output.Write(tag);
        output.Write(">\n");
        return this;
    }

    public void Doctype() => output.Write("<!DOCTYPE html>\n");

    private void WriteTag(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is null) continue;
            output.Write(' ');
            output.Write(name);
            output.Write("=\"");
            Escape(value, inAttribute: true);
            output.Write('"');
        }

        output.Write(Shapes.Contains(tag) ? "/>" : ">");
    }

    private void Escape(ReadOnlySpan<char> text, bool inAttribute)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var replacement = text[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' when inAttribute => "&quot;",
                '\'' when inAttribute => "&#39;",
                '\t' or '\n' => null,
                < ' ' or '\u007F' => "\uFFFD",
                _ => null,
            };
            if (replacement is null) continue;
            output.Write(text[from..i]);
            output.Write(replacement);
            from = i + 1;
        }

        output.Write(text[from..]);
    }

    internal readonly struct Scope(HtmlBuilder html) : IDisposable
    {
        public void Dispose() => html.Close();
    }
}
