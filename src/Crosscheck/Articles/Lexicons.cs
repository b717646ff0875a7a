using Crosscheck.Text;

namespace Crosscheck.Articles;

/// <summary>Rows of this room's word lists: a tab divides the key from the rest.</summary>
internal static class Lexicons
{
    /// <summary>The first column and the rest of each line of a file in this room's Lexicon folder.</summary>
    public static IEnumerable<(string Key, string Values)> Rows(string name)
    {
        foreach (var line in EmbeddedLexicon.Lines("Articles/Lexicon/" + name))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0) yield return (line[..tab], line[(tab + 1)..].Trim());
        }
    }
}
