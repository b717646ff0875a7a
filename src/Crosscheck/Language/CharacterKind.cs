using System.Globalization;
using System.Text;

namespace Crosscheck.Language;

/// <summary>What a code point is to the tokenizer.</summary>
internal enum CharacterKind : byte
{
    Space,
    Letter,
    Digit,

    /// <summary>A combining mark or joiner: belongs to what is before it.</summary>
    Mark,

    /// <summary>Written without spaces between words (Han, kana, Thai and the like): a token of its own.</summary>
    Ideograph,
    Punctuation,
    Symbol,
}

internal static class CharacterKinds
{
    private static readonly CharacterKind[] Ascii = [.. Enumerable.Range(0, 128).Select(c => Wide(new Rune(c)))];

    /// <summary>The kind of the code point at an offset and its length in UTF-16 units; an unpaired surrogate is a symbol of one unit.</summary>
    public static (CharacterKind Kind, int Length) At(ReadOnlySpan<char> text, int offset)
    {
        var c = text[offset];
        if (c < 128) return (Ascii[c], 1);
        return Rune.DecodeFromUtf16(text[offset..], out var rune, out var length) == System.Buffers.OperationStatus.Done
            ? (Wide(rune), length)
            : (CharacterKind.Symbol, 1);
    }

    private static CharacterKind Wide(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune)) return CharacterKind.Space;
        if (rune.Value is 0x200B or 0xFEFF or 0x2060 or 0xAD) return CharacterKind.Mark;
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber:
                return IsUnspaced(rune.Value) ? CharacterKind.Ideograph : CharacterKind.Letter;
            case UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber:
                return CharacterKind.Digit;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                return CharacterKind.Mark;
            case UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation:
                return CharacterKind.Punctuation;
            default:
                return rune.Value is >= 0x1F3FB and <= 0x1F3FF ? CharacterKind.Mark : CharacterKind.Symbol;
        }
    }

    private static bool IsUnspaced(int c) =>
        c is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x2E80 and <= 0x31FF)
            or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
