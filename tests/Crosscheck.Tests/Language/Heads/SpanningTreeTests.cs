using Crosscheck.Language.Heads;
using Xunit;

namespace Crosscheck.Tests.Language.Heads;

public sealed class SpanningTreeTests
{
    private static int[] Find(float[] scores, int count)
    {
        var heads = new int[count];
        SpanningTree.Find(scores, count, heads);
        return heads;
    }

    /// <summary>Each of two words wants the other: the first is the cheaper one to hang on the root.</summary>
    [Fact]
    public void A_cycle_of_best_heads_is_broken_where_it_costs_least() => Assert.Equal([-1, 0], Find([5, 0, 9, 2, 10, 0], 2));

    [Fact]
    public void Only_one_word_hangs_on_the_root() => Assert.Single(Find([9, 0, 1, 1, 8, 1, 0, 1, 8, 1, 1, 0], 3), -1);

    /// <summary>Against trying every way to give heads.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void No_tree_with_one_root_scores_higher(int count)
    {
        var random = new Random(count);
        for (var round = 0; round < 200; round++)
        {
            var scores = new float[count * (count + 1)];
            for (var i = 0; i < scores.Length; i++) scores[i] = random.Next(-20, 20);
            var heads = Find(scores, count);
            Assert.True(AllTrees.IsTree(heads), string.Join(' ', heads));
            Assert.Equal(AllTrees.Best(scores, count, _ => true), AllTrees.Score(scores, heads));
        }
    }

    [Fact]
    public void A_long_sentence_full_of_cycles_gets_a_tree()
    {
        const int Count = 250;
        var random = new Random(3);
        var scores = new float[Count * (Count + 1)];
        for (var i = 0; i < scores.Length; i++) scores[i] = random.NextSingle();
        Assert.True(AllTrees.IsTree(Find(scores, Count)));
    }
}
