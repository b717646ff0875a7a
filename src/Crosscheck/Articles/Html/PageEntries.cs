using System.Collections.Immutable;
using Crosscheck.Articles.Dates;

namespace Crosscheck.Articles.Html;

/// <summary>One of several entries that stand beside each other on a page: a story, a teaser, or a report in a live blog.</summary>
/// <param name="Heading">Block of its heading, or -1.</param>
/// <param name="Body">Its blocks of text, in order.</param>
/// <param name="Time">When it was published, where a <c>time</c> element in it says so.</param>
/// <param name="Clock">The time of day alone, where that is all the element says.</param>
internal sealed record PageEntry(int Node, int Heading, ImmutableArray<int> Body, int Words, bool HeadingIsLink, PublishedAt? Time, TimeOnly? Clock);

/// <summary>What a page of several entries is.</summary>
internal enum EntriesKind
{
    None,

    /// <summary>Headings with links and a line or two each: a list of articles that stand elsewhere.</summary>
    Teasers,

    /// <summary>Whole stories under headings of their own.</summary>
    Stories,

    /// <summary>Reports with their times on a page that calls itself a live blog.</summary>
    Live,
}

/// <summary>Finds entries that stand beside each other: children of one element that each hold an <c>article</c>, or each a time in a live blog.</summary>
internal sealed record PageEntries(EntriesKind Kind, ImmutableArray<PageEntry> Entries)
{
    private const int Climb = 6;
    private const int MaximumEntries = 2000;
    private const int FewestTeasers = 4;
    private const int TeaserWords = 60;
    private const int StoryWords = 80;
    private const int ReportWords = 6;

    private static readonly PageEntries None = new(EntriesKind.None, []);

    public static PageEntries Find(Page page, FoundBody found)
    {
        if (IsLive(page) && Beside(page, Tag.Time, ReportWords) is { Length: >= 3 } reports) return new PageEntries(EntriesKind.Live, reports);
        var articles = Beside(page, Tag.Article, 0);
        if (articles.Length < 2) return None;
        var outside = Outside(page, articles, found.Blocks).Sum(b => TextShape.Of(page.Blocks[b].Text).Words);
        var stories = articles.RemoveAll(e => e.Words < StoryWords || e.Heading < 0);
        if (stories.Length > 1 && stories.Length == articles.Length && outside < StoryWords && !stories.Any(s => s.HeadingIsLink && s.Words < 2 * StoryWords)) return new PageEntries(EntriesKind.Stories, stories);
        var teasers = articles.Count(e => e is { HeadingIsLink: true, Words: < TeaserWords });
        return teasers >= FewestTeasers && teasers == articles.Length && outside < TeaserWords ? new PageEntries(EntriesKind.Teasers, articles) : None;
    }

    /// <summary>The page's classes or its linked data say that it is a live blog.</summary>
    private static bool IsLive(Page page)
    {
        foreach (ref readonly var node in page.Nodes.AsSpan())
        {
            if (node.Words.Length > 0 && (node.Words.Contains("liveblog", StringComparison.Ordinal) || node.Words.Contains("live-blog", StringComparison.Ordinal) || node.Words.Contains("live-ticker", StringComparison.Ordinal) || node.Words.Contains("liveticker", StringComparison.Ordinal))
                && node.EndBlock - node.FirstBlock > 3) return true;
            if (node.Describes && node.Element.GetAttribute("itemtype")?.Contains("LiveBlogPosting", StringComparison.Ordinal) == true) return true;
        }

        foreach (var script in page.Scripts)
        {
            if (page.Source.AsSpan(script.TagStart, script.ContentStart - script.TagStart).Contains("ld+json", StringComparison.OrdinalIgnoreCase)
                && page.Source.AsSpan(script.ContentStart, script.ContentEnd - script.ContentStart).Contains("\"LiveBlogPosting\"", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>The children of the element that has most children holding such a tag.</summary>
    private static ImmutableArray<PageEntry> Beside(Page page, Tag seed, int fewestWords)
    {
        var children = new Dictionary<int, HashSet<int>>();
        for (var n = 0; n < page.Nodes.Length; n++)
        {
            // Teasers are what related articles are shown as; a list is made of them.
            if (page.Nodes[n].Tag != seed || (IsFurniture(page.Nodes[n].Mark) && !(seed == Tag.Article && page.Nodes[n].Mark == Mark.Related))) continue;
            var child = n;
            for (var i = 0; i < Climb && page.Nodes[child].Parent >= 0; i++)
            {
                var parent = page.Nodes[child].Parent;
                if (!children.TryGetValue(parent, out var set)) children[parent] = set = [];
                if (set.Count < MaximumEntries) set.Add(child);
                child = parent;
            }
        }

        if (children.Count == 0) return [];
        // Of equal ones the outermost: a time's own wrapper is no entry.
        var most = children.MaxBy(c => (c.Value.Count, -c.Key)).Value;
        return most.Count < 2 ? [] : [.. most.Order().Select(n => Read(page, n)).Where(e => e.Words >= fewestWords)];
    }

    private static PageEntry Read(Page page, int node)
    {
        ref readonly var entry = ref page.Nodes[node];
        var heading = -1;
        var body = ImmutableArray.CreateBuilder<int>();
        var words = 0;
        for (var b = entry.FirstBlock; b < entry.EndBlock; b++)
        {
            var block = page.Blocks[b];
            if (heading < 0 && body.Count == 0 && block.Length < 250 && IsHeading(page, block, node)) heading = b;
            else if (IsText(page, block))
            {
                body.Add(b);
                words += TextShape.Of(block.Text).Words;
            }
        }

        var (time, clock) = Time(page, node);
        return new PageEntry(node, heading, body.ToImmutable(), words, heading >= 0 && page.Blocks[heading].LinkShare > 0.6, time, clock);
    }

    private static (PublishedAt? Time, TimeOnly? Clock) Time(Page page, int node)
    {
        TimeOnly? clock = null;
        for (var n = node; n < page.Nodes[node].End; n++)
        {
            if (page.Nodes[n].Tag != Tag.Time) continue;
            if (DateText.First(page.Nodes[n].Element.GetAttribute("datetime") ?? string.Empty) is { } date) return (date.Value, null);
            if (clock is null && TimeOnly.TryParseExact(page.Nodes[n].Element.TextContent.Trim(), ["H:mm", "HH:mm", "H.mm", "HH.mm"], out var printed)) clock = printed;
        }

        return (null, clock);
    }

    private static bool IsHeading(Page page, TextBlock block, int node)
    {
        for (var n = block.Node; n > node; n = page.Nodes[n].Parent)
        {
            if (Tags.IsHeading(page.Nodes[n].Tag) || page.Nodes[n].Own == Mark.Headline) return true;
        }

        return false;
    }

    private static bool IsText(Page page, TextBlock block)
    {
        if (IsFurniture(page.MarkOf(block)) || page.MarkOf(block) is Mark.Caption or Mark.Date or Mark.Byline or Mark.Embed or Mark.PullQuote or Mark.AuthorBox || block.LinkShare > 0.6) return false;
        if (page.Nearest(block.Leaf, Tag.Time) >= 0 || (block.Length < 60 && DateText.First(block.Text) is { } date && date.End - date.Start > block.Length * 0.5)) return false;
        return BlockCues.Of(block.Text) == BlockCue.None && block.Text.Any(char.IsLetter);
    }

    private static bool IsFurniture(Mark mark) =>
        mark is Mark.Comments or Mark.Related or Mark.Share or Mark.Newsletter or Mark.Advertisement or Mark.Cookies or Mark.Navigation or Mark.Sidebar or Mark.Footer or Mark.Tags or Mark.Hidden or Mark.Widget;

    /// <summary>Those of some blocks that no entry holds; both in document order.</summary>
    public static IEnumerable<int> Outside(Page page, ImmutableArray<PageEntry> entries, IEnumerable<int> blocks)
    {
        var next = 0;
        foreach (var b in blocks)
        {
            while (next < entries.Length && page.Nodes[entries[next].Node].EndBlock <= b) next++;
            if (next == entries.Length || page.Nodes[entries[next].Node].FirstBlock > b) yield return b;
        }
    }
}
