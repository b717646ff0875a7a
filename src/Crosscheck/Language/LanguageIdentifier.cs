namespace Crosscheck.Language;

/// <summary>
/// Says which language a text is in: the script decides where one language alone uses it, frequent words and letter sequences
/// (after Cavnar and Trenkle, N-Gram-Based Text Categorization, 1994) where several share one. Thread-safe; constant time in the text's length.
/// </summary>
public static class LanguageIdentifier
{
    // The start of an article is enough, and a bound keeps the time constant.
    private const int ReadLetters = 2500;
    private const int ReadCharacters = 40_000;
    private const int LongestWord = 40;
    private const int FewestLetters = 12;
    private const double Threshold = 0.5;

    /// <returns>Null for a text too short, without letters, or too uncertain.</returns>
    public static LanguageGuess? Identify(ReadOnlySpan<char> text)
    {
        if (text.Length > ReadCharacters) text = text[..ReadCharacters];
        Span<int> letters = stackalloc int[(int)Script.Hangul + 1];
        var total = 0;
        foreach (var c in text)
        {
            var script = Scripts.Of(c);
            if (script == Script.None) continue;
            letters[(int)script]++;
            total++;
        }

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

    private static double Certainty(int letters, int total, double most) => most * (0.5 + (0.5 * letters / total));

    private static LanguageGuess? Compare(ReadOnlySpan<char> text, Script script, double share)
    {
        var profiles = LanguageProfiles.Instance;
        Span<double> scores = stackalloc double[profiles.Codes.Length];
        scores.Clear();
        Span<char> word = stackalloc char[LongestWord + 2];
        word[0] = '_';
        var length = 0;
        var letters = 0;
        for (var i = 0; i <= text.Length && letters < ReadLetters; i++)
        {
            var inside = i < text.Length && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark
                || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.SpacingCombiningMark);
            if (inside)
            {
                if (length < LongestWord) word[1 + length++] = char.ToLowerInvariant(text[i]);
                continue;
            }

            if (length == 0) continue;
            if (Scripts.Of(word[1]) == script)
            {
                word[length + 1] = '_';
                profiles.Weigh(word[..(length + 2)], scores);
                letters += length;
            }

            length = 0;
        }

        int best = -1, second = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (!profiles.ScriptsOf[i].Contains(script)) continue;
            if (best < 0 || scores[i] > scores[best])
            {
                second = best;
                best = i;
            }
            else if (second < 0 || scores[i] > scores[second])
            {
                second = i;
            }
        }

        if (best < 0 || letters == 0) return null;
        var margin = scores[best] - (second < 0 ? 0 : scores[second]);
        // A text of names or of noise matches nothing well, by whatever margin.
        var fit = Math.Min(1, scores[best] / letters / 0.35);
        var confidence = (1 - (0.6 * Math.Exp(-margin / 12))) * fit * (0.5 + (0.5 * share));
        return confidence < Threshold ? null : new LanguageGuess(profiles.Codes[best], Math.Min(confidence, 0.99));
    }
}
