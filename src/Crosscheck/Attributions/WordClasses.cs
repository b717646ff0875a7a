using System.Collections.Frozen;
using Crosscheck.Text;

namespace Crosscheck.Attributions;

/// <summary>Word classes from an embedded list: a lemma, or a phrase of lemmas joined by underscores, may be in several.</summary>
internal sealed class WordClasses
{
    private readonly FrozenDictionary<string, int> _masks;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string[] _names;

    private WordClasses(Dictionary<string, int> masks, string[] names)
    {
        _masks = masks.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _lookup = _masks.GetAlternateLookup<ReadOnlySpan<char>>();
        _names = names;
    }

    public static WordClasses CueClasses { get; } = Read("Attributions/Lexicon/cue-classes.tsv");

    public static WordClasses ContentClasses { get; } = Read("Attributions/Lexicon/content-classes.tsv");

    /// <summary>The bit of a class. Throws for a class that the list lacks: a bug of the build.</summary>
    public int Bit(string name) => Array.IndexOf(_names, name) is >= 0 and var at ? 1 << at : throw new InvalidOperationException($"The list has no class '{name}'.");

    public int MaskOf(ReadOnlySpan<char> lemma) => _lookup.TryGetValue(lemma, out var mask) ? mask : 0;

    /// <summary>The classes of a word by its lemma or its form; of an inflected verb that neither knows, by the form without its ending.</summary>
    public int MaskOf(ReadOnlySpan<char> lemma, ReadOnlySpan<char> form, bool verb)
    {
        var mask = MaskOf(lemma) | MaskOf(form);
        if (mask != 0 || !verb || form.Length < 6) return mask;
        return form switch
        {
            [.., 'e', 'd'] => MaskOf(form[..^1]) | MaskOf(form[..^2]),
            [.., 's'] => MaskOf(form[..^1]),
            [.., 'i', 'n', 'g'] => MaskOf(form[..^3]) | MaskOfE(form[..^3]),
            _ => 0,
        };
    }

    /// <summary>"embezzling" to "embezzle".</summary>
    private int MaskOfE(ReadOnlySpan<char> stem)
    {
        if (stem.Length > 30) return 0;
        Span<char> word = stackalloc char[stem.Length + 1];
        stem.CopyTo(word);
        word[^1] = 'e';
        return MaskOf(word);
    }

    /// <summary>Reads a list of lines "class, tab, lemmas divided by spaces".</summary>
    /// <param name="resource">Path from the library's root.</param>
    public static WordClasses Read(string resource)
    {
        var names = new List<string>();
        var masks = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in EmbeddedLexicon.Lines(resource))
        {
            var columns = line.Split('\t');
            if (names.Count == 32) throw new InvalidOperationException($"{resource} has more than 32 classes, one a bit.");
            names.Add(columns[0]);
            foreach (var word in columns[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                masks[word] = masks.GetValueOrDefault(word) | (1 << (names.Count - 1));
            }
        }

        return new WordClasses(masks, [.. names]);
    }
}
