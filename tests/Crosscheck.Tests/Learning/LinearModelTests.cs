using Crosscheck.Learning;
using Xunit;

namespace Crosscheck.Tests.Learning;

public sealed class LinearModelTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"linear-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.bin");

    public void Dispose() => File.Delete(_path);

    private LinearModel Written(string[] classes, params LinearModelFile.Row[] rows)
    {
        LinearModelFile.Write(_path, classes, rows, 0.001f);
        return LinearModel.Load(_path);
    }

    [Fact]
    public void Scores_are_the_sums_of_the_written_weights()
    {
        var model = Written(["a", "b", "c"], new(9, [(0, 1.5f), (2, -2f)]), new(4_000_000_000, [(2, 0.25f)]));
        var scores = new float[3];
        model.Score([9, 4_000_000_000, 77], scores);
        Assert.Equal(["a", "b", "c"], model.Classes);
        Assert.Equal(1.5f, scores[0], 0.06f);
        Assert.Equal(0f, scores[1]);
        Assert.Equal(-1.75f, scores[2], 0.08f);
    }

    [Fact]
    public void A_row_of_most_classes_scores_as_a_short_row_does()
    {
        var classes = Enumerable.Range(0, 37).Select(i => $"c{i}").ToArray();
        var weights = Enumerable.Range(0, 37).Select(i => (i, (i - 18) * 0.1f + 0.05f)).ToArray();
        var model = Written(classes, new LinearModelFile.Row(5, weights));
        var scores = new float[37];
        model.Add(5, scores);
        model.Add(5, 2f, scores);
        for (var i = 0; i < 37; i++) Assert.Equal(3 * weights[i].Item2, scores[i], 0.2f);
    }

    [Fact]
    public void Small_weights_keep_their_precision_beside_large_ones()
    {
        var model = Written(["a", "b"], new(1, [(0, 80f)]), new(2, [(1, 0.004f)]));
        var scores = new float[2];
        model.Score([2], scores);
        Assert.InRange(scores[1], 0.0037f, 0.0043f);
    }

    [Fact]
    public void More_than_256_classes_are_kept_apart()
    {
        var classes = Enumerable.Range(0, 300).Select(i => $"c{i}").ToArray();
        var model = Written(classes, new(1, [(44, 1f)]), new(2, [(299, 1f), (0, 0.5f)]));
        Assert.Equal(44, model.Best([1], new float[300]));
        Assert.Equal(299, model.Best([2, 3], new float[300]));
    }

    [Fact]
    public void Every_cut_or_altered_file_is_refused_or_read_without_fault()
    {
        LinearModelFile.Write(_path, ["a", "b"], [new(1, [(0, 1f)]), new(2, [(1, 1f), (0, 2f)])], 0.001f);
        var bytes = File.ReadAllBytes(_path);
        for (var length = 0; length < bytes.Length; length++) Assert.Null(LinearModelFile.Parse(bytes.AsSpan(0, length)));
        for (var i = 0; i < bytes.Length; i++)
        {
            var altered = bytes.ToArray();
            altered[i] ^= 0xFF;
            LinearModelFile.Parse(altered)?.Score([1, 2], new float[2]);
        }
    }

    [Fact]
    public void A_file_of_the_first_version_is_still_read()
    {
        byte[] file =
        [
            0x58, 0x4C, 0x4E, 0x31, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, .. BitConverter.GetBytes(8f), .. BitConverter.GetBytes(1f),
            1, 0, (byte)'a', 1, 0, (byte)'b', 9, 0, 0, 0x80, 1, 0, 1, 127,
        ];
        var scores = new float[2];
        LinearModelFile.Parse(file)!.Score([0x80000009], scores);
        Assert.Equal([0f, 8f], scores);
    }

    [Fact]
    public void A_missing_file_is_a_broken_install() =>
        Assert.Contains("install is broken", Assert.Throws<InvalidOperationException>(() => LinearModel.Load(_path + ".absent")).Message, StringComparison.Ordinal);

    [Fact]
    public void Softmax_gives_probabilities_even_of_large_scores()
    {
        float[] scores = [1000, 1000, -1000];
        LinearModel.Softmax(scores);
        Assert.Equal([0.5f, 0.5f, 0f], scores);
    }

    [Fact]
    public void A_feature_depends_on_its_template_its_values_and_their_order()
    {
        var a = FeatureHash.Of(1).Add("in").Add("of").Value;
        Assert.Equal(a, FeatureHash.Of(1).Add("in").Add("of").Value);
        Assert.NotEqual(a, FeatureHash.Of(2).Add("in").Add("of").Value);
        Assert.NotEqual(a, FeatureHash.Of(1).Add("of").Add("in").Value);
        Assert.Equal(FeatureHash.Of(3).Add("été").Value, FeatureHash.Of(3).AddLower("ÉTÉ").Value);
    }

    [Fact]
    public void Features_rarely_collide()
    {
        var seen = new HashSet<uint>();
        for (var template = 0; template < 20; template++)
        {
            for (var value = 0; value < 5000; value++) seen.Add(FeatureHash.Of(template).Add(value).Value);
        }

        Assert.InRange(seen.Count, 99_990, 100_000);
    }
}
