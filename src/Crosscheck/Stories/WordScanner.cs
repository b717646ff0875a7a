using Crosscheck.Text;

namespace Crosscheck.Stories;

/// <summary>A word as copies and clustering see it, in any language: its place and a hash of its letters without case.</summary>
internal readonly record struct ScannedWord(TextSpan Span, ulong Hash);

/// <summary>
/// Cuts a text into runs of letters and digits (UAX 29 simplified: an inner apostrophe divides, each ideograph is a word).
/// Needs no tagger, so that texts of unread languages can be compared too. Linear in the text.
/// </summary>
internal static class WordScanner
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    public static List<ScannedWord> Scan(string text)
    {
        var words = new List<ScannedWord>(text.Length / 6);
        var i = 0;
        while (i < text.Length)
        {
            if (!IsWordChar(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var hash = Basis;
            do
            {
                hash = (hash ^ char.ToLowerInvariant(text[i])) * Prime;
                i++;
            }
            while (i < text.Length && IsWordChar(text[i]) && !IsIdeograph(text[i]) && !IsIdeograph(text[i - 1]));
            words.Add(new ScannedWord(new TextSpan(start, i), hash));
        }

        return words;
    }

    /// <summary>The hash that <see cref="Scan"/> gives a word.</summary>
    public static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word) hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        return hash;
    }

    /// <summary>Order-sensitive hash of two hashes, well mixed (SplitMix64's finisher).</summary>
    public static ulong Join(ulong left, ulong right)
    {
        var x = (left * 0x9E3779B97F4A7C15) ^ (right + 0x7F4A7C159E3779B9 + (left << 6) + (left >> 2));
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
