using System.Collections.Frozen;
using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Names;

/// <summary>A country or territory and the words that stand for it.</summary>
/// <param name="Adjectives">Adjectives and names of its people, singular.</param>
/// <param name="Capitals">Cities where it is governed from.</param>
/// <param name="Seats">Buildings and streets that stand for its government.</param>
internal sealed record Country(
    string Name, ImmutableArray<string> OtherNames, ImmutableArray<string> Adjectives, ImmutableArray<string> Capitals, ImmutableArray<string> Seats);

/// <summary>Look-up of countries by any of their words, lower case.</summary>
internal static class Countries
{
    public static ImmutableArray<Country> All { get; } =
        [.. EmbeddedLexicon.Lines("Names/Lexicon/countries.tsv").Select(l => l.Split('\t')).Select(c => new Country(c[0], Values(c[1]), Values(c[2]), Values(c[3]), Values(c[4])))];

    public static FrozenDictionary<string, Country> ByName { get; } = Index(c => [c.Name, .. c.OtherNames]);

    /// <summary>By adjective or people's name, singular or with a plural s.</summary>
    public static FrozenDictionary<string, Country> ByAdjective { get; } =
        Index(c => c.Adjectives.SelectMany(a => a.EndsWith('s') || a.EndsWith('h') || a.EndsWith("ese", StringComparison.Ordinal) ? [a] : new[] { a, a + "s" }));

    public static FrozenDictionary<string, Country> ByCapital { get; } = Index(c => c.Capitals);

    public static FrozenDictionary<string, Country> BySeat { get; } = Index(c => c.Seats);

    private static ImmutableArray<string> Values(string column) => [.. column.Split(';', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Of two countries that share a word (Congolese, Dominican) the first in the list has it.</summary>
    private static FrozenDictionary<string, Country> Index(Func<Country, IEnumerable<string>> words)
    {
        var index = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (var country in All)
        {
            foreach (var word in words(country)) index.TryAdd(word.ToLowerInvariant(), country);
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
