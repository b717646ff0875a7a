namespace Crosscheck.Articles;

/// <summary>What a character is in a word, as one look into a table tells of most.</summary>
[Flags]
internal enum LetterKind : byte
{
    None = 0,
    Letter = 1,
    Capital = 2,
    Digit = 4,
}

internal static class LetterKinds
{
    private static readonly LetterKind[] Ascii = [.. Enumerable.Range(0, 128).Select(c => Wide((char)c))];

    public static LetterKind Of(char c) => c < Ascii.Length ? Ascii[c] : Wide(c);

    private static LetterKind Wide(char c) =>
        char.IsUpper(c) ? LetterKind.Letter | LetterKind.Capital : char.IsLetter(c) ? LetterKind.Letter : char.IsDigit(c) ? LetterKind.Digit : LetterKind.None;
}
