using System.Numerics;
using Crosscheck.Learning;

namespace Crosscheck.Training.Learning;

/// <summary>Weights under training: for each feature met in an update, a short list of classes with a weight and two numbers the learner keeps.</summary>
internal sealed class SparseWeights
{
    /// <param name="Weight">The weight now.</param>
    /// <param name="Sum">Perceptron: sum of the weight over past steps. Logistic regression: sum of squared gradients.</param>
    /// <param name="Since">Perceptron: the step from which <paramref name="Weight"/> holds.</param>
    internal record struct Cell(int Class, float Weight, double Sum, int Since);

    private record struct Row(uint Feature, int Start, int Count, int Capacity);

    private readonly List<int>[] _free = [.. Enumerable.Range(0, 32).Select(_ => new List<int>())];
    private int[] _slots = new int[1 << 16];
    private Row[] _rows = new Row[1 << 15];
    private Cell[] _cells = new Cell[1 << 17];
    private int _rowCount;
    private int _cellEnd;

    public int FeatureCount => _rowCount;

    /// <summary>The cells of a feature; empty where it has none.</summary>
    public Span<Cell> Cells(uint feature)
    {
        var row = Find(feature);
        return row < 0 ? [] : _cells.AsSpan(_rows[row].Start, _rows[row].Count);
    }

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            foreach (ref readonly var cell in Cells(feature)) scores[cell.Class] += cell.Weight;
        }
    }

    /// <summary>The cell of a feature and class, made (zero) where there is none; valid until the next call.</summary>
    public ref Cell At(uint feature, int label)
    {
        var row = Find(feature);
        if (row < 0) row = AddRow(feature);
        ref var r = ref _rows[row];
        for (var i = r.Start; i < r.Start + r.Count; i++)
        {
            if (_cells[i].Class == label) return ref _cells[i];
        }

        if (r.Count == r.Capacity) Grow(ref r);
        ref var cell = ref _cells[r.Start + r.Count++];
        cell = new Cell(label, 0, 0, 0);
        return ref cell;
    }

    /// <summary>The rows for <see cref="LinearModelFile.Write"/>, each weight through a function of its cell.</summary>
    public IEnumerable<LinearModelFile.Row> Rows(Func<Cell, float> weightOf)
    {
        for (var i = 0; i < _rowCount; i++)
        {
            var row = _rows[i];
            var weights = new (int, float)[row.Count];
            for (var j = 0; j < row.Count; j++)
            {
                var cell = _cells[row.Start + j];
                weights[j] = (cell.Class, weightOf(cell));
            }

            yield return new LinearModelFile.Row(row.Feature, weights);
        }
    }

    private int Find(uint feature)
    {
        var mask = _slots.Length - 1;
        for (var i = (int)feature & mask; ; i = (i + 1) & mask)
        {
            var row = _slots[i] - 1;
            if (row < 0 || _rows[row].Feature == feature) return row;
        }
    }

    private int AddRow(uint feature)
    {
        if (_rowCount * 2 >= _slots.Length)
        {
            _slots = new int[_slots.Length * 2];
            for (var i = 0; i < _rowCount; i++) Place(_rows[i].Feature, i);
        }

        if (_rowCount == _rows.Length) Array.Resize(ref _rows, _rows.Length * 2);
        _rows[_rowCount] = new Row(feature, 0, 0, 0);
        Place(feature, _rowCount);
        return _rowCount++;
    }

    private void Place(uint feature, int row)
    {
        var mask = _slots.Length - 1;
        var i = (int)feature & mask;
        while (_slots[i] != 0) i = (i + 1) & mask;
        _slots[i] = row + 1;
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
            start = _cellEnd;
            _cellEnd += capacity;
            while (_cellEnd > _cells.Length) Array.Resize(ref _cells, _cells.Length * 2);
        }

        _cells.AsSpan(row.Start, row.Count).CopyTo(_cells.AsSpan(start));
        if (row.Capacity > 0) _free[BitOperations.Log2((uint)row.Capacity)].Add(row.Start);
        row = row with { Start = start, Capacity = capacity };
    }
}
