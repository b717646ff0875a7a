using Crosscheck.Learning;

namespace Crosscheck.Training.Learning;

/// <summary>
/// One weight a hashed feature, moved by AdaGrad (Duchi et al. 2011) as examples stream by: for yes-or-no questions and for choosing one of
/// several candidates, where holding all examples would take gigabytes. Repeatable: the caller's order is the only order.
/// </summary>
internal sealed class SparseLearner
{
    private uint[] _keys = new uint[1 << 20];
    private bool[] _used = new bool[1 << 20];
    private float[] _weights = new float[1 << 20];
    private float[] _sums = new float[1 << 20];
    private int[] _seen = new int[1 << 20];
    private int _count;

    public float Rate { get; init; } = 0.1f;

    public float L2 { get; init; } = 1e-5f;

    /// <summary>Features updated fewer times are not written.</summary>
    public int MinimumCount { get; init; } = 9;

    public float Score(ReadOnlySpan<uint> features)
    {
        var sum = 0f;
        foreach (var feature in features)
        {
            var slot = SlotOf(feature);
            if (_used[slot]) sum += _weights[slot];
        }

        return sum;
    }

    /// <summary>Moves the weights against a slope of the loss in the score.</summary>
    public void Update(ReadOnlySpan<uint> features, float slope)
    {
        foreach (var feature in features)
        {
            var slot = SlotOf(feature);
            if (!_used[slot])
            {
                if (++_count > _keys.Length * 2 / 3)
                {
                    Grow();
                    slot = SlotOf(feature);
                }

                _used[slot] = true;
                _keys[slot] = feature;
            }

            var gradient = slope + (L2 * _weights[slot]);
            _seen[slot]++;
            _sums[slot] += gradient * gradient;
            _weights[slot] -= Rate * gradient / (MathF.Sqrt(_sums[slot]) + 1e-3f);
        }
    }

    /// <summary>One step of logistic regression; gives the probability before it.</summary>
    public float Learn(ReadOnlySpan<uint> features, bool yes, float weight = 1)
    {
        var p = 1 / (1 + MathF.Exp(-Score(features)));
        var slope = (p - (yes ? 1 : 0)) * weight;
        if (MathF.Abs(slope) > 1e-4f) Update(features, slope);
        return p;
    }

    public void Write(string path, float smallest = 0.04f) => LinearModelFile.Write(path, ["yes"], Rows(), smallest);

    private IEnumerable<LinearModelFile.Row> Rows()
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_used[i] && _seen[i] >= MinimumCount) yield return new LinearModelFile.Row(_keys[i], [(0, _weights[i])]);
        }
    }

    private int SlotOf(uint feature)
    {
        var mask = _keys.Length - 1;
        var i = (int)(feature & (uint)mask);
        while (_used[i] && _keys[i] != feature) i = (i + 1) & mask;
        return i;
    }

    private void Grow()
    {
        var (keys, used, weights, sums, seen) = (_keys, _used, _weights, _sums, _seen);
        _keys = new uint[keys.Length * 2];
        _used = new bool[keys.Length * 2];
        _weights = new float[keys.Length * 2];
        _sums = new float[keys.Length * 2];
        _seen = new int[keys.Length * 2];
        for (var i = 0; i < keys.Length; i++)
        {
            if (!used[i]) continue;
            var slot = SlotOf(keys[i]);
            (_keys[slot], _used[slot], _weights[slot], _sums[slot], _seen[slot]) = (keys[i], true, weights[i], sums[i], seen[i]);
        }
    }
}
