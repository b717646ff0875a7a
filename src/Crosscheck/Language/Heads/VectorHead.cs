using System.Numerics;
using System.Runtime.InteropServices;
using Crosscheck.Language.Encoding;
using Crosscheck.Learning;

namespace Crosscheck.Language.Heads;

/// <summary>
/// Sentence vectors: the mean state of a sentence's own pieces at every depth of the encoder, one linear layer over all depths, length one (Reimers and Gurevych 2019; the
/// lower layers know words that the last one, made for syntax, has forgotten: Jawahar et al. 2019). Immutable.
/// </summary>
internal sealed class VectorHead
{
    private readonly DenseLayer _layer;

    private VectorHead(DenseLayer layer) => _layer = layer;

    public int Width => _layer.Outputs;

    /// <param name="file">The head's own weights.</param>
    /// <param name="shape">Of the encoder below it.</param>
    /// <exception cref="InvalidOperationException">A tensor is missing, or made for another encoder.</exception>
    public static VectorHead Load(SafeTensors file, EncoderShape shape)
    {
        var layer = DenseLayer.Load(file, "vector");
        return layer.Inputs == Sums.Features(shape) ? new VectorHead(layer) : throw file.Broken();
    }

    /// <summary>
    /// A text's sentences on their way to vectors: sums of the states at each depth, the embedding's first, of those that were read last, and the vectors of those
    /// before. Sums are ten times as large as vectors, so they are kept only until <see cref="Project(Sums, ProductSpace)"/>.
    /// </summary>
    internal sealed class Sums(EncoderShape shape)
    {
        private readonly List<float> _sums = [];
        private readonly List<int> _counts = [];

        public static int Features(EncoderShape shape) => (shape.Layers + 1) * shape.Width;

        /// <summary>Sentences without a vector yet.</summary>
        public int Waiting => _counts.Count;

        public List<float> Vectors { get; } = [];

        public void Open()
        {
            for (var i = 0; i < Features(shape); i++) _sums.Add(0);
            _counts.Add(0);
        }

        /// <summary>Adds the states of some pieces of a batch to the sentence opened last.</summary>
        public void Add(WordBatch batch, int firstPiece, int endPiece)
        {
            var sums = CollectionsMarshal.AsSpan(_sums)[^Features(shape)..];
            for (var layer = 0; layer < shape.Layers; layer++) Add(batch.Below, (layer * batch.PieceCount) + firstPiece, (layer * batch.PieceCount) + endPiece, sums.Slice(layer * shape.Width, shape.Width));
            Add(batch.Pieces, firstPiece, endPiece, sums[^shape.Width..]);
            _counts[^1] += endPiece - firstPiece;
        }

        private static void Add(ReadOnlySpan<float> states, int first, int end, Span<float> sum)
        {
            for (var row = first; row < end; row++)
            {
                var state = states.Slice(row * sum.Length, sum.Length);
                var i = 0;
                for (; i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count) (new Vector<float>(sum[i..]) + new Vector<float>(state[i..])).CopyTo(sum[i..]);
                for (; i < sum.Length; i++) sum[i] += state[i];
            }
        }

        /// <summary>Takes the mean states of the sentences that have waited longest.</summary>
        internal float[] Take(int sentences)
        {
            var features = Features(shape);
            var means = _sums[..(sentences * features)].ToArray();
            for (var i = 0; i < means.Length; i++) means[i] /= Math.Max(1, _counts[i / features]);
            _sums.RemoveRange(0, means.Length);
            _counts.RemoveRange(0, sentences);
            return means;
        }
    }

    /// <summary>Gives vectors to the sentences that wait, in whole panels; the last one may still grow.</summary>
    public void Project(Sums sums, ProductSpace space) => Project(sums, (sums.Waiting - 1) / Sheet.Lanes * Sheet.Lanes, space);

    public SentenceVectors Finish(Sums sums, ProductSpace space)
    {
        Project(sums, sums.Waiting, space);
        return new SentenceVectors([.. sums.Vectors], Width);
    }

    private void Project(Sums sums, int sentences, ProductSpace space)
    {
        if (sentences <= 0) return;
        var vectors = new float[sentences * Width];
        _layer.Apply(sums.Take(sentences), sentences, vectors, space);
        for (var sentence = 0; sentence < sentences; sentence++)
        {
            var vector = vectors.AsSpan(sentence * Width, Width);
            double square = 0;
            foreach (var x in vector) square += (double)x * x;
            var scale = square > 0 ? (float)(1 / Math.Sqrt(square)) : 0;
            foreach (ref var x in vector) x *= scale;
        }

        sums.Vectors.AddRange(vectors);
    }
}
