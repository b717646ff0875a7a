namespace Crosscheck.Learning;

/// <summary>
/// Gradient-boosted decision trees for a yes-or-no question (Friedman 2001), with a logistic map from score to probability
/// (Platt 1999) that was fitted on scores of examples which the scoring trees had not seen. Immutable and thread-safe.
/// </summary>
public sealed class BoostedTrees
{
    private const uint Magic = 0x31545843; // "CXT1", little-endian
    private const int Leaf = -1;

    private readonly Node[] _nodes;
    private readonly int[] _roots;
    private readonly TreeLanes? _lanes;

    /// <summary>
    /// Splits on a feature: to the left child unless value > threshold, so NaN goes left; the right child stands next to the left one. A leaf is its own left
    /// child under a threshold that nothing exceeds.
    /// </summary>
    private readonly record struct Node(int Feature, float Threshold, int Left, float Value);

    /// <param name="features">How many values an example has.</param>
    /// <param name="bias">Score before any tree.</param>
    /// <param name="roots">Index of each tree's first node.</param>
    /// <param name="feature">For each node the feature it asks about, or -1 for a leaf.</param>
    /// <param name="threshold">For each node the greatest value that goes left; for a leaf, what it adds to the score.</param>
    /// <param name="left">For each node its left child, the right one stands next to it; for a leaf 0.</param>
    /// <param name="slope">Probability is the logistic function of slope * score + offset.</param>
    /// <exception cref="InvalidDataException">The arrays describe no trees: a child or a feature lies outside them.</exception>
    public BoostedTrees(int features, double bias, int[] roots, short[] feature, float[] threshold, int[] left, double slope = 1, double offset = 0)
    {
        Features = features;
        Bias = bias;
        Slope = slope;
        Offset = offset;
        if (threshold.Length != feature.Length || left.Length != feature.Length) throw new InvalidDataException("The arrays of nodes differ in length.");
        CheckShape(roots, feature, left);
        _roots = roots;
        _nodes = new Node[feature.Length];
        for (var i = 0; i < _nodes.Length; i++) _nodes[i] = feature[i] == Leaf ? new Node(0, float.PositiveInfinity, i, threshold[i]) : new Node(feature[i], threshold[i], left[i], 0);
        _lanes = TreeLanes.Of(roots, feature, threshold, left);
    }

    private BoostedTrees(BoostedTrees trees, double slope, double offset)
    {
        (Features, Bias, Slope, Offset) = (trees.Features, trees.Bias, slope, offset);
        (_roots, _nodes, _lanes) = (trees._roots, trees._nodes, trees._lanes);
    }

    public int Features { get; }

    public int Trees => _roots.Length;

    public double Bias { get; }

    public double Slope { get; }

    public double Offset { get; }

    /// <summary>The uncalibrated score (log-odds as the trees learned them).</summary>
    /// <exception cref="ArgumentException">Not as many values as <see cref="Features"/>.</exception>
    public double Score(ReadOnlySpan<float> example)
    {
        if (example.Length != Features) throw new ArgumentException($"An example here has {Features} values, not {example.Length}.", nameof(example));
        var score = Bias;
        foreach (var root in _roots)
        {
            score += ValueAt(example, root);
        }

        return score;
    }

    private float ValueAt(ReadOnlySpan<float> example, int node)
    {
        while (true)
        {
            ref readonly var split = ref _nodes[node];
            var next = split.Left + (example[split.Feature] > split.Threshold ? 1 : 0);
            if (next == node) return split.Value;
            node = next;
        }
    }

    /// <summary>The uncalibrated scores of several examples, which stand one after another: the same as of each alone, and faster.</summary>
    /// <exception cref="ArgumentException">Not as many values as examples times <see cref="Features"/>.</exception>
    public void Score(ReadOnlySpan<float> examples, Span<double> scores)
    {
        if (examples.Length != scores.Length * Features) throw new ArgumentException($"{scores.Length} examples here have {scores.Length * Features} values, not {examples.Length}.", nameof(examples));
        if (_lanes is null || scores.Length == 1)
        {
            for (var e = 0; e < scores.Length; e++) scores[e] = Score(examples.Slice(e * Features, Features));
            return;
        }

        var columns = new float[Features * TreeLanes.Count];
        Span<double> lanes = stackalloc double[TreeLanes.Count];
        for (var e = 0; e < scores.Length; e += TreeLanes.Count)
        {
            var here = Math.Min(TreeLanes.Count, scores.Length - e);
            for (var lane = 0; lane < here; lane++)
            {
                var example = examples.Slice((e + lane) * Features, Features);
                for (var f = 0; f < example.Length; f++) columns[(f * TreeLanes.Count) + lane] = example[f];
            }

            lanes.Fill(Bias);
            _lanes.Add(columns, lanes);
            lanes[..here].CopyTo(scores[e..]);
        }
    }

    /// <summary>The calibrated probability of yes.</summary>
    public double Probability(ReadOnlySpan<float> example) => Probability(Score(example));

    /// <summary>The calibrated probability of yes for a score.</summary>
    public double Probability(double score) => Logistic((Slope * score) + Offset);

    public static double Logistic(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    /// <summary>The same trees with another map from score to probability.</summary>
    public BoostedTrees Calibrated(double slope, double offset) => new(this, slope, offset);

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Features);
        writer.Write(_roots.Length);
        writer.Write(_nodes.Length);
        writer.Write(Bias);
        writer.Write(Slope);
        writer.Write(Offset);
        foreach (var root in _roots) writer.Write(root);
        for (var i = 0; i < _nodes.Length; i++) writer.Write(IsLeaf(i) ? (short)Leaf : (short)_nodes[i].Feature);
        for (var i = 0; i < _nodes.Length; i++) writer.Write(IsLeaf(i) ? _nodes[i].Value : _nodes[i].Threshold);
        for (var i = 0; i < _nodes.Length; i++) writer.Write(IsLeaf(i) ? 0 : _nodes[i].Left);
    }

    /// <exception cref="InvalidDataException">Not a file of boosted trees, or a damaged one.</exception>
    public static BoostedTrees Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Magic) throw new InvalidDataException("Not a file of boosted trees.");
            var features = reader.ReadInt32();
            var trees = reader.ReadInt32();
            var nodes = reader.ReadInt32();
            if (features is < 1 or > short.MaxValue || trees is < 0 or > 100_000 || nodes < 0 || nodes > 10_000_000)
            {
                throw new InvalidDataException("The file of boosted trees gives impossible sizes.");
            }

            var (bias, slope, offset) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            var roots = new int[trees];
            var feature = new short[nodes];
            var threshold = new float[nodes];
            var left = new int[nodes];
            for (var i = 0; i < trees; i++) roots[i] = reader.ReadInt32();
            for (var i = 0; i < nodes; i++) feature[i] = reader.ReadInt16();
            for (var i = 0; i < nodes; i++) threshold[i] = reader.ReadSingle();
            for (var i = 0; i < nodes; i++) left[i] = reader.ReadInt32();
            return new BoostedTrees(features, bias, roots, feature, threshold, left, slope, offset);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The file of boosted trees ends too early.", e);
        }
    }

    /// <summary>Reads a model's file of the program.</summary>
    /// <exception cref="InvalidOperationException">The file is missing: the installation is broken.</exception>
    public static BoostedTrees Load(string modelFolder, string name)
    {
        var path = Path.Combine(modelFolder, name);
        if (!File.Exists(path)) throw new InvalidOperationException($"The model file '{name}' is missing from '{modelFolder}'. Install the program again.");
        using var stream = new MemoryStream(File.ReadAllBytes(path));
        return Read(stream);
    }

    /// <summary>Reads a model's file of the program that was made for so many features.</summary>
    /// <exception cref="InvalidOperationException">The file is missing or was made for others: the installation is broken.</exception>
    public static BoostedTrees Load(string modelFolder, string name, int features)
    {
        var trees = Load(modelFolder, name);
        return trees.Features == features ? trees : throw new InvalidOperationException($"The model file '{name}' is of another version of the program. Install the program again.");
    }

    private bool IsLeaf(int node) => _nodes[node].Left == node;

    /// <summary>Children stand after their parent, so no walk can loop or leave the arrays.</summary>
    private void CheckShape(int[] roots, short[] feature, int[] left)
    {
        var nodes = feature.Length;
        foreach (var root in roots)
        {
            if ((uint)root >= (uint)nodes) throw new InvalidDataException("A tree starts outside the nodes.");
        }

        for (var i = 0; i < nodes; i++)
        {
            if (feature[i] == Leaf) continue;
            if (feature[i] < 0 || feature[i] >= Features) throw new InvalidDataException($"Node {i} asks about feature {feature[i]}.");
            if (left[i] <= i || left[i] >= nodes - 1) throw new InvalidDataException($"Node {i} has its child at {left[i]}.");
        }
    }
}
