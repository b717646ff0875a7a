using Crosscheck.Text;

namespace Crosscheck.Language;

/// <summary>What speaks for each language that shares its script with others: frequent words and letter sequences, each with its weight.</summary>
internal sealed class LanguageProfiles
{
    private const double WordWeight = 3.0;

    // Frequency falls about as the inverse of the rank; the last of a list still says a little.
    private const double Frequent = 400;

    private static readonly Lazy<LanguageProfiles> Shared = new(() => new LanguageProfiles());

    private readonly SequenceTable _sequences;
    private readonly Dictionary<string, List<Evidence>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Evidence>>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;

    private LanguageProfiles()
    {
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new List<string>();
        var scripts = new List<HashSet<Script>>();
        var bySequence = new Dictionary<ulong, List<Evidence>>();

        int Index(string code)
        {
            if (indexes.TryGetValue(code, out var index)) return index;
            indexes[code] = codes.Count;
            codes.Add(code);
            scripts.Add([]);
            return codes.Count - 1;
        }

        foreach (var line in EmbeddedLexicon.Lines("Language/Lexicon/letter-sequences.tsv"))
        {
            var tab = line.IndexOf('\t');
            var language = Index(line[..tab]);
            var sequences = line[(tab + 1)..].Split(' ');
            for (var rank = 0; rank < sequences.Length; rank++)
            {
                var sequence = sequences[rank];
                var weight = Math.Log(1 + (Frequent / (rank + 8.0)));
                Keep(bySequence, SequenceTable.Pack(sequence), new Evidence(language, (float)(weight * (sequence.Length - 1) / 4)));
                foreach (var c in sequence) scripts[language].Add(Scripts.Of(c));
            }
        }

        foreach (var line in EmbeddedLexicon.Lines("Language/Lexicon/function-words.tsv"))
        {
            var tab = line.IndexOf('\t');
            var language = Index(line[..tab]);
            foreach (var word in line[(tab + 1)..].Split(' '))
            {
                Keep(_words, word, new Evidence(language, 1));
                foreach (var c in word) scripts[language].Add(Scripts.Of(c));
            }
        }

        foreach (var known in _words.Values)
        {
            var weight = (float)(WordWeight / Math.Sqrt(known.Count));
            for (var i = 0; i < known.Count; i++) known[i] = known[i] with { Weight = weight };
        }

        _sequences = new SequenceTable(bySequence);
        Codes = [.. codes];
        ScriptsOf = [.. scripts];
        _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static LanguageProfiles Instance => Shared.Value;

    public string[] Codes { get; }

    /// <summary>The scripts each language is written in.</summary>
    public HashSet<Script>[] ScriptsOf { get; }

    /// <summary>Whether a word in lower case is among the frequent short words of a language.</summary>
    public bool IsFrequent(string word, string code)
    {
        if (!_words.TryGetValue(word, out var languages)) return false;
        foreach (var evidence in languages)
        {
            if (Codes[evidence.Language] == code) return true;
        }

        return false;
    }

    /// <summary>Adds the evidence of one word in lower case, in letters alone, framed by <c>_</c> on both sides.</summary>
    public void Weigh(ReadOnlySpan<char> framed, Span<double> scores)
    {
        if (_wordsBySpan.TryGetValue(framed[1..^1], out var words))
        {
            foreach (var evidence in words) scores[evidence.Language] += evidence.Weight;
        }

        _sequences.Weigh(framed, scores);
    }

    private static void Keep<TKey>(Dictionary<TKey, List<Evidence>> table, TKey key, Evidence evidence)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var list)) table[key] = list = [];
        // Two norms of one language (two lines of one code): the stronger evidence stands.
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Language != evidence.Language) continue;
            if (list[i].Weight < evidence.Weight) list[i] = evidence;
            return;
        }

        list.Add(evidence);
    }

    internal readonly record struct Evidence(int Language, float Weight);
}
