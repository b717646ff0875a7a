using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>The look of a line or sentence: how many words it has and which of them begin with capitals.</summary>
internal readonly struct LineShape
{
    public LineShape(string value, TextSpan span)
    {
        int words = 0, longWords = 0, longCapitals = 0, small = 0, smallCapitals = 0, letters = 0, upper = 0, run = 0;
        var inRun = true;
        var i = span.Start;
        while (i < span.End)
        {
            var first = LetterKinds.Of(value[i]);
            if (first == LetterKind.None)
            {
                i++;
                continue;
            }

            var start = i;
            for (; i < span.End; i++)
            {
                var kind = LetterKinds.Of(value[i]);
                if (kind == LetterKind.None && value[i] is not ('\'' or '\u2019')) break;
                if ((kind & LetterKind.Letter) != LetterKind.None) letters++;
                if ((kind & LetterKind.Capital) != LetterKind.None) upper++;
            }

            words++;
            var capital = (first & LetterKind.Capital) != LetterKind.None;
            if (first == LetterKind.Letter) inRun = false;
            if (inRun) run++;
            if (i - start >= 4)
            {
                longWords++;
                if (capital) longCapitals++;
            }
            else if (words > 1 && (first & LetterKind.Letter) != LetterKind.None)
            {
                small++;
                if (capital) smallCapitals++;
            }
        }

        Words = words;
        CapitalShare = longWords == 0 ? -1 : (float)longCapitals / longWords;
        SmallWordsCapital = small == 0 ? -1 : (float)smallCapitals / small;
        CapitalRun = run;
        AllCapitals = letters > 8 && upper > 0.8 * letters;
        var last = span.End - 1;
        while (last > span.Start && (SeamPlaces.IsClosing(value[last]) || char.IsWhiteSpace(value[last]))) last--;
        FullStop = span.Length > 0 && (SeamPlaces.IsFullStop(value[last]) || value[last] == ':');
    }

    public int Words { get; }

    /// <summary>Share of the words of four letters and more that begin with a capital; -1 where there is none.</summary>
    public float CapitalShare { get; }

    /// <summary>The same of the shorter words, the first word apart.</summary>
    public float SmallWordsCapital { get; }

    /// <summary>How many words from the first on begin with a capital or a digit.</summary>
    public int CapitalRun { get; }

    public bool AllCapitals { get; }

    /// <summary>Whether it ends as a sentence does (closing quotes apart) or in a colon.</summary>
    public bool FullStop { get; }
}
