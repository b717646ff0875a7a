using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>How common a word is over articles: sharing "government" ties two passages less than sharing "bakery".</summary>
internal static class WordSpread
{
    /// <summary>What stands for words that the list does not hold: fewer than 8 of 1,000 articles.</summary>
    public const float Rare = 3;

    private static readonly Lazy<Dictionary<string, float>.AlternateLookup<ReadOnlySpan<char>>> Table = new(Read);

    /// <summary>Sum over the listed words: what a share is taken of.</summary>
    public static double Total { get; } = 160_000;

    /// <summary>Articles of 1,000 that hold the word (lower case, plural and possessive s cut off).</summary>
    public static float Of(ReadOnlySpan<char> word) => Table.Value.TryGetValue(word, out var spread) ? spread : Rare;

    private static Dictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> Read()
    {
        var table = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var line in EmbeddedLexicon.Lines("Articles/Lexicon/word-spread.tsv"))
        {
            var tab = line.IndexOf('\t');
            table[line[..tab]] = float.Parse(line.AsSpan(tab + 1));
        }

        return table.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
