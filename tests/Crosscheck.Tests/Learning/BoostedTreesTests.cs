using Crosscheck.Learning;
using Crosscheck.Training.Learning;
using Xunit;

namespace Crosscheck.Tests.Learning;

public sealed class BoostedTreesTests
{
    // One split: at most 0.5 goes left (-1), more goes right (+2).
    private static BoostedTrees Stump() => new(2, 0.25, [0], [1, -1, -1], [0.5f, -1, 2], [1, 0, 0]);

    [Fact]
    public void A_value_equal_to_the_threshold_goes_left()
    {
        Assert.Equal(-0.75, Stump().Score([9, 0.5f]), 6);
        Assert.Equal(2.25, Stump().Score([9, 0.6f]), 6);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(24)]
    [InlineData(32)]
    [InlineData(48)]
    public void Examples_scored_together_score_as_each_alone(int leaves)
    {
        var table = Exclusive(1000, seed: 3);
        var trees = BoostedTreesTrainer.Train(table, new BoostingOptions { Trees = 20, Leaves = leaves, FeatureShare = 1 });
        const int Examples = 11;
        var values = new float[Examples * table.Features];
        for (var e = 0; e < Examples; e++) table.Values(e).CopyTo(values.AsSpan(e * table.Features));
        values[5] = float.NaN;
        var scores = new double[Examples];
        trees.Score(values, scores);
        for (var e = 0; e < Examples; e++) Assert.Equal(trees.Score(values.AsSpan(e * table.Features, table.Features)), scores[e]);
    }

    [Fact]
    public void A_missing_value_goes_left() => Assert.Equal(-0.75, Stump().Score([9, float.NaN]), 6);

    [Fact]
    public void Written_and_read_again_it_scores_the_same()
    {
        using var stream = new MemoryStream();
        Stump().Calibrated(2, -1).Write(stream);
        stream.Position = 0;
        var read = BoostedTrees.Read(stream);
        Assert.Equal(2.25, read.Score([0, 1]), 6);
        Assert.Equal(BoostedTrees.Logistic(3.5), read.Probability([0, 1]), 6);
    }

    [Fact]
    public void A_file_cut_short_is_refused()
    {
        using var stream = new MemoryStream();
        Stump().Write(stream);
        Assert.Throws<InvalidDataException>(() => BoostedTrees.Read(new MemoryStream(stream.ToArray()[..^5])));
    }

    [Fact]
    public void Nodes_that_point_backwards_are_refused() =>
        Assert.Throws<InvalidDataException>(() => new BoostedTrees(1, 0, [0], [0, 0, -1], [0, 0, 0], [1, 0, 0]));

    [Fact]
    public void An_example_of_the_wrong_length_is_refused() => Assert.Throws<ArgumentException>(() => Stump().Score([1]));

    [Fact]
    public void It_learns_what_no_single_feature_says_and_its_probabilities_hold_on_unseen_groups()
    {
        var table = Exclusive(3000, seed: 1);
        var trees = BoostedTreesTrainer.Train(table, new BoostingOptions { Trees = 60, Leaves = 8, FeatureShare = 1 });
        var unseen = Exclusive(2000, seed: 2);
        var right = 0;
        double expected = 0, found = 0;
        for (var i = 0; i < unseen.Count; i++)
        {
            var p = trees.Probability(unseen.Values(i));
            if (p > 0.5 == unseen.Answer(i)) right++;
            expected += p;
            found += unseen.Answer(i) ? 1 : 0;
        }

        // A tenth of the answers is turned round, so .9 is the ceiling.
        Assert.InRange(right / 2000.0, 0.85, 0.93);
        Assert.InRange(Math.Abs(expected - found) / 2000, 0, 0.03);
    }

    [Fact]
    public void Equal_examples_give_equal_bytes()
    {
        static byte[] Bytes()
        {
            using var stream = new MemoryStream();
            BoostedTreesTrainer.Train(Exclusive(500, seed: 3), new BoostingOptions { Trees = 10 }).Write(stream);
            return stream.ToArray();
        }

        Assert.Equal(Bytes(), Bytes());
    }

    [Fact]
    public void Examples_that_all_have_one_answer_train_without_harm()
    {
        var table = new ExampleTable(1);
        for (var i = 0; i < 20; i++) table.Add([i], true, i);
        Assert.InRange(BoostedTreesTrainer.Train(table, new BoostingOptions { Trees = 5 }).Probability([3]), 0.5, 1);
    }

    /// <summary>Yes when exactly one of two values is high; one answer in ten is turned round.</summary>
    private static ExampleTable Exclusive(int count, int seed)
    {
        var random = new Random(seed);
        var table = new ExampleTable(3);
        for (var i = 0; i < count; i++)
        {
            float a = random.NextSingle(), b = random.NextSingle(), c = random.NextSingle();
            table.Add([a, b, c], (a > 0.5f != b > 0.5f) ^ (random.Next(10) == 0), i / 10);
        }

        return table;
    }
}
