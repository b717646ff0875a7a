using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Articles.Dates;

/// <summary>
/// Reads a date that begins at a given place and leaves no doubt: <c>2025-03-24</c>, <c>2025-03-24T08:15Z</c>, <c>March 24, 2025</c>, <c>24 March 2025</c>,
/// <c>Mon, 24 Mar 2025 08:15 GMT</c>, <c>24.03.2025</c>. A date of numbers alone whose day and month could change places is not read.
/// </summary>
public static class DateReader
{
    private const int LongestDate = 60;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Weekdays = EmbeddedLexicon.Lines("Articles/Lexicon/weekdays.txt")
        .SelectMany(l => l.Split(' ')).SelectMany(d => new[] { d, d[..Math.Min(3, d.Length)] }).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The date whose first character is at <paramref name="start"/>, or null.</summary>
    public static PrintedDate? ReadAt(string value, int start, int end)
    {
        var text = value.AsSpan(start, Math.Clamp(end - start, 0, LongestDate));
        // Without a weekday first: the short forms of days and months coincide between languages (mar).
        return (DateText.CertainAt(text, 0) ?? DateText.CertainAt(text, BehindWeekday(text))) is { } date ? new PrintedDate(date.Value, new TextSpan(start, start + date.End)) : null;
    }

    /// <summary>The first date in a range, or null.</summary>
    public static PrintedDate? Find(string value, TextSpan range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (!char.IsLetterOrDigit(value[i]) || (i > range.Start && char.IsLetterOrDigit(value[i - 1]))) continue;
            if (ReadAt(value, i, range.End) is { } date) return date;
        }

        return null;
    }

    /// <summary>Where the words behind a weekday and its comma begin; 0 where the text begins with no weekday.</summary>
    private static int BehindWeekday(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && char.IsLetter(text[at])) at++;
        if (at < 2 || !Weekdays.Contains(text[..at])) return 0;
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\t' or ',' or '.') at++;
        return at;
    }
}
