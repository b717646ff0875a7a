using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Articles.Dates;

/// <summary>
/// Reads a date that begins at a given place: <c>2025-03-24</c>, <c>2025-03-24T08:15Z</c>, <c>March 24, 2025</c>, <c>24 March 2025</c>,
/// <c>Mon, 24 Mar 2025 08:15 GMT</c>, <c>24.03.2025</c>. A date of numbers alone whose day and month could change places is not read.
/// </summary>
public static class DateReader
{
    private const int LongestDate = 60;

    private static readonly FrozenDictionary<string, int> Months = ReadMonths();

    private static readonly FrozenSet<string> Weekdays = EmbeddedLexicon.Lines("Articles/Lexicon/weekdays.txt")
        .SelectMany(l => l.Split(' ')).SelectMany(d => new[] { d, d[..Math.Min(3, d.Length)] }).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The date whose first character is at <paramref name="start"/>, or null.</summary>
    public static PrintedDate? ReadAt(string value, int start, int end)
    {
        var cursor = new DateCursor(value, start, Math.Min(end, start + LongestDate));
        // Without a weekday first: the short forms of days and months coincide between languages (mar).
        if (Day(ref cursor) is not { } day)
        {
            cursor = new DateCursor(value, start, Math.Min(end, start + LongestDate));
            cursor.SkipWord(Weekdays);
            if (cursor.At == start || Day(ref cursor) is not { } later) return null;
            day = later;
        }

        var after = cursor.At;
        var time = cursor.Time(out var offset);
        return new PrintedDate(new PublishedAt(day, time, offset), new TextSpan(start, time is null ? after : cursor.At));
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

    private static DateOnly? Day(ref DateCursor cursor)
    {
        if (cursor.Number(out var first, out var digits))
        {
            if (digits == 4) return YearFirst(ref cursor, first);
            if (digits > 2) return null;
            cursor.SkipOrdinal();
            var separator = cursor.Peek;
            if (separator is '.' or '/' or '-' && cursor.Try(separator) && cursor.Number(out var second, out var secondDigits))
            {
                return secondDigits <= 2 && cursor.Try(separator) && cursor.Number(out var year, out var yearDigits) && yearDigits == 4
                    ? Numbers(first, second, year, separator)
                    : null;
            }

            cursor.SkipBlanks(".,-");
            cursor.SkipSmallWord();
            if (cursor.Month(Months) is not { } month) return null;
            cursor.SkipBlanks(".,-");
            cursor.SkipSmallWord();
            return cursor.Number(out var yearAfter, out var count) && count == 4 ? Valid(yearAfter, month, first) : null;
        }

        if (cursor.Month(Months) is not { } named) return null;
        cursor.SkipBlanks(".");
        if (!cursor.Number(out var day, out var dayDigits) || dayDigits > 2) return null;
        cursor.SkipOrdinal();
        cursor.SkipBlanks(",");
        return cursor.Number(out var last, out var lastDigits) && lastDigits == 4 ? Valid(last, named, day) : null;
    }

    private static DateOnly? YearFirst(ref DateCursor cursor, int year)
    {
        var separator = cursor.Peek;
        if (separator is not ('-' or '/' or '.') || !cursor.Try(separator)) return null;
        if (!cursor.Number(out var month, out var monthDigits) || monthDigits > 2 || !cursor.Try(separator)) return null;
        return cursor.Number(out var day, out var dayDigits) && dayDigits <= 2 ? Valid(year, month, day) : null;
    }

    /// <summary>Day before month with dots; with slashes only where one number can be no month.</summary>
    private static DateOnly? Numbers(int first, int second, int year, char separator)
    {
        if (separator == '.' || first > 12 || first == second) return Valid(year, second, first);
        return second > 12 ? Valid(year, first, second) : null;
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1400 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static FrozenDictionary<string, int> ReadMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in EmbeddedLexicon.Lines("Articles/Lexicon/month-names.tsv"))
        {
            var fields = line.Split('\t');
            foreach (var name in fields[1].Split(' ')) months.TryAdd(name, int.Parse(fields[0]));
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
