namespace Crosscheck.Quantities;

/// <summary>A figure as read from its own words, before anything around it is asked.</summary>
/// <param name="First">First atom, its modifier included.</param>
/// <param name="End">One past the last atom.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Stop">Offset after the last.</param>
/// <param name="Glued">A hyphen ties it to the noun after it ("three-judge panel").</param>
internal sealed record Figure(
    int First, int End, int Start, int Stop, decimal? Value, decimal? Low, decimal? High, QuantityModifier Modifier, string Unit, bool Glued = false, bool Age = false);
