using System.Collections.Immutable;
using Crosscheck.Articles.Html;

namespace Crosscheck.Articles.Metadata;

/// <summary>Who wrote the article, from the linked data, the head and the bylines of a page.</summary>
internal static class AuthorFinder
{
    public static (ImmutableArray<string> People, ImmutableArray<string> Agencies, string Basis) Find(
        Page page, MetaTags meta, JsonLd linked, FoundBody body, int headline, string? outlet)
    {
        var agencies = new List<string>();
        // The first place whose names all look like names; where none does (a pen name, one word), the first place that gives any.
        List<string>? pen = null;
        var penBasis = string.Empty;
        foreach (var (basis, values, strict) in Places(page, meta, linked, body, headline))
        {
            var people = new List<string>();
            foreach (var value in values) AuthorNames.Read(value, strict, people, agencies);
            people.RemoveAll(p => IsOutlet(p, outlet));
            if (people.Count == 0) continue;
            if (people.TrueForAll(AuthorNames.LooksName)) return ([.. people], [.. agencies], basis);
            if (pen is null) (pen, penBasis) = (people, basis);
        }

        return (pen is null ? [] : [.. pen], [.. agencies], penBasis);
    }

    private static IEnumerable<(string Basis, IEnumerable<string> Values, bool Strict)> Places(Page page, MetaTags meta, JsonLd linked, FoundBody body, int headline)
    {
        if (linked.Authors.Count > 0) yield return ("JSON-LD author", linked.Authors, false);
        foreach (var name in (string[])["author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author", "cxenseparse:author", "article.author", "article:author_name", "dc:creator", "creator", "twitter:data1"])
        {
            var values = meta.All(name).Where(v => !v.Contains("://", StringComparison.Ordinal) && !v.StartsWith("www.", StringComparison.Ordinal)).ToList();
            if (values.Count > 0) yield return ($"meta {name}", values, name == "twitter:data1");
        }

        yield return ("rel=author", Elements(page, e => e.GetAttribute("rel")?.Split(' ').Contains("author") == true), false);
        yield return ("itemprop author", Elements(page, e => e.GetAttribute("itemprop")?.Split(' ').Contains("author") == true), false);
        yield return ("author element", Marked(page, body, headline), false);
        if (linked.People.Count == 1) yield return ("JSON-LD person", linked.People, true);
        yield return ("byline", Bylines(page, body, headline), true);
    }

    private static IEnumerable<string> Elements(Page page, Func<AngleSharp.Dom.IElement, bool> wanted)
    {
        var found = 0;
        for (var n = 0; n < page.Nodes.Length && found < 4; n++)
        {
            var node = page.Nodes[n];
            if (!node.Describes || node.Tag is Tag.Meta or Tag.Link || node.Mark is Mark.Comments or Mark.Related || !wanted(node.Element)) continue;
            var text = ReadableText.Of(node.Element.TextContent);
            if (text.Length is 0 or > 120) continue;
            found++;
            yield return text;
            n = node.End - 1;
        }
    }

    /// <summary>The nearest element to the headline or the text whose class says author, or the link inside it.</summary>
    private static List<string> Marked(Page page, FoundBody body, int headline)
    {
        var anchor = headline >= 0 ? headline : body.Blocks.IsEmpty ? 0 : body.Blocks[0];
        var last = body.Blocks.IsEmpty ? anchor : body.Blocks[^1];
        var best = (Distance: 25, Text: string.Empty);
        for (var n = 0; n < page.Nodes.Length; n++)
        {
            var node = page.Nodes[n];
            if (node.Mark is Mark.Comments or Mark.Related or Mark.Navigation || node.Tag is Tag.Body or Tag.Html or Tag.Article or Tag.Img || node.EndBlock - node.FirstBlock > 6) continue;
            if (!SaysAuthor(node.Words)) continue;
            var distance = Math.Min(Math.Abs(node.FirstBlock - anchor), Math.Abs(node.FirstBlock - last) + 3);
            if (distance >= best.Distance) continue;
            var text = ReadableText.Of(node.Element.TextContent);
            for (var inner = n + 1; inner < node.End; inner++)
            {
                if (page.Nodes[inner].Tag is not Tag.A && !page.Nodes[inner].Words.Contains("name", StringComparison.Ordinal)) continue;
                var linked = ReadableText.Of(page.Nodes[inner].Element.TextContent);
                if (linked.Length is < 2 or > 60) continue;
                text = linked;
                break;
            }

            if (text.Length is < 2 or > 80) continue;
            best = (distance, text);
        }

        return best.Text.Length == 0 ? [] : [best.Text];
    }

    private static bool SaysAuthor(string words)
    {
        if (words.Length == 0) return false;
        foreach (var word in (ReadOnlySpan<string>)["author", "autor", "byline", "auteur", "vcard", "redakteur", "writer"])
        {
            if (words.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>Short blocks in byline elements, or that begin with "by", close to the headline and the text's edges.</summary>
    private static List<string> Bylines(Page page, FoundBody body, int headline)
    {
        var found = new List<string>();
        if (body.Blocks.IsEmpty) return found;
        var from = Math.Max(0, Math.Min(headline >= 0 ? headline : body.Blocks[0], body.Blocks[0]) - 6);
        var to = Math.Min(page.Blocks.Length, body.Blocks[^1] + 6);
        for (var pass = 0; pass < 2 && found.Count == 0; pass++)
        {
            for (var b = from; b < to && found.Count == 0; b++)
            {
                var block = page.Blocks[b];
                if (block.Length > 120) continue;
                var mark = page.MarkOf(block);
                if (pass == 0 ? mark is Mark.Byline && HasWord(page, block.Leaf) : Leads(block.Text)) found.Add(block.Text);
            }
        }

        return found;
    }

    private static bool HasWord(Page page, int node)
    {
        for (var steps = 0; node >= 0 && steps < 4; steps++, node = page.Nodes[node].Parent)
        {
            var words = page.Nodes[node].Words;
            if (words.Contains("aut", StringComparison.Ordinal) || words.Contains("byline", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool Leads(string text)
    {
        foreach (var lead in (ReadOnlySpan<string>)["By ", "by ", "BY ", "Von ", "von ", "VON ", "Par ", "Por ", "Autor: ", "Autorin: ", "Author: ", "Text: ", "Written by ", "Posted by ", "Geschrieben von ", "Di ", "Door ", "Autor:", "Автор: "])
        {
            if (text.StartsWith(lead, StringComparison.Ordinal) && text.Length < 80) return true;
        }

        return false;
    }

    private static bool IsOutlet(string name, string? outlet)
    {
        if (outlet is null) return false;
        var a = ReadableText.Loose(name).Replace(" ", string.Empty, StringComparison.Ordinal);
        var b = ReadableText.Loose(outlet).Replace(" ", string.Empty, StringComparison.Ordinal);
        return a == b;
    }
}
