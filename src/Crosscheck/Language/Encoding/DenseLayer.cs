using Crosscheck.Learning;

namespace Crosscheck.Language.Encoding;

/// <summary>
/// A linear layer, y = W x + b, its weights packed for the kernel. Each output starts at its bias and adds weight times input in the order of the inputs,
/// in fused multiply-adds: a row's outputs have the same bits in any company, on any processor. Immutable; one serves all threads.
/// </summary>
internal sealed class DenseLayer
{
    private readonly AlignedFloats _strips = new();
    private readonly Kernel _kernel;

    private DenseLayer(int inputs, int outputs, Kernel kernel)
    {
        Inputs = inputs;
        Outputs = outputs;
        _kernel = kernel;
        Packed.Clear();
    }

    public int Inputs { get; }

    public int Outputs { get; }

    private Span<float> Packed => _strips.Take(checked(Strips.Count(Outputs) * Strips.Length(Inputs)));

    /// <summary>Reads <c>NAME.weight</c> [outputs, inputs] and <c>NAME.bias</c> [outputs], which may be absent: then it is zero.</summary>
    /// <exception cref="InvalidOperationException">A tensor is missing or its shape does not fit.</exception>
    public static DenseLayer Load(SafeTensors file, string name, Kernel? kernel = null) => Load(file, [name], kernel);

    /// <summary>Several layers over one input as one: their outputs stand one behind another.</summary>
    public static DenseLayer Load(SafeTensors file, ReadOnlySpan<string> names, Kernel? kernel = null)
    {
        var weights = new Tensor[names.Length];
        var outputs = 0;
        for (var i = 0; i < names.Length; i++)
        {
            var shape = (weights[i] = file.Tensor(names[i] + ".weight")).Shape;
            if (shape is not [> 0, > 0]) throw file.Broken();
            weights[i].Expect(shape[0], weights[0].Shape[1]);
            outputs = checked(outputs + shape[0]);
        }

        var layer = new DenseLayer(weights[0].Shape[1], outputs, kernel ?? Kernel.Best);
        var row = new float[layer.Inputs];
        var output = 0;
        for (var i = 0; i < names.Length; i++)
        {
            var bias = file.Contains(names[i] + ".bias") ? file.Tensor(names[i] + ".bias").Expect(weights[i].Shape[0]).ToArray() : new float[weights[i].Shape[0]];
            for (var r = 0; r < bias.Length; r++, output++)
            {
                weights[i].ReadRow(r, row);
                Strips.SetOutput(layer.Packed, output, row, bias[r]);
            }
        }

        return layer;
    }

    /// <summary>Applies the layer to rows of <see cref="Inputs"/> numbers, giving rows of <see cref="Outputs"/> numbers. Input and output may be one span.</summary>
    /// <param name="space">Reused from call to call by one thread; nothing is allocated once it is large enough.</param>
    public void Apply(ReadOnlySpan<float> input, int rows, Span<float> output, ProductSpace space, Activation activation = Activation.None)
    {
        space.Input.Resize(Inputs, rows);
        space.Input.Fill(input);
        Apply(space.Input, space.Output, activation);
        space.Output.CopyTo(output);
    }

    /// <summary>Applies the layer to a sheet; sizes the output.</summary>
    public void Apply(Sheet input, Sheet output, Activation activation = Activation.None)
    {
        output.Resize(Outputs, input.Pieces);
        _kernel.Multiply(Packed, Inputs, input, output, activation);
    }
}
