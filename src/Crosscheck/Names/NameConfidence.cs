namespace Crosscheck.Names;

/// <summary>
/// Probability that a name is right in extent and type, from the margin of its least certain token over the best other labelling:
/// a logistic curve (Platt 1999) fitted on the development part of the newswire, which the encoder did not see.
/// </summary>
internal static class NameConfidence
{
    /// <summary>
    /// What is less likely to be right than this is no name: taking exactly what is likelier than half of the F1 that can be had makes F1 greatest (Lipton et al. 2014), and F1
    /// lies around .8.
    /// </summary>
    public const double Least = 0.4;

    private const double Slope = 0.5362;
    private const double Offset = -0.595;

    public static double Of(double margin) => Math.Round(1 / (1 + Math.Exp(-((Slope * margin) + Offset))), 3);

    /// <summary>The least of a name's margins.</summary>
    public static double Margin(ReadOnlySpan<float> margins)
    {
        var least = float.PositiveInfinity;
        foreach (var margin in margins) least = MathF.Min(least, margin);
        return least;
    }
}
