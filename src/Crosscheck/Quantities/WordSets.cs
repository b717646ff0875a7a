namespace Crosscheck.Quantities;

/// <summary>How far two sets of words are the same.</summary>
internal static class WordSets
{
    /// <summary>Dice's coefficient; 0 where a set is empty.</summary>
    public static double Overlap(HashSet<string> a, HashSet<string> b) => a.Count == 0 || b.Count == 0 ? 0 : 2.0 * Shared(a, b) / (a.Count + b.Count);

    /// <summary>Share of the smaller set that is in the other.</summary>
    public static double Cover(HashSet<string> a, HashSet<string> b) => a.Count == 0 || b.Count == 0 ? 0 : (double)Shared(a, b) / Math.Min(a.Count, b.Count);

    /// <summary>Both say something, and nothing is said by both.</summary>
    public static bool Clash(HashSet<string> a, HashSet<string> b) => a.Count > 0 && b.Count > 0 && !a.Overlaps(b);

    public static int Shared(HashSet<string> a, HashSet<string> b) => a.Count(b.Contains);
}
