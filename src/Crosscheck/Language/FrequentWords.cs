using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>Frequent short words of languages, which say little about what a text is about.</summary>
internal static class FrequentWords
{
    private static readonly Lazy<FrozenDictionary<string, FrozenSet<string>>> Words = new(() => EmbeddedLexicon.Lines("Language/Lexicon/function-words.tsv")
        .Select(line => line.Split('\t'))
        .ToFrozenDictionary(f => f[0], f => f[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <param name="word">In lower case.</param>
    /// <param name="code">Language; one without a list has no frequent words.</param>
    public static bool Contains(ReadOnlySpan<char> word, string code) =>
        Words.Value.TryGetValue(code, out var words) && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
