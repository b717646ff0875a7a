namespace Crosscheck.Quantities;

/// <summary>One amount told twice side by side, the second time in brackets: "58 km (36 miles)", "85 million euros ($108 million)".</summary>
internal static class FigureTwin
{
    /// <summary>Characters from the first figure to the bracket, the bracket among them.</summary>
    private const int Gap = 2;

    /// <summary>The same amount in the other unit or currency, or null.</summary>
    public static Quantity? Of(FigureInText figure)
    {
        if (figure.Quantity.DerivedFrom is not null || figure.FirstEndingAfter(figure.Quantity.Span.Start) is var at && at == figure.Others) return null;
        if (at + 1 < figure.Others && Tells(figure, figure.Quantity, figure.All[at + 1])) return figure.All[at + 1];
        return at > 0 && Tells(figure, figure.All[at - 1], figure.Quantity) ? figure.All[at - 1] : null;
    }

    private static bool Tells(FigureInText figure, Quantity first, Quantity second)
    {
        if (first.DerivedFrom is not null || second.DerivedFrom is not null) return false;
        var text = figure.Syntax.Text.Value;
        var (from, to) = (first.Span.End, second.Span.Start);
        var inBrackets = to - from is > 0 and <= Gap && text[to - 1] == '(' && second.Span.End < text.Length && text[second.Span.End] == ')';
        if (!inBrackets) return false;
        var money = first.Unit.StartsWith("money:", StringComparison.Ordinal) && second.Unit.StartsWith("money:", StringComparison.Ordinal);
        return money || (first.Unit != second.Unit && UnitConversion.Factor(first.Unit, second.Unit) is not null);
    }
}
