using System.Collections.Frozen;
using System.Globalization;

namespace Crosscheck.Articles.Metadata;

/// <summary>A date found in a text: its value and its range there.</summary>
internal readonly record struct FoundDate(PublishedAt Value, int Start, int End);

/// <summary>
/// Reads dates as pages print them: ISO 8601 and its cousins, <c>15. März 2020</c>, <c>March 15, 2020</c>, <c>15/03/2020</c>, RFC 5322, with the
/// time of day and zone where they follow. One pass, no backtracking. Days that no calendar has are not dates.
/// </summary>
internal static class DateText
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = LoadMonths();

    /// <summary>The first date in a text, or null.</summary>
    /// <param name="monthFirst">Whether <c>3/4/2020</c> is the fourth of March.</param>
    public static FoundDate? First(ReadOnlySpan<char> text, bool monthFirst = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i > 0 && char.IsLetterOrDigit(text[i - 1]) && !(char.IsAsciiDigit(c) && text[i - 1] == 'T')) continue;
            if (char.IsAsciiDigit(c))
            {
                if (Numeric(text, i, monthFirst) is { } found) return found;
            }
            else if (char.IsLetter(c) && Named(text, i) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static FoundDate? Numeric(ReadOnlySpan<char> text, int start, bool monthFirst)
    {
        var at = start;
        var first = Number(text, ref at, out var digits);
        if (digits == 4 || digits == 8) return YearFirst(text, start, at, first, digits);
        if (digits > 2) return null;
        var afterDay = at;
        if (at < text.Length && text[at] is '.' or '/' or '-')
        {
            var separator = text[at];
            at++;
            while (separator == '.' && at < text.Length && text[at] == ' ') at++;
            var second = Number(text, ref at, out var secondDigits);
            if (secondDigits is 1 or 2 && at < text.Length && text[at] == separator)
            {
                at++;
                while (separator == '.' && at < text.Length && text[at] == ' ') at++;
                var year = Number(text, ref at, out var yearDigits);
                if (yearDigits == 2 && year < 70) year += 2000;
                else if (yearDigits != 4) return null;
                var swap = separator == '/' && (monthFirst ? second <= 31 && first <= 12 : second > 12);
                return swap ? Make(text, start, at, year, first, second) : Make(text, start, at, year, second, first);
            }
        }

        // 15. März 2020, 15th of March 2020, 15 de marzo de 2020
        at = afterDay;
        foreach (var ordinal in (ReadOnlySpan<string>)["st", "nd", "rd", "th", "er", "º", "."])
        {
            if (text[at..].StartsWith(ordinal, StringComparison.OrdinalIgnoreCase))
            {
                at += ordinal.Length;
                break;
            }
        }

        at = SkipLink(text, at);
        var (month, monthEnd) = Month(text, at);
        if (month == 0) return null;
        at = SkipLink(text, monthEnd);
        var longYear = Number(text, ref at, out var longDigits);
        if (longDigits == 2 && longYear < 70 && at < text.Length && monthEnd < text.Length && text[monthEnd] is '-' or '.') return Make(text, start, at, 2000 + longYear, month, first);
        return longDigits == 4 ? Make(text, start, at, longYear, month, first) : null;
    }

    private static FoundDate? YearFirst(ReadOnlySpan<char> text, int start, int at, int first, int digits)
    {
        if (digits == 8) return Make(text, start, at, first / 10000, first / 100 % 100, first % 100);
        if (at >= text.Length) return null;
        if (text[at] is '年')
        {
            at++;
            var monthNumber = Number(text, ref at, out _);
            if (at >= text.Length || text[at] != '月') return null;
            at++;
            var dayNumber = Number(text, ref at, out _);
            return Make(text, start, at, first, monthNumber, dayNumber);
        }

        if (text[at] is not ('-' or '/' or '.')) return null;
        var separator = text[at++];
        var month = Number(text, ref at, out var monthDigits);
        if (monthDigits is not (1 or 2) || at >= text.Length || text[at] != separator) return null;
        at++;
        var day = Number(text, ref at, out var dayDigits);
        return dayDigits is 1 or 2 ? Make(text, start, at, first, month, day) : null;
    }

    /// <summary><c>March 15, 2020</c>, <c>Mar. 15th 2020</c>.</summary>
    private static FoundDate? Named(ReadOnlySpan<char> text, int start)
    {
        var (month, at) = Month(text, start);
        if (month == 0) return null;
        at = SkipLink(text, at);
        var day = Number(text, ref at, out var digits);
        if (digits is not (1 or 2)) return null;
        foreach (var ordinal in (ReadOnlySpan<string>)["st", "nd", "rd", "th"])
        {
            if (text[at..].StartsWith(ordinal, StringComparison.OrdinalIgnoreCase)) at += 2;
        }

        at = SkipLink(text, at);
        var year = Number(text, ref at, out digits);
        return digits == 4 ? Make(text, start, at, year, month, day) : null;
    }

    private static FoundDate? Make(ReadOnlySpan<char> text, int start, int end, int year, int month, int day)
    {
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var (time, offset, timeEnd) = Time(text, end);
        return new FoundDate(new PublishedAt(new DateOnly(year, month, day), time, offset), start, timeEnd);
    }

    /// <summary>A time of day right behind a date (<c>T12:30:00+02:00</c>, <c>, 12:30 Uhr</c>, <c>at 3:15 pm</c>).</summary>
    private static (TimeOnly? Time, TimeSpan? Offset, int End) Time(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + 6 && !char.IsAsciiDigit(text[i]))
        {
            if (!(char.IsWhiteSpace(text[i]) || text[i] is 'T' or 't' or ',' or '-' or '–' or '|' or 'a' or 'u' or 'm' or 'à' or '/' or '•' or '·' or 'h')) return (null, null, at);
            i++;
        }

        var hour = Number(text, ref i, out var digits);
        if (digits is not (1 or 2) || hour > 23 || i >= text.Length || text[i] is not (':' or '.' or 'h' or 'H')) return (null, null, at);
        i++;
        var minute = Number(text, ref i, out digits);
        if (digits != 2 || minute > 59) return (null, null, at);
        if (i < text.Length && text[i] == ':')
        {
            var seconds = i + 1;
            Number(text, ref seconds, out digits);
            if (digits == 2) i = seconds;
            if (i < text.Length && text[i] is '.' or ',')
            {
                var fraction = i + 1;
                Number(text, ref fraction, out digits);
                if (digits > 0) i = fraction;
            }
        }

        var rest = text[i..];
        var noon = rest.TrimStart();
        if (noon.StartsWith("pm", StringComparison.OrdinalIgnoreCase) || noon.StartsWith("p.m", StringComparison.OrdinalIgnoreCase)) hour = hour < 12 ? hour + 12 : hour;
        else if (hour == 12 && (noon.StartsWith("am", StringComparison.OrdinalIgnoreCase) || noon.StartsWith("a.m", StringComparison.OrdinalIgnoreCase))) hour = 0;
        return (new TimeOnly(hour, minute), Zone(noon), i);
    }

    private static TimeSpan? Zone(ReadOnlySpan<char> rest)
    {
        if (rest.Length == 0) return null;
        if (rest[0] is 'Z' or 'z' && (rest.Length == 1 || !char.IsLetter(rest[1]))) return TimeSpan.Zero;
        if (rest.StartsWith("GMT", StringComparison.Ordinal) || rest.StartsWith("UTC", StringComparison.Ordinal)) return rest.Length > 3 && rest[3] is '+' or '-' ? Zone(rest[3..]) : TimeSpan.Zero;
        if (rest.StartsWith("MESZ", StringComparison.Ordinal) || rest.StartsWith("CEST", StringComparison.Ordinal)) return TimeSpan.FromHours(2);
        if (rest.StartsWith("MEZ", StringComparison.Ordinal) || rest.StartsWith("CET", StringComparison.Ordinal) || rest.StartsWith("BST", StringComparison.Ordinal)) return TimeSpan.FromHours(1);
        if (rest.StartsWith("EDT", StringComparison.Ordinal)) return TimeSpan.FromHours(-4);
        if (rest.StartsWith("EST", StringComparison.Ordinal)) return TimeSpan.FromHours(-5);
        if (rest.StartsWith("PDT", StringComparison.Ordinal)) return TimeSpan.FromHours(-7);
        if (rest.StartsWith("PST", StringComparison.Ordinal)) return TimeSpan.FromHours(-8);
        if (rest[0] is not ('+' or '-')) return null;
        var i = 1;
        var hours = Number(rest, ref i, out var digits);
        var minutes = 0;
        if (digits == 4) (hours, minutes) = (hours / 100, hours % 100);
        else if (digits is 1 or 2 && i < rest.Length && rest[i] == ':')
        {
            i++;
            minutes = Number(rest, ref i, out _);
        }
        else if (digits != 2)
        {
            return null;
        }

        if (hours > 14 || minutes > 59) return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return rest[0] == '-' ? -offset : offset;
    }

    private static (int Month, int End) Month(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end < at + 16 && char.IsLetter(text[end])) end++;
        if (end == at || (end < text.Length && char.IsLetter(text[end]))) return (0, at);
        Span<char> lower = stackalloc char[end - at];
        text[at..end].ToLowerInvariant(lower);
        return Months.TryGetValue(lower, out var month) ? (month, end) : (0, at);
    }

    /// <summary>What may stand between the parts of a date: spaces, full stops, commas, hyphens, <c>of</c>, <c>de</c>.</summary>
    private static int SkipLink(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + 8)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] is '.' or ',' or '-' or '/' or '\'') i++;
            else if (i > at && (text[i..].StartsWith("de ", StringComparison.OrdinalIgnoreCase) || text[i..].StartsWith("of ", StringComparison.OrdinalIgnoreCase))) i += 3;
            else if (i > at && text[i..].StartsWith("del ", StringComparison.OrdinalIgnoreCase)) i += 4;
            else break;
        }

        return i;
    }

    private static int Number(ReadOnlySpan<char> text, ref int at, out int digits)
    {
        var start = at;
        var value = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            if (at - start < 9) value = (value * 10) + (text[at] - '0');
            at++;
        }

        digits = at - start;
        return value;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> LoadMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, names) in Lexicons.Rows("months.tsv"))
        {
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries)) months.TryAdd(name, int.Parse(key, CultureInfo.InvariantCulture));
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
