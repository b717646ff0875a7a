using System.Globalization;
using Crosscheck.Text;

namespace Crosscheck.Times;

/// <summary>What the word lists say of one word: the classes it is in, each with a value.</summary>
internal sealed class LexiconWord(int id, string text)
{
    private readonly List<(int Class, string Value)> _values = [];

    public int Id { get; } = id;

    public string Text { get; } = text;

    public ulong Classes { get; private set; }

    public void Add(int wordClass, string value)
    {
        if ((Classes & (1UL << wordClass)) != 0) return;
        Classes |= 1UL << wordClass;
        _values.Add((wordClass, value));
    }

    /// <summary>The value in the first of some classes, or null.</summary>
    public string? ValueIn(ulong classes)
    {
        foreach (var (wordClass, value) in _values)
        {
            if ((classes & (1UL << wordClass)) != 0) return value;
        }

        return null;
    }
}

/// <summary>Words of one language by class, for cutting a text into atoms and matching patterns over them.</summary>
internal sealed class AtomLexicon
{
    private readonly Dictionary<string, LexiconWord> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LexiconWord>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);

    /// <param name="files">Embedded files of lines <c>CLASS value word|word</c>, tab-separated.</param>
    public AtomLexicon(IEnumerable<string> files)
    {
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var name in Enum.GetNames<NumberClass>()) _classes.Add(name, _classes.Count);
        foreach (var file in files)
        {
            foreach (var line in EmbeddedLexicon.Lines(file))
            {
                var parts = line.Split('\t');
                var wordClass = Class(parts[0]);
                foreach (var word in parts[2].Split('|')) Word(word).Add(wordClass, parts[1]);
            }
        }

        Short = Bit("SHORT");
        Risky = Bit("RISKY");
        Owner = Bit("OWNER");
        Cardinal = Bit("CARDINAL");
        Scale = Bit("SCALE");
        And = Bit("AND");
    }

    public ulong Short { get; }

    public ulong Risky { get; }

    /// <summary>"his", "their": what follows is somebody's.</summary>
    public ulong Owner { get; }

    public ulong Cardinal { get; }

    public ulong Scale { get; }

    public ulong And { get; }

    public LexiconWord? Find(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out var found) ? found : null;

    /// <summary>The word's entry, made when it has none (a pattern names words that no list holds).</summary>
    public LexiconWord Word(string word)
    {
        if (!_words.TryGetValue(word, out var found)) _words.Add(word, found = new LexiconWord(_words.Count, word));
        return found;
    }

    public ulong Bit(string className) => 1UL << Class(className);

    public static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);

    private int Class(string name)
    {
        if (_classes.TryGetValue(name, out var id)) return id;
        if (_classes.Count == 64) throw new InvalidOperationException("More than 64 classes of words.");
        _classes.Add(name, id = _classes.Count);
        return id;
    }
}
