using System.Collections.Immutable;
using Crosscheck.Learning;

namespace Crosscheck.Names;

/// <summary>The best sequence of BIO labels under scores of tokens and of neighbouring labels. One thread at a time.</summary>
internal sealed class SequenceDecoder
{
    private const int TransitionTemplate = 900;
    private const float Forbidden = -1e9f;

    private readonly int _count;
    private readonly bool[] _allowed;
    private readonly float[] _transitions;
    private float[] _scores = [];
    private float[] _best = [];
    private float[] _after = [];
    private byte[] _from = [];

    public SequenceDecoder(ImmutableArray<string> labels)
    {
        _count = labels.Length;
        _transitions = new float[(_count + 1) * _count];
        _allowed = new bool[(_count + 1) * _count];
        for (var from = 0; from <= _count; from++)
        {
            for (var to = 0; to < _count; to++)
            {
                _allowed[(from * _count) + to] = labels[to][0] != 'I'
                    || (from < _count && labels[from] != "O" && labels[from].AsSpan(2).SequenceEqual(labels[to].AsSpan(2)));
            }
        }
    }

    public delegate void AddFeature(uint feature, Span<float> scores);

    /// <summary>The feature that stands for "the label before is this" (the number of labels: the sentence begins).</summary>
    public static uint TransitionFeature(int from) => FeatureHash.Of(TransitionTemplate).Add(from).Value;

    public void SetTransitions(AddFeature add)
    {
        for (var from = 0; from <= _count; from++)
        {
            var row = _transitions.AsSpan(from * _count, _count);
            row.Clear();
            add(TransitionFeature(from), row);
            for (var to = 0; to < _count; to++)
            {
                if (!_allowed[(from * _count) + to]) row[to] = Forbidden;
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

    /// <param name="margins">Left alone when empty.</param>
    public void Decode(int length, Span<int> labels, Span<float> margins)
    {
        for (var to = 0; to < _count; to++) _best[to] = _scores[to] + _transitions[(_count * _count) + to];
        for (var i = 1; i < length; i++) Forward(i);
        var last = LinearModel.IndexOfHighest(_best.AsSpan((length - 1) * _count, _count));
        for (var i = length - 1; i >= 0; i--)
        {
            labels[i] = last;
            if (i > 0) last = _from[(i * _count) + last];
        }

        if (!margins.IsEmpty) Margins(length, labels, margins);
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
