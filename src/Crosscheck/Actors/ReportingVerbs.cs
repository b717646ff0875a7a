using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Actors;

/// <summary>Verbs whose subject speaks, thinks or decides: no mere thing.</summary>
internal static class ReportingVerbs
{
    private static readonly FrozenSet<string> Verbs = EmbeddedLexicon.Lines("Actors/Lexicon/minded-verbs.txt").ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string lemma) => Verbs.Contains(lemma);
}
