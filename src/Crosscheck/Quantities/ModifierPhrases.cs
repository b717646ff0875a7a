using System.Collections.Frozen;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Quantities;

/// <param name="Length">How many atoms the phrase takes.</param>
internal readonly record struct ModifierPhrase(QuantityModifier Modifier, int Length, bool OfPlace);

/// <summary>"at least", "or more": the phrases that say how exactly a figure is meant.</summary>
internal sealed class ModifierPhrases
{
    private readonly FrozenDictionary<string, (ModifierPhrase Phrase, string[] Words)[]> _before;
    private readonly FrozenDictionary<string, (ModifierPhrase Phrase, string[] Words)[]> _after;

    public ModifierPhrases(string file)
    {
        var phrases = EmbeddedLexicon.Lines(file).Select(l => l.Split('\t')).SelectMany(p => p[2].Split('|').Select(w => (Place: p[0], Phrase: Read(p, w), Words: w.Split(' ')))).ToArray();
        _before = Index(phrases.Where(p => p.Place != "after").Select(p => (p.Words[^1], p.Phrase, p.Words)));
        _after = Index(phrases.Where(p => p.Place == "after").Select(p => (p.Words[0], p.Phrase, p.Words)));
    }

    /// <summary>The longest modifier that ends just before an atom.</summary>
    public ModifierPhrase? Before(List<Atom> atoms, string text, int at) =>
        at == 0 || at > atoms.Count ? null : Longest(_before, atoms, text, at - 1, length => at - length);

    /// <summary>The longest modifier that begins at an atom.</summary>
    public ModifierPhrase? After(List<Atom> atoms, string text, int at) => at >= atoms.Count ? null : Longest(_after, atoms, text, at, _ => at);

    private static ModifierPhrase Read(string[] line, string words) =>
        new(Enum.Parse<QuantityModifier>(line[1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true), words.Count(c => c == ' ') + 1, line[0] == "before-large");

    private static ModifierPhrase? Longest(
        FrozenDictionary<string, (ModifierPhrase Phrase, string[] Words)[]> index, List<Atom> atoms, string text, int key, Func<int, int> begin)
    {
        if (!index.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(atoms[key].Start, atoms[key].End - atoms[key].Start), out var phrases)) return null;
        ModifierPhrase? best = null;
        foreach (var (phrase, words) in phrases)
        {
            var first = begin(words.Length);
            if (words.Length <= (best?.Length ?? 0) || first < 0 || first + words.Length > atoms.Count) continue;
            if (Reads(atoms, text, first, words)) best = phrase;
        }

        return best;
    }

    private static bool Reads(List<Atom> atoms, string text, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!text.AsSpan(atoms[at + i].Start, atoms[at + i].End - atoms[at + i].Start).Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    private static FrozenDictionary<string, (ModifierPhrase Phrase, string[] Words)[]> Index(IEnumerable<(string Key, ModifierPhrase Phrase, string[] Words)> phrases) =>
        phrases.GroupBy(p => p.Key).ToFrozenDictionary(g => g.Key, g => g.Select(p => (p.Phrase, p.Words)).ToArray(), StringComparer.OrdinalIgnoreCase);
}
