using System.Collections.Immutable;
using Crosscheck.Learning;
using Crosscheck.Names;

namespace Crosscheck.Training.Names;

/// <summary>A sentence to learn from: features of its tokens one after another, where each token's begin, and gold labels.</summary>
internal sealed record TrainingSentence(uint[] Features, int[] Starts, int[] Labels);

/// <summary>Averaged structured perceptron (Collins 2002): decodes each sentence and moves the weights towards the gold sequence. Deterministic.</summary>
internal sealed class StructuredPerceptron
{
    private readonly ImmutableArray<string> _labels;
    private readonly Dictionary<uint, int> _rows;
    private readonly float[] _weights;
    private readonly double[] _sums;
    private double _step = 1;

    private StructuredPerceptron(ImmutableArray<string> labels, Dictionary<uint, int> rows)
    {
        _labels = labels;
        _rows = rows;
        _weights = new float[rows.Count * labels.Length];
        _sums = new double[rows.Count * labels.Length];
    }

    /// <param name="least">Features seen less often are left out.</param>
    public static LinearModelFile.Row[] Train(ImmutableArray<string> labels, List<TrainingSentence> sentences, int epochs, int least, TextWriter log)
    {
        var rows = CountRows(sentences, least);
        for (var from = 0; from <= labels.Length; from++) rows[SequenceDecoder.TransitionFeature(from)] = rows.Count;
        var learner = new StructuredPerceptron(labels, rows);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(17);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var index in order) wrong += learner.Learn(sentences[index]);
            log.WriteLine($"  epoch {epoch + 1}: {wrong} wrong labels, {rows.Count} features");
        }

        return learner.Averaged();
    }

    private static Dictionary<uint, int> CountRows(List<TrainingSentence> sentences, int least)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var sentence in sentences)
        {
            foreach (var feature in sentence.Features) counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        var rows = new Dictionary<uint, int>();
        foreach (var (feature, count) in counts)
        {
            if (count >= least) rows[feature] = rows.Count;
        }

        return rows;
    }

    private SequenceDecoder? _decoder;
    private int[] _guess = [];

    private int Learn(TrainingSentence sentence)
    {
        var decoder = _decoder ??= new SequenceDecoder(_labels);
        var length = sentence.Labels.Length;
        var count = _labels.Length;
        if (_guess.Length < length) _guess = new int[length];
        var guess = _guess.AsSpan(0, length);
        decoder.SetTransitions(Add);
        var scores = decoder.Room(length);
        for (var i = 0; i < length; i++)
        {
            var row = scores.AsSpan(i * count, count);
            row.Clear();
            foreach (var feature in sentence.Features.AsSpan(sentence.Starts[i]..sentence.Starts[i + 1])) Add(feature, row);
        }

        decoder.Decode(length, guess, []);
        _step++;
        var wrong = 0;
        for (var i = 0; i < length; i++)
        {
            int gold = sentence.Labels[i], goldBefore = i > 0 ? sentence.Labels[i - 1] : count, guessBefore = i > 0 ? guess[i - 1] : count;
            if (gold != guess[i])
            {
                wrong++;
                foreach (var feature in sentence.Features.AsSpan(sentence.Starts[i]..sentence.Starts[i + 1])) Move(feature, gold, guess[i]);
            }

            if (gold == guess[i] && goldBefore == guessBefore) continue;
            Change(_rows[SequenceDecoder.TransitionFeature(goldBefore)], gold, 1);
            Change(_rows[SequenceDecoder.TransitionFeature(guessBefore)], guess[i], -1);
        }

        return wrong;
    }

    private void Add(uint feature, Span<float> scores)
    {
        if (!_rows.TryGetValue(feature, out var row)) return;
        var weights = _weights.AsSpan(row * scores.Length, scores.Length);
        for (var i = 0; i < scores.Length; i++) scores[i] += weights[i];
    }

    private void Move(uint feature, int towards, int away)
    {
        if (!_rows.TryGetValue(feature, out var row)) return;
        Change(row, towards, 1);
        Change(row, away, -1);
    }

    private void Change(int row, int label, float by)
    {
        _weights[(row * _labels.Length) + label] += by;
        _sums[(row * _labels.Length) + label] += by * _step;
    }

    private LinearModelFile.Row[] Averaged()
    {
        var count = _labels.Length;
        return [.. _rows.Select(r => new LinearModelFile.Row(
            r.Key, [.. Enumerable.Range(0, count)
                .Select(label => (label, Weight: (float)(_weights[(r.Value * count) + label] - (_sums[(r.Value * count) + label] / _step))))
                .Where(w => w.Weight != 0)]))];
    }
}
