using Crosscheck.Learning;

namespace Crosscheck.Language.Encoding;

/// <summary>One transformer block with normalisation after each part (Devlin et al. 2019): self-attention, then a feed-forward part with GELU. Immutable.</summary>
internal sealed class EncoderLayer
{
    private readonly BlockShape _shape;
    private readonly Kernel _kernel;
    private readonly LinearLayer _projection;
    private readonly LinearLayer _output;
    private readonly LayerNorm _attentionNorm;
    private readonly LinearLayer _up;
    private readonly LinearLayer _down;
    private readonly LayerNorm _outputNorm;

    private EncoderLayer(SafeTensors file, string name, BlockShape shape, Precision precision, Kernel kernel)
    {
        LinearLayer Linear(int inputs, int outputs, params ReadOnlySpan<string> parts)
        {
            var names = new string[parts.Length];
            for (var i = 0; i < parts.Length; i++) names[i] = name + parts[i];
            var layer = LinearLayer.Create(LinearWeights.Load(file, names), precision, kernel);
            return layer.Inputs == inputs && layer.Outputs == outputs ? layer : throw file.Broken();
        }

        _shape = shape;
        _kernel = kernel;
        _projection = Linear(shape.Width, 3 * shape.Width, "query", "key", "value");
        _output = Linear(shape.Width, shape.Width, "output");
        _attentionNorm = LayerNorm.Load(file, name + "attention_norm", shape.Width, kernel);
        _up = Linear(shape.Width, shape.FeedForward, "up");
        _down = Linear(shape.FeedForward, shape.Width, "down");
        _outputNorm = LayerNorm.Load(file, name + "output_norm", shape.Width, kernel);
    }

    /// <param name="name">What stands before the names of the parts, such as <c>layer.0.</c>.</param>
    public static EncoderLayer Load(SafeTensors file, string name, BlockShape shape, Precision precision, Kernel kernel) => new(file, name, shape, precision, kernel);

    /// <summary>Replaces the hidden states in <see cref="EncoderSpace.Hidden"/> by the block's.</summary>
    public void Apply(ReadOnlySpan<int> windowEnds, EncoderSpace space)
    {
        var (hidden, projected, attended, inner, bytes) = (space.Hidden, space.Projected, space.Attended, space.Inner, space.Bytes);
        _projection.Apply(hidden, projected, bytes);
        attended.Resize(_shape.Width, hidden.Pieces);
        SelfAttention.Apply(projected, attended, _shape.Heads, windowEnds, space.Attention, _kernel);
        _output.Apply(attended, projected, bytes);
        _attentionNorm.Apply(projected, hidden);
        _up.Apply(projected, inner, bytes, Activation.Gelu);
        _down.Apply(inner, hidden, bytes);
        _outputNorm.Apply(hidden, projected);
    }
}
