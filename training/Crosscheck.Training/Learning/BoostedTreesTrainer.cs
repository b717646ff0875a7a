using Crosscheck.Learning;

namespace Crosscheck.Training.Learning;

/// <summary>Trains boosted trees for logistic loss. One thread, fixed seed: equal examples give equal bytes.</summary>
public static class BoostedTreesTrainer
{
    /// <summary>Trains on the whole table and calibrates on cross-validated scores, so that the probabilities hold for unseen groups.</summary>
    public static BoostedTrees Train(ExampleTable table, BoostingOptions options, int folds = 5)
    {
        var unseen = CrossValidate(table, options, folds);
        var (slope, offset) = PlattCalibration.Fit(unseen, table);
        return Fit(table, All(table), options).Calibrated(slope, offset);
    }

    /// <summary>For each example, the score of trees that saw nothing of its group.</summary>
    public static double[] CrossValidate(ExampleTable table, BoostingOptions options, int folds)
    {
        var scores = new double[table.Count];
        for (var fold = 0; fold < folds; fold++)
        {
            var train = All(table).Where(e => FoldOf(table.Group(e), folds) != fold).ToArray();
            if (train.Length == 0) continue;
            var trees = Fit(table, train, options);
            for (var e = 0; e < table.Count; e++)
            {
                if (FoldOf(table.Group(e), folds) == fold) scores[e] = trees.Score(table.Values(e));
            }
        }

        return scores;
    }

    /// <summary>The fold that judges a group.</summary>
    public static int FoldOf(int group, int folds) => (int)((uint)(group * 2654435761u) % (uint)folds);

    /// <summary>Trees for some of the examples, not calibrated.</summary>
    public static BoostedTrees Fit(ExampleTable table, int[] examples, BoostingOptions options)
    {
        var random = new Random(options.Seed);
        var bins = new FeatureBins(table, examples);
        var grower = new TreeGrower(bins, options);
        double yes = 0, all = 0;
        foreach (var e in examples)
        {
            all += table.Weight(e);
            if (table.Answer(e)) yes += table.Weight(e);
        }

        var share = Math.Clamp(yes / Math.Max(all, 1e-9), 1e-4, 1 - 1e-4);
        var bias = Math.Log(share / (1 - share));
        var score = new double[examples.Length];
        Array.Fill(score, bias);
        var gradient = new double[examples.Length];
        var hessian = new double[examples.Length];
        var forest = new FlatForest(table.Features, bias);
        for (var tree = 0; tree < options.Trees; tree++)
        {
            for (var i = 0; i < examples.Length; i++)
            {
                var p = BoostedTrees.Logistic(score[i]);
                var weight = table.Weight(examples[i]);
                gradient[i] = weight * (p - (table.Answer(examples[i]) ? 1 : 0));
                hessian[i] = Math.Max(weight * p * (1 - p), 1e-9);
            }

            var root = grower.Grow(Sample(examples.Length, options.ExampleShare, random), Sample(table.Features, options.FeatureShare, random), gradient, hessian);
            forest.Add(root);
            for (var i = 0; i < examples.Length; i++) score[i] += ValueOf(root, table.Values(examples[i]));
        }

        return forest.Finish();
    }

    private static float ValueOf(TreeGrower.Node node, ReadOnlySpan<float> values)
    {
        while (node.Feature >= 0) node = values[node.Feature] > node.Threshold ? node.Right! : node.Left!;
        return node.Value;
    }

    private static int[] All(ExampleTable table) => [.. Enumerable.Range(0, table.Count)];

    /// <summary>A share of 0..count-1, in order; at least one.</summary>
    private static int[] Sample(int count, double share, Random random)
    {
        if (share >= 1) return [.. Enumerable.Range(0, count)];
        var kept = new List<int>();
        for (var i = 0; i < count; i++)
        {
            if (random.NextDouble() < share) kept.Add(i);
        }

        return kept.Count == 0 ? [random.Next(count)] : [.. kept];
    }
}
