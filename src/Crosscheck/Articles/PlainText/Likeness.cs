namespace Crosscheck.Articles.PlainText;

/// <summary>Whether two short texts say the same in the same or nearly the same words.</summary>
internal static class Likeness
{
    private const int LongestText = 800;

    /// <summary>Share of the words of the longer text that the shorter has too, a word counted as often as it stands, letters and digits alone compared.</summary>
    public static double Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > LongestText || b.Length > LongestText) return a.SequenceEqual(b) ? 1 : 0;
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var inA = Count(a, counts, 1);
        var common = 0;
        var inB = 0;
        foreach (var range in Words(b))
        {
            inB++;
            var word = b[range].ToString();
            if (!counts.TryGetValue(word, out var left) || left == 0) continue;
            counts[word] = left - 1;
            common++;
        }

        return inA == 0 || inB == 0 ? 0 : (double)common / Math.Max(inA, inB);
    }

    private static int Count(ReadOnlySpan<char> text, Dictionary<string, int> counts, int step)
    {
        var all = 0;
        foreach (var range in Words(text))
        {
            var word = text[range].ToString();
            counts[word] = counts.GetValueOrDefault(word) + step;
            all++;
        }

        return all;
    }

    private static List<Range> Words(ReadOnlySpan<char> text)
    {
        var words = new List<Range>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            words.Add(start..i);
        }

        return words;
    }
}
