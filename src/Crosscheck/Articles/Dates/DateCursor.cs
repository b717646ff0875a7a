using System.Collections.Frozen;

namespace Crosscheck.Articles.Dates;

/// <summary>Reads the parts of a date one after the other.</summary>
internal ref struct DateCursor(string value, int start, int end)
{
    public int At { get; private set; } = start;

    public readonly char Peek => At < end ? value[At] : '\0';

    public bool Try(char c)
    {
        if (Peek != c) return false;
        At++;
        return true;
    }

    public void SkipBlanks(string marks)
    {
        while (At < end && (value[At] is ' ' or '\u00A0' or '\t' || marks.Contains(value[At]))) At++;
    }

    /// <summary>Up to four digits not followed by another.</summary>
    public bool Number(out int number, out int digits)
    {
        number = 0;
        digits = 0;
        var i = At;
        while (i < end && char.IsAsciiDigit(value[i]) && digits < 5)
        {
            number = (number * 10) + (value[i] - '0');
            digits++;
            i++;
        }

        if (digits is 0 or 5) return false;
        At = i;
        return true;
    }

    /// <summary>A weekday and its comma.</summary>
    public void SkipWord(FrozenSet<string> words)
    {
        var word = Word();
        if (word.Length < 2 || !words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return;
        At += word.Length;
        SkipBlanks(",.");
    }

    /// <summary><c>of</c>, <c>de</c> between day and month or month and year.</summary>
    public void SkipSmallWord()
    {
        if (Word() is not ("of" or "de" or "del")) return;
        At += Word().Length;
        SkipBlanks(string.Empty);
    }

    public void SkipOrdinal()
    {
        if (Word() is "st" or "nd" or "rd" or "th" or "er") At += Word().Length;
    }

    public int? Month(FrozenDictionary<string, int> months)
    {
        var word = Word();
        if (word.IsEmpty || !months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var month)) return null;
        At += word.Length;
        return month;
    }

    /// <summary>A time of day after the date, with am or pm and a zone where they stand; null, and nothing read, where none follows.</summary>
    public TimeOnly? Time(out TimeSpan? offset)
    {
        offset = null;
        var back = At;
        if (Peek is 'T' or 't') At++;
        else SkipBlanks(",|-\u2013\u2022");
        if (Word() is "at" or "um" or "\u00E0")
        {
            At += Word().Length;
            SkipBlanks(string.Empty);
        }

        if (!Number(out var hour, out var digits) || digits > 2 || Peek is not (':' or '.') || !Try(Peek) || !Number(out var minute, out var minuteDigits) || minuteDigits != 2 || minute > 59)
        {
            At = back;
            return null;
        }

        if (Peek == ':' && Try(':')) Number(out _, out _);
        if (Peek == '.' && At + 1 < end && char.IsAsciiDigit(value[At + 1]))
        {
            At++;
            while (char.IsAsciiDigit(Peek)) At++;
        }

        var beforeHalf = At;
        SkipBlanks(string.Empty);
        var half = value.AsSpan(At, Math.Min(4, end - At));
        if (half.StartsWith("pm", StringComparison.OrdinalIgnoreCase) || half.StartsWith("p.m.", StringComparison.OrdinalIgnoreCase))
        {
            if (hour < 12) hour += 12;
            At += half[1] == '.' ? 4 : 2;
        }
        else if (half.StartsWith("am", StringComparison.OrdinalIgnoreCase) || half.StartsWith("a.m.", StringComparison.OrdinalIgnoreCase))
        {
            if (hour == 12) hour = 0;
            At += half[1] == '.' ? 4 : 2;
        }
        else
        {
            At = beforeHalf;
        }

        if (hour > 23)
        {
            At = back;
            return null;
        }

        offset = Zone();
        return new TimeOnly(hour, minute);
    }

    private TimeSpan? Zone()
    {
        var back = At;
        SkipBlanks(string.Empty);
        if (Word() is "Z" or "UTC" or "GMT")
        {
            At += Word().Length;
            return TimeSpan.Zero;
        }

        if (Peek is '+' or '-')
        {
            var sign = Peek == '-' ? -1 : 1;
            At++;
            if (Number(out var hours, out var digits))
            {
                var minutes = 0;
                if (digits == 4) (hours, minutes) = (hours / 100, hours % 100);
                else if (Try(':')) Number(out minutes, out _);
                if (digits is 2 or 4 && hours <= 14 && minutes < 60) return sign * new TimeSpan(hours, minutes, 0);
            }
        }

        At = back;
        return null;
    }

    private readonly ReadOnlySpan<char> Word()
    {
        var i = At;
        while (i < end && char.IsLetter(value[i])) i++;
        return value.AsSpan(At, i - At);
    }
}
