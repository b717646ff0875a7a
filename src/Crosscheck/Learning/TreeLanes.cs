using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crosscheck.Learning;

/// <summary>
/// Trees laid out to be asked about eight examples at a time, none of which branches: every split that an example's value exceeds strikes the leaves on its left,
/// and the first leaf not struck is the example's (Lucchese et al., "Exploiting CPU SIMD extensions to speed-up document scoring with tree ensembles", SIGIR 2016,
/// without its order by features). For trees of at most 32 leaves.
/// </summary>
internal sealed class TreeLanes
{
    /// <summary>Examples asked about at a time.</summary>
    public const int Count = 8;

    private const int MostLeaves = 32;

    private readonly Split[] _splits;
    private readonly float[] _leaves;
    private readonly Tree[] _trees;

    private TreeLanes(Split[] splits, float[] leaves, Tree[] trees) => (_splits, _leaves, _trees) = (splits, leaves, trees);

    /// <param name="Left">A bit for each leaf on the left.</param>
    private readonly record struct Split(int Feature, float Threshold, int Left);

    /// <summary>Where a tree's splits and its leaves end; leaves are filled up to whole vectors.</summary>
    private readonly record struct Tree(int Splits, int Leaves);

    /// <summary>The layout, or null where this machine has no such vectors or a tree has too many leaves.</summary>
    /// <param name="roots">Index of each tree's first node.</param>
    /// <param name="feature">For each node the feature it asks about, or -1 for a leaf.</param>
    /// <param name="threshold">For each node the greatest value that goes left; for a leaf, its value.</param>
    /// <param name="left">For each node its left child, which stands behind it; the right one stands next to that.</param>
    public static TreeLanes? Of(int[] roots, short[] feature, float[] threshold, int[] left)
    {
        if (!Vector256.IsHardwareAccelerated) return null;
        var below = new int[feature.Length];
        for (var i = below.Length - 1; i >= 0; i--) below[i] = feature[i] < 0 ? 1 : Math.Min(below[left[i]] + below[left[i] + 1], MostLeaves + 1);
        var splits = new List<Split>();
        var leaves = new List<float>();
        var trees = new Tree[roots.Length];
        var open = new Stack<int>();
        for (var tree = 0; tree < trees.Length; tree++)
        {
            if (below[roots[tree]] > MostLeaves) return null;
            var first = leaves.Count;
            open.Push(roots[tree]);
            while (open.TryPop(out var node))
            {
                if (feature[node] < 0)
                {
                    leaves.Add(threshold[node]);
                    continue;
                }

                var struck = ((1u << below[left[node]]) - 1) << (leaves.Count - first);
                splits.Add(new Split(feature[node], threshold[node], (int)struck));
                open.Push(left[node] + 1);
                open.Push(left[node]);
            }

            while ((leaves.Count - first) % Count != 0) leaves.Add(0);
            trees[tree] = new Tree(splits.Count, leaves.Count);
        }

        return new TreeLanes([.. splits], [.. leaves], trees);
    }

    /// <summary>Adds to the scores of eight examples what each tree in turn gives them.</summary>
    /// <param name="columns">For each feature its values in the eight.</param>
    public void Add(ReadOnlySpan<float> columns, Span<double> scores)
    {
        var values = MemoryMarshal.Cast<float, Vector256<float>>(columns);
        var lower = Vector256.Create<double>(scores);
        var upper = Vector256.Create<double>(scores[(Count / 2)..]);
        int split = 0, leaf = 0;
        foreach (var tree in _trees)
        {
            var kept = Vector256<int>.AllBitsSet;
            foreach (ref readonly var at in _splits.AsSpan(split, tree.Splits - split))
            {
                var right = Vector256.GreaterThan(values[at.Feature], Vector256.Create(at.Threshold)).AsInt32();
                kept = Vector256.AndNot(kept, right & Vector256.Create(at.Left));
            }

            var (low, high) = Vector256.Widen(Pick(_leaves.AsSpan(leaf, tree.Leaves - leaf), FirstBit(kept)));
            lower += low;
            upper += high;
            (split, leaf) = (tree.Splits, tree.Leaves);
        }

        lower.CopyTo(scores);
        upper.CopyTo(scores[(Count / 2)..]);
    }

    /// <summary>Number of the lowest bit set: the exponent of that bit alone as a floating-point number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> FirstBit(Vector256<int> bits) =>
        (Vector256.ShiftRightLogical(Vector256.ConvertToSingle(bits & -bits).AsInt32(), 23) & Vector256.Create(0xFF)) - Vector256.Create(127);

    /// <summary>The leaves of eight numbers; beyond a vector's end a shuffle gives zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pick(ReadOnlySpan<float> leaves, Vector256<int> numbers)
    {
        var picked = Vector256.Shuffle(Vector256.Create(leaves), numbers);
        for (var from = Count; from < leaves.Length; from += Count) picked |= Vector256.Shuffle(Vector256.Create(leaves[from..]), numbers - Vector256.Create(from));
        return picked;
    }
}
