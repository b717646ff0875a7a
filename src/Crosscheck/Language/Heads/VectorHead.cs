using Crosscheck.Language.Encoding;
using Crosscheck.Learning;

namespace Crosscheck.Language.Heads;

/// <summary>Sentence vectors: the mean state of a sentence's own pieces, one linear layer, length one (Reimers and Gurevych 2019). Immutable.</summary>
internal sealed class VectorHead
{
    private readonly DenseLayer _layer;

    private VectorHead(DenseLayer layer) => _layer = layer;

    public int Width => _layer.Outputs;

    public static VectorHead Load(SafeTensors file) => new(DenseLayer.Load(file, "heads.vector"));

    /// <summary>Sums of states by sentence, gathered batch by batch.</summary>
    internal sealed class Sums(int width)
    {
        private readonly List<float> _sums = [];
        private readonly List<int> _counts = [];

        public int Count => _counts.Count;

        public void Open()
        {
            for (var i = 0; i < width; i++) _sums.Add(0);
            _counts.Add(0);
        }

        /// <summary>Adds rows of states to the sentence opened last.</summary>
        public void Add(ReadOnlySpan<float> states, int first, int end)
        {
            var sum = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_sums)[^width..];
            for (var row = first; row < end; row++)
            {
                var state = states.Slice(row * width, width);
                for (var i = 0; i < sum.Length; i++) sum[i] += state[i];
            }

            _counts[^1] += end - first;
        }

        internal float[] Means()
        {
            var means = _sums.ToArray();
            for (var i = 0; i < means.Length; i++) means[i] /= Math.Max(1, _counts[i / width]);
            return means;
        }
    }

    public SentenceVectors Finish(Sums sums, ProductSpace space)
    {
        var vectors = new float[sums.Count * Width];
        if (sums.Count > 0) _layer.Apply(sums.Means(), sums.Count, vectors, space);
        for (var sentence = 0; sentence < sums.Count; sentence++)
        {
            var vector = vectors.AsSpan(sentence * Width, Width);
            double square = 0;
            foreach (var x in vector) square += (double)x * x;
            var scale = square > 0 ? (float)(1 / Math.Sqrt(square)) : 0;
            foreach (ref var x in vector) x *= scale;
        }

        return new SentenceVectors(vectors, Width);
    }
}
