using System.Collections.Frozen;
using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Events;

/// <summary>What must stand beside a word for a line of the lexicon to hold.</summary>
internal enum ActionCondition
{
    None,
    /// <summary>An object or complement among the given words.</summary>
    Object,
    /// <summary>One of the given prepositions or particles.</summary>
    Preposition,
    /// <summary>A verb as complement ("agreed to meet").</summary>
    Complement,
}

/// <param name="Code">CAMEO code, or null for an event without one.</param>
internal sealed record ActionEntry(string? Code, ActionCondition Condition, FrozenSet<string> Words);

/// <summary>PLOVER type and mode.</summary>
internal sealed record ActionType(string Type, string? Mode);

/// <summary>Verbs and event nouns with their CAMEO codes, and the PLOVER type of a code.</summary>
internal sealed class ActionLexicon
{
    private readonly FrozenDictionary<string, ImmutableArray<ActionEntry>> _verbs;
    private readonly FrozenDictionary<string, ImmutableArray<ActionEntry>> _nouns;
    private readonly FrozenDictionary<string, ActionType> _types;

    private ActionLexicon()
    {
        var verbs = new Dictionary<string, List<ActionEntry>>(StringComparer.Ordinal);
        var nouns = new Dictionary<string, List<ActionEntry>>(StringComparer.Ordinal);
        foreach (var line in EmbeddedLexicon.Lines("Events/Lexicon/actions.tsv"))
        {
            var columns = line.Split('\t');
            var (condition, words) = Condition(columns[2]);
            var entry = new ActionEntry(columns[0] == "-" ? null : columns[0], condition, words);
            var table = columns[1] == "v" ? verbs : nouns;
            foreach (var lemma in columns[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!table.TryGetValue(lemma, out var entries)) table[lemma] = entries = [];
                entries.Add(entry);
            }
        }

        // A line with a condition goes before one without.
        _verbs = verbs.ToFrozenDictionary(p => p.Key, p => p.Value.OrderBy(e => e.Condition == ActionCondition.None).ToImmutableArray(), StringComparer.Ordinal);
        _nouns = nouns.ToFrozenDictionary(p => p.Key, p => p.Value.OrderBy(e => e.Condition == ActionCondition.None).ToImmutableArray(), StringComparer.Ordinal);
        _types = EmbeddedLexicon.Lines("Events/Lexicon/types.tsv").Select(l => l.Split('\t'))
            .ToFrozenDictionary(c => c[0], c => new ActionType(c[1], c[2] == "-" ? null : c[2]), StringComparer.Ordinal);
    }

    public static ActionLexicon Instance { get; } = new();

    public ImmutableArray<ActionEntry> Verb(string lemma) => _verbs.GetValueOrDefault(lemma, []);

    public ImmutableArray<ActionEntry> Noun(string lemma) => _nouns.GetValueOrDefault(lemma, []);

    /// <summary>The type of the longest known code that begins the given one; null where CAMEO has no PLOVER counterpart (plain statements).</summary>
    public ActionType? TypeOf(string code)
    {
        for (var length = code.Length; length >= 2; length--)
        {
            if (_types.TryGetValue(code[..length], out var type)) return type;
        }

        return null;
    }

    private static (ActionCondition, FrozenSet<string>) Condition(string text)
    {
        if (text == "-") return (ActionCondition.None, []);
        if (text == "x") return (ActionCondition.Complement, []);
        return (text[0] == 'o' ? ActionCondition.Object : ActionCondition.Preposition, text[2..].Split(',').ToFrozenSet(StringComparer.Ordinal));
    }
}
