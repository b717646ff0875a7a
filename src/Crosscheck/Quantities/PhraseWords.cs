using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>What a word does around the thing that a figure counts; the list says what each role is.</summary>
[Flags]
internal enum PhraseRole
{
    None = 0,
    Tally = 1 << 0,
    Whole = 1 << 1,
    Persons = 1 << 2,
    Part = 1 << 3,
    State = 1 << 4,
    Extent = 1 << 5,
    Lead = 1 << 6,
    Group = 1 << 7,
    Restricts = 1 << 8,
    Against = 1 << 9,
    Sets = 1 << 10,
    Margin = 1 << 11,
    Rate = 1 << 12,
    Opens = 1 << 13,
    Manner = 1 << 14,
    Share = 1 << 15,
    Age = 1 << 16,
    Another = 1 << 17,
    Change = 1 << 18,
    Moves = 1 << 19,
}

/// <summary>The roles of words, of <c>phrases.tsv</c>.</summary>
internal sealed class PhraseWords
{
    private readonly FrozenDictionary<string, PhraseRole>.AlternateLookup<ReadOnlySpan<char>> _roles;

    public PhraseWords(string file) =>
        _roles = EmbeddedLexicon.Lines(file)
            .Select(l => l.Split('\t'))
            .SelectMany(p => p[1].Split('|').Select(w => (Word: w, Role: Enum.Parse<PhraseRole>(p[0], ignoreCase: true))))
            .GroupBy(p => p.Word, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.Aggregate(PhraseRole.None, (all, p) => all | p.Role), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word has one of some roles.</summary>
    public bool Has(ReadOnlySpan<char> word, PhraseRole roles) => _roles.TryGetValue(word, out var found) && (found & roles) != PhraseRole.None;
}
