using Crosscheck.Text;

namespace Crosscheck.Quantities;

public enum QuantityModifier
{
    Exact,
    About,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
    UpTo,
    Nearly,
    Range,
    Vague,
}

public enum ChangeDirection
{
    Up,
    Down,
}

/// <summary>How a figure changed: "up 80 % from the month before".</summary>
public sealed record QuantityChange(ChangeDirection Direction, TextSpan? From);

/// <summary>A figure, what it counts and how exactly it is meant. GUIDE: exact characters from the modifier to the unit.</summary>
/// <param name="Value">Plain number (80 for 80 percent); null for a vague one or a range.</param>
/// <param name="Low">Closed lower bound of what the words allow; null when open or exact.</param>
/// <param name="Unit"><c>count</c>, <c>percent</c>, <c>percentage-point</c>, <c>money:USD</c>, or a measure's singular name (<c>ton</c>, <c>year</c>).</param>
/// <param name="Per">What a rate is per: <c>day</c>.</param>
/// <param name="Counted">The noun phrase that is counted.</param>
/// <param name="SaidBy">The words of the source in the sentence.</param>
/// <param name="DerivedFrom">Index of the quantity that this one was computed from; null when printed. A derived quantity's span is that of the change it follows from.</param>
public sealed record Quantity(
    TextSpan Span, decimal? Value, decimal? Low, decimal? High, QuantityModifier Modifier, string Unit, string? Per,
    TextSpan? Counted, TextSpan? AsOf, TextSpan? SaidBy, QuantityChange? Change, int? DerivedFrom, double Confidence);
