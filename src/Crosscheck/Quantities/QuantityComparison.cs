using System.Collections.Immutable;
using System.Globalization;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>A figure where it stands.</summary>
/// <param name="AsOf">TIMEX3 value of the time that the figure holds for, or null.</param>
/// <param name="Published">Day of its article, or null.</param>
/// <param name="All">The figures of its text in their order, those beside it among them.</param>
public readonly record struct FigureInText(SyntaxLayer Syntax, Quantity Quantity, string? AsOf = null, DateOnly? Published = null, ImmutableArray<Quantity> All = default)
{
    /// <summary>How many of <see cref="All"/> there are to look at; none where they are not known.</summary>
    internal int Others => All.IsDefault ? 0 : All.Length;

    /// <summary>Index in <see cref="All"/> of the first figure that ends after an offset; derived ones stand last, out of order, and count as after.</summary>
    internal int FirstEndingAfter(int offset)
    {
        int low = 0, high = Others;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (All[middle].DerivedFrom is null && All[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

public enum FigureRelation
{
    /// <summary>They count different things, or nothing shows that they count the same.</summary>
    Unrelated,
    /// <summary>The same thing, the same figure.</summary>
    Agree,
    /// <summary>The same thing; both can be right within the precision of their words.</summary>
    Compatible,
    /// <summary>The same thing at different times: the later replaces the earlier.</summary>
    Update,
    /// <summary>The same thing at the same time: both cannot be right.</summary>
    Conflict,
}

/// <param name="Confidence">Probability that the relation is right.</param>
/// <param name="Note">The two figures in words: "47 against 50 kitchens".</param>
public sealed record FigureJudgement(FigureRelation Relation, double Confidence, string Note);

/// <summary>Whether two figures speak of the same thing (counted, unit, per, scope), and then how they stand to one another.</summary>
public static class QuantityComparison
{
    /// <summary>Below this likeness of what is counted, figures are taken to count different things.</summary>
    private const double SameThing = 0.5;

    public static FigureJudgement Compare(FigureInText a, FigureInText b)
    {
        var likeness = FigureScope.Likeness(a, b);
        if (likeness < SameThing) return new FigureJudgement(FigureRelation.Unrelated, 1 - likeness, Note(a, b));
        var relation = Relation(a, b);
        return new FigureJudgement(relation, relation == FigureRelation.Agree ? Math.Max(likeness, 0.6) : likeness, Note(a, b));
    }

    /// <summary>The figures that say a value; where there is none, those that have it as a bound of their range.</summary>
    public static IReadOnlyList<Quantity> WithValue(IEnumerable<Quantity> quantities, decimal value)
    {
        List<Quantity> said = [], bounds = [];
        foreach (var quantity in quantities)
        {
            if (quantity.DerivedFrom is not null) continue;
            if (quantity.Value == value) said.Add(quantity);
            else if (quantity.Modifier == QuantityModifier.Range && (quantity.Low == value || quantity.High == value)) bounds.Add(quantity);
        }

        return said.Count > 0 ? said : bounds;
    }

    /// <summary>Of the figures that two values could mean, the two that are most likely held against each other, and how they stand; null where a list is empty.</summary>
    public static FigureJudgement? CompareNearest(IReadOnlyList<FigureInText> some, IReadOnlyList<FigureInText> others)
    {
        if (some.Count == 0 || others.Count == 0) return null;
        var (a, b) = FigureScope.Nearest(some, others);
        return Compare(a, b);
    }

    internal static FigureRelation Relation(FigureInText a, FigureInText b)
    {
        var relation = Printed(a, b);
        if (relation is not (FigureRelation.Conflict or FigureRelation.Update)) return relation;
        // What either says again in brackets may agree: "58 km (36 miles)" and "35 miles".
        return Told(a).Any(x => Told(b).Any(y => InOneUnit(x.Quantity, y.Quantity) && Printed(x, y) is FigureRelation.Agree or FigureRelation.Compatible)) ? FigureRelation.Compatible : relation;
    }

    private static IEnumerable<FigureInText> Told(FigureInText figure) => FigureTwin.Of(figure) is { } twin ? [figure, figure with { Quantity = twin }] : [figure];

    private static bool InOneUnit(Quantity a, Quantity b) => UnitConversion.Factor(a.Unit, b.Unit) is not null;

    private static FigureRelation Printed(FigureInText a, FigureInText b)
    {
        var first = FigureInterval.Of(a.Quantity);
        var second = FigureInterval.Of(b.Quantity);
        if (a.Quantity.Value is { } x && b.Quantity.Value is { } y && x == y && a.Quantity.Unit == b.Quantity.Unit) return FigureRelation.Agree;
        if (UnitConversion.Factor(a.Quantity.Unit, b.Quantity.Unit) is { } factor && factor != 1) return first.In(factor).Rounded().Overlaps(second.Rounded()) ? FigureRelation.Compatible : Differ(a, b);
        // Without a rate of exchange two currencies neither agree nor conflict.
        if (!string.Equals(a.Quantity.Unit, b.Quantity.Unit, StringComparison.Ordinal) && a.Quantity.Unit.StartsWith("money:", StringComparison.Ordinal)) return FigureRelation.Compatible;
        var open = a.Quantity.Modifier == b.Quantity.Modifier && a.Quantity.Modifier is not (QuantityModifier.Exact or QuantityModifier.About or QuantityModifier.Vague);
        if (IsRounded(a.Quantity, b.Quantity) || IsRounded(b.Quantity, a.Quantity)) return FigureRelation.Compatible;
        var near = a.Quantity.Value is { } p && b.Quantity.Value is { } q && FigureInterval.Near(p, q);
        return (open ? first == second || near : first.Overlaps(second)) ? FigureRelation.Compatible : Differ(a, b);
    }

    /// <summary>The first is the second to fewer places: 2.6 for 2.58.</summary>
    private static bool IsRounded(Quantity a, Quantity b) =>
        a.Value is { } coarse && b.Value is { } fine && coarse.Scale < fine.Scale && Math.Round(fine, coarse.Scale, MidpointRounding.AwayFromZero) == coarse;

    /// <summary>Values that cannot both be right of one time are a conflict; of two times, an update.</summary>
    private static FigureRelation Differ(FigureInText a, FigureInText b)
    {
        if (a.AsOf is { } early && b.AsOf is { } late) return string.Equals(early, late, StringComparison.Ordinal) ? FigureRelation.Conflict : FigureRelation.Update;
        return a.Published is { } day && b.Published is { } other && day != other && Grows(a.Quantity, b.Quantity, day < other)
            ? FigureRelation.Update
            : FigureRelation.Conflict;
    }

    /// <summary>A count that the later article gives higher is taken as a count that went on.</summary>
    private static bool Grows(Quantity a, Quantity b, bool aFirst)
    {
        if (a.Unit != "count" || b.Unit != "count") return false;
        var (early, late) = aFirst ? (FigureInterval.Of(a), FigureInterval.Of(b)) : (FigureInterval.Of(b), FigureInterval.Of(a));
        return late.Low > early.High;
    }

    private static string Note(FigureInText a, FigureInText b)
    {
        var counted = Counted(b) ?? Counted(a);
        var note = $"{Said(a)} against {Said(b)}";
        return counted is null ? note : $"{note} {counted}";
    }

    private static string? Counted(FigureInText figure) =>
        figure.Quantity.Counted is { } span ? figure.Syntax.Text.Slice(span) : null;

    private static string Said(FigureInText figure)
    {
        var quantity = figure.Quantity;
        return quantity.DerivedFrom is not null && quantity.Value is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"{value:#,0.##} (derived)")
            : OneLine(figure.Syntax.Text, quantity.Span);
    }

    private static string OneLine(SourceText text, TextSpan span) => text.Slice(span).ReplaceLineEndings(" ");
}
