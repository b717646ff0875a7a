using Crosscheck.Learning;

namespace Crosscheck.Language.Encoding;

/// <summary>The sizes of an encoder, as its file states them under <c>__metadata__</c> (layers, width, heads, feedForward, maxPositions, vocabulary, cases).</summary>
/// <param name="Layers">Transformer blocks.</param>
/// <param name="Width">Numbers in a hidden state.</param>
/// <param name="Heads">Attention heads; they share the width evenly.</param>
/// <param name="FeedForward">Width inside the feed-forward part.</param>
/// <param name="MaxPositions">Pieces in the longest window.</param>
/// <param name="Vocabulary">Different pieces.</param>
/// <param name="Cases">Different case marks.</param>
internal sealed record EncoderShape(int Layers, int Width, int Heads, int FeedForward, int MaxPositions, int Vocabulary, int Cases)
{
    public int HeadWidth => Width / Heads;

    public BlockShape Block => new(Width, Heads, FeedForward);

    /// <exception cref="InvalidOperationException">A size is missing, not a positive number, or the heads do not share the width evenly.</exception>
    public static EncoderShape Read(SafeTensors file)
    {
        int Size(string name) => file.Size(name);
        var shape = new EncoderShape(
            Size("layers"), Size("width"), Size("heads"), Size("feedForward"), Size("maxPositions"), Size("vocabulary"), Size("cases"));
        return shape.Width % shape.Heads == 0 ? shape : throw file.Broken();
    }
}
