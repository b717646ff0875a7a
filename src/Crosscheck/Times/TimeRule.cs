namespace Crosscheck.Times;

/// <summary>One word of a pattern: classes or words, any of which will do.</summary>
/// <param name="Outside">It must stand there but is no part of the time.</param>
internal readonly record struct PatternItem(ulong Classes, int[] Words, bool Optional, bool Outside)
{
    public bool Accepts(in Atom atom) => (atom.Classes & Classes) != 0 || (atom.Word is { } word && Array.IndexOf(Words, word.Id) >= 0);
}

/// <summary>A pattern and what it says. Matching takes at most 2^(optional items) steps, whatever the text.</summary>
internal sealed class TimeRule
{
    public const string Drop = "DROP";

    private readonly PatternItem[] _items;
    private readonly PatternItem? _barred;
    private readonly (TimeField Field, string? Value, int Item)[] _fields;

    public TimeRule(string line, AtomLexicon lexicon, int order)
    {
        Order = order;
        var arrow = line.IndexOf("=>", StringComparison.Ordinal);
        if (arrow < 0) throw new FormatException($"No => in the rule: {line}");
        var right = line[(arrow + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Type = right[0];
        var items = new List<PatternItem>();
        foreach (var word in line[..arrow].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '!' && word.Length > 1) _barred = Item(word[1..], lexicon);
            else items.Add(Item(word, lexicon));
        }

        _items = [.. items];
        _fields = new (TimeField, string?, int)[right.Length - 1];
        for (var i = 1; i < right.Length; i++)
        {
            var equals = right[i].IndexOf('=', StringComparison.Ordinal);
            var field = Enum.Parse<TimeField>(right[i].AsSpan(0, equals), ignoreCase: true);
            var value = right[i][(equals + 1)..];
            _fields[i - 1] = value[0] == '$' ? (field, null, int.Parse(value.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) - 1) : (field, value, -1);
        }
    }

    public int Order { get; }

    /// <summary>DATE, TIME, DURATION, SET, or <see cref="Drop"/> for words that only look like a time.</summary>
    public string Type { get; }

    public int ItemCount => _items.Length;

    /// <summary>Items that may come first.</summary>
    public IEnumerable<PatternItem> Openers
    {
        get
        {
            foreach (var item in _items)
            {
                yield return item;
                if (!item.Optional) yield break;
            }
        }
    }

    /// <summary>Matches at an atom. <paramref name="captured"/> gets the atom of each item, or -1.</summary>
    /// <returns>One past the last atom, or -1.</returns>
    public int Match(List<Atom> atoms, int at, Span<int> captured) => Match(atoms, at, 0, captured);

    /// <summary>The atoms of the time itself, without the items that only must stand beside it.</summary>
    public (int First, int End) Inside(ReadOnlySpan<int> captured)
    {
        int first = -1, end = -1;
        for (var i = 0; i < _items.Length; i++)
        {
            if (captured[i] < 0 || _items[i].Outside) continue;
            if (first < 0) first = captured[i];
            end = captured[i] + 1;
        }

        return (first, end);
    }

    /// <summary>What the rule says of a match.</summary>
    public TimeFields Read(List<Atom> atoms, ReadOnlySpan<int> captured)
    {
        var fields = new TimeFields();
        foreach (var (field, value, item) in _fields)
        {
            if (value is not null)
            {
                fields[field] = value;
            }
            else if (captured[item] >= 0)
            {
                fields[field] = ValueOf(atoms[captured[item]], _items[item].Classes);
            }
        }

        return fields;
    }

    private static string? ValueOf(in Atom atom, ulong classes) =>
        atom.Text
        ?? (double.IsNaN(atom.Number) ? null : atom.Number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture))
        ?? atom.Word?.ValueIn(classes)
        ?? atom.Word?.Text;

    private int Match(List<Atom> atoms, int at, int item, Span<int> captured)
    {
        if (item == _items.Length) return _barred is { } barred && at < atoms.Count && barred.Accepts(atoms[at]) ? -1 : at;
        if (at < atoms.Count && _items[item].Accepts(atoms[at]))
        {
            captured[item] = at;
            var end = Match(atoms, at + 1, item + 1, captured);
            if (end >= 0) return end;
        }

        captured[item] = -1;
        return _items[item].Optional ? Match(atoms, at, item + 1, captured) : -1;
    }

    private static PatternItem Item(string word, AtomLexicon lexicon)
    {
        var outside = word.Length > 2 && word[0] == '[' && word[^1] == ']';
        if (outside) word = word[1..^1];
        var optional = word.Length > 1 && word[^1] == '?';
        if (optional) word = word[..^1];
        ulong classes = 0;
        var words = new List<int>();
        foreach (var part in word.Split('|'))
        {
            if (part.Length > 1 && part[0] == '@') classes |= lexicon.Bit(part[1..]);
            else if (part.Length > 1 && char.IsAsciiLetterUpper(part[0])) classes |= lexicon.Bit(part);
            else words.Add(lexicon.Word(part).Id);
        }

        return new PatternItem(classes, [.. words], optional, outside);
    }
}
