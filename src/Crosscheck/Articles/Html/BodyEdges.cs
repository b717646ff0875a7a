using Crosscheck.Articles.Dates;
using Crosscheck.Articles.Metadata;

namespace Crosscheck.Articles.Html;

/// <summary>Trims what a block-wise choice leaves at the edges of a body: the headline and its repeats, words above the headline, headings that nothing follows.</summary>
internal static class BodyEdges
{
    private const int AtTheHead = 3;
    private const int FewBlocks = 3;
    private const int LeastOutside = 250;

    /// <param name="headline">The block that shows the headline, or -1.</param>
    public static List<int> Trim(Page page, IReadOnlyList<int> chosen, string? title, int headline)
    {
        var blocks = BodyGaps.Fill(page, BodyIslands.Keep(page, chosen, headline));
        var loose = title is null ? string.Empty : ReadableText.Loose(title);
        var kept = new List<int>(blocks.Count);
        var below = headline >= 0 && BelowShare(page, blocks, headline) > 0.6;
        foreach (var b in blocks)
        {
            var block = page.Blocks[b];
            if (b == headline || (below && b < headline) || (headline >= 0 && block.Node == page.Blocks[headline].Node && Tags.IsHeading(page.Nodes[block.Node].Tag))) continue;
            if (loose.Length > 0 && block.Length <= title!.Length * 2 && ReadableText.Loose(block.Text) == loose) continue;
            if (IsFurniture(page, block)) continue;
            kept.Add(b);
        }

        DropFooter(page, kept);
        DropCaptions(page, kept);
        kept = PullQuotes.Drop(page, Repeats.Drop(page, kept, AtTheHead));
        while (kept.Count > 1 && (IsHeading(page, kept[^1]) || (kept.Count > FewBlocks && IsAside(page, kept)))) kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    /// <summary>What the page's footer says, however long it is beside a short article; a footer that holds nearly all is the page's layout.</summary>
    private static void DropFooter(Page page, List<int> kept)
    {
        var outside = kept.FindAll(b => !IsInFooter(page, b));
        var chars = outside.Sum(b => (double)page.Blocks[b].Length);
        if (outside.Count == kept.Count || chars < LeastOutside) return;
        kept.Clear();
        kept.AddRange(outside);
    }

    private static bool IsInFooter(Page page, int block)
    {
        for (var n = page.Blocks[block].Node; n >= 0; n = page.Nodes[n].Parent)
        {
            if (page.Nodes[n].Tag is Tag.Article or Tag.Main) return false;
            if (page.Nodes[n].Tag == Tag.Footer) return true;
        }

        return false;
    }

    /// <summary>Between the headline and the text: a picture's credit and what stands between it and the headline above it.</summary>
    private static void DropCaptions(Page page, List<int> kept)
    {
        for (var i = Math.Min(AtTheHead, kept.Count - 1) - 1; i >= 0; i--)
        {
            var next = kept[i] + 1;
            var block = page.Blocks[kept[i]];
            if (block.Length < 160 && next < kept[i + 1] && page.Blocks[next].Length < 120 && BlockCues.Of(page.Blocks[next].Text) == BlockCue.Credit
                && page.Nodes[page.Blocks[next].Node].Parent == page.Nodes[block.Node].Parent) kept.RemoveAt(i);
        }
    }

    /// <summary>Initials, or a name in brackets, below the last line.</summary>
    private static bool IsSignature(TextBlock block)
    {
        var text = block.Text.AsSpan().Trim("()[]-–—/. ");
        if (block.Length <= 4) return !text.ContainsAnyInRange('0', '9') && block.Text.All(c => char.IsLower(c) || c is '/' or '.');
        if (block.Length > 60 || block.Text[0] is not ('(' or '[') || block.Text[^1] is not (')' or ']')) return false;
        var shape = TextShape.Of(text);
        return shape.Words <= 6 && shape.Digits == 0 && shape.Capitalised * 2 >= shape.Words;
    }

    /// <summary>What the outlet adds below a text.</summary>
    private static bool IsAside(Page page, List<int> kept) => IsSignature(page.Blocks[kept[^1]]) || IsAppeal(page.Blocks[kept[^1]]) || IsNote(page, kept);

    private static bool IsAppeal(TextBlock block) =>
        block.Length < 500 && BlockCues.Of(block.Text) is BlockCue.Appeal or BlockCue.Newsletter or BlockCue.Share;

    /// <summary>A last paragraph in italics below a text that is not, with a link, an address or a right in it: who wrote, paid for or first printed it.</summary>
    private static bool IsNote(Page page, List<int> kept)
    {
        var last = page.Blocks[kept[^1]];
        if (last.ItalicChars < last.Length * 0.95 || last.Length < 20 || (last.Links == 0 && last.Text.AsSpan().IndexOfAny("@©") < 0)) return false;
        double italic = 0, all = 0;
        foreach (var b in kept)
        {
            italic += page.Blocks[b].ItalicChars;
            all += page.Blocks[b].Length;
        }

        return italic - last.ItalicChars < (all - last.Length) * 0.2;
    }

    /// <summary>
    /// What no article's text is, wherever it stands: captions of figures, embedded posts, pull quotes, a line that is a date or a picture's credit and
    /// nothing else, a line that only points to another article, marks without a word.
    /// </summary>
    private static bool IsFurniture(Page page, TextBlock block)
    {
        var mark = page.MarkOf(block);
        if (mark is Mark.Embed or Mark.PullQuote || (mark == Mark.Caption && page.Nearest(block.Leaf, Tag.Figcaption) >= 0)) return true;
        if (IsPointer(block) || PictureTexts.IsSetAsCaption(block)) return true;
        if (block.Length > 160) return block.Length < 600 && block.LinkShare > 0.5 && BlockCues.Of(block.Text) == BlockCue.Related;
        if (!block.Text.AsSpan().ContainsAnyInRange('0', '9') && !block.Text.Any(char.IsLetter)) return true;
        if (IsDate(block)) return true;
        return BlockCues.Of(block.Text) switch
        {
            BlockCue.Related => block.LinkShare > 0.3 || block.Text[^1] == ':' || block.Text.AsSpan(0, Math.Min(20, block.Length)).Contains('|'),
            BlockCue.Credit => block.Length < 80 && block.LinkShare < 0.9 && !TextShape.Of(block.Text).EndsSentence,
            BlockCue.Share or BlockCue.Comments => block.LinkShare > 0.6 && block.Length < 60,
            BlockCue.Byline => block.Length < 80 && IsByline(block.Text),
            _ => false,
        };
    }

    /// <summary>A line that says when and little else.</summary>
    internal static bool IsDate(TextBlock block) => block.Length < 100 && DateLength(block.Text) > block.Length * 0.5;

    /// <summary>Characters of the dates that a text prints.</summary>
    private static int DateLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (DateText.First(text) is { } date && date.End > 0)
        {
            length += date.End - date.Start;
            text = text[date.End..];
        }

        return length;
    }

    /// <summary>An address and nothing else (a post that a script would embed), or a link set off by arrows or crosses.</summary>
    private static bool IsPointer(TextBlock block)
    {
        var text = block.Text.AsSpan();
        if (text.StartsWith("http://") || text.StartsWith("https://")) return block.LinkChars == 0 && !text.ContainsAny(' ', '\n') && text.Count('/') > 2;
        return block.LinkShare > 0.9 && block.Length < 300 && (text.StartsWith(">>") || text.StartsWith("++") || text[0] is '\u25BA' or '\u25B6' or '\u2192' or '\u27A4' or '\u25B8' or '\u2794');
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
