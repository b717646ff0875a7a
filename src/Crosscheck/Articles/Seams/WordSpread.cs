using System.Numerics;
using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>How common a word is over articles: sharing "government" ties two passages less than sharing "bakery".</summary>
internal static class WordSpread
{
    /// <summary>What stands for words that the list does not hold: fewer than 8 of 1,000 articles.</summary>
    public const float Rare = 3;

    // By hash, at most half full: a look at a word costs one wait for memory, not one for each of a dictionary's arrays and its string.
    private static readonly Lazy<Slot[]> Table = new(Read);

    /// <summary>Sum over the listed words: what a share is taken of.</summary>
    public static double Total { get; } = 160_000;

    /// <summary>Articles of 1,000 that hold the word (lower case, plural and possessive s cut off).</summary>
    public static float Of(ReadOnlySpan<char> word)
    {
        var table = Table.Value;
        var hash = HashOf(word);
        var slot = (int)hash & (table.Length - 1);
        while (table[slot].Spread > 0)
        {
            if (table[slot].Hash == hash) return table[slot].Spread;
            slot = (slot + 1) & (table.Length - 1);
        }

        return Rare;
    }

    private readonly record struct Slot(uint Hash, float Spread);

    private static Slot[] Read()
    {
        var lines = EmbeddedLexicon.Lines("Articles/Lexicon/word-spread.tsv").ToList();
        var table = new Slot[BitOperations.RoundUpToPowerOf2((uint)lines.Count * 2)];
        foreach (var line in lines)
        {
            var tab = line.IndexOf('\t');
            var hash = HashOf(line.AsSpan(0, tab));
            var slot = (int)hash & (table.Length - 1);
            while (table[slot].Spread > 0) slot = (slot + 1) & (table.Length - 1);
            table[slot] = new Slot(hash, float.Parse(line.AsSpan(tab + 1)));
        }

        return table;
    }

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = 0u;
        foreach (var c in word) hash = (BitOperations.RotateLeft(hash, 5) ^ c) * 0x9E3779B1;
        return hash ^ (hash >> 16);
    }
}
