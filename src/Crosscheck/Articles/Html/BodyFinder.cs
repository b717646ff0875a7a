using System.Collections.Immutable;

namespace Crosscheck.Articles.Html;

/// <summary>The element that holds the article, and which of its blocks are the body.</summary>
internal sealed record FoundBody(int Container, ImmutableArray<int> Blocks, double Score);

/// <summary>
/// Picks the element whose blocks' scores have the greatest sum (maximum subsequence segmentation over the tree: Pasternack and Roth,
/// "Extracting article text from the web with maximum subsequence segmentation", WWW 2009), then the blocks inside it.
/// </summary>
internal static class BodyFinder
{
    public static FoundBody Find(Page page, double[] scores)
    {
        var sums = new double[scores.Length + 1];
        for (var i = 0; i < scores.Length; i++) sums[i + 1] = sums[i] + scores[i];
        var best = -1;
        var bestSum = 0.0;
        for (var n = 0; n < page.Nodes.Length; n++)
        {
            ref readonly var node = ref page.Nodes[n];
            if (Tags.IsInline(node.Tag)) continue;
            var sum = sums[node.EndBlock] - sums[node.FirstBlock];
            if (sum >= bestSum && sum > 0) (best, bestSum) = (n, sum);
        }

        if (best < 0) return new FoundBody(-1, [], 0);
        var kept = ImmutableArray.CreateBuilder<int>();
        for (var b = page.Nodes[best].FirstBlock; b < page.Nodes[best].EndBlock; b++)
        {
            if (scores[b] > -0.5) kept.Add(b);
        }

        return new FoundBody(best, kept.ToImmutable(), bestSum);
    }
}
