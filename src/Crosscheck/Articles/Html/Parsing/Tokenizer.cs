namespace Crosscheck.Articles.Html.Parsing;

internal enum TokenKind : byte
{
    Text,
    StartTag,
    EndTag,
    Doctype,

    /// <summary>A comment, a bogus one, or an instruction: nothing of it is kept.</summary>
    Comment,
    EndOfFile,
}

/// <summary>
/// The tokenization stage (HTML standard, section 13.2.5) over a whole document in memory. A token is a range of the source; nothing is copied. Every search
/// starts where the last one ended, so all of them together are linear.
/// </summary>
internal sealed partial class Tokenizer(string source, OpenElements open)
{
    private readonly List<AttributeSlice> _attributes = new(256);
    private int _at;

    /// <summary>The range of the token last read.</summary>
    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Of text: how it is to be read.</summary>
    public NodeKind TextKind { get; private set; }

    /// <summary>Of a tag: its name; an unknown one is the source from <see cref="NameStart"/> to <see cref="NameEnd"/>.</summary>
    public ElementName Name { get; set; }

    public int NameStart { get; private set; }

    public int NameEnd { get; private set; }

    public bool SelfClosing { get; private set; }

    public int FirstAttribute { get; private set; }

    /// <summary>Those kept of all start tags so far; the last token's stand from <see cref="FirstAttribute"/> on.</summary>
    public List<AttributeSlice> Attributes => _attributes;

    public static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';

    public TokenKind Read()
    {
        Start = _at;
        if (_content != Content.Data) return ReadContent();
        while (_at < source.Length)
        {
            if (source[_at] != '<')
            {
                var length = source.AsSpan(_at).IndexOf('<');
                return Text(length < 0 ? source.Length : _at + length);
            }

            if (_at + 1 == source.Length) break;
            var next = source[_at + 1];
            if (char.IsAsciiLetter(next)) return Tag(TokenKind.StartTag, _at + 1);
            if (next == '/')
            {
                if (_at + 2 == source.Length) break;
                next = source[_at + 2];
                if (char.IsAsciiLetter(next)) return Tag(TokenKind.EndTag, _at + 2);
                return Skip(next == '>' ? _at + 3 : Behind('>', _at + 2));
            }

            if (next == '!') return Declaration();
            if (next == '?') return Skip(Behind('>', _at + 2));
            // A bracket that opens nothing is text.
            var more = source.AsSpan(_at + 1).IndexOf('<');
            return Text(more < 0 ? source.Length : _at + 1 + more);
        }

        return _at < source.Length ? Text(source.Length) : TokenKind.EndOfFile;
    }

    private TokenKind Text(int end)
    {
        TextKind = NodeKind.Text;
        End = _at = end;
        return TokenKind.Text;
    }

    private TokenKind Skip(int end)
    {
        End = _at = end;
        return TokenKind.Comment;
    }

    private TokenKind Tag(TokenKind kind, int name)
    {
        NameStart = name;
        var i = name + 1;
        while (i < source.Length && source[i] is not ('>' or '/') && !IsSpace(source[i])) i++;
        NameEnd = i;
        Name = ElementNames.Of(source.AsSpan(name, i - name));
        FirstAttribute = _attributes.Count;
        var scanner = new AttributeScanner(source, i);
        var seen = 0u;
        while (scanner.Next())
        {
            if (kind == TokenKind.EndTag) continue;
            var attribute = AttributeNames.Of(source.AsSpan(scanner.NameStart, scanner.NameEnd - scanner.NameStart));
            if (attribute == AttributeName.Unknown || (seen & (1u << (int)attribute)) != 0) continue;
            // The first of two equal names counts.
            seen |= 1u << (int)attribute;
            _attributes.Add(new AttributeSlice(attribute, scanner.ValueStart, scanner.ValueEnd));
        }

        End = _at = scanner.At;
        SelfClosing = scanner.SelfClosing;
        return scanner.Unfinished ? TokenKind.EndOfFile : kind;
    }

    /// <summary>What begins with <c>&lt;!</c> (section 13.2.5.42).</summary>
    private TokenKind Declaration()
    {
        var rest = source.AsSpan(_at + 2);
        if (rest.StartsWith("--")) return Skip(CommentEnd(_at));
        if (rest.StartsWith("doctype", StringComparison.OrdinalIgnoreCase))
        {
            End = _at = Behind('>', _at + 9);
            return TokenKind.Doctype;
        }

        if (!rest.StartsWith("[CDATA[") || !open.IsForeign) return Skip(Behind('>', _at + 2));
        Start = _at + 9;
        var close = source.AsSpan(Start).IndexOf("]]>");
        End = close < 0 ? source.Length : Start + close;
        _at = close < 0 ? source.Length : End + 3;
        TextKind = NodeKind.RawText;
        return TokenKind.Text;
    }

    /// <summary>One past a comment: <c>--&gt;</c> or <c>--!&gt;</c> ends it, and <c>&gt;</c> or <c>-&gt;</c> right after its beginning.</summary>
    private int CommentEnd(int at)
    {
        var i = at + 2;
        while (source.AsSpan(i).IndexOf("--") is >= 0 and var found)
        {
            i += found;
            var after = i + 2;
            if (after < source.Length && source[after] == '>') return after + 1;
            if (i >= at + 4 && after + 1 < source.Length && source[after] == '!' && source[after + 1] == '>') return after + 2;
            i++;
        }

        return source.Length;
    }

    private int Behind(char end, int from)
    {
        if (from >= source.Length) return source.Length;
        var found = source.AsSpan(from).IndexOf(end);
        return found < 0 ? source.Length : from + found + 1;
    }
}
