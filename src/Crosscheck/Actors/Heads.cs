using System.Collections.Frozen;
using Crosscheck.Names;
using Crosscheck.Text;

namespace Crosscheck.Actors;

/// <summary>Classes of the nouns that head a phrase for somebody.</summary>
[Flags]
internal enum HeadClass
{
    None = 0,
    Person = 1,
    People = 2,
    Body = 4,
    Government = 8,
    Former = 16,
    Verb = 32,
}

/// <summary>What a noun means as the head of a phrase, and which names women and men bear.</summary>
internal static class Heads
{
    private static readonly FrozenDictionary<string, HeadClass> Classes = Read();
    private static readonly FrozenDictionary<string, HeadClass>.AlternateLookup<ReadOnlySpan<char>> Lookup = Classes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string> Women = EmbeddedLexicon.Lines("Actors/Lexicon/women.txt").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Either = EmbeddedLexicon.Lines("Actors/Lexicon/either.txt").ToFrozenSet(StringComparer.Ordinal);

    public static HeadClass Of(ReadOnlySpan<char> lower) => Lookup.TryGetValue(lower, out var found) ? found : HeadClass.None;

    public static Gender GenderOfName(string lower) =>
        Either.Contains(lower) ? Gender.Unknown
        : Women.Contains(lower) ? Gender.Female
        : (Gazetteer.Phrase(lower) & KnownName.GivenName) != KnownName.None ? Gender.Male
        : Gender.Unknown;

    public static Gender GenderOfNoun(ReadOnlySpan<char> lower) => lower switch
    {
        "mr" or "mr." or "sir" or "lord" or "king" or "prince" or "man" or "boy" or "son" or "brother" or "father" or "husband" or "uncle" or "grandfather"
            or "spokesman" or "chairman" or "congressman" or "businessman" or "statesman" or "policeman" or "gunman" or "actor" or "monsieur" or "herr" or "sheikh" or "imam"
            or "ayatollah" or "pope" or "emir" or "sultan" or "gentleman" or "councilman" => Gender.Male,
        "mrs" or "mrs." or "ms" or "ms." or "miss" or "dame" or "lady" or "queen" or "princess" or "woman" or "girl" or "daughter" or "sister" or "mother" or "wife" or "widow" or "aunt"
            or "grandmother" or "spokeswoman" or "chairwoman" or "congresswoman" or "businesswoman" or "policewoman" or "actress" or "madam" or "councilwoman" => Gender.Female,
        _ => Gender.Unknown,
    };

    private static FrozenDictionary<string, HeadClass> Read()
    {
        var classes = new Dictionary<string, HeadClass>(StringComparer.Ordinal);
        foreach (var columns in EmbeddedLexicon.Lines("Actors/Lexicon/heads.tsv").Select(l => l.Split('\t')))
        {
            var kind = Enum.Parse<HeadClass>(columns[0], ignoreCase: true);
            foreach (var word in columns[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)) classes[word] = classes.GetValueOrDefault(word) | kind;
        }

        return classes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>As far as names and nouns tell it.</summary>
internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}
