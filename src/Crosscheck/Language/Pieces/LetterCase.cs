using System.Text;

namespace Crosscheck.Language.Pieces;

/// <summary>How a word is written: what the lower-casing vocabulary loses and the encoder's case embedding gives back. The numbers are those of its rows.</summary>
internal enum LetterCase : byte
{
    /// <summary>No letter that has case.</summary>
    None,
    Lower,
    Upper,
    /// <summary>A capital, then small letters or none.</summary>
    Title,
    Mixed,
}

/// <summary>Reading of a word's <see cref="LetterCase"/>.</summary>
internal static class LetterCases
{
    public static LetterCase Of(ReadOnlySpan<char> word)
    {
        int upper = 0, lower = 0;
        var opensUpper = false;
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsUpper(rune))
            {
                opensUpper |= upper + lower == 0;
                upper++;
            }
            else if (Rune.IsLower(rune))
            {
                lower++;
            }
        }

        return (upper, lower) switch
        {
            (0, 0) => LetterCase.None,
            (0, _) => LetterCase.Lower,
            (1, _) when opensUpper => LetterCase.Title,
            (_, 0) => LetterCase.Upper,
            _ => LetterCase.Mixed,
        };
    }
}
