using Crosscheck.Language;

namespace Crosscheck.Quantities;

/// <summary>What the tree says of a figure: how the phrase that carries it stands to the rest, and the words from there up to its verb.</summary>
internal sealed class FigureClause
{
    private const int MaxSteps = 6;

    public FigureClause(SyntaxLayer syntax, Quantity quantity)
    {
        Above = new HashSet<string>(StringComparer.Ordinal);
        if (!syntax.HasDependencies) return;
        var (first, end) = syntax.TokensIn(quantity.Counted ?? quantity.Span);
        if (end <= first) return;
        var at = Top(syntax, first, end);
        Relation = syntax.Relations[at];
        for (var step = 0; step < MaxSteps && syntax.Heads[at] >= 0 && Verb is null; step++)
        {
            at = syntax.Heads[at];
            if (FigureWords.Content(syntax, at) is { } word) Above.Add(word);
            if (syntax.HasTags && syntax.Upos[at] == PartOfSpeech.Verb) Verb = FigureWords.Concept(syntax, at);
        }
    }

    /// <summary>The verb that the figure hangs on, as a kind or lemma; null where there is none.</summary>
    public string? Verb { get; }

    /// <summary>The words between the figure and its verb, the verb among them.</summary>
    public HashSet<string> Above { get; }

    /// <summary>How what is counted stands to the rest: <c>obj</c>, <c>nsubj:pass</c>.</summary>
    public string? Relation { get; }

    /// <summary>The token of a phrase whose head lies outside it.</summary>
    private static int Top(SyntaxLayer syntax, int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            if (syntax.Heads[i] < first || syntax.Heads[i] >= end) return i;
        }

        return end - 1;
    }
}
