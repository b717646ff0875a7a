using System.Collections.Immutable;
using Crosscheck.Articles.Metadata;
using Crosscheck.Text;

namespace Crosscheck.Articles.Html;

/// <summary>
/// Makes an article of each entry of a page of several stories or of a live blog, and one of what stands over a live blog's reports. What the page says of itself
/// (byline, date, address) is said of the story under the page's own headline.
/// </summary>
internal static class SeveralStories
{
    private const int LeadWords = 20;

    /// <param name="fields">What the page says of itself.</param>
    /// <param name="headline">Block that shows the page's headline, or -1.</param>
    public static ImmutableArray<Article> Assemble(Page page, PageEntries found, Article fields, FoundBody body, int headline)
    {
        var articles = ImmutableArray.CreateBuilder<Article>(found.Entries.Length + 1);
        var live = found.Kind == EntriesKind.Live;
        var lead = live ? BodyEdges.Trim(page, [.. PageEntries.Outside(page, found.Entries, body.Blocks)], fields.Headline?.Value, headline) : [];
        if (lead.Sum(b => TextShape.Of(page.Blocks[b].Text).Words) >= LeadWords) articles.Add(PageMetadata.Fill(fields, ArticleAssembler.Assemble(page, lead)));
        else lead = [];
        foreach (var entry in found.Entries)
        {
            if (!entry.Body.IsEmpty) articles.Add(One(page, entry, fields, headline, live));
        }

        if (articles.Count == 0) return [];
        // Captions and furniture of the page stand with its first story.
        var kept = found.Entries.SelectMany(e => e.Heading < 0 ? e.Body : e.Body.Add(e.Heading)).Concat(lead).Order().ToList();
        articles[0] = ArticleAssembler.WithFurniture(articles[0], page, kept, headline);
        articles.Sort((a, b) => a.DocumentSpan.Start.CompareTo(b.DocumentSpan.Start));
        for (var i = 0; i + 1 < articles.Count; i++)
        {
            // A story ends where the next begins.
            var start = articles[i].DocumentSpan.Start;
            articles[i] = articles[i] with { DocumentSpan = new TextSpan(start, Math.Max(start, articles[i + 1].DocumentSpan.Start)) };
        }

        return articles.ToImmutable();
    }

    private static Article One(Page page, PageEntry entry, Article fields, int headline, bool live)
    {
        var text = ArticleAssembler.Assemble(page, entry.Body);
        var heading = entry.Heading < 0 ? null : page.Blocks[entry.Heading];
        if (!live && heading is not null && (entry.Heading == headline || (fields.Headline is { } own && ReadableText.Loose(own.Value) == ReadableText.Loose(heading.Text))))
        {
            return PageMetadata.Fill(fields, text) with { HeadlineSpan = heading.Source, DocumentSpan = text.DocumentSpan.Cover(heading.Source) };
        }

        var reasons = ImmutableSortedDictionary<string, string>.Empty.Add("authors", "the byline of the page is not that of one entry");
        var published = Published(entry, fields);
        if (heading is null) reasons = reasons.Add("headline", "no heading stands before the entry");
        if (published is null) reasons = reasons.Add("published", "the entry names no day of its own");
        if (fields.Outlet is null) reasons = reasons.Add("outlet", "neither the page nor its address names a publisher");
        return text with
        {
            Headline = heading is null ? null : new Sourced<string>(heading.Text, "heading before the text", 0.9),
            HeadlineSpan = heading?.Source,
            DocumentSpan = heading is null ? text.DocumentSpan : text.DocumentSpan.Cover(heading.Source),
            Outlet = fields.Outlet,
            Url = fields.Url,
            Published = published,
            Notices = live ? [new Notice(NoticeKind.LiveEntry, new TextSpan(text.DocumentSpan.Start, text.DocumentSpan.Start), fields.Headline?.Value ?? string.Empty)] : [],
            Reasons = reasons,
        };
    }

    /// <summary>A time of day alone is of the page's day where it is not before the page was published.</summary>
    private static Sourced<PublishedAt>? Published(PageEntry entry, Article fields)
    {
        if (entry.Time is { } time) return new Sourced<PublishedAt>(time, "<time>", 0.9);
        return entry.Clock is { } clock && fields.Published is { Value: { } page } && !(page.Time > clock)
            ? new Sourced<PublishedAt>(page with { Time = clock }, "time of the entry on the page's day", 0.7)
            : null;
    }
}
