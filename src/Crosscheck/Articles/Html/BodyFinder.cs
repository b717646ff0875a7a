using System.Collections.Immutable;
using Crosscheck.Learning;

namespace Crosscheck.Articles.Html;

/// <summary>The element that holds the article, and which of its blocks are the body, with each block's probability of being so.</summary>
internal sealed record FoundBody(int Container, ImmutableArray<int> Blocks, double[] Probabilities);

/// <summary>
/// Gives each block a probability of being article text, picks the element whose blocks gain most (maximum subsequence segmentation over the
/// tree: Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation", WWW 2009), then the likeliest
/// labelling of the blocks inside it, where a change between body and furniture costs.
/// </summary>
internal sealed class BodyFinder(BoostedTrees model)
{
    private const double MenuEntry = 0.01;

    public const string ModelName = "html-blocks.trees";

    public FoundBody Find(Page page)
    {
        var features = new BlockFeatures(page);
        var gains = new double[page.Blocks.Length];
        var probabilities = new double[gains.Length];
        var asked = new List<int>();
        for (var b = 0; b < gains.Length; b++)
        {
            if (IsMenuEntry(page, page.Blocks[b])) (probabilities[b], gains[b]) = (MenuEntry, LogOdds(MenuEntry));
            else asked.Add(b);
        }

        var values = new float[asked.Count * BlockFeatures.Count];
        for (var i = 0; i < asked.Count; i++) features.Write(asked[i], values.AsSpan(i * BlockFeatures.Count, BlockFeatures.Count));
        var scores = new double[asked.Count];
        model.Score(values, scores);
        for (var i = 0; i < asked.Count; i++)
        {
            probabilities[asked[i]] = model.Probability(scores[i]);
            gains[asked[i]] = LogOdds(probabilities[asked[i]]);
        }

        return Decode(page, gains, probabilities, DecodingOptions.Default);
    }

    /// <summary>Most blocks of a page are menus; a link of a few words in one needs no model.</summary>
    private static bool IsMenuEntry(Page page, TextBlock block) =>
        block.Length < 60 && block.LinkShare > 0.9 && page.MarkOf(block) is Mark.Navigation or Mark.Footer or Mark.Cookies or Mark.Share or Mark.Sidebar or Mark.Related or Mark.Comments or Mark.Header;

    internal static double LogOdds(double p) => Math.Clamp(Math.Log(Math.Max(p, 1e-9) / Math.Max(1 - p, 1e-9)), -5, 5);

    internal static FoundBody Decode(Page page, double[] gains, double[] probabilities, DecodingOptions options)
    {
        var weighted = new double[gains.Length];
        for (var b = 0; b < gains.Length; b++) weighted[b] = gains[b] * Math.Pow(Math.Min(page.Blocks[b].Length, 1000) / 100.0, options.LengthPower);
        var container = options.Whole ? 0 : Container(page, weighted);
        if (container < 0) return new FoundBody(-1, [], probabilities);
        ref readonly var node = ref page.Nodes[container];
        return new FoundBody(container, Label(gains, node.FirstBlock, node.EndBlock, options), probabilities);
    }

    /// <summary>The element with the greatest sum; of equal ones the innermost. -1 where no sum is above zero.</summary>
    internal static int Container(Page page, double[] gains)
    {
        var sums = new double[gains.Length + 1];
        for (var i = 0; i < gains.Length; i++) sums[i + 1] = sums[i] + gains[i];
        var best = -1;
        var bestSum = 0.0;
        for (var n = 0; n < page.Nodes.Length; n++)
        {
            ref readonly var node = ref page.Nodes[n];
            if (Tags.IsInline(node.Tag)) continue;
            var sum = sums[node.EndBlock] - sums[node.FirstBlock];
            if (sum >= bestSum && sum > 0) (best, bestSum) = (n, sum);
        }

        return best;
    }

    /// <summary>The two-state sequence of greatest gain (Viterbi).</summary>
    private static ImmutableArray<int> Label(double[] gains, int first, int end, DecodingOptions options)
    {
        var count = end - first;
        if (count <= 0) return [];
        var fromOut = new bool[count];
        var stayedIn = new bool[count];
        double inside = -options.Switch, outside = 0;
        for (var i = 0; i < count; i++)
        {
            var gain = gains[first + i] - options.Threshold;
            if (i > 0)
            {
                stayedIn[i] = inside >= outside - options.Switch;
                fromOut[i] = outside >= inside - options.Switch;
                (inside, outside) = (Math.Max(inside, outside - options.Switch), Math.Max(outside, inside - options.Switch));
            }

            inside += gain;
        }

        var kept = ImmutableArray.CreateBuilder<int>();
        var state = inside - options.Switch > outside;
        for (var i = count - 1; i >= 0; i--)
        {
            if (state) kept.Add(first + i);
            if (i > 0) state = state ? stayedIn[i] : !fromOut[i];
        }

        kept.Reverse();
        return kept.ToImmutable();
    }
}

/// <summary>How probabilities become a body.</summary>
/// <param name="LengthPower">How much more a long block counts when the element is picked.</param>
/// <param name="Switch">Cost of a change between body and furniture, in log-odds.</param>
/// <param name="Threshold">Log-odds that a block must exceed.</param>
/// <param name="Whole">Label the whole page rather than one element.</param>
internal sealed record DecodingOptions(double LengthPower, double Switch, double Threshold, bool Whole)
{
    public static DecodingOptions Default { get; } = new(0.5, 0, -0.3, true);
}
