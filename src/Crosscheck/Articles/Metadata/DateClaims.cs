using System.Buffers;
using System.Collections.Frozen;
using Crosscheck.Articles.Dates;
using Crosscheck.Articles.Html;

namespace Crosscheck.Articles.Metadata;

/// <summary>Collects every place of a page that names a day of publication or change. Linear in the page; a page of dates is cut off.</summary>
internal sealed class DateClaims
{
    private const int Most = 400;
    private const int LongestLabel = 40;
    private const int Readable = 240;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "article:published", "og:published_time", "published_time", "parsely-pub-date", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "sailthru.date", "dcterms.issued", "dc.date.issued", "article.published", "publish-date", "publish_date", "publishdate",
        "publication_date", "publication-date", "citation_publication_date", "citation_date", "date.published", "published-date", "rnews:datepublished", "bt:pubdate", "pubdate", "pub_date", "originalpublicationdate",
        "article_date_original", "shareaholic:article_published_time", "og:pubdate", "og:regdate", "ptime", "firstpublished", "article:publication_date", "displaydate", "lastpublisheddate", "og:article:publish_date",
    ];

    private static readonly string[] DateNames =
        ["dcterms.created", "dc.date.created", "dc:date.created", "article.created", "created", "dc.date", "dcterms.date", "date", "dc:date", "datecreated", "timestamp", "pdate", "article:create_at"];

    private static readonly string[] ModifiedNames =
        ["article:modified_time", "og:updated_time", "datemodified", "dateupdate", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "modified", "article.updated", "updated_time"];

    private static readonly string[] ScriptKeys =
        ["datePublished\":", "publishedAt\":", "published_at\":", "publishDate\":", "publishedDate\":", "pubDate\":", "firstPublished\":", "publish_date\":", "publicationDate\":", "date_published\":"];

    private static readonly SearchValues<string> AnyScriptKey = SearchValues.Create(ScriptKeys, StringComparison.Ordinal);

    private static readonly FrozenSet<string> Listed = FrozenSet.ToFrozenSet([.. PublishedNames, .. DateNames, .. ModifiedNames], StringComparer.Ordinal);

    private readonly Page _page;
    private readonly int _near;
    private readonly int _first;
    private readonly int _last;
    private readonly bool _monthFirst;
    private readonly List<DateClaim> _claims = [];

    private DateClaims(Page page, FoundBody body, int headline)
    {
        _page = page;
        _first = body.Blocks.IsEmpty ? Math.Max(0, headline) : body.Blocks[0];
        _last = body.Blocks.IsEmpty ? _first : body.Blocks[^1];
        _near = headline >= 0 ? headline : _first;
        _monthFirst = page.Language?.StartsWith("en-US", StringComparison.OrdinalIgnoreCase) == true;
    }

    public static List<DateClaim> Collect(Page page, MetaTags meta, JsonLd linked, FoundBody body, int headline, string? url)
    {
        var claims = new DateClaims(page, body, headline);
        claims.Head(meta, linked, url);
        claims.Elements();
        claims.Texts();
        claims.Scripts();
        return claims._claims;
    }

    private void Head(MetaTags meta, JsonLd linked, string? url)
    {
        foreach (var value in linked.Published.Take(3)) Add(value, DatePlace.LinkedPublished, "JSON-LD datePublished", 0.95);
        foreach (var value in linked.Modified.Take(2)) Add(value, DatePlace.LinkedModified, "JSON-LD dateModified", 0.9);
        Names(meta, PublishedNames, DatePlace.HeadPublished, 0.93);
        Names(meta, DateNames, DatePlace.HeadDate, 0.8);
        Names(meta, ModifiedNames, DatePlace.HeadModified, 0.85);
        Unnamed(meta);
        if (url is not null && DateInUrl(url) is { } inUrl) _claims.Add(new DateClaim(inUrl, DatePlace.Address, "address", 0.85));
        if (meta.First("og:image", "twitter:image") is { } image && DateInUrl(image.Value) is { } inImage) _claims.Add(new DateClaim(inImage, DatePlace.Image, "address of the picture", 0.3));
        Described(meta.First("og:description", "description")?.Value, "description");
        Described(_page.Title, "title");
    }

    /// <summary>Dates under names that no list has: each system has its own.</summary>
    private void Unnamed(MetaTags meta)
    {
        foreach (var (name, values) in meta.Everything)
        {
            if (values[0].Length is < 8 or > 40 || Listed.Contains(name) || !values[0].AsSpan().ContainsAnyInRange('0', '9')) continue;
            if (name.Contains("expir", StringComparison.Ordinal) || name.Contains("unavailable", StringComparison.Ordinal) || DateText.First(values[0]) is not { Start: 0 }) continue;
            var changed = name.Contains("modif", StringComparison.Ordinal) || name.Contains("updat", StringComparison.Ordinal);
            Add(values[0], changed ? DatePlace.HeadModified : DatePlace.HeadDate, $"meta {name}", 0.6);
        }
    }

    private void Described(string? text, string basis)
    {
        if (text is null || DateText.First(DecimalDigits.Ascii(text), _monthFirst) is not { } date) return;
        _claims.Add(new DateClaim(date, DatePlace.Description, basis, 0.3));
    }

    private void Names(MetaTags meta, string[] names, DatePlace place, double trust)
    {
        foreach (var name in names)
        {
            if (meta.All(name) is [var value, ..]) Add(value, place, $"meta {name}", trust);
        }
    }

    /// <summary><c>time</c> elements, properties and classes that say what their date is.</summary>
    private void Elements()
    {
        for (var n = 0; n < _page.Nodes.Length && _claims.Count < Most; n++)
        {
            ref readonly var node = ref _page.Nodes[n];
            var published = HasWord(node.Words, "published");
            if (node.Tag is Tag.Meta or Tag.Link || (node.Tag is not (Tag.Time or Tag.Abbr) && !node.Describes && !published)) continue;
            var property = node.Describes ? node.Element.GetAttribute("itemprop") ?? node.Element.GetAttribute("property") : null;
            var says = property is null ? default(DatePlace?)
                : property.Contains("datePublished", StringComparison.OrdinalIgnoreCase) || property.Contains("dateCreated", StringComparison.OrdinalIgnoreCase) || property == "dc:date" ? DatePlace.PropertyPublished
                : property.Contains("dateModified", StringComparison.OrdinalIgnoreCase) ? DatePlace.PropertyModified
                : null;
            if (node.Tag is not (Tag.Time or Tag.Abbr) && says is null && !published) continue;
            var value = node.Element.GetAttribute("datetime") ?? node.Element.GetAttribute("content") ?? node.Element.GetAttribute("title");
            var date = value is null ? null : DateText.First(value);
            if (date is null && node.Tag != Tag.Abbr && node.End - n < 20) date = DateText.First(TextOf(n));
            if (date is not { } found) continue;
            var place = says
                ?? (published || node.Element.HasAttribute("pubdate") ? DatePlace.TimePublished // "published updated": not changed since
                : HasWord(node.Words, "updated") || HasWord(node.Words, "modified") ? DatePlace.TimeModified
                : DatePlace.Time);
            var distance = Distance(node.FirstBlock);
            var trust = place == DatePlace.Time ? (distance < 8 ? 0.88 : 0.55) : distance < 12 ? 0.92 : 0.7;
            _claims.Add(new DateClaim(found, place, says is null ? "<time>" : $"itemprop {property}", trust, distance, Shape(node.FirstBlock, node.Mark, 0, 0)));
        }
    }

    /// <summary>Dates printed in short blocks and at the beginning of long ones, with the words before them.</summary>
    private void Texts()
    {
        for (var b = 0; b < _page.Blocks.Length && _claims.Count < Most; b++)
        {
            var block = _page.Blocks[b];
            var text = DecimalDigits.Ascii(block.Text.AsSpan(0, Math.Min(block.Length, Readable)));
            if (!text.ContainsAnyInRange('0', '9')) continue;
            var from = 0;
            for (var found = 0; found < 3; found++)
            {
                if (DateText.First(text[from..], _monthFirst) is not { } date) break;
                var start = from + date.Start;
                var label = text[Math.Max(from, start - LongestLabel)..start];
                // A label may have a block of its own.
                if (start < 3 && b > 0 && _page.Blocks[b - 1].Length < 30) label = _page.Blocks[b - 1].Text;
                Printed(block, b, date, DateWords.Place(label), start, swapped: false);
                if (IsAmbiguous(text[start..], date.Value) && DateText.First(text[from..], !_monthFirst) is { } other && other.Value.Day != date.Value.Day)
                    Printed(block, b, other, DateWords.Place(label), start, swapped: true);
                from += Math.Max(date.End, 1);
            }
        }
    }

    private void Printed(TextBlock block, int b, FoundDate date, DatePlace place, int start, bool swapped)
    {
        var shape = Shape(b, _page.MarkOf(block), block.Length, start) with { Swapped = swapped };
        var distance = Distance(b);
        var score = shape.Announced ? 1.0 : 0.4;
        score += distance <= 4 ? 0.5 : distance <= 10 ? 0.2 : Math.Abs(b - _last) <= 3 ? 0.1 : -0.3;
        score += block.Length < 60 ? 0.2 : block.Length > 100 ? -0.4 : 0;
        if (date.Value.Time is not null) score += 0.1;
        if (shape.Aside) score -= 0.5;
        var trust = Math.Clamp(0.3 + (score * 0.4), 0.1, 0.87) * (place == DatePlace.PrintedModified ? 0.7 : 1) * (swapped ? 0.5 : 1);
        _claims.Add(new DateClaim(date, place, "text", trust, distance, shape));
    }

    private PrintedShape Shape(int block, Mark mark, int length, int start) =>
        new(
            length, start, mark is Mark.Date or Mark.Byline,
            mark is Mark.Comments or Mark.Related or Mark.Navigation or Mark.Footer or Mark.Sidebar or Mark.Header or Mark.Cookies or Mark.Advertisement or Mark.Widget,
            block - _near, block >= _first && block <= _last, (float)block / Math.Max(1, _page.Blocks.Length), false);

    /// <summary>State that frameworks leave in scripts, where nothing else says.</summary>
    private void Scripts()
    {
        if (_claims.Exists(c => c.Place is DatePlace.LinkedPublished or DatePlace.HeadPublished)) return;
        foreach (var script in _page.Scripts)
        {
            var content = _page.Source.AsSpan(script.ContentStart, script.ContentEnd - script.ContentStart);
            if (!content.ContainsAny(AnyScriptKey)) continue;
            foreach (var key in ScriptKeys)
            {
                var at = content.IndexOf(key);
                if (at < 0) continue;
                var value = content.Slice(at + key.Length, Math.Min(40, content.Length - at - key.Length));
                if (DateText.First(value) is not { } date) continue;
                _claims.Add(new DateClaim(date, DatePlace.Script, "script", 0.7));
                return;
            }
        }
    }

    private int Distance(int block) => Math.Min(Math.Abs(block - _near), Math.Abs(block - _first));

    /// <summary><c>/2020/03/15/</c>, <c>/2020-03-15-</c>, <c>/20200315</c>.</summary>
    internal static FoundDate? DateInUrl(string url)
    {
        // An address inside an address is the one that counts: an archive's own begins with the day it was saved.
        var inner = url.LastIndexOf("://", StringComparison.Ordinal);
        for (var i = Math.Max(0, inner); i + 8 < url.Length; i++)
        {
            if (url[i] is not ('/' or '-' or '_' or '=') || !char.IsAsciiDigit(url[i + 1])) continue;
            var end = i + 1;
            while (end < url.Length && end < i + 12 && (char.IsAsciiDigit(url[end]) || url[end] is '/' or '-' or '_')) end++;
            var part = url[(i + 1)..end].Replace('_', '-');
            if (part.StartsWith("19", StringComparison.Ordinal) || part.StartsWith("20", StringComparison.Ordinal) || part.IndexOf('-', StringComparison.Ordinal) == 2)
            {
                if (DateText.First(part) is { } found && found.Start == 0) return found;
            }
        }

        return null;
    }

    private void Add(string value, DatePlace place, string basis, double trust)
    {
        if (DateText.First(value) is not { } date) return;
        var ambiguous = IsAmbiguous(value.AsSpan(date.Start), date.Value);
        _claims.Add(new DateClaim(date, place, basis, ambiguous ? trust * 0.6 : trust));
        if (ambiguous && DateText.First(value, monthFirst: true) is { } other && other.Value.Day != date.Value.Day)
            _claims.Add(new DateClaim(other, place, basis, trust * 0.5, Shape: default(PrintedShape) with { Swapped = true }));
    }

    /// <summary><c>11/01/2023</c> may be read two ways.</summary>
    private static bool IsAmbiguous(ReadOnlySpan<char> value, PublishedAt date) =>
        date.Day.Day <= 12 && date.Day.Day != date.Day.Month && value.Length > 2 && (value[1] == '/' || value[2] == '/');

    private static bool HasWord(string words, string word) => words.Contains(word, StringComparison.Ordinal);

    private string TextOf(int node)
    {
        var text = _page.Nodes[node].Element.TextContent;
        return text.Length > 200 ? text[..200] : text;
    }
}
