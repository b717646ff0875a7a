namespace Crosscheck.Language.Encoding;

/// <summary>In which numbers the products of an encoder's layers are computed.</summary>
internal enum Precision
{
    /// <summary>32-bit floats.</summary>
    Single,

    /// <summary>8-bit integers for weights and inputs, 32-bit for their sums; the rest stays in 32-bit floats.</summary>
    Byte,
}

/// <summary>y = W x + b for each piece of a sheet. Immutable.</summary>
internal abstract class LinearLayer(int inputs, int outputs)
{
    public int Inputs { get; } = inputs;

    public int Outputs { get; } = outputs;

    public static LinearLayer Create(LinearWeights weights, Precision precision, Kernel kernel) =>
        precision == Precision.Byte ? new ByteLayer(weights, kernel) : new DenseLayer(weights, kernel);

    /// <summary>Applies the layer to a sheet; sizes the output.</summary>
    /// <param name="bytes">Work space.</param>
    public abstract void Apply(Sheet input, Sheet output, ByteSheet bytes, Activation activation = Activation.None);
}
