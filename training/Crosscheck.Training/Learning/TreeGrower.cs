namespace Crosscheck.Training.Learning;

/// <summary>Grows one tree on first and second derivatives of the loss: the leaf whose best split gains most is split next.</summary>
internal sealed class TreeGrower(FeatureBins bins, BoostingOptions options)
{
    /// <summary>A node of the tree; a leaf has no feature and gives a value.</summary>
    internal sealed class Node
    {
        public int Feature { get; set; } = -1;

        public float Threshold { get; set; }

        public float Value { get; set; }

        public Node? Left { get; set; }

        public Node? Right { get; set; }
    }

    private sealed record OpenLeaf(Node Node, int[] Examples, int Depth, double G, double H, Split Best);

    private readonly record struct Split(double Gain, int Feature, int Bin);

    /// <param name="examples">Positions in the list that the bins were made of.</param>
    /// <param name="allowed">Features that this tree may use.</param>
    public Node Grow(int[] examples, ReadOnlySpan<int> allowed, double[] gradient, double[] hessian)
    {
        var usable = allowed.ToArray();
        var root = new Node();
        var open = new List<OpenLeaf> { Open(root, examples, 0, usable, gradient, hessian) };
        for (var leaves = 1; leaves < options.Leaves; leaves++)
        {
            var at = -1;
            for (var i = 0; i < open.Count; i++)
            {
                if (open[i].Best.Feature >= 0 && (at < 0 || open[i].Best.Gain > open[at].Best.Gain)) at = i;
            }

            if (at < 0) break;
            var leaf = open[at];
            open.RemoveAt(at);
            var column = bins.Of(leaf.Best.Feature);
            var goesLeft = 0;
            foreach (var e in leaf.Examples) goesLeft += column[e] <= leaf.Best.Bin ? 1 : 0;
            var left = new int[goesLeft];
            var right = new int[leaf.Examples.Length - goesLeft];
            int l = 0, r = 0;
            foreach (var e in leaf.Examples)
            {
                if (column[e] <= leaf.Best.Bin) left[l++] = e;
                else right[r++] = e;
            }

            leaf.Node.Feature = leaf.Best.Feature;
            leaf.Node.Threshold = bins.Upper(leaf.Best.Feature, leaf.Best.Bin);
            leaf.Node.Left = new Node();
            leaf.Node.Right = new Node();
            open.Add(Open(leaf.Node.Left, left, leaf.Depth + 1, usable, gradient, hessian));
            open.Add(Open(leaf.Node.Right, right, leaf.Depth + 1, usable, gradient, hessian));
        }

        foreach (var leaf in open) leaf.Node.Value = (float)(-leaf.G / (leaf.H + options.Shrinkage) * options.LearningRate);
        return root;
    }

    private OpenLeaf Open(Node node, int[] examples, int depth, int[] allowed, double[] gradient, double[] hessian)
    {
        double g = 0, h = 0;
        foreach (var e in examples)
        {
            g += gradient[e];
            h += hessian[e];
        }

        var best = depth >= options.Depth || h < 2 * options.LeafWeight
            ? new Split(0, -1, 0)
            : BestSplit(examples, allowed, gradient, hessian, g, h);
        return new OpenLeaf(node, examples, depth, g, h, best);
    }

    private Split BestSplit(int[] examples, int[] allowed, double[] gradient, double[] hessian, double g, double h)
    {
        var best = new Split(1e-6, -1, 0);
        var whole = g * g / (h + options.Shrinkage);
        Span<double> sumG = stackalloc double[256];
        Span<double> sumH = stackalloc double[256];
        foreach (var feature in allowed)
        {
            var count = bins.Count(feature);
            if (count < 2) continue;
            sumG.Clear();
            sumH.Clear();
            var column = bins.Of(feature);
            foreach (var e in examples)
            {
                sumG[column[e]] += gradient[e];
                sumH[column[e]] += hessian[e];
            }

            double gl = 0, hl = 0;
            for (var bin = 0; bin < count - 1; bin++)
            {
                gl += sumG[bin];
                hl += sumH[bin];
                if (hl < options.LeafWeight) continue;
                if (h - hl < options.LeafWeight) break;
                var gr = g - gl;
                var gain = (gl * gl / (hl + options.Shrinkage)) + (gr * gr / (h - hl + options.Shrinkage)) - whole;
                if (gain > best.Gain) best = new Split(gain, feature, bin);
            }
        }

        return best;
    }
}
