using Crosscheck.Learning;

namespace Crosscheck.Training.Learning;

/// <summary>
/// Multi-class perceptron whose final weights are the mean over all steps (Collins 2002, "Discriminative training methods for
/// hidden Markov models"). The caller orders the examples, so training is as repeatable as that order.
/// </summary>
internal sealed class AveragedPerceptron(int classes)
{
    private readonly SparseWeights _weights = new();
    private readonly float[] _scores = new float[classes];
    private int _step = 1;

    public int FeatureCount => _weights.FeatureCount;

    public void Score(ReadOnlySpan<uint> features, Span<float> scores) => _weights.Score(features, scores);

    /// <summary>Predicts, and where the prediction is wrong moves the weights towards the truth. Returns the prediction.</summary>
    public int Learn(ReadOnlySpan<uint> features, int truth)
    {
        Score(features, _scores);
        var guess = LinearModel.IndexOfHighest(_scores);
        Update(features, truth, guess);
        return guess;
    }

    /// <summary>One step: towards one class and away from another, or none where they are the same.</summary>
    public void Update(ReadOnlySpan<uint> features, int truth, int guess)
    {
        if (truth != guess)
        {
            Change(features, truth, 1);
            Change(features, guess, -1);
        }

        Tick();
    }

    /// <summary>Moves one class's weights, for a learner of sequences; one step may hold many changes.</summary>
    public void Change(ReadOnlySpan<uint> features, int label, float by)
    {
        foreach (var feature in features) Move(feature, label, by);
    }

    /// <summary>Ends a step.</summary>
    public void Tick() => _step++;

    /// <summary>The averaged weights as they would be written and read.</summary>
    public LinearModel Build(IReadOnlyList<string> labels, float smallest)
    {
        using var stream = new MemoryStream();
        LinearModelFile.Write(stream, labels, _weights.Rows(Average), smallest);
        return LinearModelFile.Parse(stream.GetBuffer().AsSpan(0, (int)stream.Length))!;
    }

    /// <summary>Writes the averaged weights.</summary>
    /// <param name="smallest">Weights nearer to zero are left out.</param>
    public void Write(string path, IReadOnlyList<string> labels, float smallest) =>
        LinearModelFile.Write(path, labels, _weights.Rows(Average), smallest);

    private float Average(float weight, double sum, int since) => (float)((sum + ((double)(_step - since) * weight)) / _step);

    private void Move(uint feature, int label, float by)
    {
        var cell = _weights.At(feature, label);
        cell.Sum += (double)(_step - cell.Since) * cell.Weight;
        cell.Since = _step;
        cell.Weight += by;
    }
}
