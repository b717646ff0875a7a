using System.Collections.Frozen;
using System.Globalization;
using Crosscheck.Stories;
using Crosscheck.Text;

namespace Crosscheck.Claims;

/// <summary>The word lists of this room by the hash of a word or of its stem, read once.</summary>
internal static class ClaimLexicon
{
    public static FrozenSet<ulong> Negations { get; } = Words("negations.txt");

    public static FrozenSet<ulong> Hedges { get; } = Words("hedges.txt");

    public static FrozenSet<ulong> ExplanationCues { get; } = Words("explanation_cues.txt");

    public static FrozenSet<ulong> PlanCues { get; } = Words("plan_cues.txt");

    public static FrozenSet<ulong> PointingWords { get; } = Words("pointing_words.txt");

    /// <summary>For a word or two joined words, the lines on which it stands: positive on the left side, negative on the right.</summary>
    public static FrozenDictionary<ulong, int> Opposites { get; } = EmbeddedLexicon.Lines("Claims/Lexicon/opposites.txt")
        .SelectMany((line, at) => line.Split('|').SelectMany((side, which) => side.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(w => (Hash: PhraseHash(w.Split('_')), Side: which == 0 ? at + 1 : -(at + 1)))))
        .DistinctBy(x => x.Hash).ToFrozenDictionary(x => x.Hash, x => x.Side);

    public static ulong PhraseHash(ReadOnlySpan<string> words) =>
        words.Length == 1 ? WordScanner.HashOf(words[0]) : WordScanner.Join(WordScanner.HashOf(words[0]), WordScanner.HashOf(words[1]));

    /// <summary>Classes of near-synonyms by the hash of a stem: numbers of lines.</summary>
    public static FrozenDictionary<ulong, int[]> Synonyms { get; } = EmbeddedLexicon.Lines("Claims/Lexicon/synonyms.txt")
        .SelectMany((line, at) => line.Split(' ').Select(w => (Stem: StemHash(w), Class: at)))
        .GroupBy(x => x.Stem).ToFrozenDictionary(g => g.Key, g => g.Select(x => x.Class).Distinct().ToArray());

    /// <summary>Value of a number word; negative for one that multiplies what stands before it.</summary>
    public static FrozenDictionary<ulong, decimal> NumberWords { get; } = EmbeddedLexicon.Lines("Claims/Lexicon/number_words.tsv")
        .Select(line => line.Split('\t'))
        .ToFrozenDictionary(c => WordScanner.HashOf(c[0]), c => c[1][0] == '*' ? -decimal.Parse(c[1].AsSpan(1), CultureInfo.InvariantCulture) : decimal.Parse(c[1], CultureInfo.InvariantCulture));

    public static ulong StemHash(ReadOnlySpan<char> word)
    {
        var stem = ArticleSketch.Stem(word);
        // A final e goes, so that "resume" and "resumed", "charge" and "charging" meet.
        if (stem.Length > 4 && stem[^1] is 'e' or 'E') stem = stem[..^1];
        return WordScanner.HashOf(stem);
    }

    /// <summary>Classes of near-synonyms of a word; "supplies" is looked up as "supply" too.</summary>
    public static int[] ClassesOf(ReadOnlySpan<char> form, ulong stem)
    {
        if (Synonyms.TryGetValue(stem, out var lines)) return lines;
        return form.EndsWith("ies", StringComparison.Ordinal) && form.Length > 5 && Synonyms.TryGetValue(StemHash(string.Concat(form[..^3], "y")), out lines) ? lines : [];
    }

    private static FrozenSet<ulong> Words(string name) =>
        EmbeddedLexicon.Lines($"Claims/Lexicon/{name}").SelectMany(w => new[] { w, w.Replace('\'', '’') }).Select(w => WordScanner.HashOf(w)).ToFrozenSet();
}
