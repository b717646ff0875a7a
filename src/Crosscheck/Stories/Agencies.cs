using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Stories;

/// <summary>Knows news agencies by their names, and finds in a text where one is credited.</summary>
internal static class Agencies
{
    private const int DatelineReach = 120;

    private static readonly FrozenDictionary<string, string> ByName = StoryLexicon.Rows("agencies.tsv")
        .Select(row => row.Split('\t')).SelectMany(cells => cells.Select(name => (Name: name, Full: cells[0])))
        .DistinctBy(a => a.Name).ToFrozenDictionary(a => a.Name, a => a.Full);

    private static readonly int LongestName = ByName.Keys.Max(name => name.Split(' ').Length);

    /// <summary>The full name of an agency, or null when it is not a listed one.</summary>
    public static string? FullName(string name) => ByName.GetValueOrDefault(name.Trim());

    /// <summary>An agency's full name: the listed one, or for initials the name that the text spells out with them.</summary>
    public static string InFull(string name, string text) => FullName(name) ?? (IsAcronym(name) ? Expand(name, text) : name);

    /// <summary>"Reporting by A; Editing by B" credits people, not the agency that they work for.</summary>
    public static bool NamesReporters(string credit)
    {
        var words = WordScanner.Scan(credit);
        return words.Count > 1 && ReportersWork.Contains(words[0].Hash);
    }

    private static readonly FrozenSet<ulong> ReportersWork =
        new[] { "reporting", "writing", "editing", "additional", "compiled", "edited", "written", "reported" }.Select(w => WordScanner.HashOf(w)).ToFrozenSet();

    /// <summary>The first listed agency that a credit line names, or null.</summary>
    public static string? NamedIn(string credit)
    {
        var words = WordScanner.Scan(credit);
        for (var i = 0; i < words.Count; i++)
        {
            if (At(credit, words, i) is var (name, _) && name is not null) return name;
        }

        return null;
    }

    /// <summary>An agency in brackets before a dash at the very beginning: "GENEVA (Reuters) - ".</summary>
    public static (string Name, TextSpan Span)? Dateline(string text)
    {
        var reach = Math.Min(DatelineReach, text.Length);
        var open = text.IndexOf('(', 0, reach);
        if (open < 0) return null;
        var close = text.IndexOf(')', open, reach - open);
        if (close < 0) return null;
        var credit = text[(open + 1)..close];
        if ((FullName(credit) ?? (IsAcronym(credit) ? Expand(credit, text) : null)) is not { } name) return null;
        var after = close + 1;
        while (after < text.Length && text[after] == ' ') after++;
        return after < text.Length && text[after] is '-' or '–' or '—' ? (name, new TextSpan(open + 1, close)) : null;
    }

    /// <summary>An agency that is not listed still stands in a dateline as its initials do.</summary>
    private static bool IsAcronym(string credit) => credit.Length is >= 2 and <= 6 && credit.All(char.IsAsciiLetterUpper);

    /// <summary>The capitalised words of the text whose initials are the acronym; the acronym itself where there are none.</summary>
    private static string Expand(string acronym, string text)
    {
        var words = WordScanner.Scan(text);
        for (var i = 0; i + acronym.Length <= words.Count; i++)
        {
            var k = 0;
            while (k < acronym.Length && text[words[i + k].Span.Start] == acronym[k] && words[i + k].Span.Length > 1
                   && (k == 0 || words[i + k].Span.Start == words[i + k - 1].Span.End + 1)) k++;
            if (k == acronym.Length) return text[words[i].Span.Start..words[i + k - 1].Span.End];
        }

        return acronym;
    }

    /// <summary>
    /// Where a text says that somebody spoke to an agency ("told the Associated Press"): the report then draws on that agency,
    /// since an outlet calls itself by its own name.
    /// </summary>
    public static IEnumerable<(string Name, TextSpan Span)> ToldTo(string text)
    {
        var words = WordScanner.Scan(text);
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Hash != Told) continue;
            var next = words[i + 1].Hash == The ? i + 2 : i + 1;
            if (next < words.Count && At(text, words, next) is var (name, end) && name is not null)
            {
                yield return (name, new TextSpan(words[i].Span.Start, words[end - 1].Span.End));
            }
        }
    }

    private static readonly ulong Told = WordScanner.HashOf("told");
    private static readonly ulong The = WordScanner.HashOf("the");

    private static (string? Name, int End) At(string text, List<ScannedWord> words, int first)
    {
        for (var end = Math.Min(words.Count, first + LongestName); end > first; end--)
        {
            var start = words[first].Span.Start;
            var length = words[end - 1].Span.End - start;
            if (length <= 40 && ByName.TryGetValue(text.Substring(start, length), out var name)) return (name, end);
        }

        return (null, first);
    }
}
