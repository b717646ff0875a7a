using System.Buffers;
using Crosscheck.Articles.Html;

namespace Crosscheck.Articles.Metadata;

/// <summary>Collects every place of a page that names who wrote it, and the agencies named there. Linear in the page.</summary>
internal sealed class AuthorClaims
{
    private const int Most = 120;
    private const int Far = 25;
    private const int Longest = 160;

    private static readonly string[] HeadNames =
    [
        "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author", "cxenseparse:author", "article.author",
        "article:author_name", "dc:creator", "creator", "og:author", "authors", "article:author:name", "mediator_author",
    ];

    private static readonly SearchValues<string> AuthorWords =
        SearchValues.Create(["author", "autor", "byline", "auteur", "vcard", "redakteur", "writer", "verfasser", "poster", "username"], StringComparison.Ordinal);

    private static readonly string[] ScriptKeys = ["author\":\"", "authorName\":\"", "author\": \"", "'author': '", "postedBy\":\"", "byline\":\""];
    private static readonly SearchValues<string> AnyScriptKey = SearchValues.Create(ScriptKeys, StringComparison.Ordinal);

    private readonly Page _page;
    private readonly int _headline;
    private readonly int _first;
    private readonly int _last;
    private readonly List<AuthorClaim> _claims = [];
    private readonly List<string> _agencies = [];

    private AuthorClaims(Page page, FoundBody body, int headline)
    {
        _page = page;
        _first = body.Blocks.IsEmpty ? Math.Max(0, headline) : body.Blocks[0];
        _last = body.Blocks.IsEmpty ? _first : body.Blocks[^1];
        _headline = headline >= 0 ? headline : _first;
    }

    public static (List<AuthorClaim> Claims, List<string> Agencies) Collect(Page page, MetaTags meta, JsonLd linked, FoundBody body, int headline)
    {
        var claims = new AuthorClaims(page, body, headline);
        claims.Head(meta, linked);
        claims.Elements("rel", AuthorPlace.Relation);
        claims.Elements("itemprop", AuthorPlace.Property);
        claims.Marked();
        claims.Texts();
        claims.Scripts();
        return (claims._claims, claims._agencies);
    }

    private void Head(MetaTags meta, JsonLd linked)
    {
        Add(linked.Authors, AuthorPlace.Linked, "JSON-LD author", strict: false);
        if (linked.People.Count == 1) Add(linked.People, AuthorPlace.LinkedPerson, "JSON-LD person", strict: true);
        foreach (var name in HeadNames)
        {
            var values = meta.All(name).Where(v => !v.Contains("://", StringComparison.Ordinal) && !v.StartsWith("www.", StringComparison.Ordinal)).ToList();
            Add(values, AuthorPlace.Head, $"meta {name}", strict: false);
        }

        Add(meta.All("twitter:data1"), AuthorPlace.HeadSocial, "meta twitter:data1", strict: true);
    }

    /// <summary>Elements with an attribute that says author: each alone, and all together.</summary>
    private void Elements(string attribute, AuthorPlace place)
    {
        var texts = new List<string>();
        for (var n = 0; n < _page.Nodes.Length && texts.Count < 6; n++)
        {
            ref readonly var node = ref _page.Nodes[n];
            if (!node.Describes || node.Tag is Tag.Meta or Tag.Link || node.Mark is Mark.Comments or Mark.Related) continue;
            if (node.Element.GetAttribute(attribute)?.Split(' ').Contains("author") != true) continue;
            var text = ReadableText.Of(node.Element.TextContent);
            if (text.Length is 0 or > Longest) continue;
            texts.Add(text);
            Add([text], place, $"{attribute}=author", strict: false, node.FirstBlock);
            n = node.End - 1;
        }

        if (texts.Count > 1) Add(texts, place, $"{attribute}=author", strict: false);
    }

    /// <summary>Elements whose class says author: their text, or the link or name inside; and those of one class that stand together.</summary>
    private void Marked()
    {
        var nearest = (Distance: Far, Words: string.Empty);
        var found = new List<(string Text, string Words, int Block)>();
        for (var n = 0; n < _page.Nodes.Length && found.Count < 30; n++)
        {
            ref readonly var node = ref _page.Nodes[n];
            if (node.Words.Length == 0 || node.Mark is Mark.Comments or Mark.Related or Mark.Navigation || node.Tag is Tag.Body or Tag.Html or Tag.Article or Tag.Img || node.EndBlock - node.FirstBlock > 6) continue;
            if (!node.Words.AsSpan().ContainsAny(AuthorWords)) continue;
            var distance = Distance(node.FirstBlock);
            if (distance >= Far) continue;
            var text = ReadableText.Of(node.Element.TextContent);
            if (text.Length is >= 2 and <= Longest) Add([text], AuthorPlace.Marked, "author element", strict: false, node.FirstBlock);
            if (NameInside(n) is { } inner && inner != text) Add([text = inner], AuthorPlace.Marked, "author element", strict: false, node.FirstBlock);
            if (text.Length is < 2 or > Longest) continue;
            found.Add((text, node.Words, node.FirstBlock));
            if (distance < nearest.Distance) nearest = (distance, node.Words);
        }

        var together = found.FindAll(f => f.Words == nearest.Words && Distance(f.Block) <= nearest.Distance + 4);
        if (together.Count > 1) Add([.. together.Select(t => t.Text)], AuthorPlace.MarkedTogether, "author elements", strict: false, together[0].Block);
    }

    private string? NameInside(int n)
    {
        for (var inner = n + 1; inner < _page.Nodes[n].End; inner++)
        {
            ref readonly var node = ref _page.Nodes[inner];
            if (node.Tag is not Tag.A && !node.Words.Contains("name", StringComparison.Ordinal)) continue;
            var text = ReadableText.Of(node.Element.TextContent);
            if (text.Length is >= 2 and <= 60) return text;
        }

        return null;
    }

    /// <summary>Short blocks close to the headline and to the text's edges: bylines, names beside a date, names that sign the text.</summary>
    private void Texts()
    {
        var from = Math.Max(0, Math.Min(_headline, _first) - 8);
        var to = Math.Min(_page.Blocks.Length, _last + 10);
        for (var b = from; b < to; b++)
        {
            var block = _page.Blocks[b];
            if (block.Length > Longest) continue;
            var text = block.Text.Replace('\n', ' ');
            var mark = _page.MarkOf(block);
            if (mark is Mark.Comments or Mark.Navigation or Mark.Caption) continue;
            if (mark == Mark.Byline) Add([text], AuthorPlace.Byline, "byline", strict: true, b);
            if (AuthorNames.BehindLead(text) is { } behind)
            {
                // "Autor:" may have a block of its own.
                var whole = behind.Length > 0 ? behind : b + 1 < to ? _page.Blocks[b + 1].Text : string.Empty;
                if (whole.Length <= Longest) Add([whole], AuthorPlace.Lead, "byline", strict: true, b);
            }

            if (text.AsSpan().IndexOfAny("|•·–-") > 0) Parts(text, b);
            if (block.Length <= 40 && block.LinkShare < 0.9 && Math.Abs(b - _last) <= 2 && (b >= _last || block.BoldChars + block.ItalicChars > 0)) Add([text.Trim('(', ')')], AuthorPlace.Signature, "signature", strict: true, b);
        }
    }

    /// <summary><c>04.02.2022 | 13:10 Uhr | Mara Lindqvist</c>: each part that may be a name.</summary>
    private void Parts(string text, int b)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') || Distance(b) > 6 || b == _headline) return;
        foreach (var part in text.Split(["|", "•", "·", " – ", " - "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(6))
        {
            if (!part.AsSpan().ContainsAnyInRange('0', '9')) Add([AuthorNames.BehindLead(part) ?? part], AuthorPlace.Dated, "beside the date", strict: true, b);
        }
    }

    /// <summary>State that frameworks leave in scripts.</summary>
    private void Scripts()
    {
        if (_claims.Exists(c => c.Place is AuthorPlace.Linked or AuthorPlace.Head)) return;
        foreach (var script in _page.Scripts)
        {
            var content = _page.Source.AsSpan(script.ContentStart, script.ContentEnd - script.ContentStart);
            if (!content.ContainsAny(AnyScriptKey)) continue;
            foreach (var key in ScriptKeys)
            {
                var at = content.IndexOf(key);
                if (at < 0) continue;
                var value = content[(at + key.Length)..];
                var end = value.IndexOfAny('"', '\'', '\\');
                if (end is < 3 or > 80) continue;
                Add([ReadableText.Of(value[..end].ToString())], AuthorPlace.Script, "script", strict: true);
                return;
            }
        }
    }

    private int Distance(int block) => Math.Min(Math.Abs(block - _headline), Math.Min(Math.Abs(block - _first), Math.Abs(block - _last) + 3));

    private void Add(IReadOnlyList<string> values, AuthorPlace place, string basis, bool strict, int block = -1)
    {
        if (values.Count == 0 || _claims.Count >= Most) return;
        var people = new List<string>();
        var desks = new List<string>();
        var length = 0;
        foreach (var value in values)
        {
            AuthorNames.Read(value, strict, people, _agencies, desks);
            length += value.Length;
        }

        var names = people.Count > 0 ? people : desks;
        if (names.Count == 0) return;
        _claims.Add(block < 0
            ? new AuthorClaim([.. names], people.Count == 0, place, basis, Length: length)
            : new AuthorClaim([.. names], people.Count == 0, place, basis, Distance(block), block - _headline, block > _last, length));
    }
}
