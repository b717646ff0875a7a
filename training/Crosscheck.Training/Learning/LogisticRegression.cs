using Crosscheck.Learning;

namespace Crosscheck.Training.Learning;

/// <summary>One training example: the hashes of the features present, the number of its class, and how much it counts.</summary>
internal readonly record struct Example(uint[] Features, int Label, float Weight = 1);

/// <summary>
/// Multinomial logistic regression by stochastic gradients with AdaGrad's step sizes (Duchi et al. 2011) and an L2 penalty.
/// Its scores through <see cref="LinearModel.Softmax"/> are probabilities. Repeatable: the order comes from the seed.
/// </summary>
internal sealed class LogisticRegression(int classes)
{
    private readonly SparseWeights _weights = new();

    /// <summary>Passes over the examples.</summary>
    public int Epochs { get; init; } = 10;

    public float Rate { get; init; } = 0.2f;

    /// <summary>The penalty on a weight's square, per example that shows its feature.</summary>
    public float L2 { get; init; } = 1e-4f;

    /// <summary>Features seen in fewer examples are left out.</summary>
    public int MinimumCount { get; init; } = 2;

    public int Seed { get; init; } = 1;

    public void Train(IReadOnlyList<Example> examples)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var example in examples)
        {
            foreach (var feature in example.Features) counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        var kept = examples.Select(e => e with { Features = [.. e.Features.Where(f => counts[f] >= MinimumCount)] }).ToArray();
        var order = Enumerable.Range(0, kept.Length).ToArray();
        var random = new Random(Seed);
        var scores = new float[classes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order) Step(kept[i], scores);
        }
    }

    public void Score(ReadOnlySpan<uint> features, Span<float> scores) => _weights.Score(features, scores);

    /// <summary>Writes the weights.</summary>
    /// <param name="smallest">Weights nearer to zero are left out.</param>
    public void Write(string path, IReadOnlyList<string> labels, float smallest = 1e-3f) =>
        LinearModelFile.Write(path, labels, _weights.Rows((weight, _, _) => weight), smallest);

    private void Step(Example example, float[] scores)
    {
        Score(example.Features, scores);
        LinearModel.Softmax(scores);
        scores[example.Label] -= 1;
        foreach (var feature in example.Features)
        {
            for (var c = 0; c < classes; c++)
            {
                var slope = scores[c] * example.Weight;
                if (MathF.Abs(slope) < 1e-4f) continue;
                var cell = _weights.At(feature, c);
                var gradient = slope + (L2 * cell.Weight);
                cell.Sum += gradient * gradient;
                cell.Weight -= Rate * gradient / ((float)Math.Sqrt(cell.Sum) + 1e-6f);
            }
        }
    }
}
