using Crosscheck.Articles.Dates;
using Crosscheck.Articles.Html;

namespace Crosscheck.Articles.Metadata;

/// <summary>When the article was published and when it was changed: every place that says so, the most trusted first.</summary>
internal sealed class DateFinder
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "article:published", "og:published_time", "published_time", "parsely-pub-date", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "sailthru.date", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "article.published", "publish-date", "publish_date", "publishdate",
        "publication_date", "publication-date", "citation_publication_date", "citation_date", "date.published", "published-date", "rnews:datepublished", "bt:pubdate", "pubdate", "pub_date", "originalpublicationdate",
        "article_date_original", "article.created", "created", "dc.date", "dcterms.date", "date", "dc:date", "datecreated", "timestamp", "shareaholic:article_published_time", "og:pubdate", "og:regdate", "ptime", "firstpublished",
    ];

    private static readonly string[] ModifiedNames =
        ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "modified", "article.updated", "updated_time"];

    private readonly List<(FoundDate Date, string Basis, double Confidence)> _published = [];
    private readonly List<(FoundDate Date, string Basis, double Confidence)> _modified = [];

    public Sourced<PublishedAt>? Published { get; private set; }

    public Sourced<PublishedAt>? Modified { get; private set; }

    public List<Candidate> Others { get; } = [];

    public static DateFinder Find(Page page, MetaTags meta, JsonLd linked, FoundBody body, int headline, string? url)
    {
        var finder = new DateFinder();
        finder.Collect(page, meta, linked, body, headline, url);
        finder.Choose();
        return finder;
    }

    private void Collect(Page page, MetaTags meta, JsonLd linked, FoundBody body, int headline, string? url)
    {
        foreach (var value in linked.Published.Take(2)) Add(_published, value, "JSON-LD datePublished", 0.95);
        foreach (var value in linked.Modified.Take(1)) Add(_modified, value, "JSON-LD dateModified", 0.9);
        foreach (var name in PublishedNames)
        {
            foreach (var value in meta.All(name).Take(1)) Add(_published, value, $"meta {name}", 0.93);
        }

        foreach (var name in ModifiedNames)
        {
            foreach (var value in meta.All(name).Take(1)) Add(_modified, value, $"meta {name}", 0.85);
        }

        Elements(page, body, headline);
        if (url is not null && DateInUrl(url) is { } inUrl) _published.Add((inUrl, "address", 0.85));
        Texts(page, body, headline);
        Scripts(page);
    }

    /// <summary><c>time</c> elements and properties, the nearest to the headline and the text first.</summary>
    private void Elements(Page page, FoundBody body, int headline)
    {
        var anchor = headline >= 0 ? headline : body.Blocks.IsEmpty ? 0 : body.Blocks[0];
        var best = (Distance: int.MaxValue, Value: default(FoundDate), Found: false);
        var stated = (Distance: int.MaxValue, Value: default(FoundDate), Basis: string.Empty);
        for (var n = 0; n < page.Nodes.Length; n++)
        {
            ref readonly var node = ref page.Nodes[n];
            if (node.Tag == Tag.Meta || (node.Tag != Tag.Time && !node.Describes && !HasWord(node.Words, "published"))) continue;
            var property = node.Element.GetAttribute("itemprop") ?? node.Element.GetAttribute("property");
            var isDate = property is not null && (property.Contains("datePublished", StringComparison.OrdinalIgnoreCase) || property.Contains("dateCreated", StringComparison.OrdinalIgnoreCase) || property == "dc:date");
            var isChange = property is not null && property.Contains("dateModified", StringComparison.OrdinalIgnoreCase);
            if (node.Tag != Tag.Time && !isDate && !isChange && !HasWord(node.Words, "published")) continue;
            if (node.Mark is Mark.Comments or Mark.Sidebar or Mark.Footer || (node.Mark == Mark.Related && Math.Abs(node.FirstBlock - anchor) > 4)) continue;
            var value = node.Element.GetAttribute("datetime") ?? node.Element.GetAttribute("content") ?? node.Element.GetAttribute("title");
            var parsed = value is null ? null : DateText.First(value);
            if (parsed is null && node.End - n < 20) parsed = DateText.First(TextOf(page, n));
            if (parsed is not { } date) continue;
            var distance = Math.Abs(node.FirstBlock - anchor);
            if (isDate || node.Element.HasAttribute("pubdate") || (HasWord(node.Words, "published") && !HasWord(node.Words, "updated")))
            {
                if (distance < stated.Distance) stated = (distance, date, isDate ? $"itemprop {property}" : "<time> published");
            }
            else if (isChange || HasWord(node.Words, "updated") || HasWord(node.Words, "modified")) _modified.Add((date, "<time>", 0.8));
            else if (node.Tag == Tag.Time && distance < best.Distance) best = (distance, date, true);
        }

        if (stated.Distance < int.MaxValue) _published.Add((stated.Value, stated.Basis, stated.Distance < 12 ? 0.92 : 0.7));

        if (best.Found) _published.Add((best.Value, "<time>", best.Distance < 8 ? 0.88 : 0.55));
    }

    /// <summary>Dates printed near the headline, in a byline or date element, or just before or behind the text.</summary>
    private void Texts(Page page, FoundBody body, int headline)
    {
        if (page.Blocks.Length == 0) return;
        var first = body.Blocks.IsEmpty ? 0 : body.Blocks[0];
        var last = body.Blocks.IsEmpty ? 0 : body.Blocks[^1];
        var monthFirst = page.Document.DocumentElement?.GetAttribute("lang")?.StartsWith("en-US", StringComparison.OrdinalIgnoreCase) == true;
        var near = headline >= 0 ? headline : first;
        var best = (Score: 0.0, Date: default(FoundDate), Changed: false);
        (int Distance, FoundDate Date)? anywhere = null;
        for (var b = 0; b < page.Blocks.Length; b++)
        {
            var block = page.Blocks[b];
            var mark = page.MarkOf(block);
            if (mark is Mark.Comments or Mark.Cookies or Mark.Advertisement || (mark is Mark.Related or Mark.Navigation && Math.Min(Math.Abs(b - near), Math.Abs(b - first)) > 4)) continue;
            var text = block.Text.AsSpan(0, Math.Min(block.Length, 200));
            if (!text.ContainsAnyInRange('0', '9') || DateText.First(text, monthFirst) is not { } date) continue;
            var distance = Math.Min(Math.Abs(b - near), Math.Abs(b - first));
            if (anywhere is null || distance < anywhere.Value.Distance) anywhere = (distance, date);
            if (block.Length > 200 && b != first) continue;
            var score = mark is Mark.Date or Mark.Byline ? 1.0 : 0.4;
            score += distance <= 4 ? 0.5 : distance <= 10 ? 0.2 : Math.Abs(b - last) <= 3 ? 0.1 : -0.3;
            if (block.Length < 60) score += 0.2;
            if (block.Length > 100) score -= 0.4;
            if (date.Value.Time is not null) score += 0.1;
            if (mark is Mark.Footer or Mark.Sidebar or Mark.Header) score -= 0.5;
            if (score > best.Score) best = (score, date, IsChange(block.Text));
        }

        if (best.Score < 0.4)
        {
            if (_published.Count + _modified.Count == 0 && anywhere is { } some) _published.Add((some.Date, "a date in the text", 0.4));
            return;
        }

        if (best.Changed) _modified.Add((best.Date, "text", 0.6));
        else _published.Add((best.Date, "text", Math.Min(0.87, 0.3 + (best.Score * 0.4))));
    }

    /// <summary>State that frameworks leave in scripts.</summary>
    private void Scripts(Page page)
    {
        if (_published.Count > 0) return;
        foreach (var script in page.Scan.Scripts)
        {
            var content = page.Source.AsSpan(script.ContentStart, script.ContentEnd - script.ContentStart);
            foreach (var key in (ReadOnlySpan<string>)["datePublished\":", "publishedAt\":", "published_at\":", "publishDate\":", "publishedDate\":", "pubDate\":", "firstPublished\":", "publish_date\":", "publicationDate\":", "date_published\":"])
            {
                var at = content.IndexOf(key);
                if (at < 0) continue;
                var value = content.Slice(at + key.Length, Math.Min(40, content.Length - at - key.Length));
                if (DateText.First(value) is not { } date) continue;
                _published.Add((date, "script", 0.7));
                return;
            }
        }
    }

    private void Choose()
    {
        Published = OnTheDayShown(Best(_published));
        Modified = Best(_modified);
        if (Published is null && Modified is not null) Published = Modified with { Confidence = Modified.Confidence * 0.6 };
        foreach (var (date, basis, _) in _published)
        {
            if (Published is not null && date.Value.Day != Published.Value.Day) Others.Add(new Candidate("published", date.Value.ToString(), basis));
        }
    }

    /// <summary>
    /// A moment given in universal time may fall on another day than the one on which readers saw it: where the address or the text names the day
    /// before or after, that day holds.
    /// </summary>
    private Sourced<PublishedAt>? OnTheDayShown(Sourced<PublishedAt>? best)
    {
        if (best is null || best.Value.Time is null || best.Value.Offset is { Ticks: not 0 }) return best;
        foreach (var (date, basis, _) in _published)
        {
            var shift = date.Value.Day.DayNumber - best.Value.Day.DayNumber;
            var hour = best.Value.Time.Value.Hour;
            if (shift < 0 ? hour > 12 : hour < 10) continue;
            if (basis is "address" or "text" or "<time>" && Math.Abs(shift) == 1 && !_published.Exists(d => d.Basis is "address" or "text" && d.Date.Value.Day == best.Value.Day))
                return new Sourced<PublishedAt>(date.Value, basis, best.Confidence * 0.9);
        }

        return best;
    }

    private static Sourced<PublishedAt>? Best(List<(FoundDate Date, string Basis, double Confidence)> candidates)
    {
        // A day that several places name outweighs one that the most trusted place names alone.
        var best = -1;
        var bestWeight = 0.0;
        for (var i = 0; i < candidates.Count; i++)
        {
            var day = candidates[i].Date.Value.Day;
            var weight = candidates[i].Confidence + (0.04 * (candidates.Count(c => c.Date.Value.Day == day) - 1));
            if (weight > bestWeight) (best, bestWeight) = (i, weight);
        }

        if (best < 0) return null;
        var chosen = candidates[best];
        var agreeing = candidates.FindAll(c => c.Date.Value.Day == chosen.Date.Value.Day);
        var timed = agreeing.Find(c => c.Date.Value.Time is not null && c.Date.Value.Offset is not null);
        var value = timed.Basis is null ? chosen.Date.Value : timed.Date.Value;
        return new Sourced<PublishedAt>(value, chosen.Basis, Math.Min(0.99, chosen.Confidence + (0.02 * (agreeing.Count - 1))));
    }

    /// <summary><c>/2020/03/15/</c>, <c>/2020-03-15-</c>, <c>/20200315</c>.</summary>
    internal static FoundDate? DateInUrl(string url)
    {
        for (var i = 0; i + 8 < url.Length; i++)
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

    private static void Add(List<(FoundDate, string, double)> list, string value, string basis, double confidence)
    {
        if (DateText.First(value) is { } date) list.Add((date, basis, IsAmbiguous(value, date.Value) ? confidence * 0.6 : confidence));
    }

    /// <summary><c>11/01/2023</c> may be read two ways.</summary>
    private static bool IsAmbiguous(string value, PublishedAt date) =>
        date.Day.Day <= 12 && date.Day.Day != date.Day.Month && value.Length > 2 && (value[1] == '/' || value[2] == '/');

    private static bool HasWord(string words, string word) => words.Contains(word, StringComparison.Ordinal);

    private static string TextOf(Page page, int node)
    {
        var text = page.Nodes[node].Element.TextContent;
        return text.Length > 200 ? text[..200] : text;
    }

    private static bool IsChange(string text)
    {
        foreach (var word in (ReadOnlySpan<string>)["aktualisiert", "updated", "zuletzt geändert", "last modified", "mis à jour", "actualizado", "aggiornato", "modifié", "zaktualizowano", "bijgewerkt", "stand:", "обновлено"])
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
