using System.Net;
using System.Text;

namespace Crosscheck.Articles.Metadata;

/// <summary>Attribute and JSON values as people read them: references decoded (once more, as many systems encode twice), tags dropped, white space folded.</summary>
internal static class ReadableText
{
    public static string Of(string value)
    {
        if (IsReadable(value)) return value.Trim();
        var text = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;
        var folded = new StringBuilder(text.Length);
        var inTag = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (inTag)
            {
                inTag = c != '>';
                continue;
            }

            if (c == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/'))
            {
                var close = text.AsSpan(i, Math.Min(200, text.Length - i)).IndexOf('>');
                if (close > 0)
                {
                    inTag = true;
                    continue;
                }
            }

            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else if (c is not ('\u00AD' or '\u200B' or '\uFEFF' or '\0'))
            {
                folded.Append(c);
            }
        }

        return folded.ToString().Trim();
    }

    private static bool IsReadable(string value)
    {
        var previous = '\0';
        foreach (var c in value)
        {
            if (c is '&' or '<' or '\u00AD' or '\u200B' or '\uFEFF' or '\0' || (c != ' ' ? char.IsWhiteSpace(c) : previous == ' ')) return false;
            previous = c;
        }

        return true;
    }

    /// <summary>Letters and digits alone, folded to lower case, one space between words: what two printings of a headline share.</summary>
    public static string Loose(ReadOnlySpan<char> text)
    {
        var room = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        return Loose(text, room).ToString();
    }

    /// <summary>The same without a string of its own.</summary>
    /// <param name="room">As long as the text.</param>
    public static ReadOnlySpan<char> Loose(ReadOnlySpan<char> text, Span<char> room)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) room[length++] = char.ToLowerInvariant(c);
            else if (length > 0 && room[length - 1] != ' ') room[length++] = ' ';
        }

        return length > 0 && room[length - 1] == ' ' ? room[..(length - 1)] : room[..length];
    }
}
