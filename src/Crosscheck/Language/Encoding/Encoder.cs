using System.Collections.Immutable;
using Crosscheck.Learning;

namespace Crosscheck.Language.Encoding;

/// <summary>
/// A transformer encoder (Devlin et al. 2019, "BERT"): gives each piece of a window a hidden state. The result for a window has the same bits in any
/// batch, from any thread and on any processor. Immutable; one serves all threads, each with its own <see cref="EncoderSpace"/>.
/// </summary>
internal sealed class Encoder
{
    /// <summary>Windows run together up to about this many pieces: enough to use each weight often, few enough that the states stay in the cache.</summary>
    private const int BatchPieces = 256;

    private readonly PieceEmbeddings _embeddings;
    private readonly ImmutableArray<EncoderLayer> _layers;

    private Encoder(EncoderShape shape, PieceEmbeddings embeddings, ImmutableArray<EncoderLayer> layers)
    {
        Shape = shape;
        _embeddings = embeddings;
        _layers = layers;
    }

    public EncoderShape Shape { get; }

    /// <summary>Reads the weights; the vectors of pieces stay in the file, which must outlive the encoder.</summary>
    /// <param name="prefix">What stands before the tensors' names.</param>
    /// <param name="kernel">Left out, the best for this processor; all give the same bits.</param>
    /// <exception cref="InvalidOperationException">A size or tensor is missing or does not fit.</exception>
    public static Encoder Load(SafeTensors file, string prefix = "", Precision precision = Precision.Single, Kernel? kernel = null)
    {
        kernel ??= Kernel.Best;
        var shape = EncoderShape.Read(file);

        // All cores share the packing of the weights, which every run waits for.
        var layers = Enumerable.Range(0, shape.Layers).Select(i => Task.Run(() => EncoderLayer.Load(file, $"{prefix}layer.{i}.", shape.Block, precision, kernel))).ToArray();
        return new Encoder(shape, PieceEmbeddings.Load(file, prefix, shape, kernel), [.. layers.Select(l => l.GetAwaiter().GetResult())]);
    }

    /// <summary>Encodes windows packed one behind another without padding; attention stays inside a window and positions restart at 0.</summary>
    /// <param name="pieces">Vocabulary indices, the marks around each window included.</param>
    /// <param name="cases">The case mark of each piece.</param>
    /// <param name="windowEnds">Where each window ends, in pieces, ascending; the last end is the number of pieces. No window is empty or longer than the shape allows.</param>
    /// <param name="hidden">Takes [pieces, width] numbers: the last layer's states.</param>
    /// <exception cref="ArgumentException">The windows do not cut up the pieces, or a piece or case is unknown.</exception>
    public void Run(ReadOnlySpan<int> pieces, ReadOnlySpan<byte> cases, ReadOnlySpan<int> windowEnds, Span<float> hidden, EncoderSpace space) =>
        Run(pieces, cases, windowEnds, hidden, [], space);

    /// <summary>As above, and gives the states below the last layer's too.</summary>
    /// <param name="below">Takes [layers, pieces, width] numbers: the embedding's states, then those of each layer but the last. Empty: not asked for.</param>
    /// <inheritdoc cref="Run(ReadOnlySpan{int}, ReadOnlySpan{byte}, ReadOnlySpan{int}, Span{float}, EncoderSpace)"/>
    public void Run(ReadOnlySpan<int> pieces, ReadOnlySpan<byte> cases, ReadOnlySpan<int> windowEnds, Span<float> hidden, Span<float> below, EncoderSpace space)
    {
        Check(pieces, cases, windowEnds, hidden);
        if (!below.IsEmpty && below.Length < checked(Shape.Layers * pieces.Length * Shape.Width)) throw new ArgumentException("Too short for the states below.", nameof(below));
        if (space.Ends.Length < windowEnds.Length) space.Ends = new int[windowEnds.Length];
        var start = 0;
        for (var window = 0; window < windowEnds.Length;)
        {
            var windows = 0;
            do space.Ends[windows++] = windowEnds[window++] - start;
            while (window < windowEnds.Length && windowEnds[window] - start <= BatchPieces);
            var end = windowEnds[window - 1];
            var ends = space.Ends.AsSpan(0, windows);
            _embeddings.Apply(pieces[start..end], cases[start..end], ends, space.Hidden, space.Row.Take(Shape.Width));
            for (var layer = 0; layer < _layers.Length; layer++)
            {
                if (!below.IsEmpty) space.Hidden.CopyTo(below[(((layer * pieces.Length) + start) * Shape.Width)..]);
                _layers[layer].Apply(ends, space);
            }

            space.Hidden.CopyTo(hidden[(start * Shape.Width)..]);
            start = end;
        }
    }

    private void Check(ReadOnlySpan<int> pieces, ReadOnlySpan<byte> cases, ReadOnlySpan<int> windowEnds, Span<float> hidden)
    {
        if (cases.Length != pieces.Length) throw new ArgumentException("Each piece needs one case.", nameof(cases));
        if (hidden.Length < checked(pieces.Length * Shape.Width)) throw new ArgumentException("Too short for the hidden states.", nameof(hidden));
        if ((windowEnds.IsEmpty ? 0 : windowEnds[^1]) != pieces.Length) throw new ArgumentException("The last window must end with the pieces.", nameof(windowEnds));
        var start = 0;
        foreach (var end in windowEnds)
        {
            if (end <= start || end - start > Shape.MaxPositions) throw new ArgumentException("A window is empty or too long.", nameof(windowEnds));
            start = end;
        }

        foreach (var piece in pieces)
            if ((uint)piece >= (uint)Shape.Vocabulary) throw new ArgumentException("A piece is not in the vocabulary.", nameof(pieces));
        foreach (var mark in cases)
            if (mark >= Shape.Cases) throw new ArgumentException("A case mark is unknown.", nameof(cases));
    }
}
