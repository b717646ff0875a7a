namespace Crosscheck.Articles.Html;

/// <summary>
/// Rules of the forum, the masthead, another story's opening: text that reads like an article but stands far from this one. The chosen blocks fall into
/// islands wherever several blocks between two of them were not chosen; the first large island behind the headline is the article, and one behind it
/// belongs to it only if it stands in the same element or in a like one beside it.
/// </summary>
internal static class BodyIslands
{
    private const int Gap = 3;
    private const int Large = 250;
    private const double Share = 0.25;

    /// <summary>Where more than that many times the kept text would go, the page is no article with something behind it.</summary>
    private const double MostDropped = 4;

    public static IReadOnlyList<int> Keep(Page page, IReadOnlyList<int> blocks, int headline)
    {
        var starts = new List<int> { 0 };
        for (var i = 1; i < blocks.Count; i++)
        {
            if (blocks[i] - blocks[i - 1] > Gap) starts.Add(i);
        }

        if (starts.Count == 1) return blocks;
        starts.Add(blocks.Count);
        var main = Main(page, blocks, starts, headline);
        var frame = page.Blocks[blocks[starts[main]]].Node;
        for (var i = starts[main]; i < starts[main + 1]; i++) frame = Common(page, frame, page.Blocks[blocks[i]].Node);
        // A lone paragraph is its own frame.
        if (page.Nodes[frame].EndBlock - page.Nodes[frame].FirstBlock == 1) frame = Math.Max(0, page.Nodes[frame].Parent);
        var kept = new List<int>(blocks.Count);
        for (var island = 0; island + 1 < starts.Count; island++)
        {
            var stays = island <= main || Belongs(page, blocks, starts[island], starts[island + 1], frame);
            for (var i = starts[island]; stays && i < starts[island + 1]; i++) kept.Add(blocks[i]);
        }

        return Chars(page, blocks) - Chars(page, kept) > Chars(page, kept) * MostDropped ? blocks : kept;
    }

    private static double Chars(Page page, IReadOnlyList<int> blocks)
    {
        double chars = 0;
        foreach (var b in blocks) chars += page.Blocks[b].Length;
        return chars;
    }

    private static int Main(Page page, IReadOnlyList<int> blocks, List<int> starts, int headline)
    {
        var chars = new double[starts.Count - 1];
        for (var island = 0; island < chars.Length; island++)
        {
            for (var i = starts[island]; i < starts[island + 1]; i++) chars[island] += page.Blocks[blocks[i]].Length;
        }

        var most = chars.Max();
        for (var island = 0; headline >= 0 && island < chars.Length; island++)
        {
            if (blocks[starts[island]] > headline && chars[island] >= Math.Max(Large, most * Share)) return island;
        }

        return Array.IndexOf(chars, most);
    }

    private static bool Belongs(Page page, IReadOnlyList<int> blocks, int from, int to, int frame)
    {
        var around = page.Nodes[frame].Parent;
        for (var i = from; i < to; i++)
        {
            var node = page.Blocks[blocks[i]].Node;
            if (page.IsInside(node, frame)) return true;
            // A like element: under the frame's own parent, or with the frame's class words somewhere above.
            for (var n = node; n >= 0; n = page.Nodes[n].Parent)
            {
                if (n != frame && page.Nodes[n].Parent == around && page.Nodes[n].Tag == page.Nodes[frame].Tag) return true;
                if (page.Nodes[frame].Words.Length > 0 && page.Nodes[n].Tag == page.Nodes[frame].Tag && page.Nodes[n].Words == page.Nodes[frame].Words) return true;
            }
        }

        return false;
    }

    /// <summary>The innermost element that holds both.</summary>
    private static int Common(Page page, int x, int y)
    {
        while (x > 0 && !page.IsInside(y, x)) x = page.Nodes[x].Parent;
        return x;
    }
}
