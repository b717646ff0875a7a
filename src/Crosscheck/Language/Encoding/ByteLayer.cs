namespace Crosscheck.Language.Encoding;

/// <summary>
/// A linear layer in 8 bits: weights in even steps of each output, inputs in even steps of each piece, products summed as integers (Jacob et al. 2018, "Quantization
/// and training of neural networks for efficient integer-arithmetic-only inference"). Immutable; one serves all threads.
/// </summary>
internal sealed class ByteLayer : LinearLayer
{
    private readonly AlignedFloats _strips = new();
    private readonly Kernel _kernel;

    public ByteLayer(LinearWeights weights, Kernel kernel)
        : base(weights.Inputs, weights.Outputs)
    {
        _kernel = kernel;
        Packed.Clear();
        weights.ForEachOutput((output, row, bias) => ByteStrips.SetOutput(Packed, output, row, bias));
    }

    private Span<float> Packed => _strips.Take(checked(Strips.Count(Outputs) * ByteStrips.Length(Inputs)));

    public override void Apply(Sheet input, Sheet output, ByteSheet bytes, Activation activation = Activation.None)
    {
        bytes.Fill(input, Inputs, _kernel);
        output.Resize(Outputs, input.Pieces);
        _kernel.Multiply(Packed, bytes, output, activation);
    }
}
