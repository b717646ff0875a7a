using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Actors;

/// <summary>Keys and acronyms of organisations' names.</summary>
internal static class OrganizationNames
{
    private static readonly FrozenSet<string> Small = new[] { "of", "the", "and", "for", "on", "in", "to", "at", "a", "an", "&", "de", "la", "le", "des", "du", "s" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["programme"] = "program",
        ["organisation"] = "organization",
        ["organisations"] = "organizations",
        ["defence"] = "defense",
        ["centre"] = "center",
        ["labour"] = "labor",
        ["dept"] = "department",
        ["govt"] = "government",
        ["intl"] = "international",
        ["saint"] = "st",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LegalForms = new[] { "inc", "corp", "ltd", "llc", "plc", "co", "corporation", "limited", "gmbh", "ag", "sa", "spa", "nv" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Known bodies by acronym, full name and description, all lower case.</summary>
    private static readonly FrozenDictionary<string, KnownBody> Bodies = ReadBodies();

    private static readonly FrozenDictionary<string, KnownBody> Descriptions = Bodies.Values.Distinct()
        .SelectMany(b => b.Descriptions.Select(d => (d, b))).GroupBy(x => x.d).ToFrozenDictionary(g => g.Key, g => g.First().b, StringComparer.Ordinal);

    /// <summary>A body that everybody knows by its acronym.</summary>
    internal sealed record KnownBody(string Name, string[] Acronyms, string[] Descriptions);

    public static KnownBody? Known(string name) => Bodies.GetValueOrDefault(Plain(name));

    /// <summary>The body that a lower-case description without its article ("un food agency") means.</summary>
    public static KnownBody? Described(string lower) => Descriptions.GetValueOrDefault(lower);

    /// <summary>The same for two spellings of one name; empty when the name holds no word.</summary>
    public static string Key(string name)
    {
        var words = NameKey.Words(name).Where(w => w != "the" && w != "s" && w != "&" && w != "and").Select(w => Spellings.GetValueOrDefault(w, w)).ToList();
        while (words.Count > 1 && LegalForms.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        return string.Join(' ', words);
    }

    /// <summary>Whether a name is written as an acronym: two to six capitals, perhaps with dots.</summary>
    public static bool IsAcronym(ReadOnlySpan<char> name)
    {
        var capitals = 0;
        foreach (var c in name)
        {
            if (char.IsUpper(c)) capitals++;
            else if (c != '.' && !(c == 's' && capitals > 1)) return false;
        }

        return capitals is >= 2 and <= 7;
    }

    /// <summary>Acronyms that a name of several words may have: with and without its small words.</summary>
    public static IEnumerable<string> AcronymsOf(string name)
    {
        var words = NameKey.Words(name);
        var large = words.Where(w => !Small.Contains(w)).ToArray();
        if (large.Length < 2) yield break;
        var shorter = string.Concat(large.Select(w => char.ToUpperInvariant(w[0])));
        yield return shorter;
        var longer = string.Concat(words.Where((w, i) => w is not "s" and not "&" && !(i == 0 && w == "the")).Select(w => char.ToUpperInvariant(w[0])));
        if (longer != shorter) yield return longer;
    }

    public static string Plain(string name)
    {
        var lower = name.ToLowerInvariant().Replace('’', '\'');
        return lower.StartsWith("the ", StringComparison.Ordinal) ? lower[4..] : lower;
    }

    private static FrozenDictionary<string, KnownBody> ReadBodies()
    {
        var bodies = new Dictionary<string, KnownBody>(StringComparer.Ordinal);
        foreach (var columns in EmbeddedLexicon.Lines("Actors/Lexicon/acronyms.tsv").Select(l => l.Split('\t')))
        {
            var body = new KnownBody(columns[1], columns[0].Split(';'), columns[2].Split(';', StringSplitOptions.RemoveEmptyEntries));
            bodies.TryAdd(Plain(body.Name), body);
            foreach (var acronym in body.Acronyms) bodies.TryAdd(Plain(acronym), body);
        }

        return bodies.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
