using System.Collections.Frozen;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Quantities;

/// <summary>The words around figures of one language, and the currency signs of all.</summary>
internal sealed class FigureLexicon
{
    private const string Folder = "Quantities/Lexicon/";

    private readonly (string Sign, string Code)[] _signs;
    private readonly FrozenDictionary<string, (QuantityModifier Modifier, string[] Words)[]> _before;
    private readonly FrozenDictionary<string, (QuantityModifier Modifier, string[] Words)[]> _after;

    public FigureLexicon(string language)
    {
        Words = new AtomLexicon([$"Times/Lexicon/{language}/numbers.tsv", $"{Folder}{language}/units.tsv", $"{Folder}{language}/figures.tsv"]);
        _signs =
        [
            .. EmbeddedLexicon.Lines(Folder + "currencies.tsv")
                .Select(l => l.Split('\t'))
                .SelectMany(p => p[1].Split(' ').Select(s => (s, p[0])))
                .OrderByDescending(s => s.s.Length),
        ];
        var before = new List<(string Key, QuantityModifier Modifier, string[] Words)>();
        var after = new List<(string Key, QuantityModifier Modifier, string[] Words)>();
        foreach (var line in EmbeddedLexicon.Lines($"{Folder}{language}/modifiers.tsv"))
        {
            var parts = line.Split('\t');
            var modifier = Enum.Parse<QuantityModifier>(parts[1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            foreach (var phrase in parts[2].Split('|'))
            {
                var words = phrase.Split(' ');
                if (parts[0] == "before") before.Add((words[^1], modifier, words));
                else after.Add((words[0], modifier, words));
            }
        }

        _before = Index(before);
        _after = Index(after);
        Percent = Bit("PERCENT");
        Percentage = Bit("PERCENTAGE");
        Point = Bit("POINT");
        TimeUnit = Bit("TIMEUNIT");
        Measure = Bit("MEASURE");
        Power = Bit("POWER");
        Money = Bit("MONEY");
        Pounds = Bit("POUNDS");
        Nation = Bit("NATION");
        Vague = Bit("VAGUE");
        VagueTens = Bit("VAGUETENS");
        VaguePlural = Bit("VAGUEPLURAL");
        AFew = Bit("AFEW");
        FractionWord = Bit("FRACTIONWORD");
        Multiple = Bit("MULTIPLE");
        Times = Bit("TIMES");
        Fold = Bit("FOLD");
        Dozen = Bit("DOZEN");
        Superlative = Bit("SUPERLATIVE");
        Article = Bit("ARTICLE");
        Another = Bit("ANOTHER");
        Between = Bit("BETWEEN");
        From = Bit("FROM");
        To = Bit("TO");
        And = Bit("AND");
        Or = Bit("OR");
        Of = Bit("OF");
        Out = Bit("OUT");
        Dash = Bit("DASH");
        Per = Bit("PER");
        Each = Bit("EACH");
        PerWord = Bit("PERWORD");
        Old = Bit("OLD");
        Aged = Bit("AGED");
        Label = Bit("LABEL");
        Change = Bit("CHANGE");
        NotCounted = Bit("NOTCOUNTED");
        ShortScale = Bit("SHORTSCALE");
        Portion = Bit("PORTION");
        Digits = Bit("DIGITS");
        Recent = Bit("RECENT");
        Share = Bit("SHARE");
        Counted = Bit("COUNTED");
    }

    public AtomLexicon Words { get; }

    /// <summary>Words around what is counted; their value says which kind.</summary>
    public ulong Counted { get; }

    public ulong Percent { get; }

    public ulong Percentage { get; }

    public ulong Point { get; }

    public ulong TimeUnit { get; }

    public ulong Measure { get; }

    public ulong Power { get; }

    public ulong Money { get; }

    public ulong Pounds { get; }

    public ulong Nation { get; }

    public ulong Vague { get; }

    public ulong VagueTens { get; }

    public ulong VaguePlural { get; }

    public ulong AFew { get; }

    public ulong FractionWord { get; }

    public ulong Multiple { get; }

    public ulong Times { get; }

    public ulong Fold { get; }

    public ulong Dozen { get; }

    public ulong Superlative { get; }

    public ulong Article { get; }

    public ulong Another { get; }

    public ulong Between { get; }

    public ulong From { get; }

    public ulong To { get; }

    public ulong And { get; }

    public ulong Or { get; }

    public ulong Of { get; }

    public ulong Out { get; }

    public ulong Dash { get; }

    public ulong Per { get; }

    public ulong Each { get; }

    public ulong PerWord { get; }

    public ulong Old { get; }

    public ulong Aged { get; }

    public ulong Label { get; }

    public ulong Change { get; }

    public ulong NotCounted { get; }

    public ulong ShortScale { get; }

    public ulong Portion { get; }

    public ulong Digits { get; }

    public ulong Recent { get; }

    public ulong Share { get; }

    /// <summary>The currency sign that ends just before an offset (a space may stand between), or null.</summary>
    public (int Start, string Code)? SignBefore(string text, int offset)
    {
        var end = offset > 0 && text[offset - 1] is ' ' or '\u00a0' ? offset - 1 : offset;
        foreach (var (sign, code) in _signs)
        {
            var start = end - sign.Length;
            if (start < 0 || !text.AsSpan(start, sign.Length).SequenceEqual(sign)) continue;
            if (char.IsLetter(sign[0]) && start > 0 && char.IsLetterOrDigit(text[start - 1])) continue;
            return (start, code);
        }

        return null;
    }

    /// <summary>The currency sign at an offset (a space may stand before it), or null.</summary>
    public (int End, string Code)? SignAfter(string text, int offset)
    {
        var start = offset < text.Length && text[offset] is ' ' or '\u00a0' ? offset + 1 : offset;
        foreach (var (sign, code) in _signs)
        {
            if (start + sign.Length > text.Length || !text.AsSpan(start, sign.Length).SequenceEqual(sign)) continue;
            var end = start + sign.Length;
            if (char.IsLetter(sign[^1]) && end < text.Length && char.IsLetterOrDigit(text[end])) continue;
            if (sign == "$" && end < text.Length && char.IsDigit(text[end])) continue;
            return (end, code);
        }

        return null;
    }

    /// <summary>The longest modifier that ends just before an atom: how many atoms it takes.</summary>
    public (QuantityModifier Modifier, int Length)? Before(List<Atom> atoms, string text, int at)
    {
        if (at == 0 || at > atoms.Count || !TryWord(_before, atoms[at - 1], text, out var phrases)) return null;
        (QuantityModifier Modifier, int Length)? best = null;
        foreach (var (modifier, words) in phrases)
        {
            if (words.Length <= (best?.Length ?? 0) || words.Length > at) continue;
            if (Reads(atoms, text, at - words.Length, words)) best = (modifier, words.Length);
        }

        return best;
    }

    /// <summary>The longest modifier that begins at an atom.</summary>
    public (QuantityModifier Modifier, int Length)? After(List<Atom> atoms, string text, int at)
    {
        if (at >= atoms.Count || !TryWord(_after, atoms[at], text, out var phrases)) return null;
        (QuantityModifier Modifier, int Length)? best = null;
        foreach (var (modifier, words) in phrases)
        {
            if (words.Length <= (best?.Length ?? 0) || at + words.Length > atoms.Count) continue;
            if (Reads(atoms, text, at, words)) best = (modifier, words.Length);
        }

        return best;
    }

    private ulong Bit(string name) => Words.Bit(name);

    private static bool Reads(List<Atom> atoms, string text, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!text.AsSpan(atoms[at + i].Start, atoms[at + i].End - atoms[at + i].Start).Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    private static bool TryWord(
        FrozenDictionary<string, (QuantityModifier Modifier, string[] Words)[]> index, in Atom atom, string text, out (QuantityModifier Modifier, string[] Words)[] phrases) =>
        index.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(atom.Start, atom.End - atom.Start), out phrases!);

    private static FrozenDictionary<string, (QuantityModifier Modifier, string[] Words)[]> Index(List<(string Key, QuantityModifier Modifier, string[] Words)> phrases) =>
        phrases.GroupBy(p => p.Key).ToFrozenDictionary(g => g.Key, g => g.Select(p => (p.Modifier, p.Words)).ToArray(), StringComparer.OrdinalIgnoreCase);
}
