using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>The room's embedded lists in the forms its stages read.</summary>
internal static class WordLists
{
    public static FrozenSet<string> Words(string name) => EmbeddedLexicon.Lines(name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Two columns, divided by a tab.</summary>
    public static FrozenDictionary<string, string> Pairs(string name) =>
        EmbeddedLexicon.Lines(name).Select(l => l.Split('\t')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
