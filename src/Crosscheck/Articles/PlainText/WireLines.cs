using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>
/// The lines that agencies and press offices put around a text: slugs (<c>BC-PORT-BLAST (UPDATE 2)</c>), service lines (<c>Eds: Updates with quotes</c>), the mark that
/// ends it (<c>-- ENDS --</c>), and the sign-off under it. After the usage that IPTC 7901 and ANPA 1312 describe.
/// </summary>
internal static class WireLines
{
    private const int LongestLine = 120;
    private const int HeadBlocks = 8;
    private const int Century = 2000;

    private static readonly ILookup<string, string> Words = Lexicons.Rows("wire-lines.tsv").ToLookup(r => r.Key, r => r.Values, StringComparer.Ordinal);
    private static readonly FrozenSet<string> Ends = Words["end"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Lines = Words["line"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Marks = Words["mark"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Labels = [.. Words["label"]];
    private static readonly FrozenDictionary<string, int> Months = Lexicons.Rows("months.tsv")
        .SelectMany(r => r.Values.Split(' ').Select(name => (name, month: int.Parse(r.Key))))
        .DistinctBy(m => m.name, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(m => m.name, m => m.month, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a line stands over a text for those who handle it, not for readers.</summary>
    public static bool IsService(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > LongestLine) return false;
        if (IsRule(line) || IsSlug(line) || IsTransmission(line)) return true;
        foreach (var label in Labels)
        {
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return Lines.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line.TrimEnd(":. ")) || (line[0] == '(' && line[^1] == ')' && line.Count('(') == 1);
    }

    /// <summary>Whether a line says that the text ends: <c>-- ENDS --</c>, <c>-30-</c>, <c>###</c>. Only capitals or marks around it make the word one.</summary>
    public static bool IsEnd(ReadOnlySpan<char> line)
    {
        if (line.Length > 20) return false;
        if (line.Length > 1 && line.IndexOfAnyExcept('#') < 0) return true;
        var core = Core(line);
        if (core.IsEmpty || !Ends.GetAlternateLookup<ReadOnlySpan<char>>().Contains(core)) return false;
        return core.Length + 1 < line.Length || (char.IsUpper(core[0]) && char.IsUpper(core[^1]));
    }

    /// <summary>Whether a line under a text names who sent it: <c>-CPA-</c>, <c>ik/pb</c>, <c>dpa al yyzz n1 pb</c>, <c>((desk@agency.example))</c>.</summary>
    public static bool IsSignOff(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine || line.IsEmpty) return false;
        if (line.StartsWith("((") && line.EndsWith("))")) return true;
        var core = Core(line);
        if (line.Length < 20 && core.Length is > 1 and < 9 && line.Length - core.Length >= 2 && !char.IsLetterOrDigit(line[0]) && !char.IsLetterOrDigit(line[^1]) && core.IndexOfAnyExceptInRange('A', 'Z') < 0) return true;
        if (line.Length <= 12 && line.Contains('/') && IsInitials(line)) return true;
        return IsDesk(line);
    }

    /// <summary>Day, time, month and year as agencies stamp them, <c>241530 Mar 25</c>; null for any other line.</summary>
    public static PublishedAt? Stamp(ReadOnlySpan<char> line)
    {
        if (line.Length is < 12 or > 24 || !int.TryParse(line[..6], NumberStyles.None, CultureInfo.InvariantCulture, out var group)) return null;
        var rest = line[6..].TrimStart();
        TimeSpan? zone = null;
        foreach (var name in (ReadOnlySpan<string>)["GMT", "UTC", "Z"])
        {
            if (!rest.StartsWith(name, StringComparison.Ordinal)) continue;
            rest = rest[name.Length..].TrimStart();
            zone = TimeSpan.Zero;
        }

        var space = rest.IndexOf(' ');
        if (space < 0 || !Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(rest[..space].TrimEnd('.'), out var month)) return null;
        if (!int.TryParse(rest[space..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (year < 100) year += Century;
        var (day, hour, minute) = (group / 10000, group / 100 % 100, group % 100);
        if (year is < Century or > Century + 99 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59) return null;
        return new PublishedAt(new DateOnly(year, month, day), new TimeOnly(hour, minute), zone);
    }

    /// <summary>Indexes of the blocks at which a story begins because the one before was ended and a dateline follows.</summary>
    public static List<int> StartsAfterEnds(SourceText document, ImmutableArray<PageBlock> blocks)
    {
        var starts = new List<int>();
        for (var i = 0; i + 1 < blocks.Length; i++)
        {
            if (!IsEnd(document[blocks[i].Span])) continue;
            for (var j = i + 1; j < Math.Min(blocks.Length, i + 1 + HeadBlocks); j++)
            {
                if (Dateline.At(document.Value, blocks[j].Span) is null) continue;
                starts.Add(i + 1);
                break;
            }
        }

        return starts;
    }

    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> line) => line.Trim(" -\u2013\u2014*#/()[].:_=");

    private static bool IsRule(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.IsLetterOrDigit(c)) return false;
        }

        return line.Length > 2;
    }

    /// <summary>Words joined by hyphens or strokes with nothing of a sentence behind them.</summary>
    private static bool IsSlug(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny(" ,(");
        var token = end < 0 ? line : line[..end];
        var rest = end < 0 ? default : line[end..].Trim(" ,");
        int parts = 0, capitals = 0;
        foreach (var range in token.SplitAny("-/"))
        {
            var part = token[range];
            if (part.IsEmpty) continue;
            if (part.Length < 2 || !char.IsUpper(part[0]) || !IsAll(part, char.IsLetter)) return false;
            parts++;
            if (IsAll(part, char.IsUpper)) capitals++;
        }

        if (parts < 2) return false;
        var marked = rest.IsEmpty ? capitals == parts || (parts > 2 && (capitals > 0 || token[^1] == '/')) : IsMarked(rest);
        return marked && (capitals > 0 || token[^1] == '/');
    }

    /// <summary>Brackets, a count of words, or the words that agencies put behind a slug.</summary>
    private static bool IsMarked(ReadOnlySpan<char> rest)
    {
        if ((rest[0] == '(' && rest[^1] == ')') || IsAll(rest, char.IsDigit)) return true;
        foreach (var range in rest.SplitAny(" ,-"))
        {
            if (Marks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[range])) return true;
        }

        return false;
    }

    /// <summary>The first line of IPTC 7901: service and number, priority, category, words.</summary>
    private static bool IsTransmission(ReadOnlySpan<char> line)
    {
        var space = line.IndexOf(' ');
        return space == 7 && line.Length > 11 && IsAll(line[..3], char.IsAsciiLetterLower) && IsAll(line[3..7], char.IsDigit) && char.IsDigit(line[8]) && line[9] == ' ';
    }

    private static bool IsInitials(ReadOnlySpan<char> line)
    {
        foreach (var range in line.Split('/'))
        {
            if (line[range].Length is 0 or > 4 || !IsAll(line[range], char.IsLower)) return false;
        }

        return true;
    }

    /// <summary>An agency's short name and the codes of the desk.</summary>
    private static bool IsDesk(ReadOnlySpan<char> line)
    {
        var words = 0;
        foreach (var range in line.Split(' '))
        {
            var word = line[range];
            if (word.IsEmpty) continue;
            if (words++ == 0 && (word.Length > 5 || Agencies.NameOf(word.ToString().ToUpperInvariant()) is null && Agencies.NameOf(word) is null)) return false;
            if (word.Length > 5 || char.IsUpper(word[0]) || !IsAll(word, char.IsLetterOrDigit)) return false;
        }

        return words is > 1 and < 9;
    }

    private static bool IsAll(ReadOnlySpan<char> text, Func<char, bool> kind)
    {
        foreach (var c in text)
        {
            if (!kind(c)) return false;
        }

        return !text.IsEmpty;
    }
}
