using System.Collections.Frozen;
using Crosscheck.Quantities;
using Crosscheck.Stories;
using Crosscheck.Text;

namespace Crosscheck.Claims;

/// <summary>What has become of those whom a figure counts (dead, injured, missing), by the nearest word that tells it.</summary>
internal static class CountedState
{
    /// <summary>Words from the figure within which the telling word stands.</summary>
    private const int Reach = 8;

    private static readonly FrozenDictionary<ulong, string> States = EmbeddedLexicon.Lines("Claims/Lexicon/counted_states.txt")
        .Select(line => line.Split(' ')).SelectMany(words => words.Skip(1).Select(w => (Hash: WordScanner.HashOf(w), State: words[0])))
        .DistinctBy(s => s.Hash).ToFrozenDictionary(s => s.Hash, s => s.State);

    public static string? Of(FigureInText figure, TextSpan clause)
    {
        if (figure.Quantity.Unit != "count") return null;
        var words = WordScanner.Scan(figure.Syntax.Text.Slice(clause));
        int first = -1, last = -1;
        for (var i = 0; i < words.Count; i++)
        {
            if (!figure.Quantity.Span.Overlaps(new TextSpan(words[i].Span.Start + clause.Start, words[i].Span.End + clause.Start))) continue;
            if (first < 0) first = i;
            last = i;
        }

        if (first < 0) return null;
        for (var step = 1; step <= Reach; step++)
        {
            if (last + step < words.Count && States.TryGetValue(words[last + step].Hash, out var after)) return after;
            if (first - step >= 0 && States.TryGetValue(words[first - step].Hash, out var before)) return before;
        }

        return null;
    }

    /// <summary>The two figures in words with the thing that they count: "at least seven against nine people (dead)".</summary>
    public static string Note(FigureInText a, FigureInText b, string? state)
    {
        var counted = Counted(b) ?? Counted(a);
        var note = $"{Said(a)} against {Said(b)}" + (counted is null ? "" : " " + counted);
        return state is null ? note : counted is null ? $"{note} {state}" : counted.Contains(state, StringComparison.Ordinal) ? note : $"{note} ({state})";
    }

    private static string Said(FigureInText figure)
    {
        var words = figure.Syntax.Text.Slice(figure.Quantity.Span).ReplaceLineEndings(" ");
        return words.Length > 1 && char.IsAsciiLetterUpper(words[0]) && char.IsAsciiLetterLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }

    /// <summary>Words of what is counted when they are no name ("14 St. Anna" counts no saint).</summary>
    private static string? Counted(FigureInText figure)
    {
        if (figure.Quantity.Counted is not { } span || span.Overlaps(figure.Quantity.Span)) return null;
        var words = figure.Syntax.Text.Slice(span).ReplaceLineEndings(" ");
        return words.Length > 0 && char.IsLower(words[0]) ? words : null;
    }
}
