namespace Crosscheck.Reports.Building;

/// <summary>Numbers as the dossier writes them: few digits, never one that JSON lacks.</summary>
internal static class Measured
{
    /// <summary>A probability to four digits.</summary>
    public static double Probability(double value) => double.IsFinite(value) ? Math.Clamp(Math.Round(value, 4, MidpointRounding.ToEven), 0, 1) : 0;

    /// <summary>The same number without the zeros that its way of computing left behind.</summary>
    public static decimal? Plain(decimal? value) => value is { } v ? v / 1.0000000000000000000000000000m : null;
}
