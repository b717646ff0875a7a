using Crosscheck.Language.Heads;
using Xunit;

namespace Crosscheck.Tests.Language.Heads;

public sealed class ProjectiveTreeTests
{
    private static int[] Find(float[] scores, int count)
    {
        var heads = new int[count];
        ProjectiveTree.Find(scores, count, heads);
        return heads;
    }

    /// <summary>Against trying every way to give heads.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void No_tree_without_crossing_arcs_scores_higher(int count)
    {
        var random = new Random(count);
        for (var round = 0; round < 200; round++)
        {
            var scores = new float[count * (count + 1)];
            for (var i = 0; i < scores.Length; i++) scores[i] = random.Next(-20, 20);
            var heads = Find(scores, count);
            Assert.True(AllTrees.IsTree(heads) && !ProjectiveTree.Crosses(heads), string.Join(' ', heads));
            Assert.Equal(AllTrees.Best(scores, count, h => !ProjectiveTree.Crosses(h)), AllTrees.Score(scores, heads));
        }
    }
}
