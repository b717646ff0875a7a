using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>Words that name one kind of thing in several ways: killed, dead, deaths.</summary>
internal static class FigureKinds
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Kinds =
        EmbeddedLexicon.Lines("Quantities/Lexicon/en/kinds.tsv")
            .Select(l => l.Split('\t'))
            .SelectMany(p => p[1].Split('|').Select(w => (Word: w, Kind: p[0])))
            .ToFrozenDictionary(p => p.Word, p => p.Kind, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static string? Of(ReadOnlySpan<char> word) => Kinds.TryGetValue(word, out var kind) ? kind : null;
}
