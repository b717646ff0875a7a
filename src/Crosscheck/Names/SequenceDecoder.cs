using System.Collections.Immutable;

namespace Crosscheck.Names;

/// <summary>The best sequence of BIO labels under scores of tokens, no name going on that did not begin (Viterbi 1967). One thread at a time.</summary>
internal sealed class SequenceDecoder
{
    private const float Forbidden = -1e9f;

    private readonly int _count;
    private readonly float[] _transitions;
    private float[] _scores = [];
    private float[] _best = [];
    private float[] _after = [];
    private byte[] _from = [];

    public SequenceDecoder(ImmutableArray<string> labels)
    {
        _count = labels.Length;
        _transitions = new float[(_count + 1) * _count];
        for (var from = 0; from <= _count; from++)
        {
            for (var to = 0; to < _count; to++)
            {
                var allowed = labels[to][0] != 'I' || (from < _count && labels[from] != "O" && labels[from].AsSpan(2).SequenceEqual(labels[to].AsSpan(2)));
                _transitions[(from * _count) + to] = allowed ? 0 : Forbidden;
            }
        }
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

    /// <param name="margins">Takes for each token how far its label's best sequence beats the best one with another label there.</param>
    public void Decode(int length, Span<int> labels, Span<float> margins)
    {
        for (var to = 0; to < _count; to++) _best[to] = _scores[to] + _transitions[(_count * _count) + to];
        for (var i = 1; i < length; i++) Forward(i);
        var last = IndexOfHighest(_best.AsSpan((length - 1) * _count, _count));
        for (var i = length - 1; i >= 0; i--)
        {
            labels[i] = last;
            if (i > 0) last = _from[(i * _count) + last];
        }

        Margins(length, labels, margins);
    }

    private static int IndexOfHighest(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
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
