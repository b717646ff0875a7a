using System.Numerics;
using System.Runtime.CompilerServices;

namespace Crosscheck.Language.Identification;

/// <summary>Letter sequences by hash: each character extends the hash of those before it, so that all lengths from one place cost one pass. The same on every machine.</summary>
internal static class SequenceHash
{
    public const int Shortest = 2;
    public const int Longest = 5;
    public const uint Start = 0x51ED270B;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Extend(uint hash, char c) => (BitOperations.RotateLeft(hash, 5) ^ c) * 0x9E3779B1;

    /// <summary>All sequences of a word: those of two to five characters, and the whole of a longer word that stands in its frame.</summary>
    public static void Collect(ReadOnlySpan<char> word, bool framed, List<uint> sequences)
    {
        for (var start = 0; start <= word.Length - Shortest; start++)
        {
            var hash = Start;
            for (var i = start; i < Math.Min(word.Length, start + Longest); i++)
            {
                hash = Extend(hash, word[i]);
                if (i - start + 1 >= Shortest) sequences.Add(hash);
            }

            if (start > 0 || !framed || word.Length <= Longest) continue;
            for (var i = Longest; i < word.Length; i++) hash = Extend(hash, word[i]);
            sequences.Add(hash);
        }
    }

    /// <summary>How many sequences a framed word has.</summary>
    public static int CountIn(int length)
    {
        var count = length > Longest ? 1 : 0;
        for (var n = Shortest; n <= Longest; n++) count += Math.Max(0, length - n + 1);
        return count;
    }
}
