namespace Crosscheck.Names;

/// <summary>Marks the tokens that known names cover, also those of several words ("Saudi Arabia", "Port - au - Prince").</summary>
internal static class KnownPhrases
{
    private const int LaterShift = 10;
    private const int LongestText = 48;

    /// <param name="words">Receives the marks of the tokens from <paramref name="first"/> up to <paramref name="end"/>.</param>
    public static void Mark(NameTokens tokens, int first, int end, Word[] words)
    {
        Span<char> text = stackalloc char[LongestText];
        for (var i = first; i < end; i++)
        {
            var length = Append(tokens[i], text, 0, out var fits);
            if (!fits) continue;
            words[i].Known |= (int)Tagged(text[..length]);
            if (!Gazetteer.Opens(text[..length])) continue;
            MarkLonger(tokens, i, end, words, text, length);
        }
    }

    private static void MarkLonger(NameTokens tokens, int i, int end, Word[] words, Span<char> text, int length)
    {
        var bestEnd = 0;
        var best = KnownName.None;
        for (var j = i + 1; j < end && j < i + Gazetteer.LongestPhrase; j++)
        {
            if (tokens[j] is not "-" && tokens[j - 1] is not "-")
            {
                if (length == text.Length) break;
                text[length++] = ' ';
            }

            length = Append(tokens[j], text, length, out var fits);
            if (!fits) break;
            var known = Tagged(text[..length]);
            if (known == KnownName.None) continue;
            best = known;
            bestEnd = j + 1;
        }

        if (best == KnownName.None) return;
        words[i].Known |= (int)best;
        for (var j = i + 1; j < bestEnd; j++) words[j].Known |= (int)best << LaterShift;
    }

    /// <summary>The classes that the tagger was trained with: organisations are looked up after it, where they decide a type.</summary>
    private static KnownName Tagged(ReadOnlySpan<char> lower) => Gazetteer.Phrase(lower) & ~KnownName.Organization;

    private static int Append(ReadOnlySpan<char> form, Span<char> text, int length, out bool fits)
    {
        fits = form.Length <= text.Length - length;
        if (!fits) return length;
        var written = form.ToLowerInvariant(text[length..]);
        for (var k = length; k < length + written; k++)
        {
            if (text[k] == '’') text[k] = '\'';
        }

        return length + written;
    }
}
