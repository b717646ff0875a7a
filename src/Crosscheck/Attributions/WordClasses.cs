using System.Collections.Frozen;

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
    public int Bit(string name) => 1 << Array.IndexOf(_names, name);

    public int MaskOf(ReadOnlySpan<char> lemma) => _lookup.TryGetValue(lemma, out var mask) ? mask : 0;

    private static WordClasses Read(string resource)
    {
        using var stream = typeof(WordClasses).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded list '{resource}' is missing.");
        using var reader = new StreamReader(stream);
        var names = new List<string>();
        var masks = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var columns = line.Split('\t');
            names.Add(columns[0]);
            foreach (var word in columns[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                masks[word] = masks.GetValueOrDefault(word) | (1 << (names.Count - 1));
            }
        }

        return new WordClasses(masks, [.. names]);
    }
}
