namespace Crosscheck.Language.Encoding;

/// <summary>
/// The layout of the left factor of a product, weights or keys or values: strips of <see cref="Height"/> outputs; a strip holds where each output
/// starts (its bias), then for each input the weights of its outputs side by side. The outputs behind the last one are zero.
/// </summary>
internal static class Strips
{
    /// <summary>Outputs in a strip: with two vectors of pieces beside each, 24 sums stay in the 32 registers of AVX-512.</summary>
    public const int Height = 12;

    public static int Count(int outputs) => (outputs + Height - 1) / Height;

    public static int Padded(int outputs) => Count(outputs) * Height;

    /// <summary>Floats in one strip.</summary>
    public static int Length(int inputs) => checked(Height * (inputs + 1));

    /// <summary>Sets one output's weights and where it starts.</summary>
    public static void SetOutput(Span<float> strips, int output, ReadOnlySpan<float> weights, float start)
    {
        var column = strips.Slice(output / Height * Length(weights.Length), Length(weights.Length))[(output % Height)..];
        column[0] = start;
        for (int input = 0, at = Height; input < weights.Length; input++, at += Height) column[at] = weights[input];
    }
}
