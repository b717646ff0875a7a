using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Crosscheck.Text;

namespace Crosscheck.Language.Pieces;

/// <summary>
/// Text as the vocabulary sees it (Devlin et al. 2019, uncased): controls and unpaired surrogates removed, decomposed, without nonspacing marks,
/// in lower case; every mark of punctuation and every Chinese character a word of its own.
/// </summary>
internal static class PieceFolding
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;

    /// <summary>Divides words in the folded text.</summary>
    public const char Divider = ' ';

    private static readonly FrozenDictionary<int, string> Folds = EmbeddedLexicon.Lines("Language/Lexicon/piece-folds.tsv")
        .Select(l => l.Split('\t'))
        .ToFrozenDictionary(p => Hex(p[0]), p => string.Concat(p[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(h => char.ConvertFromUtf32(Hex(h)))));

    /// <summary>Appends a text's words, divided by <see cref="Divider"/> (which may also stand at both ends and more than once).</summary>
    public static void Append(StringBuilder to, ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii) AppendAscii(to, (char)rune.Value);
            else AppendOther(to, rune);
        }
    }

    private static void AppendAscii(StringBuilder to, char c)
    {
        if (char.IsAsciiLetterOrDigit(c)) to.Append(char.ToLowerInvariant(c));
        else if (c is ' ' or '\t' or '\n' or '\r') to.Append(Divider);
        else if (c is > ' ' and < '\x7F') to.Append(Divider).Append(c).Append(Divider);
    }

    private static void AppendOther(StringBuilder to, Rune rune)
    {
        // Enumeration gives U+FFFD for an unpaired surrogate; the reference drops that character wherever it stands.
        if (rune == Rune.ReplacementChar) return;
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.SpaceSeparator) to.Append(Divider);
        else if (category is UnicodeCategory.NonSpacingMark || IsControl(category)) return;
        else if (IsChinese(rune.Value)) to.Append(Divider).Append(Folded(rune)).Append(Divider);
        else if (rune.Value is >= FirstSyllable and <= LastSyllable) AppendSyllable(to, rune.Value);
        else AppendFolded(to, Folded(rune));
    }

    private static string Folded(Rune rune) => Folds.TryGetValue(rune.Value, out var folded) ? folded : rune.ToString();

    /// <summary>What a character folds into can be a mark: U+226E, not less-than, is a less-than sign with a stroke.</summary>
    private static void AppendFolded(StringBuilder to, string folded)
    {
        foreach (var rune in folded.EnumerateRunes())
        {
            if (rune.IsAscii) AppendAscii(to, (char)rune.Value);
            else if (IsPunctuation(Rune.GetUnicodeCategory(rune))) to.Append(Divider).Append(rune.ToString()).Append(Divider);
            else to.Append(rune.ToString());
        }
    }

    /// <summary>A Hangul syllable's letters (Unicode 15, 3.12).</summary>
    private static void AppendSyllable(StringBuilder to, int code)
    {
        var index = code - FirstSyllable;
        to.Append((char)(0x1100 + (index / 588))).Append((char)(0x1161 + (index % 588 / 28)));
        if (index % 28 != 0) to.Append((char)(0x11A7 + (index % 28)));
    }

    private static bool IsControl(UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool IsPunctuation(UnicodeCategory category) => category is
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
        or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;

    /// <summary>The blocks of CJK ideographs that the reference names.</summary>
    private static bool IsChinese(int code) =>
        code is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F)
            or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B820 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);

    private static int Hex(string number) => int.Parse(number, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
