using Crosscheck.Quantities;
using Crosscheck.Text;

namespace Crosscheck.Claims;

/// <summary>What has become of those whom a figure counts (dead, injured, missing), by the nearest word that tells it.</summary>
internal static class CountedState
{
    public static string? Of(FigureInText figure, TextSpan clause) =>
        figure.Quantity.Unit == "count" ? FigureKinds.StateNear(figure.Syntax, figure.Quantity, clause) : null;

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
