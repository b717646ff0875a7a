
namespace Crosscheck.Stories;

/// <summary>
/// What a text is compared by: its words, its shingles of five words (Broder 1997) and, to find partners among many texts,
/// a winnowed choice of them (Schleimer et al. 2003) that any shared run of twelve words hits.
/// </summary>
internal sealed class Fingerprint
{
    /// <summary>Words in a shingle.</summary>
    public const int Width = 5;

    /// <summary>Shingles of which winnowing keeps the least: a shared run of Width + Window - 1 words is never missed.</summary>
    private const int Window = 8;

    private Fingerprint(List<ScannedWord> words, ulong[] shingles, HashSet<ulong> distinct, ulong[] winnowed)
    {
        (Words, Shingles, Distinct, Winnowed) = (words, shingles, distinct, winnowed);
    }

    public List<ScannedWord> Words { get; }

    /// <summary>The shingle that starts at each word.</summary>
    public ulong[] Shingles { get; }

    public HashSet<ulong> Distinct { get; }

    public ulong[] Winnowed { get; }

    public static Fingerprint Of(string text)
    {
        var words = WordScanner.Scan(text);
        var shingles = new ulong[Math.Max(0, words.Count - Width + 1)];
        for (var i = 0; i < shingles.Length; i++)
        {
            var hash = words[i].Hash;
            for (var k = 1; k < Width; k++) hash = WordScanner.Join(hash, words[i + k].Hash);
            shingles[i] = hash;
        }

        return new Fingerprint(words, shingles, [.. shingles], Winnow(shingles));
    }

    /// <summary>Shingles that stand in both texts.</summary>
    public int SharedWith(Fingerprint other)
    {
        var (small, large) = Distinct.Count <= other.Distinct.Count ? (Distinct, other.Distinct) : (other.Distinct, Distinct);
        var shared = 0;
        foreach (var shingle in small)
        {
            if (large.Contains(shingle)) shared++;
        }

        return shared;
    }

    private static ulong[] Winnow(ulong[] shingles)
    {
        var kept = new HashSet<ulong>();
        if (shingles.Length is > 0 and < Window) kept.Add(shingles.Min());
        // The least of each window, by a queue of rising values: linear.
        var queue = new int[shingles.Length];
        int head = 0, tail = 0;
        for (var i = 0; i < shingles.Length; i++)
        {
            while (tail > head && shingles[queue[tail - 1]] >= shingles[i]) tail--;
            queue[tail++] = i;
            if (queue[head] <= i - Window) head++;
            if (i >= Window - 1) kept.Add(shingles[queue[head]]);
        }

        var result = kept.ToArray();
        Array.Sort(result);
        return result;
    }
}
