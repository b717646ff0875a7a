namespace Crosscheck.Articles.Html;

/// <summary>Counts over a block's characters, made in one pass.</summary>
internal readonly struct TextShape
{
    private static readonly Kind[] Ascii = [.. Enumerable.Range(0, 128).Select(c => KindOf((char)c))];

    private TextShape(int words, int letters, int upper, int digits, int commas, int stops, int capitalised, bool endsSentence)
    {
        Words = words;
        Letters = letters;
        Upper = upper;
        Digits = digits;
        Commas = commas;
        Stops = stops;
        Capitalised = capitalised;
        EndsSentence = endsSentence;
    }

    public int Words { get; }

    public int Letters { get; }

    public int Upper { get; }

    public int Digits { get; }

    public int Commas { get; }

    /// <summary>Marks that end a sentence, followed by a space or the end.</summary>
    public int Stops { get; }

    public int Capitalised { get; }

    public bool EndsSentence { get; }

    public static TextShape Of(ReadOnlySpan<char> text)
    {
        int words = 0, letters = 0, upper = 0, digits = 0, commas = 0, stops = 0, capitalised = 0;
        var behindSpace = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var kind = c < Ascii.Length ? Ascii[c] : KindOf(c);
            if (kind == Kind.Space)
            {
                behindSpace = true;
                continue;
            }

            if (behindSpace)
            {
                words++;
                if (kind == Kind.Upper) capitalised++;
                behindSpace = false;
            }

            switch (kind)
            {
                case Kind.Letter:
                    letters++;
                    break;
                case Kind.Upper:
                    letters++;
                    upper++;
                    break;
                case Kind.Digit:
                    digits++;
                    break;
                case Kind.Comma:
                    commas++;
                    break;
                case Kind.Stop when i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '”' or '“' or '»':
                    stops++;
                    break;
            }
        }

        var last = text.Length - 1;
        while (last > 0 && text[last] is '"' or '\'' or '”' or '“' or '»' or '«' or ')' or '’' or ' ') last--;
        var ends = last >= 0 && text[last] is '.' or '!' or '?' or '…' or ':' or '。' or '؟' or '।' or '！' or '？';
        return new TextShape(words, letters, upper, digits, commas, stops, capitalised, ends);
    }

    private static Kind KindOf(char c) =>
        char.IsWhiteSpace(c) ? Kind.Space
        : char.IsUpper(c) ? Kind.Upper
        : char.IsLetter(c) ? Kind.Letter
        : char.IsDigit(c) ? Kind.Digit
        : c is ',' or ';' or '،' or '、' ? Kind.Comma
        : c is '.' or '!' or '?' or '…' or '。' or '؟' or '।' ? Kind.Stop
        : Kind.Other;

    private enum Kind : byte
    {
        Other,
        Space,
        Letter,
        Upper,
        Digit,
        Comma,
        Stop,
    }
}
