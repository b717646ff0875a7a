namespace Crosscheck.Articles.Html;

/// <summary>A script's content in the decoded document, and its start tag.</summary>
internal readonly record struct ScriptSource(int TagStart, int ContentStart, int ContentEnd);

/// <summary>
/// One linear pass over the markup before it is parsed: finds the scripts (the parser need not keep their text), and blanks with spaces what would
/// make tree building quadratic: elements nested deeper than any page needs, formatting elements left open by the dozen, attributes by the
/// hundred. Blanking keeps every offset.
/// </summary>
internal sealed class MarkupScan
{
    public const int MaximumDepth = 400;
    private const int MaximumFormatting = 20;
    private const int MaximumAttributes = 60;

    private readonly string _source;
    private readonly List<ScriptSource> _scripts = [];
    private readonly int[] _open = new int[MaximumDepth];
    private readonly int[] _formatting = new int[MaximumFormatting];
    private char[]? _copy;
    private int _depth;
    private int _formats;
    private int _overflow;

    private MarkupScan(string source) => _source = source;

    /// <summary>The scan of a whole document.</summary>
    public static MarkupScan Of(string source)
    {
        var scan = new MarkupScan(source);
        scan.Run();
        return scan;
    }

    public IReadOnlyList<ScriptSource> Scripts => _scripts;

    /// <summary>Offset of the first element that was left out for its depth, or -1.</summary>
    public int TooDeepAt { get; private set; } = -1;

    /// <summary>The source itself, or a copy of equal length in which the excess is blank.</summary>
    public string Parseable => _copy is null ? _source : new string(_copy);

    private void Run()
    {
        var at = 0;
        while (true)
        {
            var found = _source.AsSpan(at).IndexOf('<');
            if (found < 0) return;
            at += found;
            var rest = _source.AsSpan(at);
            if (rest.StartsWith("<!--"))
            {
                var close = rest[4..].IndexOf("-->");
                if (close < 0) return;
                at += close + 7;
            }
            else if (rest.Length > 1 && char.IsAsciiLetter(rest[1]))
            {
                at = StartTag(at);
            }
            else if (rest.Length > 2 && rest[1] == '/' && char.IsAsciiLetter(rest[2]))
            {
                at = EndTag(at);
            }
            else
            {
                at++;
            }
        }
    }

    private int StartTag(int start)
    {
        var nameEnd = NameEnd(start + 1);
        var name = _source.AsSpan(start + 1, nameEnd - start - 1);
        var end = TagEnd(nameEnd);
        var kind = ElementKinds.Of(name);
        switch (kind)
        {
            case ElementKind.RawText:
                return SkipRawText(start, end, name);
            case ElementKind.Void or ElementKind.Implied:
                break;
            case ElementKind.Formatting when _formats == MaximumFormatting:
                Blank(start, end);
                break;
            case ElementKind.Formatting:
                _formatting[_formats++] = Hash(name);
                break;
            default:
                if (end >= 2 && _source[end - 2] == '/' && kind == ElementKind.Foreign) break;
                if (_depth < MaximumDepth)
                {
                    _open[_depth++] = Hash(name);
                    break;
                }

                if (TooDeepAt < 0) TooDeepAt = start;
                _overflow++;
                Blank(start, end);
                break;
        }

        return end;
    }

    private int EndTag(int start)
    {
        var nameEnd = NameEnd(start + 2);
        var end = TagEnd(nameEnd);
        var name = _source.AsSpan(start + 2, nameEnd - start - 2);
        var kind = ElementKinds.Of(name);
        if (kind == ElementKind.Formatting)
        {
            var open = _formatting.AsSpan(0, _formats).LastIndexOf(Hash(name));
            if (open >= 0)
            {
                _formatting.AsSpan(open + 1, _formats - open - 1).CopyTo(_formatting.AsSpan(open));
                _formats--;
            }
        }
        else if (kind is ElementKind.Other or ElementKind.Foreign)
        {
            if (_overflow > 0)
            {
                _overflow--;
                Blank(start, end);
                return end;
            }

            var open = _open.AsSpan(0, _depth).LastIndexOf(Hash(name));
            if (open >= 0) _depth = open;
        }

        return end;
    }

    private int SkipRawText(int start, int end, ReadOnlySpan<char> name)
    {
        var at = end;
        while (true)
        {
            var close = _source.AsSpan(at).IndexOf("</");
            if (close < 0)
            {
                at = _source.Length;
                break;
            }

            at += close;
            if (_source.AsSpan(at + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) break;
            at += 2;
        }

        if (name.Equals("script", StringComparison.OrdinalIgnoreCase)) _scripts.Add(new ScriptSource(start, end, at));
        return at;
    }

    private int NameEnd(int at)
    {
        while (at < _source.Length && _source[at] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>')) at++;
        return at;
    }

    /// <summary>One past the tag's <c>&gt;</c> (which may stand inside quotes); blanks the attributes beyond the limit on the way.</summary>
    private int TagEnd(int at)
    {
        var attributes = 0;
        while (at < _source.Length)
        {
            var found = _source.AsSpan(at).IndexOfAny('>', '=', ' ');
            if (found < 0) return _source.Length;
            at += found;
            if (_source[at] == '>') return at + 1;
            if (_source[at] == ' ')
            {
                at++;
                if (at < _source.Length && _source[at] is not (' ' or '>' or '=') && ++attributes > MaximumAttributes) return BlankRest(at);
                continue;
            }

            at++;
            while (at < _source.Length && char.IsWhiteSpace(_source[at])) at++;
            if (at >= _source.Length || _source[at] is not ('"' or '\'')) continue;
            var close = _source.AsSpan(at + 1).IndexOf(_source[at]);
            if (close < 0) return _source.Length;
            at += close + 2;
            if (++attributes > MaximumAttributes * 2) return BlankRest(at);
        }

        return at;
    }

    private int BlankRest(int at)
    {
        var close = _source.AsSpan(at).IndexOf('>');
        var end = close < 0 ? _source.Length : at + close;
        Blank(at, end);
        return Math.Min(end + 1, _source.Length);
    }

    private void Blank(int start, int end)
    {
        _copy ??= _source.ToCharArray();
        _copy.AsSpan(start, end - start).Fill(' ');
    }

    private static int Hash(ReadOnlySpan<char> name)
    {
        var hash = 17;
        foreach (var c in name) hash = (hash * 31) + (c | 0x20);
        return hash;
    }
}
