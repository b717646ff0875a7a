namespace Crosscheck.Articles.Html;

/// <summary>Gives a body back what stands in its midst and is made like what was chosen: a subheading like other subheadings, the rest of a list.</summary>
internal static class BodyGaps
{
    private const int Near = 4;
    private const double ChosenShare = 0.4;

    public static IReadOnlyList<int> Fill(Page page, IReadOnlyList<int> blocks)
    {
        if (blocks.Count < 3) return blocks;
        var chosen = new bool[page.Blocks.Length];
        foreach (var b in blocks) chosen[b] = true;
        var added = new List<int>();
        var headings = new HashSet<(Tag, string, string)>();
        var lists = new Dictionary<int, bool>();
        foreach (var b in blocks)
        {
            if (Tags.IsHeading(TagOf(page, b))) headings.Add(Made(page, b));
        }

        var before = blocks[0];
        for (var b = blocks[0] + 1; b < blocks[^1]; b++)
        {
            if (chosen[b])
            {
                before = b;
            }
            else if (IsText(page, page.Blocks[b]))
            {
                var heading = b - before <= Near && chosen[b + 1] && !Tags.IsHeading(TagOf(page, b + 1)) && headings.Contains(Made(page, b));
                if (heading || IsRest(page, b, chosen, lists)) added.Add(b);
            }
        }

        return added.Count == 0 ? blocks : [.. blocks.Concat(added).Order()];
    }

    /// <summary>Whether much of the list that an item stands in was chosen.</summary>
    /// <param name="lists">What is known of lists already: a list may have very many items.</param>
    private static bool IsRest(Page page, int b, bool[] chosen, Dictionary<int, bool> lists)
    {
        if (TagOf(page, b) != Tag.Li) return false;
        var list = page.Nodes[page.Blocks[b].Node].Parent;
        if (list < 0 || page.Nodes[list].Tag is not (Tag.Ul or Tag.Ol)) return false;
        if (lists.TryGetValue(list, out var known)) return known;
        double kept = 0, all = 0;
        for (var i = page.Nodes[list].FirstBlock; i < page.Nodes[list].EndBlock; i++)
        {
            all += page.Blocks[i].Length;
            if (chosen[i]) kept += page.Blocks[i].Length;
        }

        return lists[list] = kept >= all * ChosenShare;
    }

    private static bool IsText(Page page, TextBlock block) => page.MarkOf(block) is Mark.None or Mark.Body or Mark.Headline or Mark.Subtitle && block.LinkShare < 0.5 && BlockCues.Of(block.Text) == BlockCue.None;

    private static Tag TagOf(Page page, int b) => page.Nodes[page.Blocks[b].Node].Tag;

    private static (Tag, string, string) Made(Page page, int b)
    {
        ref readonly var node = ref page.Nodes[page.Blocks[b].Node];
        return (node.Tag, node.Words, node.Parent < 0 ? string.Empty : page.Nodes[node.Parent].Words);
    }
}
