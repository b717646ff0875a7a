namespace Crosscheck.Training.Learning;

/// <summary>Each feature cut into at most 255 bins of about equally many examples (the histogram method of LightGBM, Ke et al. 2017).</summary>
internal sealed class FeatureBins
{
    private const int MaxBins = 255;

    private readonly float[][] _upper;
    private readonly byte[][] _bins;

    public FeatureBins(ExampleTable table, ReadOnlySpan<int> examples)
    {
        _upper = new float[table.Features][];
        _bins = new byte[table.Features][];
        var values = new float[examples.Length];
        for (var f = 0; f < table.Features; f++)
        {
            for (var i = 0; i < examples.Length; i++) values[i] = table.Value(examples[i], f) is var v && float.IsNaN(v) ? float.NegativeInfinity : v;
            var sorted = (float[])values.Clone();
            Array.Sort(sorted);
            _upper[f] = Bounds(sorted);
            _bins[f] = new byte[examples.Length];
            for (var i = 0; i < examples.Length; i++) _bins[f][i] = BinOf(_upper[f], values[i]);
        }
    }

    /// <summary>Bin of each example of the list given, for one feature.</summary>
    public ReadOnlySpan<byte> Of(int feature) => _bins[feature];

    public int Count(int feature) => _upper[feature].Length + 1;

    /// <summary>The greatest value that falls in a bin or below it.</summary>
    public float Upper(int feature, int bin) => _upper[feature][bin];

    private static float[] Bounds(float[] sorted)
    {
        var bounds = new List<float>();
        var target = Math.Max(1, sorted.Length / MaxBins);
        var held = 0;
        for (var i = 0; i + 1 < sorted.Length && bounds.Count < MaxBins - 1; i++)
        {
            held++;
            if (sorted[i] == sorted[i + 1] || held < target) continue;
            // Half way between neighbours, so that unseen values between them go to the nearer side.
            var middle = float.IsNegativeInfinity(sorted[i]) ? sorted[i] : sorted[i] + ((sorted[i + 1] - sorted[i]) / 2);
            bounds.Add(middle < sorted[i + 1] ? middle : sorted[i]);
            held = 0;
        }

        return [.. bounds];
    }

    private static byte BinOf(float[] upper, float value)
    {
        int low = 0, high = upper.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (value > upper[middle]) low = middle + 1;
            else high = middle;
        }

        return (byte)low;
    }
}
