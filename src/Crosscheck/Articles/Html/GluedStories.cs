using System.Collections.Immutable;
using Crosscheck.Articles.Seams;

namespace Crosscheck.Articles.Html;

/// <summary>
/// Cuts a body on which a second story was glued: where the words turn to another matter, which a heading of the
/// headline's own rank makes likelier. Only the start of a block can be a cut.
/// </summary>
internal sealed class GluedStories(SeamFinder seams)
{
    /// <summary>White-space words that a story has at least, on both sides of a cut.</summary>
    private const int FewestWords = 50;

    /// <summary>Without a heading the words alone decide, and markup has already said that this is one article: they must be surer than in plain text.</summary>
    private const double LeastProbability = 0.9;

    /// <summary>A heading as large as the headline is half the proof.</summary>
    private const double LeastAtHeading = 0.25;

    private const double Never = 2;

    /// <param name="body">Blocks of the body, in order.</param>
    /// <param name="headline">Block of the headline, or -1.</param>
    /// <param name="language">ISO 639-1 code of the body, or null.</param>
    /// <returns>The parts of <paramref name="body"/>, one a story.</returns>
    public List<List<int>> Divide(Page page, List<int> body, int headline, string? language)
    {
        var stories = new List<List<int>> { body };
        while (CutIn(page, stories[^1], headline, stories.Count == 1 ? language : null) is { } cut)
        {
            var rest = stories[^1];
            stories[^1] = rest[..cut];
            stories.Add(rest[cut..]);
        }

        return stories;
    }

    /// <summary>The story that a glued-on part of a body is: its heading is its headline, and what the page says of itself is not said of it.</summary>
    public static Article Assemble(Page page, List<int> blocks, Article first)
    {
        var heading = page.Blocks[blocks[0]];
        var titled = HeadingRank(page, heading) is not null;
        var article = ArticleAssembler.Assemble(page, titled ? blocks[1..] : blocks) with
        {
            Outlet = first.Outlet,
            Url = first.Url,
            Language = first.Language,
            Reasons = ImmutableSortedDictionary<string, string>.Empty.Add("published", "the page's date is that of its first story"),
        };
        return titled
            ? article with { Headline = new Sourced<string>(heading.Text, "heading before the text", 0.8), HeadlineSpan = heading.Source, DocumentSpan = article.DocumentSpan.Cover(heading.Source) }
            : article with { Reasons = article.Reasons.Add("headline", "no heading stands before the text") };
    }

    /// <summary>Index in the blocks of the first block of a second story, or null.</summary>
    private int? CutIn(Page page, List<int> blocks, int headline, string? language)
    {
        if (blocks.Count < 2) return null;
        var article = ArticleAssembler.Assemble(page, blocks);
        var rank = headline >= 0 ? HeadingRank(page, page.Blocks[headline]) : null;

        (int Cut, double Least) At(int offset)
        {
            var i = Math.Max(1, BlockAt(article, offset));
            if (i == blocks.Count) return (0, Never);
            // The words turn at the heading, or at the first words behind it.
            var heading = rank is null ? -1 : HeadingRank(page, page.Blocks[blocks[i]]) == rank ? i : HeadingRank(page, page.Blocks[blocks[i - 1]]) == rank ? i - 1 : -1;
            if (heading <= 0 && article.Blocks[i].Span.Start != offset) return (0, Never);
            var cut = heading > 0 ? heading : i;
            return IsStory(page, blocks, 0, cut) && IsStory(page, blocks, heading == cut ? cut + 1 : cut, blocks.Count) ? (cut, heading > 0 ? LeastAtHeading : LeastProbability) : (0, Never);
        }

        if (seams.Best(article.Body, article.Body.Whole, language, offset => At(offset).Least) is not { } best) return null;
        var (place, least) = At(best.Offset);
        return best.Probability >= least ? place : null;
    }

    /// <summary>The first block that ends behind an offset.</summary>
    private static int BlockAt(Article article, int offset)
    {
        int low = 0, high = article.Blocks.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (article.Blocks[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static bool IsStory(Page page, List<int> blocks, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to && words < FewestWords; i++)
        {
            foreach (var c in page.Blocks[blocks[i]].Text) words += char.IsWhiteSpace(c) ? 1 : 0;
            words++;
        }

        return words >= FewestWords;
    }

    /// <summary>h1 to h6 as it stands around a block, or null.</summary>
    private static Tag? HeadingRank(Page page, TextBlock block)
    {
        for (var n = block.Node; n >= 0; n = page.Nodes[n].Parent)
        {
            if (page.Nodes[n].Tag is >= Tag.H1 and <= Tag.H6 and var tag) return tag;
            if (page.Nodes[n].Tag is Tag.Article or Tag.Main) break;
        }

        return null;
    }
}
