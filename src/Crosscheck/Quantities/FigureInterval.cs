namespace Crosscheck.Quantities;

/// <summary>
/// The closed interval of values that a figure's words allow, for comparing two of them. A round figure (two digits and zeros, 100 and more) allows
/// 1 % about it, any other exact one itself alone; "about" and "some" 10 % about it; "more than" and "at least" up to 10 % more; "less than",
/// "at most" and "up to" down to 10 % less; "nearly" down to 15 % less. Whoever says "at least six" where another says "at least seven" differs.
/// </summary>
internal readonly record struct FigureInterval(decimal Low, decimal High)
{
    private const decimal Rounding = 0.01m;
    private const decimal Approximation = 0.10m;
    private const decimal Nearness = 0.15m;

    public static FigureInterval Of(Quantity quantity)
    {
        if (quantity.Value is not { } value)
        {
            return quantity is { Low: { } low, High: { } high } ? new FigureInterval(low, high)
                : quantity.Low is { } only ? new FigureInterval(only, decimal.MaxValue)
                : new FigureInterval(quantity.High is null ? 0 : decimal.MinValue, quantity.High ?? decimal.MaxValue);
        }

        // Values of 28 figures cannot be widened: they stand for themselves.
        var size = Math.Abs(value);
        if (size > 1_000_000_000_000_000_000_000m) return new FigureInterval(value, value);
        return quantity.Modifier switch
        {
            QuantityModifier.About => new FigureInterval(value - (size * Approximation), value + (size * Approximation)),
            QuantityModifier.Nearly => new FigureInterval(value - (size * Nearness), value),
            QuantityModifier.MoreThan or QuantityModifier.AtLeast => new FigureInterval(value, value + (size * Approximation)),
            QuantityModifier.LessThan or QuantityModifier.AtMost or QuantityModifier.UpTo => new FigureInterval(value - (size * Approximation), value),
            _ => IsRound(value) ? new FigureInterval(value - (size * Rounding), value + (size * Rounding)) : new FigureInterval(value, value),
        };
    }

    public bool Overlaps(FigureInterval other) => Low <= other.High && other.Low <= High;

    /// <summary>Only its first two figures are not zero, and there are zeros: such a figure may be rounded.</summary>
    private static bool IsRound(decimal value)
    {
        var size = Math.Abs(value);
        if (size < 100 || size != Math.Floor(size)) return false;
        while (size % 10 == 0) size /= 10;
        return size < 100;
    }
}
