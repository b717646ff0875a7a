namespace Crosscheck.Training.Language;

/// <summary>Makes trees projective for a projective parser: a crossing arc's head is lifted to its own head, the shortest arc first (Nivre and Nilsson 2005).</summary>
internal static class Projective
{
    /// <param name="heads">Head of each word, -1 for the root.</param>
    public static int[] Lift(int[] heads)
    {
        var lifted = heads.ToArray();
        while (ShortestCrossing(lifted) is var child && child >= 0) lifted[child] = lifted[lifted[child]];
        return lifted;
    }

    private static int ShortestCrossing(int[] heads)
    {
        var best = -1;
        for (var child = 0; child < heads.Length; child++)
        {
            if (heads[child] < 0 || IsProjective(heads, child)) continue;
            if (best < 0 || Math.Abs(child - heads[child]) < Math.Abs(best - heads[best])) best = child;
        }

        return best;
    }

    /// <summary>Whether every word between a word and its head descends from that head.</summary>
    private static bool IsProjective(int[] heads, int child)
    {
        var head = heads[child];
        for (var i = Math.Min(child, head) + 1; i < Math.Max(child, head); i++)
        {
            var at = i;
            while (at >= 0 && at != head) at = heads[at];
            if (at != head) return false;
        }

        return true;
    }
}
