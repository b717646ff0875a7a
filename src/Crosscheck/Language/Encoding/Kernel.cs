using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Crosscheck.Language.Encoding;

/// <summary>What follows a product before its result is stored.</summary>
internal enum Activation
{
    None,

    /// <summary><see cref="Kernel.Gelu"/>.</summary>
    Gelu,
}

/// <summary>
/// The arithmetic of the encoder over panels (<see cref="Sheet"/>), for one width of the processor's vectors. Every kernel gives the same bits. Stateless:
/// one serves all threads.
/// </summary>
internal abstract class Kernel
{
    /// <summary>All widths; each runs anywhere, slowly where the processor lacks it.</summary>
    public static IReadOnlyList<Kernel> All { get; } =
        [new Kernel<Lanes128, Vector128<float>>(), new Kernel<Lanes256, Vector256<float>>(), new Kernel<Lanes512, Vector512<float>>()];

    /// <summary>
    /// The widest that the processor has. <see cref="Vector512.IsHardwareAccelerated"/> is false on processors that lower their clock for wide vectors; for
    /// products they are still worth it.
    /// </summary>
    public static Kernel Best { get; } = Avx512F.IsSupported ? All[2] : Vector256.IsHardwareAccelerated ? All[1] : All[0];

    /// <summary>Floats in a vector.</summary>
    public abstract int Width { get; }

    /// <summary>Output sheet = strips times input sheet, then the activation. The input's features are the strips' inputs; the output is already sized.</summary>
    public void Multiply(ReadOnlySpan<float> strips, int inputs, Sheet input, Sheet output, Activation activation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(input.Pieces, output.Pieces);
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Features, inputs);
        Multiply(strips, Strips.Count(output.Features), inputs, input.Floats, input.Stride, output.Floats, output.Stride, input.Panels, activation);
    }

    /// <summary>The same for panels that lie <paramref name="inputStride"/> and <paramref name="outputStride"/> floats apart.</summary>
    public abstract void Multiply(
        ReadOnlySpan<float> strips,
        int count,
        int inputs,
        ReadOnlySpan<float> input,
        int inputStride,
        Span<float> output,
        int outputStride,
        int panels,
        Activation activation);

    /// <summary>Gaussian error linear unit x * Phi(x), exact form (Hendrycks and Gimpel 2016, "Gaussian error linear units"), in place.</summary>
    public abstract void Gelu(Span<float> values);

    /// <summary>e to the x for each value, in place: relative error under 2e-7 from -80 to 88; outside, the value at the nearer end.</summary>
    public abstract void Exp(Span<float> values);

    /// <summary>The error function of each value, in place: absolute error under 3e-7 everywhere.</summary>
    public abstract void Erf(Span<float> values);

    /// <summary>
    /// Adds <paramref name="residual"/> (may be empty) to the panel and normalises the features of each piece to mean 0 and variance 1, times weight, plus bias
    /// (Ba et al. 2016, "Layer normalization").
    /// </summary>
    public abstract void Normalize(Span<float> panel, ReadOnlySpan<float> residual, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, float epsilon);

    /// <summary>
    /// Turns scores, one row of lanes a key, into exponentials of (score - largest) * <paramref name="scale"/> for each lane, and gives the inverse of their sum.
    /// </summary>
    public abstract void SoftmaxNumerators(Span<float> scores, float scale, Span<float> inverseSums);

    /// <summary>Multiplies each row of lanes by <paramref name="factors"/>, in place.</summary>
    public abstract void ScaleLanes(Span<float> rows, ReadOnlySpan<float> factors);

    /// <summary>
    /// Turns a panel into bytes, for each piece from its smallest feature (0) to its largest (255) in even steps. Four features of a piece lie together; features
    /// missing in the last four count as 0 in products.
    /// </summary>
    public abstract void Quantize(ReadOnlySpan<float> panel, int features, Span<float> bytes, Span<float> steps, Span<float> smallest);

    /// <summary>Output sheet = 8-bit strips (<see cref="ByteStrips"/>) times quantised sheet, then the activation; the output is already sized.</summary>
    public abstract void Multiply(ReadOnlySpan<float> strips, ByteSheet input, Sheet output, Activation activation);
}
