namespace Crosscheck.Quantities;

/// <summary>
/// The closed interval of values that a figure's words allow, for comparing two of them. The last figure that is not zero tells how finely it was
/// counted: a round figure of 100 and more allows half of one in it, and at most 1 %, any other exact one itself alone; "about" and "some" one in it, at most
/// 10 %; "more than" and "at least" one in it more, at most half as much again, and below ten nothing; "nearly" 12 % less, "less than", "at most" and "up to"
/// 15 % less. Whoever says "at least six" where another says "at least seven" differs.
/// </summary>
internal readonly record struct FigureInterval(decimal Low, decimal High)
{
    private const decimal Rounding = 0.01m;
    private const decimal Approximation = 0.10m;
    private const decimal Nearness = 0.12m;
    private const decimal Conversion = 0.05m;
    private const decimal Largest = 1_000_000_000_000_000_000m;
    private const decimal Openness = 0.5m;
    private const decimal Smallest = 100;
    private const int MostPlaces = 6;
    private const decimal Roughness = 0.02m;
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
            QuantityModifier.About => Around(value, Math.Min(size * Approximation, Step(size))),
            QuantityModifier.Nearly => new FigureInterval(value - (size * Nearness), value),
            QuantityModifier.MoreThan or QuantityModifier.AtLeast => new FigureInterval(value, value + (size < 10 ? 0 : Math.Min(size * Openness, Step(size)))),
            QuantityModifier.LessThan or QuantityModifier.AtMost or QuantityModifier.UpTo => new FigureInterval(value - (size * Below), value),
            _ => size < Smallest || Step(size) <= 1 ? new FigureInterval(value, value) : Around(value, Math.Min(size * Rounding, Step(size) / 2)),
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

    private static FigureInterval Around(decimal value, decimal by) => new(value - by, value + by);

    /// <summary>One in the last figure that is not zero: 100 for 3,400, 0.1 for 2.5; 1 for 17.</summary>
    private static decimal Step(decimal size)
    {
        if (size == 0) return 0;
        var step = 1m;
        if (size == Math.Floor(size))
        {
            while (size % 10 == 0)
            {
                size /= 10;
                step *= 10;
            }

            return step;
        }

        for (var places = 0; places < MostPlaces && size != Math.Floor(size); places++)
        {
            size *= 10;
            step /= 10;
        }

        return step;
    }
}
