using System.Runtime.InteropServices;

namespace Crosscheck.Language.Encoding;

/// <summary>
/// The layout of 8-bit weights: strips of <see cref="Strips.Height"/> outputs; a strip holds the biases of its outputs, then block after block of inputs. A
/// block holds for each output the step of its weights and their sum times the step, then for each four inputs the four bytes of its outputs side by
/// side, as bits of floats. A step for each block, not for the whole row, halves the rounding error.
/// </summary>
internal static class ByteStrips
{
    /// <summary>Inputs that are multiplied and summed at once.</summary>
    public const int Group = 4;

    /// <summary>Inputs that share a step; the last block may be shorter.</summary>
    public const int Block = 128;

    /// <summary>Floats before the bytes of a block.</summary>
    public const int HeadFloats = 2 * Strips.Height;

    /// <summary>
    /// Two neighbouring weights may not exceed 128 in sum of magnitudes, or the 16-bit sum of their products with 255 would saturate; rounding adds up to 1.
    /// </summary>
    private const float LargestPair = 127;

    public static int Groups(int inputs) => (inputs + Group - 1) / Group;

    public static int Blocks(int inputs) => (inputs + Block - 1) / Block;

    /// <summary>Floats in a block of so many inputs.</summary>
    public static int BlockLength(int inputs) => HeadFloats + (Groups(inputs) * Strips.Height);

    /// <summary>Floats in one strip.</summary>
    public static int Length(int inputs) => checked(Strips.Height + (Blocks(inputs) * HeadFloats) + (Groups(inputs) * Strips.Height));

    /// <summary>Rounds one output's weights to the finest even steps that fit.</summary>
    public static void SetOutput(Span<float> strips, int output, ReadOnlySpan<float> weights, float bias)
    {
        var strip = strips.Slice(output / Strips.Height * Length(weights.Length), Length(weights.Length))[(output % Strips.Height)..];
        strip[0] = bias;
        strip = strip[Strips.Height..];
        for (var first = 0; first < weights.Length; first += Block)
        {
            var block = weights.Slice(first, Math.Min(Block, weights.Length - first));
            SetBlock(strip, block);
            if (first + Block < weights.Length) strip = strip[BlockLength(Block)..];
        }
    }

    private static void SetBlock(Span<float> strip, ReadOnlySpan<float> weights)
    {
        var largest = 1e-30f;
        for (var i = 0; i < weights.Length; i += 2)
            largest = Math.Max(largest, Math.Abs(weights[i]) + (i + 1 < weights.Length ? Math.Abs(weights[i + 1]) : 0));
        var step = largest / LargestPair;
        var total = 0;
        Span<sbyte> group = stackalloc sbyte[Group];
        for (var first = 0; first < weights.Length; first += Group)
        {
            group.Clear();
            for (var i = 0; i < Group && first + i < weights.Length; i++) total += group[i] = (sbyte)MathF.Round(weights[first + i] / step);
            strip[HeadFloats + (first / Group * Strips.Height)] = MemoryMarshal.Read<float>(MemoryMarshal.AsBytes(group));
        }

        strip[0] = step;
        strip[Strips.Height] = total * step;
    }
}
