using Crosscheck.Text;

namespace Crosscheck.Articles.Html;

/// <summary>
/// Walks the decoded document beside the tree and tells where each text node's characters stand. The parser keeps the place of start tags only,
/// so text is found by stepping over the markup between a tag and its text and by matching characters, a character reference counting as one.
/// Linear over the whole page.
/// </summary>
internal sealed class SourceCursor(string source)
{
    private readonly Dictionary<string, int> _ends = [];
    private int _at;

    /// <summary>Moves to a start tag.</summary>
    public void MoveTo(int tagStart) => _at = tagStart;

    /// <summary>Moves behind an element whose content is not read.</summary>
    public void SkipElement(string name)
    {
        var at = _at;
        if (!_ends.TryGetValue(name, out var end) || (end >= 0 && end < at))
        {
            end = EndTag(name, at);
            _ends[name] = end;
        }

        if (end >= at) _at = end;
    }

    /// <summary>Offset of the next end tag of a name, or -1.</summary>
    private int EndTag(string name, int at)
    {
        while (source.AsSpan(at).IndexOf("</") is >= 0 and var found)
        {
            at += found;
            if (source.AsSpan(at + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return at;
            at += 2;
        }

        return -1;
    }

    /// <summary>The place of a text node, from its first character that is no space to one past its last; empty where the text cannot be found.</summary>
    public TextSpan Match(ReadOnlySpan<char> text)
    {
        var last = text.Length;
        while (last > 0 && char.IsWhiteSpace(text[last - 1])) last--;
        var i = 0;
        while (i < last && char.IsWhiteSpace(text[i])) i++;
        var j = _at;
        j = SkipMarkup(j, spacesToo: true);
        var start = j;
        var end = j;
        while (i < last && j < source.Length)
        {
            var c = source[j];
            if (c == text[i] && c != '&')
            {
                i++;
                end = ++j;
            }
            else if (c == '&')
            {
                var before = j;
                j = SkipReference(j);
                i += char.IsHighSurrogate(text[i]) && j > before + 1 ? 2 : 1;
                end = j;
            }
            else if (c == '<')
            {
                var next = SkipMarkup(j, spacesToo: false);
                if (next == j) break;
                j = next;
            }
            else if (c == '\r')
            {
                j++;
            }
            else if (char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (char.IsWhiteSpace(c))
            {
                j++;
            }
            else
            {
                break;
            }
        }

        _at = Math.Max(j, end);
        return new TextSpan(Math.Min(start, source.Length), Math.Min(Math.Max(start, end), source.Length));
    }

    private int SkipMarkup(int at, bool spacesToo)
    {
        while (at < source.Length)
        {
            if (spacesToo && char.IsWhiteSpace(source[at]))
            {
                at++;
                continue;
            }

            if (source[at] != '<' || at + 1 >= source.Length) return at;
            var next = source[at + 1];
            if (source.AsSpan(at).StartsWith("<!--"))
            {
                var close = source.AsSpan(at + 4).IndexOf("-->");
                at = close < 0 ? source.Length : at + close + 7;
            }
            else if (next is '/' or '!' or '?' || char.IsAsciiLetter(next))
            {
                at = TagEnd(at);
            }
            else
            {
                return at;
            }
        }

        return at;
    }

    private int TagEnd(int at)
    {
        while (at < source.Length)
        {
            var found = source.AsSpan(at).IndexOfAny('>', '=');
            if (found < 0) return source.Length;
            at += found + 1;
            if (source[at - 1] == '>') return at;
            while (at < source.Length && char.IsWhiteSpace(source[at])) at++;
            if (at >= source.Length || source[at] is not ('"' or '\'')) continue;
            var close = source.AsSpan(at + 1).IndexOf(source[at]);
            if (close < 0) return source.Length;
            at += close + 2;
        }

        return at;
    }

    private int SkipReference(int at)
    {
        var end = at + 1;
        while (end < source.Length && end < at + 34 && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == '#')) end++;
        return end < source.Length && source[end] == ';' ? end + 1 : end == at + 1 || !LooksNamed(at, end) ? at + 1 : end;
    }

    /// <summary>A reference without its semicolon (<c>&amp;nbsp</c>): only short letters-only names are read as one.</summary>
    private bool LooksNamed(int at, int end) => end - at <= 7 && source[at + 1] != '#' && end < source.Length && !char.IsAsciiLetterOrDigit(source[end]) && source[end] != '=';
}
