using System.Collections.Immutable;
using Crosscheck.Articles.Dates;
using Crosscheck.Articles.Html;
using Crosscheck.Text;

namespace Crosscheck.Articles.Metadata;

/// <summary>What a page says about its article apart from the text. Values that come with the document from outside are taken first.</summary>
internal sealed class PageMetadata(DateFinder dates, AuthorFinder authors)
{
    /// <summary>What the head of a page and its headline say, which the other fields need.</summary>
    /// <param name="Block">The block that shows the headline, or -1.</param>
    internal sealed record PageHead(MetaTags Meta, string? Url, Sourced<string>? Outlet, Sourced<string>? Headline, int Block, List<Candidate> Titles);

    /// <summary>The fields of one article over the text of another.</summary>
    public static Article Fill(Article fields, Article text) =>
        fields with { DocumentSpan = text.DocumentSpan, Body = text.Body, Blocks = text.Blocks, Dateline = text.Dateline, Agencies = Together(fields, text) };

    /// <summary>The agencies of both, each once under its full name. What a dateline has in brackets and no list knows may be the outlet itself.</summary>
    private static ImmutableArray<string> Together(Article fields, Article text)
    {
        var outlet = fields.Outlet is { } named ? ReadableText.Loose(named.Value) + " " : string.Empty;
        var others = text.Agencies.Where(a => Agencies.NameOf(a) is not null || !outlet.StartsWith(ReadableText.Loose(a) + " ", StringComparison.Ordinal));
        return [.. fields.Agencies.Concat(others).Select(a => Agencies.NameOf(a) ?? a).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>An article without text, its fields filled; <paramref name="headlineBlock"/> is the block that shows the headline, or -1.</summary>
    public Article Read(Page page, JsonLd linked, FoundBody body, GivenMetadata given, out int headlineBlock)
    {
        var (meta, url, outlet, headline, block, titles) = ReadHead(page, linked, body, given);
        headlineBlock = block;
        var disagreeing = ImmutableArray.CreateBuilder<Candidate>();
        var reasons = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        disagreeing.AddRange(titles);
        if (given.Title is { Length: > 0 } givenTitle) headline = new Sourced<string>(givenTitle, given.Basis, 1);
        var found = dates.Find(DateClaims.Collect(page, meta, linked, body, block, url));
        disagreeing.AddRange(found.Others);
        var published = found.Published;
        if (given.Published is { Length: > 0 } givenDate && DateText.First(givenDate) is { } date) published = new Sourced<PublishedAt>(date.Value, given.Basis, 1);
        var (claims, namedAgencies) = AuthorClaims.Collect(page, meta, linked, body, block);
        var (people, agencies, signedBy) = authors.Find(page, claims, namedAgencies, outlet?.Value, linked.Organizations);
        if (published is null) reasons["published"] = found.Doubt ?? "no date in the linked data, the head, the address or beside the text";
        if (outlet is null) reasons["outlet"] = "neither the page nor its address names a publisher";
        if (headline is null) reasons["headline"] = "no heading and no title";
        if (people.IsEmpty) reasons["authors"] = signedBy is not null ? "a desk or the house signs, no person" : agencies.IsEmpty ? "no byline names anybody" : "the byline names an agency only";
        return new Article
        {
            DocumentSpan = default,
            Body = SourceText.Empty,
            Headline = headline,
            HeadlineSpan = block >= 0 ? page.Blocks[block].Source : null,
            Subtitle = SubtitleFinder.Find(page, body.Blocks, block) is var subtitle and >= 0 ? page.Blocks[subtitle].Text.Replace('\n', ' ') : null,
            Authors = people,
            SignedBy = signedBy,
            Agencies = agencies,
            Outlet = outlet,
            Published = published,
            Modified = found.Modified,
            Url = url,
            Section = linked.Sections.FirstOrDefault() ?? meta.First("article:section", "section", "parsely-section", "og:section")?.Value,
            Disagreeing = disagreeing.ToImmutable(),
            Reasons = reasons.ToImmutable(),
        };
    }

    internal static PageHead ReadHead(Page page, JsonLd linked, FoundBody body, GivenMetadata given)
    {
        var meta = MetaTags.Read(page);
        var url = given.Url ?? Canonical(page) ?? meta.First("og:url")?.Value ?? linked.Urls.Find(u => u.StartsWith("http", StringComparison.Ordinal));
        var outlet = Outlet(page, meta, linked, given, url);
        var (headline, block, titles) = HeadlineFinder.Find(page, meta, linked, body.Blocks.IsEmpty ? -1 : body.Blocks[0], outlet?.Value);
        if (outlet is null or { Basis: "address" } && headline is not null) outlet = OutletInTitle(page, headline.Value) ?? outlet;
        return new PageHead(meta, url, outlet, headline, block, titles);
    }

    private static string? Canonical(Page page)
    {
        foreach (ref readonly var node in page.Nodes.AsSpan())
        {
            if (node.Tag == Tag.Link && string.Equals(node.Element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase)
                && node.Element.GetAttribute("href") is { Length: > 8 and < 2000 } href && href.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return href.Trim();
        }

        return null;
    }

    private static Sourced<string>? Outlet(Page page, MetaTags meta, JsonLd linked, GivenMetadata given, string? url)
    {
        if (given.Outlet is { Length: > 0 } outlet) return new Sourced<string>(outlet, given.Basis, 1);
        if (meta.First("og:site_name") is { } site && site.Value.Length < 80) return new Sourced<string>(WithoutWww(site.Value), "meta og:site_name", 0.9);
        if (linked.Publishers.Find(p => p.Length < 80) is { } publisher) return new Sourced<string>(publisher, "JSON-LD publisher", 0.9);
        if (meta.First("application-name", "dc.publisher", "dcterms.publisher", "cre", "apple-mobile-web-app-title") is { } name && name.Value.Length < 60) return new Sourced<string>(name.Value, $"meta {name.Name}", 0.7);
        return url is not null && Host(url) is { } host ? new Sourced<string>(host, "address", 0.8) : null;
    }

    /// <summary>What the page's title says behind the headline: <c>Seven dead in blast | Lakeside Courier</c>.</summary>
    private static Sourced<string>? OutletInTitle(Page page, string headline)
    {
        var title = page.Title;
        foreach (var separator in (ReadOnlySpan<string>)[" | ", " - ", " \u2013 ", " \u2014 ", " \u00B7 "])
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var head = title[..at];
            if (ReadableText.Loose(head) != ReadableText.Loose(headline)) continue;
            var tail = title[(at + separator.Length)..].Trim();
            if (tail.Length is > 2 and < 50 && char.IsUpper(tail[0]) && tail.Split(' ').Length <= 5) return new Sourced<string>(tail, "title", 0.7);
        }

        return null;
    }

    /// <summary>The host of an absolute address, without <c>www.</c>; null where there is none.</summary>
    internal static string? Host(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0) return null;
        var rest = url[(start + 3)..];
        var end = rest.AsSpan().IndexOfAny("/?#:");
        var host = (end < 0 ? rest : rest[..end]).ToLowerInvariant();
        host = WithoutWww(host);
        return host.Length > 3 && host.Contains('.', StringComparison.Ordinal) ? host : null;
    }

    private static string WithoutWww(string name) => name.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
