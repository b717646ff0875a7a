using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Names;

/// <summary>Classes of known names. A phrase may have several.</summary>
[Flags]
internal enum KnownName : ushort
{
    None = 0,
    Country = 1,
    Adjective = 2,
    Capital = 4,
    City = 8,
    Region = 16,
    Landscape = 32,
    Group = 64,
    Seat = 128,
    GivenName = 256,
    Organization = 512,
}

/// <summary>Classes of single words that stand in or beside names (words.tsv).</summary>
[Flags]
internal enum NameWord : ushort
{
    None = 0,
    Honorific = 1,
    Office = 2,
    Organization = 4,
    Polity = 8,
    Landscape = 16,
    Facility = 32,
    Event = 64,
    Work = 128,
    Party = 256,
    Particle = 512,
    Suffix = 1024,
}

/// <summary>Known names (countries, cities, peoples, given names ...) and words that go with names, by lower-case form.</summary>
internal static class Gazetteer
{
    /// <summary>Tokens of the longest known phrase that is looked for.</summary>
    public const int LongestPhrase = 6;

    private static readonly FrozenDictionary<string, KnownName> Phrases = ReadPhrases();
    private static readonly FrozenDictionary<string, KnownName>.AlternateLookup<ReadOnlySpan<char>> PhraseLookup = Phrases.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>First words of the phrases of several words.</summary>
    private static readonly FrozenSet<string> Openers = Phrases.Keys.Where(k => k.AsSpan().ContainsAny(' ', '-')).Select(FirstWord).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OpenerLookup = Openers.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, NameWord> Words = ReadWords();
    private static readonly FrozenDictionary<string, NameWord>.AlternateLookup<ReadOnlySpan<char>> WordLookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="lower">A lower-case phrase; words divided by one space, none beside a hyphen.</param>
    public static KnownName Phrase(ReadOnlySpan<char> lower) => PhraseLookup.TryGetValue(lower, out var known) ? known : KnownName.None;

    /// <summary>Whether some known phrase of several words begins with this lower-case word.</summary>
    public static bool Opens(ReadOnlySpan<char> lower) => OpenerLookup.Contains(lower);

    public static NameWord Word(ReadOnlySpan<char> lower) => WordLookup.TryGetValue(lower, out var word) ? word : NameWord.None;

    private static FrozenDictionary<string, KnownName> ReadPhrases()
    {
        var phrases = new Dictionary<string, KnownName>(StringComparer.Ordinal);
        void Add(string phrase, KnownName known)
        {
            var key = phrase.ToLowerInvariant();
            phrases[key] = phrases.GetValueOrDefault(key) | known;
        }

        foreach (var country in Countries.All)
        {
            Add(country.Name, KnownName.Country);
            foreach (var name in country.OtherNames) Add(name, KnownName.Country);
            foreach (var adjective in country.Adjectives)
            {
                Add(adjective, KnownName.Adjective);
                Add(adjective + "s", KnownName.Adjective);
            }

            foreach (var capital in country.Capitals) Add(capital, KnownName.Capital);
            foreach (var seat in country.Seats) Add(seat, KnownName.Seat);
        }

        foreach (var line in EmbeddedLexicon.Lines("Names/Lexicon/cities.txt")) Add(line, KnownName.City);
        foreach (var line in EmbeddedLexicon.Lines("Names/Lexicon/regions.txt")) Add(line, KnownName.Region);
        foreach (var line in EmbeddedLexicon.Lines("Names/Lexicon/landscapes.txt")) Add(line, KnownName.Landscape);
        foreach (var line in EmbeddedLexicon.Lines("Names/Lexicon/given-names.txt")) Add(line, KnownName.GivenName);
        foreach (var line in EmbeddedLexicon.Lines("Names/Lexicon/organizations.txt")) Add(line, KnownName.Organization);
        foreach (var line in EmbeddedLexicon.Lines("Names/Lexicon/groups.txt"))
        {
            Add(line, KnownName.Group);
            Add(line + "s", KnownName.Group);
        }

        return phrases.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, NameWord> ReadWords()
    {
        var words = new Dictionary<string, NameWord>(StringComparer.Ordinal);
        foreach (var columns in EmbeddedLexicon.Lines("Names/Lexicon/words.tsv").Select(l => l.Split('\t')))
        {
            var kind = Enum.Parse<NameWord>(columns[0], ignoreCase: true);
            foreach (var word in columns[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)) words[word] = words.GetValueOrDefault(word) | kind;
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string FirstWord(string phrase) => phrase[..phrase.AsSpan().IndexOfAny(' ', '-')];
}
