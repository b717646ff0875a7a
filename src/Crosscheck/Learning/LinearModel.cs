using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Crosscheck.Learning;

/// <summary>
/// A linear classifier over hashed sparse features (see <see cref="FeatureHash"/>): a class's score is the sum of its weights
/// under the features present. A feature without weights costs one look-up. Immutable, so any number of threads may share it.
/// Scores are equal on every machine: sums run over the features in the order given, whatever the width of a vector.
/// </summary>
public sealed class LinearModel
{
    private readonly Slot[] _slots;
    private readonly int _mask;

    /// <summary>One bit for each of many hash values, set where some feature falls: most features looked for are absent, and this much smaller table says so.</summary>
    private readonly uint[] _present;
    private readonly int _presentShift;

    /// <summary>Sparse rows: a length, then that many cells with the class in the low half and a weight as bfloat16 in the high half.</summary>
    private readonly uint[] _cells;

    /// <summary>Rows that hold most classes, one weight a class, <see cref="Stride"/> apart.</summary>
    private readonly float[] _dense;

    /// <summary>Where a feature's row is: at or above zero a place in the sparse cells (zero: the slot is free), below zero the complement of a dense row.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Slot(uint Feature, int Row);

    internal LinearModel(ImmutableArray<string> classes, Slot[] slots, uint[] cells, float[] dense)
    {
        Classes = classes;
        _slots = slots;
        _mask = slots.Length - 1;
        _cells = cells;
        _dense = dense;
        var bits = Math.Max(5, BitOperations.Log2((uint)slots.Length) + 2);
        _presentShift = 32 - Math.Min(bits, 32);
        _present = new uint[1 << (Math.Min(bits, 32) - 5)];
        foreach (var slot in slots)
        {
            if (slot.Row != 0) _present[slot.Feature >> _presentShift >> 5] |= 1u << (int)((slot.Feature >> _presentShift) & 31);
        }
    }

    /// <summary>Labels, by class number.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>Reads a model from a file that <see cref="LinearModelFile"/> wrote.</summary>
    /// <exception cref="InvalidOperationException">The file is missing or broken: a broken install.</exception>
    public static LinearModel Load(string path) => LinearModelFile.Read(path);

    internal int Stride => Classes.Length;

    /// <summary>Sets every class's score from the features present.</summary>
    /// <param name="scores">One place a class, by class number; what it held is overwritten.</param>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores = scores[..Classes.Length];
        scores.Clear();
        foreach (var feature in features) Add(feature, scores);
    }

    /// <summary>Adds one feature's weights to the scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature, Span<float> scores)
    {
        var row = RowOf(feature);
        if (row > 0)
        {
            var cells = _cells.AsSpan(row + 1, (int)_cells[row]);
            foreach (var cell in cells) scores[(int)(cell & 0xFFFF)] += BitConverter.UInt32BitsToSingle(cell & 0xFFFF0000);
        }
        else if (row < 0)
        {
            AddDense(~row, scores);
        }
    }

    /// <summary>Adds one feature's weights times its value to the scores.</summary>
    public void Add(uint feature, float value, Span<float> scores)
    {
        var row = RowOf(feature);
        if (row > 0)
        {
            var cells = _cells.AsSpan(row + 1, (int)_cells[row]);
            foreach (var cell in cells) scores[(int)(cell & 0xFFFF)] += value * BitConverter.UInt32BitsToSingle(cell & 0xFFFF0000);
        }
        else if (row < 0)
        {
            var weights = _dense.AsSpan(~row * Stride, Stride);
            for (var i = 0; i < weights.Length; i++) scores[i] += value * weights[i];
        }
    }

    /// <summary>The class with the highest score for the features; of equal ones the first.</summary>
    /// <param name="scores">Room for a score of each class; holds the scores afterwards.</param>
    public int Best(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Score(features, scores);
        return IndexOfHighest(scores[..Classes.Length]);
    }

    /// <summary>The place of the highest score; of equal ones the first.</summary>
    public static int IndexOfHighest(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }

    /// <summary>Turns scores of a logistic model into probabilities, in place.</summary>
    public static void Softmax(Span<float> scores)
    {
        var top = float.NegativeInfinity;
        foreach (var score in scores) top = MathF.Max(top, score);
        var sum = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - top);
            sum += score;
        }

        foreach (ref var score in scores) score /= sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RowOf(uint feature)
    {
        var place = feature >> _presentShift;
        if ((_present[place >> 5] >> (int)(place & 31) & 1) == 0) return 0;
        var slots = _slots;
        for (var i = (int)feature & _mask; ; i = (i + 1) & _mask)
        {
            var slot = slots[i];
            if (slot.Feature == feature || slot.Row == 0) return slot.Row;
        }
    }

    private void AddDense(int row, Span<float> scores)
    {
        var weights = _dense.AsSpan(row * Stride, Stride);
        scores = scores[..Stride];
        var i = 0;
        for (; i <= Stride - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(scores[i..]) + new Vector<float>(weights[i..])).CopyTo(scores[i..]);
        }

        for (; i < Stride; i++) scores[i] += weights[i];
    }

    /// <summary>Builds the tables that scoring reads.</summary>
    internal sealed class Builder(ImmutableArray<string> classes, int featureCount, int cellCount)
    {
        private readonly Slot[] _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, featureCount + featureCount / 2))];
        private readonly List<float> _dense = [];
        private uint[] _cells = new uint[1 + featureCount + cellCount];
        private int _end = 1;

        /// <summary>Adds the next feature's row; features must differ.</summary>
        public void Add(uint feature, ReadOnlySpan<(int Class, float Weight)> row)
        {
            int place;
            if (row.Length > 8 && row.Length * 2 > classes.Length)
            {
                place = ~(_dense.Count / classes.Length);
                CollectionsMarshal.SetCount(_dense, _dense.Count + classes.Length);
                var weights = CollectionsMarshal.AsSpan(_dense)[^classes.Length..];
                weights.Clear();
                foreach (var (c, weight) in row) weights[c] = Truncate(weight);
            }
            else
            {
                place = _end;
                _cells[_end++] = (uint)row.Length;
                foreach (var (c, weight) in row) _cells[_end++] = BitConverter.SingleToUInt32Bits(Truncate(weight)) | (uint)c;
            }

            var mask = _slots.Length - 1;
            var i = (int)feature & mask;
            while (_slots[i].Row != 0) i = (i + 1) & mask;
            _slots[i] = new Slot(feature, place);
        }

        public LinearModel Build()
        {
            Array.Resize(ref _cells, _end);
            return new LinearModel(classes, _slots, _cells, [.. _dense]);
        }

        /// <summary>The nearest bfloat16, as a float.</summary>
        private static float Truncate(float weight) =>
            BitConverter.UInt32BitsToSingle((BitConverter.SingleToUInt32Bits(weight) + 0x8000) & 0xFFFF0000);
    }
}
