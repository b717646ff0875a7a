using System.Buffers;
using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>How a sentence opens, by word lists: leaning on what was said, or able to be a story's first.</summary>
internal enum OpeningKind
{
    Other, Pronoun, Link, Definite, Indefinite, Place, Title, Quote, Number, FullName, ListMark,
}

internal static class OpeningWords
{
    private static readonly FrozenDictionary<string, OpeningKind> Openers = ReadOpeners();

    private static readonly FrozenSet<string> DaysOfWeek =
        EmbeddedLexicon.Lines("Articles/Lexicon/weekdays.txt").SelectMany(l => l.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Most words do not even begin like one.
    private static readonly bool[] DayBeginnings = ReadDayBeginnings();

    private static readonly SearchValues<string> ClosingPhrases =
        SearchValues.Create([.. EmbeddedLexicon.Lines("Articles/Lexicon/closing-phrases.txt")], StringComparison.OrdinalIgnoreCase);

    public static OpeningKind Kind(string value, TextSpan opening)
    {
        if (opening.IsEmpty) return OpeningKind.Other;
        var c = value[opening.Start];
        if (c is '"' or '\u201C' or '\u2018' or '\u00AB' or '\u201E') return OpeningKind.Quote;
        if (char.IsDigit(c)) return OpeningKind.Number;
        if (c is '\u2022' or '*' or '-' or '\u2013' or '\u2014') return OpeningKind.ListMark;
        var end = WordEnd(value, opening.Start, opening.End);
        if (Openers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(value.AsSpan(opening.Start, end - opening.Start), out var kind)) return kind;
        return end + 1 < opening.End && value[end] == ' ' && char.IsUpper(c) && char.IsUpper(value[end + 1]) ? OpeningKind.FullName : OpeningKind.Other;
    }

    public static bool HasDateline(string value, TextSpan opening) => Dateline.At(value, opening) is not null;

    /// <summary>How often two words with capitals stand side by side: names given in full.</summary>
    public static int FullNames(string value, TextSpan span)
    {
        var found = 0;
        for (var i = span.Start + 1; i + 1 < span.End; i++)
        {
            if (value[i] == ' ' && char.IsUpper(value[i + 1]) && char.IsLower(value[i - 1]))
            {
                var start = i - 1;
                while (start > span.Start && char.IsLetter(value[start - 1])) start--;
                if (char.IsUpper(value[start])) found++;
            }
        }

        return found;
    }

    /// <summary>Where the names of days begin, in order.</summary>
    public static List<int> Weekdays(string value, TextSpan span)
    {
        var found = new List<int>();
        var lookup = DaysOfWeek.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = span.Start; i < span.End;)
        {
            if (!char.IsLetter(value[i]))
            {
                i++;
                continue;
            }

            var end = WordEnd(value, i, span.End);
            if (end - i is > 3 and < 16 && DayBeginnings[Beginning(value[i], value[i + 1])] && lookup.Contains(value.AsSpan(i, end - i))) found.Add(i);
            i = end;
        }

        return found;
    }

    /// <summary>Whether a line holds words that close a story.</summary>
    public static bool Farewell(string value, TextSpan line) => value.AsSpan(line.Start, line.Length).ContainsAny(ClosingPhrases);

    private static int WordEnd(string value, int start, int end)
    {
        var i = start;
        while (i < end && char.IsLetter(value[i])) i++;
        return Math.Max(i, start + 1);
    }

    /// <summary>A number of two letters that is the same in either case; others share it.</summary>
    private static int Beginning(char first, char second) => ((first & 31) << 5) | (second & 31);

    private static bool[] ReadDayBeginnings()
    {
        var beginnings = new bool[32 * 32];
        foreach (var day in DaysOfWeek) beginnings[Beginning(day[0], day[1])] = true;
        return beginnings;
    }

    private static FrozenDictionary<string, OpeningKind> ReadOpeners()
    {
        var table = new Dictionary<string, OpeningKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in EmbeddedLexicon.Lines("Articles/Lexicon/sentence-openers.tsv"))
        {
            var tab = line.IndexOf('\t');
            var kind = Enum.Parse<OpeningKind>(line[..tab], ignoreCase: true);
            foreach (var word in line[(tab + 1)..].Split(' ')) table.TryAdd(word, kind);
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
