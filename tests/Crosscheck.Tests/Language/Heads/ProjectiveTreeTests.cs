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
            Assert.True(IsTree(heads) && !ProjectiveTree.Crosses(heads), string.Join(' ', heads));
            Assert.Equal(BestByTrying(scores, count), Score(scores, heads));
        }
    }

    private static double Score(float[] scores, int[] heads) => heads.Select((h, i) => (double)scores[(i * (heads.Length + 1)) + h + 1]).Sum();

    private static double BestByTrying(float[] scores, int count)
    {
        var best = double.NegativeInfinity;
        var heads = new int[count];
        void Try(int word)
        {
            if (word == count)
            {
                if (IsTree(heads) && !ProjectiveTree.Crosses(heads)) best = Math.Max(best, Score(scores, heads));
                return;
            }

            for (heads[word] = -1; heads[word] < count; heads[word]++)
            {
                if (heads[word] != word) Try(word + 1);
            }
        }

        Try(0);
        return best;
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h < 0) != 1) return false;
        for (var i = 0; i < heads.Length; i++)
        {
            var steps = 0;
            for (var at = i; at >= 0; at = heads[at])
            {
                if (++steps > heads.Length) return false;
            }
        }

        return true;
    }
}
