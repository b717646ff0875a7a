using System.Numerics;
using Crosscheck.Learning;

namespace Crosscheck.Training.Learning;

/// <summary>
/// Weights under training: for each feature met in an update, a short list of classes with a weight and two numbers the learner keeps.
/// What scoring reads lies apart from what only updates need, since scoring waits for memory more than for anything else.
/// </summary>
internal sealed class SparseWeights
{
    private struct Scored
    {
        public int Class;
        public float Weight;
    }

    private struct Kept
    {
        public double Sum;
        public int Since;
    }

    private record struct Row(uint Feature, int Start, int Count, int Capacity);

    /// <summary>A place for one feature and class; valid until the next is asked for.</summary>
    internal readonly ref struct Cell(ref float weight, ref double sum, ref int since)
    {
        private readonly ref float _weight = ref weight;
        private readonly ref double _sum = ref sum;
        private readonly ref int _since = ref since;

        public ref float Weight => ref _weight;

        /// <summary>Perceptron: sum of the weight over past steps. Logistic regression: sum of squared gradients.</summary>
        public ref double Sum => ref _sum;

        /// <summary>Perceptron: the step from which the weight holds.</summary>
        public ref int Since => ref _since;
    }

    private readonly List<int>[] _free = [.. Enumerable.Range(0, 32).Select(_ => new List<int>())];

    /// <summary>Open addressing; a row without capacity is a free slot.</summary>
    private Row[] _rows = new Row[1 << 16];
    private Scored[] _scored = new Scored[1 << 17];
    private Kept[] _kept = new Kept[1 << 17];
    private int _end;

    public int FeatureCount { get; private set; }

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            ref readonly var row = ref _rows[Find(feature)];
            foreach (ref readonly var cell in _scored.AsSpan(row.Start, row.Count)) scores[cell.Class] += cell.Weight;
        }
    }

    /// <summary>The cell of a feature and class, made (zero) where there is none.</summary>
    public Cell At(uint feature, int label)
    {
        var slot = Find(feature);
        if (_rows[slot].Capacity == 0)
        {
            if (FeatureCount * 2 >= _rows.Length)
            {
                Widen();
                slot = Find(feature);
            }

            FeatureCount++;
            _rows[slot] = new Row(feature, 0, 0, 0);
            Grow(ref _rows[slot]);
        }

        ref var row = ref _rows[slot];
        for (var i = row.Start; i < row.Start + row.Count; i++)
        {
            if (_scored[i].Class == label) return CellAt(i);
        }

        if (row.Count == row.Capacity) Grow(ref row);
        var place = row.Start + row.Count++;
        _scored[place] = new Scored { Class = label };
        _kept[place] = default;
        return CellAt(place);
    }

    /// <summary>The rows for <see cref="LinearModelFile.Write(string, IReadOnlyList{string}, IEnumerable{LinearModelFile.Row}, float)"/>.</summary>
    /// <param name="weightOf">The final weight from the weight, its sum and the step since it holds.</param>
    public IEnumerable<LinearModelFile.Row> Rows(Func<float, double, int, float> weightOf)
    {
        foreach (var row in _rows)
        {
            if (row.Capacity == 0) continue;
            var weights = new (int, float)[row.Count];
            for (var j = 0; j < row.Count; j++)
            {
                var (kept, scored) = (_kept[row.Start + j], _scored[row.Start + j]);
                weights[j] = (scored.Class, weightOf(scored.Weight, kept.Sum, kept.Since));
            }

            yield return new LinearModelFile.Row(row.Feature, weights);
        }
    }

    private Cell CellAt(int place) => new(ref _scored[place].Weight, ref _kept[place].Sum, ref _kept[place].Since);

    private int Find(uint feature)
    {
        var mask = _rows.Length - 1;
        var i = (int)feature & mask;
        while (_rows[i].Capacity != 0 && _rows[i].Feature != feature) i = (i + 1) & mask;
        return i;
    }

    private void Widen()
    {
        var old = _rows;
        _rows = new Row[old.Length * 2];
        foreach (var row in old)
        {
            if (row.Capacity != 0) _rows[Find(row.Feature)] = row;
        }
    }

    /// <summary>Moves a row to a place of twice the size; the old place is kept for another row.</summary>
    private void Grow(ref Row row)
    {
        var capacity = Math.Max(2, row.Capacity * 2);
        var free = _free[BitOperations.Log2((uint)capacity)];
        int start;
        if (free.Count > 0)
        {
            start = free[^1];
            free.RemoveAt(free.Count - 1);
        }
        else
        {
            start = _end;
            _end += capacity;
            if (_end > _scored.Length)
            {
                Array.Resize(ref _scored, _scored.Length * 2);
                Array.Resize(ref _kept, _kept.Length * 2);
            }
        }

        _scored.AsSpan(row.Start, row.Count).CopyTo(_scored.AsSpan(start));
        _kept.AsSpan(row.Start, row.Count).CopyTo(_kept.AsSpan(start));
        if (row.Capacity > 0) _free[BitOperations.Log2((uint)row.Capacity)].Add(row.Start);
        row = row with { Start = start, Capacity = capacity };
    }
}
