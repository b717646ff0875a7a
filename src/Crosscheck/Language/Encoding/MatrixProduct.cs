namespace Crosscheck.Language.Encoding;

/// <summary>Work space of one thread for <see cref="DenseLayer"/> and <see cref="MatrixProduct"/>, reused from call to call.</summary>
internal sealed class ProductSpace
{
    internal Sheet Input { get; } = new();

    internal Sheet Output { get; } = new();

    internal AlignedFloats Strips { get; } = new();
}

/// <summary>Products of computed matrices (where both sides are activations), on the encoder's kernels.</summary>
internal static class MatrixProduct
{
    /// <summary>
    /// c [m, n] = a [m, k] times the transpose of b [n, k]: each number of c is one chain of fused multiply-adds from 0 in the order of k.
    /// All matrices lie row after row.
    /// </summary>
    public static void Transposed(
        ReadOnlySpan<float> a, int m, ReadOnlySpan<float> b, int n, int k, Span<float> c, ProductSpace space, Kernel? kernel = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, checked(n * k));
        var strips = space.Strips.Take(checked(Strips.Count(n) * Strips.Length(k)));
        Strips.Pack(strips, n, k, b, k);
        space.Input.Resize(k, m);
        space.Input.Fill(a);
        space.Output.Resize(n, m);
        (kernel ?? Kernel.Best).Multiply(strips, k, space.Input, space.Output, Activation.None);
        space.Output.CopyTo(c);
    }
}
