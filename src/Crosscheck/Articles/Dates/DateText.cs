using System.Collections.Frozen;
using System.Globalization;

namespace Crosscheck.Articles.Dates;

/// <summary>A date found in a text: its value and its range there.</summary>
internal readonly record struct FoundDate(PublishedAt Value, int Start, int End);

/// <summary>
/// Reads dates as pages print them: ISO 8601 and its cousins, <c>15. März 2020</c>, <c>March 15, 2020</c>, <c>15/03/2020</c>, RFC 5322, with the
/// time of day and zone where they follow. One pass, no backtracking. Days that no calendar has are not dates.
/// </summary>
internal static class DateText
{
    /// <summary>What a date may be: of a page, or one that is printed anywhere and must leave no doubt.</summary>
    /// <param name="MonthFirst">Whether <c>3/4/2020</c> is the fourth of March; null where only numbers that can be read one way count.</param>
    private readonly record struct Manner(bool? MonthFirst, int FirstYear, int LastYear);

    /// <summary>Characters between the beginning of a date and its first digit, at most: a month and what may stand behind it.</summary>
    private const int LongestBefore = LongestMonth + LongestLink + 4;
    private const int LongestMonth = 16;
    private const int LongestLink = 8;

    private static readonly Manner Certain = new(null, 1400, 2200);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = LoadMonths();

    private static readonly (string Name, int HoursEast)[] Zones =
        [("Z", 0), ("z", 0), ("GMT", 0), ("UTC", 0), ("MESZ", 2), ("CEST", 2), ("MEZ", 1), ("CET", 1), ("BST", 1), ("EDT", -4), ("EST", -5), ("PDT", -7), ("PST", -8)];

    /// <summary>The first date in a text, or null.</summary>
    /// <param name="monthFirst">Whether <c>3/4/2020</c> is the fourth of March.</param>
    public static FoundDate? First(ReadOnlySpan<char> text, bool monthFirst = false)
    {
        var manner = new Manner(monthFirst, 1990, 2100);
        var digit = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (digit < i)
            {
                var next = text[i..].IndexOfAnyInRange('0', '9');
                if (next < 0) return null;
                digit = i + next;
            }

            // Every date has a number, and no month stands further before it.
            i = Math.Max(i, digit - LongestBefore);
            var c = text[i];
            // A label may stand right before the number ("Erstellt am09.02.2022").
            if (i > 0 && char.IsLetterOrDigit(text[i - 1]) && !(char.IsAsciiDigit(c) && (text[i - 1] == 'T' || char.IsLower(text[i - 1])))) continue;
            if (At(text, i, manner) is { } found) return found;
        }

        return null;
    }

    /// <summary>The date that begins at a place, or null: no two-digit years, and no numbers whose day and month could change places.</summary>
    public static FoundDate? CertainAt(ReadOnlySpan<char> text, int start) => start < text.Length ? At(text, start, Certain) : null;

    private static FoundDate? At(ReadOnlySpan<char> text, int start, Manner manner) =>
        char.IsAsciiDigit(text[start]) ? Numeric(text, start, manner) : char.IsLetter(text[start]) ? Named(text, start, manner) : null;

    private static FoundDate? Numeric(ReadOnlySpan<char> text, int start, Manner manner)
    {
        var at = start;
        var first = Number(text, ref at, out var digits);
        if (digits == 4 || (digits == 8 && manner != Certain)) return YearFirst(text, start, at, first, digits, manner);
        if (digits > 2) return null;
        var afterDay = at;
        if (SkipSeparator(text, ref at) is { } separator)
        {
            var second = Number(text, ref at, out var secondDigits);
            if (secondDigits is 1 or 2 && SkipSeparator(text, ref at) == separator)
            {
                var year = Number(text, ref at, out var yearDigits);
                if (yearDigits == 2 && year < 70 && manner != Certain) year += 2000;
                else if (yearDigits != 4) return null;
                if (separator != '.' && manner.MonthFirst is null && first <= 12 && second <= 12 && first != second) return null;
                var swap = separator is '/' or '-' && (manner.MonthFirst == true && separator == '/' ? second <= 31 && first <= 12 : second > 12);
                return swap ? Make(text, start, at, year, first, second, manner) : Make(text, start, at, year, second, first, manner);
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
        // Arabic pages print a month by both its names: 24 نيسان / أبريل 2020
        var (again, againEnd) = Month(text, at);
        if (again == month) at = SkipLink(text, againEnd);
        var longYear = Number(text, ref at, out var longDigits);
        if (longDigits == 2 && longYear < 70 && manner != Certain && at < text.Length && monthEnd < text.Length && text[monthEnd] is '-' or '.') return Make(text, start, at, 2000 + longYear, month, first, manner);
        return longDigits == 4 ? Make(text, start, at, longYear, month, first, manner) : null;
    }

    /// <summary>Between the numbers of a date: a full stop, a slash, a hyphen or a bar; spaces may stand around a full stop or a bar.</summary>
    private static char? SkipSeparator(ReadOnlySpan<char> text, ref int at)
    {
        var i = at;
        while (i < text.Length && i < at + 2 && text[i] == ' ') i++;
        if (i >= text.Length || text[i] is not ('.' or '/' or '-' or '|') || (i > at && text[i] != '|')) return null;
        var separator = text[i++];
        for (var spaces = 0; spaces < 2 && separator is '.' or '|' && i < text.Length && text[i] == ' '; spaces++) i++;
        at = i;
        return separator;
    }

    private static FoundDate? YearFirst(ReadOnlySpan<char> text, int start, int at, int first, int digits, Manner manner)
    {
        if (digits == 8) return Make(text, start, at, first / 10000, first / 100 % 100, first % 100, manner);
        if (at >= text.Length) return null;
        if (text[at] is '年' or '년')
        {
            at = SkipSpaces(text, at + 1);
            var monthNumber = Number(text, ref at, out _);
            if (at >= text.Length || text[at] is not ('月' or '월')) return null;
            at = SkipSpaces(text, at + 1);
            var dayNumber = Number(text, ref at, out _);
            return Make(text, start, at, first, monthNumber, dayNumber, manner);
        }

        if (SkipSeparator(text, ref at) is not { } separator) return null;
        var month = Number(text, ref at, out var monthDigits);
        if (monthDigits is not (1 or 2) || SkipSeparator(text, ref at) != separator) return null;
        var day = Number(text, ref at, out var dayDigits);
        if (dayDigits is not (1 or 2)) return null;
        // 2020. 08. 18. 21:35
        var stop = separator == '.' && at + 1 < text.Length && text[at] == '.' && text[at + 1] == ' ' ? at + 1 : at;
        return Make(text, start, stop, first, month, day, manner);
    }

    /// <summary><c>March 15, 2020</c>, <c>Mar. 15th 2020</c>.</summary>
    private static FoundDate? Named(ReadOnlySpan<char> text, int start, Manner manner)
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
        return digits == 4 ? Make(text, start, at, year, month, day, manner) : null;
    }

    private static FoundDate? Make(ReadOnlySpan<char> text, int start, int end, int year, int month, int day, Manner manner)
    {
        if (year < manner.FirstYear || year > manner.LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
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

        var half = SkipSpaces(text, i);
        foreach (var (mark, after) in (ReadOnlySpan<(string, bool)>)[("p.m.", true), ("p.m", true), ("pm", true), ("a.m.", false), ("a.m", false), ("am", false)])
        {
            if (!text[half..].StartsWith(mark, StringComparison.OrdinalIgnoreCase)) continue;
            if (after && hour < 12) hour += 12;
            else if (!after && hour == 12) hour = 0;
            i = half + mark.Length;
            break;
        }

        var zone = SkipSpaces(text, i);
        var offset = Zone(text[zone..], out var length);
        return (new TimeOnly(hour, minute), offset, offset is null ? i : zone + length);
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static TimeSpan? Zone(ReadOnlySpan<char> rest, out int length)
    {
        length = 0;
        if (rest.Length == 0) return null;
        foreach (var (name, hoursEast) in Zones)
        {
            if (!rest.StartsWith(name, StringComparison.Ordinal) || (rest.Length > name.Length && char.IsLetter(rest[name.Length]))) continue;
            length = name.Length;
            if (hoursEast != 0 || rest.Length == length || rest[length] is not ('+' or '-')) return TimeSpan.FromHours(hoursEast);
            var offset = Offset(rest[length..], out var more);
            length += more;
            return offset ?? TimeSpan.Zero;
        }

        return Offset(rest, out length);
    }

    private static TimeSpan? Offset(ReadOnlySpan<char> rest, out int length)
    {
        length = 0;
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
        length = i;
        var offset = new TimeSpan(hours, minutes, 0);
        return rest[0] == '-' ? -offset : offset;
    }

    private static (int Month, int End) Month(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end < at + LongestMonth && IsOfWord(text[end])) end++;
        if (end == at || (end < text.Length && IsOfWord(text[end]))) return (0, at);
        Span<char> lower = stackalloc char[end - at];
        text[at..end].ToLowerInvariant(lower);
        return Months.TryGetValue(lower, out var month) ? (month, end) : (0, at);
    }

    /// <summary>A letter, or a vowel sign that many scripts write as a mark of its own.</summary>
    private static bool IsOfWord(char c) =>
        char.IsLetter(c) || (c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>What may stand between the parts of a date: spaces, full stops, commas, hyphens, <c>of</c>, <c>de</c>.</summary>
    private static int SkipLink(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + LongestLink)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] is '.' or ',' or '-' or '/' or '\'' or '،') i++;
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
