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
            if (IsFurniture(page, block)) continue;
            if (block.Length >= 60 && !printed.Add(block.Text)) continue;
            kept.Add(b);
        }

        while (kept.Count > 1 && IsHeading(page, kept[^1])) kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    /// <summary>
    /// What no article's text is, wherever it stands: captions of figures, embedded posts, pull quotes, a line that is a date or a picture's credit and
    /// nothing else, a line that only points to another article, marks without a word.
    /// </summary>
    private static bool IsFurniture(Page page, TextBlock block)
    {
        var mark = page.MarkOf(block);
        if (mark is Mark.Embed or Mark.PullQuote || (mark == Mark.Caption && page.Nearest(block.Leaf, Tag.Figcaption) >= 0)) return true;
        if (block.Length > 160) return false;
        if (!block.Text.AsSpan().ContainsAnyInRange('0', '9') && !block.Text.Any(char.IsLetter)) return true;
        if (block.Length < 60 && DateText.First(block.Text) is { } date && date.End - date.Start > block.Length * 0.5) return true;
        return BlockCues.Of(block.Text) switch
        {
            BlockCue.Related => block.LinkShare > 0.3 || block.Text[^1] == ':',
            BlockCue.Credit => block.Length < 80 && block.LinkShare < 0.9 && !TextShape.Of(block.Text).EndsSentence,
            BlockCue.Share or BlockCue.Comments => block.LinkShare > 0.6 && block.Length < 60,
            BlockCue.Byline => block.Length < 80 && IsByline(block.Text),
            _ => false,
        };
    }

    /// <summary>A lead word and capitalised words, no sentence.</summary>
    private static bool IsByline(string text)
    {
        var shape = TextShape.Of(text);
        return shape.Words is >= 3 and <= 10 && !shape.EndsSentence && shape.Capitalised >= shape.Words - 2;
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
