using System.Text;

namespace Crosscheck.Articles.Html.Parsing;

/// <summary>Character references as the HTML standard reads them (sections 13.2.5.72 to .84), with its 2,231 names.</summary>
internal static class CharacterReferences
{
    private const int LongestName = 32;
    private const int LongestBare = 6;

    /// <summary>What the numbers 0x80 to 0x9F mean: the characters of windows-1252; 0 where it has none.</summary>
    private static ReadOnlySpan<char> Windows1252 =>
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private static readonly Lazy<Dictionary<string, string>> Names = new(Load);

    /// <summary>Reads the reference at the beginning of a text that begins with an ampersand.</summary>
    /// <param name="first">The character, or the first of two UTF-16 code units.</param>
    /// <param name="second">The second of two, or U+0000.</param>
    /// <returns>The length of the reference; 0 where there is none.</returns>
    public static int Read(ReadOnlySpan<char> text, bool inAttribute, out char first, out char second)
    {
        (first, second) = ('&', '\0');
        if (text.Length < 2) return 0;
        if (text[1] == '#') return Number(text, out first, out second);
        if (!char.IsAsciiLetter(text[1])) return 0;
        var end = 2;
        var most = Math.Min(text.Length, LongestName + 1);
        while (end < most && char.IsAsciiLetterOrDigit(text[end])) end++;
        var names = Names.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        if (end < text.Length && text[end] == ';' && names.TryGetValue(text[1..(end + 1)], out var value))
        {
            Set(value, out first, out second);
            return end + 1;
        }

        for (var bare = Math.Min(end, LongestBare + 1); bare > 2; bare--)
        {
            if (!names.TryGetValue(text[1..bare], out value)) continue;
            if (inAttribute && bare < text.Length && (text[bare] == '=' || char.IsAsciiLetterOrDigit(text[bare]))) return 0;
            Set(value, out first, out second);
            return bare;
        }

        return 0;
    }

    /// <summary>An attribute's value with its references read and its line breaks as line feeds.</summary>
    public static string Decode(ReadOnlySpan<char> value)
    {
        if (!value.ContainsAny('&', '\r', '\0')) return value.ToString();
        var text = new StringBuilder(value.Length);
        Append(value, NodeKind.KeptText, true, text);
        return text.ToString();
    }

    /// <summary>Appends text of a kind as it means to be read.</summary>
    public static void Append(ReadOnlySpan<char> source, NodeKind kind, bool inAttribute, StringBuilder to)
    {
        for (var i = 0; i < source.Length;)
        {
            var plain = source[i..].IndexOfAny('&', '\r', '\0');
            if (plain < 0) plain = source.Length - i;
            to.Append(source.Slice(i, plain));
            i += plain;
            if (i == source.Length) return;
            switch (source[i])
            {
                case '\r':
                    to.Append('\n');
                    i += i + 1 < source.Length && source[i + 1] == '\n' ? 2 : 1;
                    break;
                case '\0':
                    if (kind != NodeKind.Text) to.Append('\uFFFD');
                    i++;
                    break;
                default:
                    char first = '&', second = '\0';
                    var length = kind == NodeKind.RawText ? 0 : Read(source[i..], inAttribute, out first, out second);
                    to.Append(first);
                    if (second != '\0') to.Append(second);
                    i += Math.Max(1, length);
                    break;
            }
        }
    }

    private static int Number(ReadOnlySpan<char> text, out char first, out char second)
    {
        (first, second) = ('&', '\0');
        var hex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var end = start;
        var number = 0;
        while (end < text.Length && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            if (number <= 0x10FFFF) number = (number * (hex ? 16 : 10)) + Convert.FromHexString(['0', text[end]])[0];
            end++;
        }

        if (end == start) return 0;
        if (end < text.Length && text[end] == ';') end++;
        if (number is >= 0x80 and <= 0x9F && Windows1252[number - 0x80] is not '\0' and var known) number = known;
        if (number is 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)) number = 0xFFFD;
        Set(char.ConvertFromUtf32(number), out first, out second);
        return end;
    }

    private static void Set(string value, out char first, out char second) => (first, second) = (value[0], value.Length > 1 ? value[1] : '\0');

    private static Dictionary<string, string> Load()
    {
        var names = new Dictionary<string, string>(2300, StringComparer.Ordinal);
        foreach (var (points, row) in Lexicons.Rows("character-references.tsv"))
        {
            var value = string.Concat(points.Split(' ').Select(p => char.ConvertFromUtf32(Convert.ToInt32(p, 16))));
            foreach (var name in row.Split(' ')) names.Add(name, value);
        }

        return names;
    }
}
