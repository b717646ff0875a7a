namespace Crosscheck.Language.Identification;

/// <summary>What the letter sequences of a text say about its language.</summary>
/// <param name="Best">Column of the likeliest language.</param>
/// <param name="Margin">How far its mean score stands above that of the next language that it is not close to.</param>
/// <param name="Height">How far its mean score stands above that of the average language.</param>
/// <param name="Letters">Letters read.</param>
internal readonly record struct LanguageEvidence(int Best, double Margin, double Height, int Letters)
{
    // A clear case is clear after a few hundred letters; the first check waits for what a quotation in another language may hold.
    private const int FirstCheck = 600;
    private const double Clear = 0.995;

    /// <summary>The margin against what chance leaves of it.</summary>
    public double Strength => Margin * Math.Sqrt(Letters);

    /// <summary>The language of a text in one script. Close languages are told apart in a second look.</summary>
    /// <returns>Its code, the probability that it or one close to it is right, and the probability that it is the right one of those.</returns>
    public static (string Code, double Confidence, double AmongClose) Identify(ReadOnlySpan<char> text, Script script, SequenceWeights weights, int mostLetters)
    {
        var first = Read(text, script, weights, mostLetters);
        var confidence = weights.Certainty.Of(first);
        if (weights.Close(first.Best) is not { } close) return (weights.Codes[first.Best], confidence, 1);
        var second = Read(text, script, close, mostLetters);
        return (close.Codes[second.Best], confidence, close.Certainty.Of(second));
    }

    public static LanguageEvidence Read(ReadOnlySpan<char> text, Script script, SequenceWeights weights, int mostLetters)
    {
        Span<char> buffer = stackalloc char[FramedWords.Longest];
        Span<short> word = stackalloc short[weights.Width];
        Span<int> sums = stackalloc int[weights.Width];
        sums.Clear();
        int letters = 0, all = 0, check = FirstCheck;
        var words = new FramedWords(text, script, buffer);
        while (letters < mostLetters && words.MoveNext())
        {
            word.Clear();
            weights.Weigh(words.Current, word);
            for (var i = 0; i < word.Length; i++) sums[i] += word[i];
            all += SequenceHash.CountIn(words.Current.Length);
            letters += words.Current.Length - 2;
            if (letters < check) continue;
            var evidence = Compare(sums, weights, all, letters);
            if (weights.Certainty.Of(evidence) > Clear) return evidence;
            check *= 2;
        }

        return Compare(sums, weights, all, letters);
    }

    private static LanguageEvidence Compare(ReadOnlySpan<int> sums, SequenceWeights weights, int all, int letters)
    {
        if (all == 0) return default;
        var best = 0;
        for (var i = 1; i < weights.Codes.Length; i++)
        {
            if (sums[i] > sums[best]) best = i;
        }

        // Two norms of one language do not stand against each other, nor do close languages at the first look.
        var second = -1;
        var close = weights.Close(best);
        for (var i = 0; i < weights.Codes.Length; i++)
        {
            if (weights.Codes[i] == weights.Codes[best] || (close is not null && weights.Close(i) == close)) continue;
            if (second < 0 || sums[i] > sums[second]) second = i;
        }

        var margin = second < 0 ? 0 : (double)weights.Scale * (sums[best] - sums[second]) / all;
        return new LanguageEvidence(best, margin, (double)weights.Scale * sums[best] / all, letters);
    }
}
