namespace Crosscheck.Names;

/// <summary>
/// Probability that a name is right in extent and type, from the margin of its least certain token over the best other labelling:
/// a logistic curve fitted on held-out documents (Platt 1999).
/// </summary>
internal static class NameConfidence
{
    private const double Slope = 0.07;
    private const double Offset = 0.0;

    public static double Of(ReadOnlySpan<float> margins)
    {
        var least = float.PositiveInfinity;
        foreach (var margin in margins) least = MathF.Min(least, margin);
        return Math.Round(1 / (1 + Math.Exp(-((Slope * least) + Offset))), 3);
    }
}
