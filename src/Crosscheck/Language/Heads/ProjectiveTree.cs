namespace Crosscheck.Language.Heads;

/// <summary>
/// The best tree under scores of arcs whose arcs do not cross, with one word at the root (Eisner 1996; the root's side as in Kübler, McDonald and Nivre 2009).
/// English crosses arcs in one sentence of forty, so where the best tree of all has crossing arcs, they are mostly wrong. Cubic in the sentence, which a window bounds.
/// </summary>
internal static class ProjectiveTree
{
    /// <param name="scores">[word, 1 + head], row after row; column 0 is the root.</param>
    /// <param name="heads">Takes the head of each word, or -1 for the root.</param>
    public static void Find(ReadOnlySpan<float> scores, int count, Span<int> heads)
    {
        if (count == 0) return;
        var table = new Table(count);
        table.Fill(scores);
        table.Read(scores, heads);
    }

    /// <summary>Whether some two arcs of a tree cross, the root's arc counted as covering nothing.</summary>
    public static bool Crosses(ReadOnlySpan<int> heads)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] < 0) continue;
            var (left, right) = (Math.Min(i, heads[i]), Math.Max(i, heads[i]));
            for (var j = left + 1; j < right; j++)
            {
                if (heads[j] < left || heads[j] > right) return true;
            }
        }

        return false;
    }

    /// <summary>Best scores of spans: complete or open, headed by their left or right end, with the place where each splits.</summary>
    private sealed class Table(int n)
    {
        private readonly double[] _openLeft = new double[n * n];
        private readonly double[] _openRight = new double[n * n];
        private readonly double[] _wholeLeft = new double[n * n];
        private readonly double[] _wholeRight = new double[n * n];
        private readonly int[] _splitOpen = new int[n * n];
        private readonly int[] _splitLeft = new int[n * n];
        private readonly int[] _splitRight = new int[n * n];

        public void Fill(ReadOnlySpan<float> scores)
        {
            for (var size = 1; size < n; size++)
            {
                for (var s = 0; s + size < n; s++)
                {
                    var t = s + size;
                    var at = (s * n) + t;
                    var best = double.NegativeInfinity;
                    for (var q = s; q < t; q++)
                    {
                        var both = _wholeRight[(s * n) + q] + _wholeLeft[((q + 1) * n) + t];
                        if (both > best) (best, _splitOpen[at]) = (both, q);
                    }

                    _openLeft[at] = best + Arc(scores, s, t);
                    _openRight[at] = best + Arc(scores, t, s);
                    _wholeLeft[at] = double.NegativeInfinity;
                    for (var q = s; q < t; q++)
                    {
                        var both = _wholeLeft[(s * n) + q] + _openLeft[(q * n) + t];
                        if (both > _wholeLeft[at]) (_wholeLeft[at], _splitLeft[at]) = (both, q);
                    }

                    _wholeRight[at] = double.NegativeInfinity;
                    for (var q = s + 1; q <= t; q++)
                    {
                        var both = _openRight[(s * n) + q] + _wholeRight[(q * n) + t];
                        if (both > _wholeRight[at]) (_wholeRight[at], _splitRight[at]) = (both, q);
                    }
                }
            }
        }

        public void Read(ReadOnlySpan<float> scores, Span<int> heads)
        {
            var root = 0;
            var best = double.NegativeInfinity;
            for (var r = 0; r < n; r++)
            {
                var score = _wholeLeft[r] + _wholeRight[(r * n) + n - 1] + scores[r * (n + 1)];
                if (score > best) (best, root) = (score, r);
            }

            heads[root] = -1;
            var pending = new Stack<(int S, int T, bool Whole, bool Left)>();
            pending.Push((0, root, true, true));
            pending.Push((root, n - 1, true, false));
            while (pending.TryPop(out var span))
            {
                var (s, t, whole, left) = span;
                if (s == t) continue;
                var at = (s * n) + t;
                if (!whole)
                {
                    if (left) heads[s] = t;
                    else heads[t] = s;
                    pending.Push((s, _splitOpen[at], true, false));
                    pending.Push((_splitOpen[at] + 1, t, true, true));
                }
                else if (left)
                {
                    pending.Push((s, _splitLeft[at], true, true));
                    pending.Push((_splitLeft[at], t, false, true));
                }
                else
                {
                    pending.Push((s, _splitRight[at], false, false));
                    pending.Push((_splitRight[at], t, true, false));
                }
            }
        }

        /// <summary>Score of an arc to a dependent from a head.</summary>
        private double Arc(ReadOnlySpan<float> scores, int dependent, int head) => scores[(dependent * (n + 1)) + head + 1];
    }
}
