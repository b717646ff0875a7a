using Crosscheck.Learning;

namespace Crosscheck.Language.Encoding;

/// <summary>
/// A linear layer in 32-bit floats, its weights packed for the kernel. Each output starts at its bias and adds weight times input in the order of the inputs,
/// in fused multiply-adds: a row's outputs have the same bits in any company, on any processor. Immutable; one serves all threads.
/// </summary>
internal sealed class DenseLayer : LinearLayer
{
    private readonly AlignedFloats _strips = new();
    private readonly Kernel _kernel;

    public DenseLayer(LinearWeights weights, Kernel kernel)
        : base(weights.Inputs, weights.Outputs)
    {
        _kernel = kernel;
        Packed.Clear();
        weights.ForEachOutput((output, row, bias) => Strips.SetOutput(Packed, output, row, bias));
    }

    private Span<float> Packed => _strips.Take(checked(Strips.Count(Outputs) * Strips.Length(Inputs)));

    /// <inheritdoc cref="LinearWeights.Load"/>
    public static DenseLayer Load(SafeTensors file, string name, Kernel? kernel = null) => Load(file, [name], kernel);

    /// <summary>Several layers over one input as one: their outputs stand one behind another.</summary>
    public static DenseLayer Load(SafeTensors file, ReadOnlySpan<string> names, Kernel? kernel = null) =>
        new(LinearWeights.Load(file, names), kernel ?? Kernel.Best);

    /// <summary>Applies the layer to rows of <see cref="LinearLayer.Inputs"/> numbers, giving rows of <see cref="LinearLayer.Outputs"/> numbers. Both may be one span.</summary>
    /// <param name="space">Reused from call to call by one thread; nothing is allocated once it is large enough.</param>
    public void Apply(ReadOnlySpan<float> input, int rows, Span<float> output, ProductSpace space, Activation activation = Activation.None)
    {
        space.Input.Resize(Inputs, rows);
        space.Input.Fill(input);
        Apply(space.Input, space.Output, activation);
        space.Output.CopyTo(output);
    }

    public override void Apply(Sheet input, Sheet output, ByteSheet bytes, Activation activation = Activation.None) =>
        Apply(input, output, activation);

    /// <summary>Applies the layer to a sheet; sizes the output.</summary>
    public void Apply(Sheet input, Sheet output, Activation activation = Activation.None)
    {
        output.Resize(Outputs, input.Pieces);
        _kernel.Multiply(Packed, Inputs, input, output, activation);
    }
}
