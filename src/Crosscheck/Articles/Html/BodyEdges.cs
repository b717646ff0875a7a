using Crosscheck.Articles.Metadata;

namespace Crosscheck.Articles.Html;

/// <summary>Trims what a block-wise choice leaves at the edges of a body: the headline and its repeats, words above the headline, headings that nothing follows.</summary>
internal static class BodyEdges
{
    /// <param name="headline">The block that shows the headline, or -1.</param>
    public static List<int> Trim(Page page, IReadOnlyList<int> blocks, string? title, int headline)
    {
        var loose = title is null ? string.Empty : ReadableText.Loose(title);
        var kept = new List<int>(blocks.Count);
        var below = headline >= 0 && BelowShare(page, blocks, headline) > 0.6;
        var printed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var b in blocks)
        {
            var block = page.Blocks[b];
            if (b == headline || (below && b < headline)) continue;
            if (loose.Length > 0 && block.Length <= title!.Length * 2 && ReadableText.Loose(block.Text) == loose) continue;
            if (block.Length >= 60 && !printed.Add(block.Text)) continue;
            kept.Add(b);
        }

        while (kept.Count > 1 && IsHeading(page, kept[^1])) kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    private static bool IsHeading(Page page, int block) => page.Blocks[block].Length < 120 && Tags.IsHeading(page.Nodes[page.Blocks[block].Node].Tag);

    private static double BelowShare(Page page, IReadOnlyList<int> blocks, int headline)
    {
        double below = 0, all = 1;
        foreach (var b in blocks)
        {
            all += page.Blocks[b].Length;
            if (b > headline) below += page.Blocks[b].Length;
        }

        return below / all;
    }
}
