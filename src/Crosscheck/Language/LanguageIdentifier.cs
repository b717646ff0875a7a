using Crosscheck.Language.Identification;

namespace Crosscheck.Language;

/// <summary>
/// Says which language a text is in: the script decides where one language alone uses it, learned weights of letter sequences and words where several
/// share one (models/language says from what, and how well). Thread-safe; constant time in the text's length.
/// </summary>
public static class LanguageIdentifier
{
    // The start of an article is enough, and a bound keeps the time constant.
    private const int ReadLetters = 2500;
    private const int ReadCharacters = 40_000;
    private const int FewestLetters = 12;
    private const double Threshold = 0.5;

    /// <summary>The codes of all languages that can be named.</summary>
    public static IReadOnlySet<string> Languages => LanguageWeights.Shared.Codes;

    /// <returns>Null for a text too short, without letters, or too uncertain. Of close languages the likeliest is named, if need be with a confidence under one half.</returns>
    public static LanguageGuess? Identify(ReadOnlySpan<char> text)
    {
        if (text.Length > ReadCharacters) text = text[..ReadCharacters];
        Span<int> letters = stackalloc int[(int)Script.Hangul + 1];
        var total = CountLetters(text, letters);
        if (total == 0) return null;
        var main = Script.None;
        for (var i = 1; i < letters.Length; i++)
        {
            if (main == Script.None || letters[i] > letters[(int)main]) main = (Script)i;
        }

        // Japanese mixes kana with as many Han characters; Korean and Chinese use no kana.
        var kana = letters[(int)Script.Kana];
        if (main is Script.Han or Script.Kana)
        {
            var asian = letters[(int)Script.Han] + kana;
            if (asian < 4) return null;
            return new LanguageGuess(kana * 20 >= asian ? "ja" : "zh", Certainty(asian, total, 0.98));
        }

        if (Scripts.OnlyLanguage(main) is { } only)
        {
            return letters[(int)main] < 4 ? null : new LanguageGuess(only, Certainty(letters[(int)main], total, 0.99));
        }

        return letters[(int)main] < FewestLetters ? null : Compare(text, main, (double)letters[(int)main] / total);
    }

    /// <summary>Counts the letters of each script; how many there are in all.</summary>
    private static int CountLetters(ReadOnlySpan<char> text, Span<int> letters)
    {
        foreach (var c in text) letters[(int)Scripts.Of(c)]++;
        letters[(int)Script.None] = 0;
        var total = 0;
        foreach (var count in letters) total += count;
        return total;
    }

    private static double Certainty(int letters, int total, double most) => most * (0.5 + (0.5 * letters / total));

    private static LanguageGuess? Compare(ReadOnlySpan<char> text, Script script, double share)
    {
        if (LanguageWeights.Shared.Of(script) is not { } weights) return null;
        var (code, confidence, amongClose) = LanguageEvidence.Identify(text, script, weights, ReadLetters);
        confidence *= 0.5 + (0.5 * share);

        // That a text is Croatian, Bosnian or Serbian is worth saying, with the likeliest of them, even where no more is sure.
        return confidence < Threshold ? null : new LanguageGuess(code, Math.Min(confidence * amongClose, 0.99));
    }
}
