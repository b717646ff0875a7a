namespace Crosscheck.Articles.Html;

/// <summary>Counts over a block's characters, made in one pass.</summary>
internal readonly struct TextShape
{
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

    public static TextShape Of(string text)
    {
        int words = 0, letters = 0, upper = 0, digits = 0, commas = 0, stops = 0, capitalised = 0;
        var previous = ' ';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var space = char.IsWhiteSpace(c);
            if (!space && char.IsWhiteSpace(previous))
            {
                words++;
                if (char.IsUpper(c)) capitalised++;
            }

            if (char.IsLetter(c))
            {
                letters++;
                if (char.IsUpper(c)) upper++;
            }
            else if (char.IsDigit(c))
            {
                digits++;
            }
            else if (c is ',' or ';' or '،' or '、')
            {
                commas++;
            }
            else if (c is '.' or '!' or '?' or '…' or '。' or '؟' or '।' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '”' or '“' or '»'))
            {
                stops++;
            }

            previous = c;
        }

        var last = text.Length - 1;
        while (last > 0 && text[last] is '"' or '\'' or '”' or '“' or '»' or '«' or ')' or '’' or ' ') last--;
        var ends = last >= 0 && text[last] is '.' or '!' or '?' or '…' or ':' or '。' or '؟' or '।' or '！' or '？';
        return new TextShape(words, letters, upper, digits, commas, stops, capitalised, ends);
    }
}
