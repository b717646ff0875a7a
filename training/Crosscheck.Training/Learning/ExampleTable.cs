namespace Crosscheck.Training.Learning;

/// <summary>Examples with their answers. A group (a story, a page) is never divided between training and judging.</summary>
public sealed class ExampleTable(int features)
{
    private readonly List<float> _values = [];
    private readonly List<bool> _answers = [];
    private readonly List<float> _weights = [];
    private readonly List<int> _groups = [];

    public int Features { get; } = features;

    public int Count => _answers.Count;

    public void Add(ReadOnlySpan<float> values, bool answer, int group, float weight = 1)
    {
        if (values.Length != Features) throw new ArgumentException($"An example here has {Features} values, not {values.Length}.", nameof(values));
        foreach (var value in values) _values.Add(value);
        _answers.Add(answer);
        _weights.Add(weight);
        _groups.Add(group);
    }

    public bool Answer(int example) => _answers[example];

    public float Weight(int example) => _weights[example];

    public int Group(int example) => _groups[example];

    public float Value(int example, int feature) => _values[example * Features + feature];

    public ReadOnlySpan<float> Values(int example) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values).Slice(example * Features, Features);
}
