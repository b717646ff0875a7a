using Crosscheck.Learning;

namespace Crosscheck.Training.Learning;

/// <summary>Lays trees out as the flat arrays that are shipped: siblings side by side, after their parent.</summary>
internal sealed class FlatForest(int features, double bias)
{
    private readonly List<int> _roots = [];
    private readonly List<short> _feature = [];
    private readonly List<float> _threshold = [];
    private readonly List<int> _left = [];

    public void Add(TreeGrower.Node root)
    {
        _roots.Add(_feature.Count);
        var waiting = new Queue<(TreeGrower.Node Node, int At)>();
        waiting.Enqueue((root, Reserve()));
        while (waiting.TryDequeue(out var next))
        {
            var (node, at) = next;
            if (node.Feature < 0)
            {
                (_feature[at], _threshold[at]) = (-1, node.Value);
                continue;
            }

            var left = Reserve();
            var right = Reserve();
            (_feature[at], _threshold[at], _left[at]) = ((short)node.Feature, node.Threshold, left);
            waiting.Enqueue((node.Left!, left));
            waiting.Enqueue((node.Right!, right));
        }
    }

    public BoostedTrees Finish() => new(features, bias, [.. _roots], [.. _feature], [.. _threshold], [.. _left]);

    private int Reserve()
    {
        _feature.Add(-1);
        _threshold.Add(0);
        _left.Add(0);
        return _feature.Count - 1;
    }
}
