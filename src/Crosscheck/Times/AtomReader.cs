using System.Globalization;
using Crosscheck.Language;

namespace Crosscheck.Times;

/// <summary>Cuts a text into atoms; one pass, no look-back.</summary>
internal sealed class AtomReader(AtomLexicon lexicon)
{
    private const int LongestNumber = 24;

    public List<Atom> Read(SyntaxLayer syntax)
    {
        var text = syntax.Text.Value;
        var atoms = new List<Atom>(syntax.Tokens.Length + 16);
        var token = 0;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                // An empty line parts paragraphs: nothing may match across it.
                if (c == '\n' && i + 1 < text.Length && text[i + 1] == '\n') atoms.Add(new Atom(i, i + 1, -1, null, 0));
                i++;
                continue;
            }

            while (token < syntax.Tokens.Length && syntax.Tokens[token].End <= i) token++;
            var at = token < syntax.Tokens.Length && syntax.Tokens[token].Start <= i ? token : -1;
            var atom = char.IsAsciiDigit(c) ? NumberAt(text, i, at)
                : IsApostrophe(c) && ShortYearAt(text, i, at) is { } year ? year
                : char.IsLetter(c) ? WordAt(text, i, at)
                : new Atom(i, i + 1, at, lexicon.Find(IsApostrophe(c) ? "'" : text.AsSpan(i, 1)), 0);
            if (atom.Word is { } word) atom = atom with { Classes = atom.Classes | word.Classes };
            atoms.Add(atom);
            i = atom.End;
        }

        return NumberWords.Join(atoms, lexicon, text);
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`';

    private Atom WordAt(string text, int start, int token)
    {
        // "a.m.", "U.S.": letters each with a full stop.
        if (start + 2 < text.Length && text[start + 1] == '.' && char.IsLetter(text[start + 2]) && (start == 0 || !char.IsLetter(text[start - 1])))
        {
            Span<char> letters = stackalloc char[8];
            int n = 0, j = start;
            while (n < 8 && j + 1 < text.Length && char.IsLetter(text[j]) && text[j + 1] == '.')
            {
                letters[n++] = text[j];
                j += 2;
            }

            if (n == 1 && j < text.Length && char.IsLetter(text[j]) && (j + 1 == text.Length || !char.IsLetter(text[j + 1])))
            {
                letters[n++] = text[j++];
            }

            if (n >= 2 && (j == text.Length || !char.IsLetter(text[j]))) return new Atom(start, j, token, lexicon.Find(letters[..n]), 0);
        }

        var end = start + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark)) end++;
        var word = lexicon.Find(text.AsSpan(start, end - start));
        if (word is not null && (word.Classes & lexicon.Short) != 0 && end < text.Length && text[end] == '.') end++;
        return new Atom(start, end, token, word, 0);
    }

    /// <summary>'98 and '80s.</summary>
    private static Atom? ShortYearAt(string text, int start, int token)
    {
        if (start + 2 >= text.Length || !char.IsAsciiDigit(text[start + 1]) || !char.IsAsciiDigit(text[start + 2])) return null;
        var end = start + 3;
        // Two of them open a quotation: ''10 times the size''.
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || IsApostrophe(text[start - 1]))) return null;
        var value = ((text[start + 1] - '0') * 10) + text[start + 2] - '0';
        if (end < text.Length && text[end] is 's' && value % 10 == 0 && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
        {
            return new Atom(start, end + 1, token, null, Atom.Bit(NumberClass.DECADE), value);
        }

        if (end < text.Length && char.IsLetterOrDigit(text[end])) return null;
        return new Atom(start, end, token, null, Atom.Bit(NumberClass.YEAR2), value);
    }

    private static Atom NumberAt(string text, int start, int token)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        var digits = end - start;
        if (DateAt(text, start, end, token) is { } date) return date;
        if (digits <= 2 && end + 2 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]))
        {
            var clockEnd = end + 3;
            var clock = string.Concat(text.AsSpan(start, digits), ":", text.AsSpan(end + 1, 2));
            if (clockEnd + 2 < text.Length && text[clockEnd] == ':' && char.IsAsciiDigit(text[clockEnd + 1]) && char.IsAsciiDigit(text[clockEnd + 2]))
            {
                clock = string.Concat(clock, ":", text.AsSpan(clockEnd + 1, 2));
                clockEnd += 3;
            }

            return new Atom(start, clockEnd, token, null, Atom.Bit(NumberClass.CLOCK), double.NaN, clock);
        }

        var plain = true;
        while (end + 3 < text.Length && text[end] == ',' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2])
            && char.IsAsciiDigit(text[end + 3]) && (end + 4 == text.Length || !char.IsAsciiDigit(text[end + 4])))
        {
            end += 4;
            plain = false;
        }

        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            plain = false;
        }

        if (end + 1 < text.Length && text[end] == '/' && digits <= 2 && plain && char.IsAsciiDigit(text[end + 1])
            && (end + 2 == text.Length || !char.IsAsciiDigit(text[end + 2])) && text[end + 1] != '0')
        {
            var fraction = (double)Whole(text, start, end) / (text[end + 1] - '0');
            return new Atom(start, end + 2, token, null, Atom.Bit(NumberClass.FRAC), fraction);
        }

        var value = end - start <= LongestNumber ? Value(text.AsSpan(start, end - start)) : double.NaN;
        if (double.IsNaN(value)) return new Atom(start, end, token, null, 0);
        var classes = Atom.Bit(NumberClass.NUM);
        var money = start > 0 && char.GetUnicodeCategory(text[start - 1]) == UnicodeCategory.CurrencySymbol;
        var glued = (start > 0 && text[start - 1] is '.' or '#') || (end < text.Length && text[end] == '%');
        if (plain && !money && !glued)
        {
            if (Suffixed(text, end, "st") || Suffixed(text, end, "nd") || Suffixed(text, end, "rd") || Suffixed(text, end, "th"))
            {
                return new Atom(start, end + 2, token, null, Atom.Bit(NumberClass.ORD), value);
            }

            if (value % 10 == 0 && (digits == 4 || (digits == 2 && value >= 20)) && value <= 2190)
            {
                if (Suffixed(text, end, "s")) return new Atom(start, end + 1, token, null, Atom.Bit(NumberClass.DECADE), value);
                if (end + 1 < text.Length && IsApostrophe(text[end]) && Suffixed(text, end + 1, "s"))
                {
                    return new Atom(start, end + 2, token, null, Atom.Bit(NumberClass.DECADE), value);
                }
            }

            if (digits == 4 && value is >= 1000 and < 2200) classes |= Atom.Bit(NumberClass.YEAR);
            if (digits <= 2 && value is >= 1 and <= 31) classes |= Atom.Bit(NumberClass.DAY);
            if (digits <= 2 && value <= 24) classes |= Atom.Bit(NumberClass.HOUR);
        }

        return new Atom(start, end, token, null, classes, value);
    }

    /// <summary>2013-03-22, 3/22/2013 (month first, as English-language news in figures mostly is), 22.03.2013.</summary>
    private static Atom? DateAt(string text, int start, int firstEnd, int token)
    {
        if (firstEnd >= text.Length || text[firstEnd] is not ('-' or '/' or '.')) return null;
        var mark = text[firstEnd];
        var second = firstEnd + 1;
        var secondEnd = second;
        while (secondEnd < text.Length && secondEnd < second + 3 && char.IsAsciiDigit(text[secondEnd])) secondEnd++;
        if (secondEnd - second is 0 or 3 || secondEnd >= text.Length || text[secondEnd] != mark) return null;
        var third = secondEnd + 1;
        var thirdEnd = third;
        while (thirdEnd < text.Length && thirdEnd < third + 5 && char.IsAsciiDigit(text[thirdEnd])) thirdEnd++;
        int a = Whole(text, start, firstEnd), b = Whole(text, second, secondEnd), c = Whole(text, third, thirdEnd);
        int year, month, day;
        NumberClass kind;
        if (mark == '-' && firstEnd - start == 4 && thirdEnd - third is 1 or 2)
        {
            (year, month, day, kind) = (a, b, c, NumberClass.ISO);
        }
        else if (mark != '-' && thirdEnd - third is 2 or 4 && firstEnd - start <= 2)
        {
            if (thirdEnd - third == 2) c += c < 50 ? 2000 : 1900;
            (year, month, day, kind) = mark == '.' || a > 12 ? (c, b, a, NumberClass.SLASH) : (c, a, b, NumberClass.SLASH);
        }
        else
        {
            return null;
        }

        if (year is < 1000 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var value = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");
        return new Atom(start, thirdEnd, token, null, Atom.Bit(kind), double.NaN, value);
    }

    private static int Whole(string text, int start, int end) =>
        end - start is 0 or > 8 ? -1 : int.Parse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture);

    private static double Value(ReadOnlySpan<char> digits) =>
        double.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    private static bool Suffixed(string text, int at, string suffix) =>
        at + suffix.Length <= text.Length && text.AsSpan(at, suffix.Length).SequenceEqual(suffix)
        && (at + suffix.Length == text.Length || !char.IsLetterOrDigit(text[at + suffix.Length]));
}
