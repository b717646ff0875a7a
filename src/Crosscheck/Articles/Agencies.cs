using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Articles;

/// <summary>News and picture agencies by the forms that credits and datelines use.</summary>
public static class Agencies
{
    private static readonly FrozenDictionary<string, string> Names = Read();

    /// <summary>The agency's full name, or null where the words name none.</summary>
    public static string? NameOf(ReadOnlySpan<char> words)
    {
        var lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(words.Trim(), out var name)) return name;
        var article = words.Trim();
        return article.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && lookup.TryGetValue(article[4..], out name) ? name : null;
    }

    /// <summary>The agencies named in a credit such as <c>John Doe/AFP via Getty Images</c>, in order.</summary>
    public static List<string> In(string credit)
    {
        var found = new List<string>();
        foreach (var part in credit.Split(['/', ',', ';', '(', ')', '|', '\u2014', '\u2013']))
        {
            foreach (var piece in part.Split([" via ", " and ", " und ", " et ", " with "], StringSplitOptions.None))
            {
                if (NameOf(piece) is { } name && !found.Contains(name)) found.Add(name);
            }
        }

        return found;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in EmbeddedLexicon.Lines("Articles/Lexicon/agencies.tsv"))
        {
            var tab = line.IndexOf('\t');
            foreach (var form in line[(tab + 1)..].Split('|'))
            {
                names.TryAdd(form, line[..tab]);
                if (form.Length > 3) names.TryAdd(form.ToUpperInvariant(), line[..tab]);
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
