namespace Crosscheck.Articles.Html.Parsing;

/// <summary>Elements whose content is text alone.</summary>
internal sealed partial class Tokenizer
{
    private Content _content;
    private string _endName = string.Empty;

    private enum Content : byte
    {
        Data,
        Rcdata,
        RawText,
        Script,
        PlainText,
    }

    /// <summary>What follows is text with character references, up to the end tag of the start tag last read (RCDATA).</summary>
    public void ReadRcdata() => Enter(Content.Rcdata);

    /// <summary>What follows is text without character references, up to the end tag of the start tag last read.</summary>
    public void ReadRawText() => Enter(Content.RawText);

    public void ReadScript() => Enter(Content.Script);

    /// <summary>What follows is text to the end of the document.</summary>
    public void ReadPlainText() => Enter(Content.PlainText);

    private void Enter(Content content)
    {
        _content = content;
        _endName = source[NameStart..NameEnd].ToLowerInvariant();
    }

    private TokenKind ReadContent()
    {
        var content = _content;
        var end = content switch
        {
            Content.PlainText => source.Length,
            Content.Script => ScriptEnd(_at),
            _ => ContentEnd(_at),
        };
        _content = Content.Data;
        if (end == _at) return Read();
        TextKind = content == Content.Rcdata ? NodeKind.KeptText : NodeKind.RawText;
        End = _at = end;
        return TokenKind.Text;
    }

    private int ContentEnd(int at)
    {
        while (source.AsSpan(at).IndexOf("</") is >= 0 and var found)
        {
            at += found;
            if (IsTag(at + 2, _endName)) return at;
            at += 2;
        }

        return source.Length;
    }

    /// <summary>A script's end: inside <c>&lt;!--</c> a nested script's end tag does not count (sections 13.2.5.15 to .31).</summary>
    private int ScriptEnd(int at)
    {
        bool escaped = false, nested = false;
        while (at < source.Length)
        {
            var found = escaped ? source.AsSpan(at).IndexOfAny('<', '-') : source.AsSpan(at).IndexOf('<');
            if (found < 0) return source.Length;
            at += found;
            if (source[at] == '-')
            {
                var ends = source.AsSpan(at).StartsWith("-->");
                if (ends) escaped = nested = false;
                at += ends ? 3 : 1;
            }
            else if (at + 1 < source.Length && source[at + 1] == '/' && IsTag(at + 2, "script"))
            {
                if (!nested) return at;
                nested = false;
                at += 8;
            }
            else if (escaped && !nested && IsTag(at + 1, "script"))
            {
                nested = true;
                at += 7;
            }
            else if (!escaped && source.AsSpan(at).StartsWith("<!--"))
            {
                // The two hyphens may be those of the end as well.
                escaped = true;
                at += 2;
            }
            else
            {
                at++;
            }
        }

        return source.Length;
    }

    /// <summary>Whether a tag's name stands here, to its end.</summary>
    private bool IsTag(int at, string name)
    {
        var end = at + name.Length;
        return end < source.Length && (source[end] is '>' or '/' || IsSpace(source[end])) && NameTable.AreEqual(source.AsSpan(at, name.Length), name);
    }
}
