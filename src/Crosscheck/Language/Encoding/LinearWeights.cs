using Crosscheck.Learning;

namespace Crosscheck.Language.Encoding;

/// <summary>The trained weights of one linear layer, or of several over one input whose outputs stand one behind another, as they lie in a file.</summary>
internal sealed class LinearWeights
{
    private readonly Tensor[] _weights;
    private readonly float[][] _biases;

    private LinearWeights(Tensor[] weights, float[][] biases)
    {
        _weights = weights;
        _biases = biases;
        Inputs = weights[0].Shape[1];
        Outputs = biases.Aggregate(0, (sum, b) => checked(sum + b.Length));
    }

    public delegate void SetOutput(int output, ReadOnlySpan<float> weights, float bias);

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Reads <c>NAME.weight</c> [outputs, inputs] and <c>NAME.bias</c> [outputs], which may be absent: then it is zero.</summary>
    /// <exception cref="InvalidOperationException">A tensor is missing or its shape does not fit.</exception>
    public static LinearWeights Load(SafeTensors file, params ReadOnlySpan<string> names)
    {
        var weights = new Tensor[names.Length];
        var biases = new float[names.Length][];
        for (var i = 0; i < names.Length; i++)
        {
            weights[i] = file.Tensor(names[i] + ".weight");
            if (weights[i].Shape is not [> 0 and var outputs, > 0]) throw file.Broken();
            weights[i].Expect(outputs, weights[0].Shape[1]);
            biases[i] = file.Contains(names[i] + ".bias") ? file.Tensor(names[i] + ".bias").Expect(outputs).ToArray() : new float[outputs];
        }

        return new LinearWeights(weights, biases);
    }

    /// <summary>Gives each output's weights and bias in order; the span is valid during the call.</summary>
    public void ForEachOutput(SetOutput set)
    {
        var row = new float[Inputs];
        var output = 0;
        for (var i = 0; i < _weights.Length; i++)
        {
            for (var r = 0; r < _biases[i].Length; r++)
            {
                _weights[i].ReadRow(r, row);
                set(output++, row, _biases[i][r]);
            }
        }
    }
}
