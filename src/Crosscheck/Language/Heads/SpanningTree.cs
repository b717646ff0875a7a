namespace Crosscheck.Language.Heads;

/// <summary>
/// The best tree under scores of arcs, with exactly one word at the root: maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967). Where the best
/// one hangs several words on the root, root arcs are made so dear that it has only one (as Zmigrod et al. 2020 discuss). Cubic at worst, quadratic as a rule.
/// </summary>
internal static class SpanningTree
{
    /// <param name="scores">[word, 1 + head], row after row; column 0 is the root. A word's score as its own head is not read.</param>
    /// <param name="heads">Takes the head of each word, or -1 for the root.</param>
    public static void Find(ReadOnlySpan<float> scores, int count, Span<int> heads)
    {
        if (count == 0) return;
        var nodes = count + 1;
        var best = new int[nodes];
        var arcs = new double[nodes * nodes];
        Fill(scores, count, arcs, 0);
        Solve(arcs, nodes, best);
        if (best.AsSpan(1).Count(0) > 1)
        {
            double least = double.MaxValue, most = double.MinValue;
            foreach (var score in scores)
            {
                least = Math.Min(least, score);
                most = Math.Max(most, score);
            }

            Fill(scores, count, arcs, ((most - least) * nodes) + 1);
            Solve(arcs, nodes, best);
        }

        for (var i = 0; i < count; i++) heads[i] = best[i + 1] - 1;
    }

    /// <summary>Arcs as [dependent, head] with the root as node 0.</summary>
    private static void Fill(ReadOnlySpan<float> scores, int count, double[] arcs, double costOfRoot)
    {
        var nodes = count + 1;
        for (var i = 1; i < nodes; i++)
        {
            for (var head = 0; head < nodes; head++) arcs[(i * nodes) + head] = scores[((i - 1) * nodes) + head] - (head == 0 ? costOfRoot : 0);
        }
    }

    /// <summary>Best head of each node but 0. Contracts one cycle, solves the rest, and opens the cycle again.</summary>
    private static void Solve(double[] arcs, int nodes, int[] best)
    {
        for (var node = 1; node < nodes; node++)
        {
            var chosen = -1;
            for (var head = 0; head < nodes; head++)
            {
                if (head != node && (chosen < 0 || arcs[(node * nodes) + head] > arcs[(node * nodes) + chosen])) chosen = head;
            }

            best[node] = chosen;
        }

        best[0] = -1;
        var cycle = Cycle(best, nodes);
        if (cycle is not null) Contract(arcs, nodes, best, cycle);
    }

    private static void Contract(double[] arcs, int nodes, int[] best, bool[] cycle)
    {
        // The nodes outside keep their order; the cycle becomes the last node.
        var outside = new List<int>(nodes);
        for (var node = 0; node < nodes; node++)
        {
            if (!cycle[node]) outside.Add(node);
        }

        var size = outside.Count + 1;
        var joined = size - 1;
        var smaller = new double[size * size];
        var enters = new int[size];
        var leaves = new int[size];
        for (var a = 0; a < joined; a++)
        {
            for (var b = 0; b < joined; b++) smaller[(a * size) + b] = arcs[(outside[a] * nodes) + outside[b]];
            var (into, from) = (-1, -1);
            var (gain, score) = (double.NegativeInfinity, double.NegativeInfinity);
            for (var node = 0; node < nodes; node++)
            {
                if (!cycle[node]) continue;
                var entering = arcs[(node * nodes) + outside[a]] - arcs[(node * nodes) + best[node]];
                if (into < 0 || entering > gain) (into, gain) = (node, entering);
                var leaving = arcs[(outside[a] * nodes) + node];
                if (from < 0 || leaving > score) (from, score) = (node, leaving);
            }

            smaller[(joined * size) + a] = gain;
            smaller[(a * size) + joined] = score;
            enters[a] = into;
            leaves[a] = from;
        }

        var found = new int[size];
        Solve(smaller, size, found);
        for (var a = 1; a < joined; a++) best[outside[a]] = found[a] == joined ? leaves[a] : outside[found[a]];
        best[enters[found[joined]]] = outside[found[joined]];
    }

    /// <summary>The nodes of some cycle of the chosen heads, or null.</summary>
    private static bool[]? Cycle(int[] best, int nodes)
    {
        var seen = new int[nodes];
        for (var start = 1; start < nodes; start++)
        {
            var node = start;
            while (node > 0 && seen[node] == 0)
            {
                seen[node] = start;
                node = best[node];
            }

            if (node <= 0 || seen[node] != start) continue;
            var cycle = new bool[nodes];
            for (; !cycle[node]; node = best[node]) cycle[node] = true;
            return cycle;
        }

        return null;
    }
}
