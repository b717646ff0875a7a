using System.Globalization;

namespace Crosscheck.Articles.Dates;

/// <summary>Decimal digits of other scripts as ASCII digits, one character for one.</summary>
internal static class DecimalDigits
{
    /// <summary>The text itself where it has none.</summary>
    public static ReadOnlySpan<char> Ascii(ReadOnlySpan<char> text)
    {
        char[]? copy = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < '\u0660' || CharUnicodeInfo.GetDecimalDigitValue(text[i]) is not (>= 0 and var digit)) continue;
            copy ??= text.ToArray();
            copy[i] = (char)('0' + digit);
        }

        return copy ?? text;
    }
}
