using System.Collections.Frozen;

namespace Crosscheck.Language;

/// <summary>Which hyphens inside an English word stay: after prefixes, and in telephone numbers and dates of digits.</summary>
internal static class Hyphens
{
    public static bool Join(ReadOnlySpan<char> text, int start, int at, int end, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> prefixes)
    {
        if (char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])) return DigitsJoin(text, start, at, end);
        var before = at;
        while (before > start && char.IsLetter(text[before - 1]) && at - before <= 12) before--;
        if (before != start || !char.IsLetter(text[at + 1])) return false;
        Span<char> lower = stackalloc char[16];
        var length = at - before;
        if (length is 0 or > 10) return false;
        text.Slice(before, length).ToLowerInvariant(lower);
        return prefixes.Contains(lower[..length]) && !AllCapitals(text.Slice(before, length));
    }

    private static bool AllCapitals(ReadOnlySpan<char> word) => word.Length > 1 && char.IsUpper(word[0]) && char.IsUpper(word[1]);

    /// <summary>Digits in three groups or more, or in groups of 3 and 4 as a telephone number has, are one word; two groups are a range or a score.</summary>
    private static bool DigitsJoin(ReadOnlySpan<char> text, int start, int at, int end)
    {
        int groups = 1, length = 0, first = 0;
        var i = at;
        while (i > start && at - i < 24 && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] == '-'))
        {
            i--;
            if (text[i] == '-')
            {
                groups++;
            }
            else if (groups == 1)
            {
                first++;
            }
        }

        var second = 0;
        for (i = at + 1; i < end && (char.IsAsciiDigit(text[i]) || (text[i] == '-' && i + 1 < end && char.IsAsciiDigit(text[i + 1]))); i++)
        {
            if (text[i] == '-') groups++;
            else if (groups == 1) second++;
            if (++length > 24) break;
        }

        return groups >= 2 || (first, second) is (3, 4) or (5, 4);
    }
}
