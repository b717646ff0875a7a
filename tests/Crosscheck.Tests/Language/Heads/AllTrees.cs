namespace Crosscheck.Tests.Language.Heads;

/// <summary>Trees by trying every way to give heads: what the quick methods are held to.</summary>
internal static class AllTrees
{
    public static double Score(float[] scores, int[] heads) => heads.Select((h, i) => (double)scores[(i * (heads.Length + 1)) + h + 1]).Sum();

    /// <summary>The highest score of a tree with one root that a condition lets pass.</summary>
    public static double Best(float[] scores, int count, Func<int[], bool> passes)
    {
        var best = double.NegativeInfinity;
        var heads = new int[count];
        void Try(int word)
        {
            if (word == count)
            {
                if (IsTree(heads) && passes(heads)) best = Math.Max(best, Score(scores, heads));
                return;
            }

            for (heads[word] = -1; heads[word] < count; heads[word]++)
            {
                if (heads[word] != word) Try(word + 1);
            }
        }

        Try(0);
        return best;
    }

    public static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h < 0) != 1) return false;
        for (var i = 0; i < heads.Length; i++)
        {
            var steps = 0;
            for (var at = i; at >= 0; at = heads[at])
            {
                if (++steps > heads.Length) return false;
            }
        }

        return true;
    }
}
