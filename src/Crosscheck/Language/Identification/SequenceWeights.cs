using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Crosscheck.Language.Identification;

/// <summary>
/// What letter sequences say about the languages of one script: for each known sequence a row of 8-bit weights, one a language. A hash with linear
/// probing, at most half full, leads to the rows. Immutable once read.
/// </summary>
internal sealed class SequenceWeights
{
    private readonly SequenceWeights?[] _close;
    private readonly Slot[] _slots;
    private readonly sbyte[] _rows;
    private readonly int _shift;

    /// <param name="codes">Languages, one a column; a code may stand twice (two norms of one language).</param>
    /// <param name="keys">Hash of each sequence (<see cref="SequenceHash"/>).</param>
    /// <param name="weights">Row after row, as wide as there are codes.</param>
    /// <param name="certainty">How sure their answers are.</param>
    public SequenceWeights(string[] codes, float scale, uint[] keys, sbyte[] weights, Certainty certainty)
    {
        Codes = codes;
        Scale = scale;
        Certainty = certainty;
        Keys = keys;
        _close = new SequenceWeights?[codes.Length];

        // Rows are filled up with zeros, so that they are whole vectors on every machine.
        Width = (codes.Length + 31) & ~31;
        _rows = new sbyte[keys.Length * Width];
        for (var row = 0; row < keys.Length; row++) weights.AsSpan(row * codes.Length, codes.Length).CopyTo(_rows.AsSpan(row * Width));
        var bits = 4;
        while (1 << bits < keys.Length * 2) bits++;
        _shift = 32 - bits;
        _slots = new Slot[1 << bits];
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = SlotOf(keys[row]);
            while (_slots[slot].Row != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = new Slot(keys[row], row + 1);
        }
    }

    public string[] Codes { get; }

    /// <summary>What one unit of a weight is worth.</summary>
    public float Scale { get; }

    public Certainty Certainty { get; }

    public uint[] Keys { get; }

    /// <summary>Columns of a sum: the languages, filled up.</summary>
    public int Width { get; }

    /// <summary>Weights that tell a language from those that are hard to tell from it; null where these here are enough.</summary>
    public SequenceWeights? Close(int column) => _close[column];

    /// <summary>Only while the weights are read.</summary>
    public void AddClose(SequenceWeights weights)
    {
        for (var i = 0; i < Codes.Length; i++)
        {
            if (weights.Codes.Contains(Codes[i])) _close[i] = weights;
        }
    }

    public SequenceWeights With(Certainty certainty)
    {
        var rows = new sbyte[Keys.Length * Codes.Length];
        for (var row = 0; row < Keys.Length; row++) Row(row).CopyTo(rows.AsSpan(row * Codes.Length));
        return new SequenceWeights(Codes, Scale, Keys, rows, certainty);
    }

    public ReadOnlySpan<sbyte> Row(int row) => _rows.AsSpan(row * Width, Codes.Length);

    /// <summary>Adds the rows of all sequences of a framed word.</summary>
    /// <param name="sums">As wide as <see cref="Width"/>; the longest word cannot overflow it.</param>
    public void Weigh(ReadOnlySpan<char> word, Span<short> sums)
    {
        // The table is larger than a cache: all places are read before any is looked at, so that the waits for memory overlap.
        Span<uint> keys = stackalloc uint[SequenceHash.CountIn(word.Length)];
        Span<Slot> slots = stackalloc Slot[keys.Length];
        Collect(word, keys);
        for (var i = 0; i < keys.Length; i++) slots[i] = _slots[SlotOf(keys[i])];
        for (var i = 0; i < keys.Length; i++)
        {
            var row = slots[i].Row == 0 ? -1 : slots[i].Key == keys[i] ? slots[i].Row - 1 : RowOf(keys[i]);
            if (row >= 0) Add(_rows.AsSpan(row * Width, Width), sums);
        }
    }

    private static void Collect(ReadOnlySpan<char> word, Span<uint> keys)
    {
        var count = 0;
        for (var start = 0; start <= word.Length - SequenceHash.Shortest; start++)
        {
            var end = Math.Min(word.Length, start + SequenceHash.Longest);
            var hash = SequenceHash.Extend(SequenceHash.Start, word[start]);
            for (var i = start + 1; i < end; i++) keys[count++] = hash = SequenceHash.Extend(hash, word[i]);
            if (start > 0 || end == word.Length) continue;
            for (var i = end; i < word.Length; i++) hash = SequenceHash.Extend(hash, word[i]);
            keys[count++] = hash;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ReadOnlySpan<sbyte> row, Span<short> sums)
    {
        if (!Vector.IsHardwareAccelerated || row.Length % Vector<sbyte>.Count != 0)
        {
            for (var i = 0; i < row.Length; i++) sums[i] += row[i];
            return;
        }

        var vectors = MemoryMarshal.Cast<short, Vector<short>>(sums);
        var rows = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(row);
        for (var i = 0; i < rows.Length; i++)
        {
            Vector.Widen(rows[i], out var low, out var high);
            vectors[2 * i] += low;
            vectors[(2 * i) + 1] += high;
        }
    }

    private int SlotOf(uint key) => (int)((key * 0x85EBCA6B) >> _shift);

    private int RowOf(uint key)
    {
        var slot = SlotOf(key);
        while (_slots[slot].Row != 0)
        {
            if (_slots[slot].Key == key) return _slots[slot].Row - 1;
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return -1;
    }

    private readonly record struct Slot(uint Key, int Row);
}
