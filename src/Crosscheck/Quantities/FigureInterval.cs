namespace Crosscheck.Quantities;

/// <summary>
/// The closed interval of values that a figure's words allow, for comparing two of them. A round figure (two digits and zeros, 100 and more) allows
/// 1 % about it, any other exact one itself alone; "about" and "some" 10 % about it; "more than" and "at least" up to 15 % more; "less than",
/// "at most" and "up to" and "nearly" down to 15 % less. Whoever says "at least six" where another says "at least seven" differs.
/// </summary>
internal readonly record struct FigureInterval(decimal Low, decimal High)
{
    private const decimal Rounding = 0.01m;
    private const decimal Approximation = 0.10m;
    private const decimal Nearness = 0.15m;
    private const decimal Conversion = 0.05m;
    private const decimal Largest = 1_000_000_000_000_000_000m;
    private const decimal Roughness = 0.02m;
    private const decimal Above = 0.15m;
    private const decimal Below = 0.15m;

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
            QuantityModifier.MoreThan or QuantityModifier.AtLeast => new FigureInterval(value, value + (size * Above)),
            QuantityModifier.LessThan or QuantityModifier.AtMost or QuantityModifier.UpTo => new FigureInterval(value - (size * Below), value),
            _ => IsRound(value) ? new FigureInterval(value - (size * Rounding), value + (size * Rounding)) : new FigureInterval(value, value),
        };
    }

    public FigureInterval In(decimal factor) => new(Scaled(Low, factor), Scaled(High, factor));

    /// <summary>Converted figures are rounded: 12 meters are 40 feet.</summary>
    public FigureInterval Rounded() => new(Low - Slack(Low), High + Slack(High));

    public bool Overlaps(FigureInterval other) => Low <= other.High && other.Low <= High;

    /// <summary>Two values that differ by what is rounded away: 700,000 and 711,000.</summary>
    public static bool Near(decimal a, decimal b) => Math.Abs(a) < Largest && Math.Abs(b) < Largest && Math.Abs(a - b) <= Math.Max(Math.Abs(a), Math.Abs(b)) * Roughness;

    private static decimal Slack(decimal value) => Math.Abs(value) > Largest ? 0 : Math.Abs(value) * Conversion;

    private static decimal Scaled(decimal value, decimal factor) => Math.Abs(value) > Largest ? value : value * factor;

    /// <summary>Only its first two figures are not zero, and there are zeros: such a figure may be rounded.</summary>
    private static bool IsRound(decimal value)
    {
        var size = Math.Abs(value);
        if (size < 100 || size != Math.Floor(size)) return false;
        while (size % 10 == 0) size /= 10;
        return size < 100;
    }
}
