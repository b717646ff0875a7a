namespace Crosscheck.Language;

/// <summary>Sequences of two to four letters with the evidence that each is for languages, in flat arrays: a hash with linear probing, at most half full.</summary>
internal sealed class SequenceTable
{
    private readonly Slot[] _slots;
    private readonly LanguageProfiles.Evidence[] _evidence;
    private readonly int _shift;

    public SequenceTable(Dictionary<ulong, List<LanguageProfiles.Evidence>> sequences)
    {
        var bits = 4;
        while (1 << bits < sequences.Count * 2) bits++;
        _shift = 64 - bits;
        _slots = new Slot[1 << bits];
        var evidence = new List<LanguageProfiles.Evidence>();
        foreach (var (key, known) in sequences)
        {
            _slots[SlotOf(key)] = new Slot(key, evidence.Count, evidence.Count + known.Count);
            evidence.AddRange(known);
        }

        _evidence = [.. evidence];
    }

    /// <summary>Up to four characters as one number; never 0.</summary>
    public static ulong Pack(ReadOnlySpan<char> sequence)
    {
        ulong packed = 0;
        foreach (var c in sequence) packed = (packed << 16) | c;
        return packed;
    }

    /// <summary>Adds the evidence of all sequences of a word: those of two letters first, then of three and of four.</summary>
    public void Weigh(ReadOnlySpan<char> word, Span<double> scores)
    {
        for (var length = 2; length <= 4; length++)
        {
            var mask = length == 4 ? ulong.MaxValue : (1UL << (16 * length)) - 1;
            ulong packed = 0;
            for (var i = 0; i < word.Length; i++)
            {
                packed = ((packed << 16) | word[i]) & mask;
                if (i + 1 < length) continue;
                ref readonly var slot = ref _slots[SlotOf(packed)];
                foreach (ref readonly var evidence in _evidence.AsSpan(slot.Start, slot.End - slot.Start)) scores[evidence.Language] += evidence.Weight;
            }
        }
    }

    /// <summary>The slot that holds a key, or the empty one where it would stand.</summary>
    private int SlotOf(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);
        while (_slots[slot].Key != 0 && _slots[slot].Key != key) slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    private readonly record struct Slot(ulong Key, int Start, int End);
}
