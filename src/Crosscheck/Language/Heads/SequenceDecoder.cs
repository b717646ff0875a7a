using System.Collections.Immutable;

namespace Crosscheck.Language.Heads;

/// <summary>The best sequence of labels under scores of tokens and of label pairs (Viterbi 1967). One thread at a time.</summary>
internal sealed class SequenceDecoder
{
    private const float Forbidden = -1e9f;

    private readonly int _count;
    private readonly float[] _transitions;
    private float[] _scores = [];
    private float[] _best = [];
    private float[] _after = [];
    private byte[] _from = [];

    /// <param name="count">Labels.</param>
    /// <param name="transitions">[count + 1, count]: the score of each label behind each other one; the last row: of each label at the beginning.</param>
    public SequenceDecoder(int count, float[] transitions)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(transitions.Length, (count + 1) * count);
        _count = count;
        _transitions = transitions;
    }

    /// <summary>For BIO labels, the first of them O: no name goes on that did not begin.</summary>
    public static SequenceDecoder OfNames(ImmutableArray<string> labels)
    {
        var count = labels.Length;
        var transitions = new float[(count + 1) * count];
        for (var from = 0; from <= count; from++)
        {
            for (var to = 0; to < count; to++)
            {
                var allowed = labels[to][0] != 'I' || (from < count && labels[from] != "O" && labels[from].AsSpan(2).SequenceEqual(labels[to].AsSpan(2)));
                transitions[(from * count) + to] = allowed ? 0 : Forbidden;
            }
        }

        return new SequenceDecoder(count, transitions);
    }

    /// <summary>Where the caller puts the scores of a sentence's tokens, label by label.</summary>
    public float[] Room(int length)
    {
        if (_scores.Length >= length * _count) return _scores;
        _scores = new float[length * _count];
        _best = new float[length * _count];
        _after = new float[length * _count];
        _from = new byte[length * _count];
        return _scores;
    }

    /// <summary>The score of a sequence that has one label throughout, beside the scores in the room.</summary>
    public float Uniform(int label, int length)
    {
        var sum = _transitions[(_count * _count) + label];
        for (var i = 0; i < length; i++) sum += _scores[(i * _count) + label] + (i > 0 ? _transitions[(label * _count) + label] : 0);
        return sum;
    }

    /// <summary>By how much the best sequence that has a label anywhere falls short of the best of all, after decoding.</summary>
    /// <param name="best">The score of the best of all.</param>
    public float Shortfall(int label, int length, float best)
    {
        var with = float.NegativeInfinity;
        for (var i = 0; i < length; i++) with = MathF.Max(with, _best[(i * _count) + label] + _after[(i * _count) + label]);
        return best - with;
    }

    /// <returns>The score of the best sequence.</returns>
    /// <param name="margins">Takes for each token how far its label's best sequence beats the best one with another label there.</param>
    public float Decode(int length, Span<int> labels, Span<float> margins)
    {
        for (var to = 0; to < _count; to++) _best[to] = _scores[to] + _transitions[(_count * _count) + to];
        for (var i = 1; i < length; i++) Forward(i);
        var last = LabelSet.Best(_best.AsSpan((length - 1) * _count, _count));
        var score = _best[((length - 1) * _count) + last];
        for (var i = length - 1; i >= 0; i--)
        {
            labels[i] = last;
            if (i > 0) last = _from[(i * _count) + last];
        }

        Margins(length, labels, margins);
        return score;
    }

    private void Forward(int i)
    {
        var before = _best.AsSpan((i - 1) * _count, _count);
        var here = _best.AsSpan(i * _count, _count);
        here.Fill(float.NegativeInfinity);
        for (var from = 0; from < _count; from++)
        {
            var row = _transitions.AsSpan(from * _count, _count);
            for (var to = 0; to < here.Length; to++)
            {
                var score = before[from] + row[to];
                if (score <= here[to]) continue;
                here[to] = score;
                _from[(i * _count) + to] = (byte)from;
            }
        }

        for (var to = 0; to < here.Length; to++) here[to] += _scores[(i * _count) + to];
    }

    /// <summary>Max-marginals: the best sequence through each label at each place.</summary>
    private void Margins(int length, ReadOnlySpan<int> labels, Span<float> margins)
    {
        _after.AsSpan((length - 1) * _count, _count).Clear();
        for (var i = length - 2; i >= 0; i--)
        {
            for (var from = 0; from < _count; from++)
            {
                var best = float.NegativeInfinity;
                for (var to = 0; to < _count; to++)
                {
                    var next = ((i + 1) * _count) + to;
                    best = MathF.Max(best, _transitions[(from * _count) + to] + _scores[next] + _after[next]);
                }

                _after[(i * _count) + from] = best;
            }
        }

        for (var i = 0; i < length; i++)
        {
            var other = float.NegativeInfinity;
            for (var label = 0; label < _count; label++)
            {
                var at = (i * _count) + label;
                if (label != labels[i]) other = MathF.Max(other, _best[at] + _after[at]);
            }

            var chosen = (i * _count) + labels[i];
            margins[i] = _best[chosen] + _after[chosen] - other;
        }
    }
}
