using Crosscheck.Articles;
using Crosscheck.Stories;
using Crosscheck.Text;

namespace Crosscheck.Reports.Html;

/// <summary>An article: where it comes from, its text with what was found, its captions and notices, and what was cut away and why.</summary>
internal sealed class ArticleSection(DossierView view, HtmlBuilder html)
{
    public void WriteAll(DossierStory story, string heading, string below, bool open)
    {
        using (html.In("section", ("class", "part articles"), ("id", story.Id + "-articles")))
        {
            html.Element(heading, story.Articles.Length == 1 ? "The article" : "The articles");
            Legend(story.Id);
            foreach (var id in story.Articles) Write(view.Article(id), below, open);
        }

        html.Line();
    }

    /// <summary>What the marks in the texts mean; each can be switched off.</summary>
    public void Legend(string scope)
    {
        using (html.In("fieldset", ("class", "legend")))
        {
            html.Element("legend", "Marked in the texts");
            foreach (var (kind, name) in ((string, string)[])[("n", "names"), ("t", "times"), ("f", "figures"), ("k", "what is attributed"), ("o", "its source"), ("c", "its cue"), ("e", "events")])
            {
                using (html.In("label"))
                {
                    html.Open("input", ("type", "checkbox"), ("checked", ""), ("class", "show-" + kind), ("id", $"{scope}-show-{kind}"));
                    html.Element("span", name, ("class", kind));
                }
            }
        }
    }

    public void Write(DossierArticle article, string heading, bool open)
    {
        using (html.In("details", ("class", "article"), ("id", article.Id), ("open", open ? "" : null)))
        {
            using (html.In("summary"))
            {
                html.Element("span", view.Outlet(article), ("class", "outlet"), ("dir", "auto"));
                html.Element("span", DossierView.DateOf(article), ("class", "date"));
                html.Element(heading, view.Title(article), ("dir", "auto"));
            }

            Metadata(article);
            if (!article.Analyzed && article.AnalyzedReason is { } reason) html.Element("p", "Not analysed: " + reason, ("class", "warning"));
            Text(article);
            Page(article);
        }

        html.Line();
    }

    private void Metadata(DossierArticle article)
    {
        var document = view.Document(article.Document);
        using (html.In("dl", ("class", "meta")))
        {
            Field("Outlet", article.Outlet is { } o ? $"{o.Name} ({o.Basis})" : "not known: " + article.OutletReason);
            Field("Published", article.Published is { } p ? $"{Wording.Day(p.Value)} ({(p.Inferred ? "inferred: " : string.Empty)}{p.Basis})" : "not known: " + article.PublishedReason);
            if (article.Modified is { } m) Field("Changed", $"{Wording.Day(m.Value)} ({m.Basis})");
            if (article.Authors.Length > 0) Field("By", string.Join(", ", article.Authors));
            if (article.Agencies.Length > 0) Field("Agencies", string.Join(", ", article.Agencies));
            if ((article.Url ?? document.Url) is { } url) Address(url);
            Field("File", string.Join(", ", document.Paths));
            Field("SHA-256", document.Sha256);
            Copies(article);
            foreach (var candidate in article.Disagreeing) Field($"Elsewhere, {candidate.Field}", $"{candidate.Value} ({candidate.Basis})");
        }
    }

    /// <summary>The articles of its story that it shares text with.</summary>
    private void Copies(DossierArticle article)
    {
        var copies = (view.StoryOf(article.Id)?.Copies ?? []).Where(c => (c.A == article.Id || c.B == article.Id) && c.Relation != CopyRelation.Independent).ToList();
        if (copies.Count == 0) return;
        using (html.In("div"))
        {
            html.Element("dt", "Shares text");
            using (html.In("dd"))
            {
                foreach (var copy in copies)
                {
                    if (copy != copies[0]) html.Text("; ");
                    html.Text(Wording.Of(copy.Relation) + " ");
                    Citation.Link(html, view, view.Article(copy.A == article.Id ? copy.B : copy.A), copy.A == article.Id ? copy.B : copy.A);
                }
            }
        }
    }

    private void Field(string name, string value)
    {
        using (html.In("div")) html.Element("dt", name).Element("dd", value, ("dir", "auto"));
    }

    /// <summary>Only an http address becomes a link; any other is shown as text.</summary>
    private void Address(string url)
    {
        using (html.In("div"))
        {
            html.Element("dt", "Address");
            using (html.In("dd"))
            {
                if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
                {
                    html.Element("a", url, ("href", url), ("rel", "noopener noreferrer nofollow"), ("class", "out"));
                }
                else
                {
                    html.Text(url);
                }
            }
        }
    }

    private void Text(DossierArticle article)
    {
        var notes = new MarginNotes(view, html, article);
        if (article.Headline is { } headline && notes.Any("headline"))
        {
            Paragraph(article, "headline", new TextSpan(0, headline.Length), "headline-text", "p", new MarkedText(article, "headline"), notes);
        }

        var body = new MarkedText(article, null);
        var at = 0;
        foreach (var block in article.Blocks.Where(b => b.Span.End <= article.Text.Length))
        {
            if (block.Span.Start < at) continue;
            if (!string.IsNullOrWhiteSpace(article.Text[at..block.Span.Start])) Paragraph(article, null, new TextSpan(at, block.Span.Start), "paragraph", "p", body, notes);
            var tag = block.Kind switch { BlockKind.Quotation => "blockquote", _ => "p" };
            foreach (var paragraph in Paragraphs(article, block.Span)) Paragraph(article, null, paragraph, DossierNames.Of(block.Kind), tag, body, notes);
            at = block.Span.End;
        }

        if (at < article.Text.Length && !string.IsNullOrWhiteSpace(article.Text[at..]))
        {
            Paragraph(article, null, new TextSpan(at, article.Text.Length), "paragraph", "p", body, notes);
        }

        for (var i = 0; i < article.Captions.Length; i++)
        {
            var part = $"caption:{i}";
            Paragraph(article, part, new TextSpan(0, article.Captions[i].Text.Length), "caption", "p", new MarkedText(article, part), notes, article.Captions[i].Credit);
        }
    }

    /// <summary>A block cut at its empty lines where no sentence crosses them, so that notes stand beside what they are about.</summary>
    private static IEnumerable<TextSpan> Paragraphs(DossierArticle article, TextSpan block)
    {
        var from = block.Start;
        for (var i = block.Start; i + 1 < block.End; i++)
        {
            if (article.Text[i] != '\n' || article.Text[i + 1] != '\n') continue;
            var sentence = DossierView.SentenceAt(article, null, i);
            if (sentence >= 0 && article.Sentences[sentence].End > i) continue;
            if (i > from) yield return new TextSpan(from, i);
            while (i + 1 < block.End && article.Text[i + 1] == '\n') i++;
            from = i + 1;
        }

        if (from < block.End) yield return new TextSpan(from, block.End);
    }

    private void Paragraph(
        DossierArticle article, string? part, TextSpan span, string kind, string tag, MarkedText text, MarginNotes notes, string? credit = null)
    {
        using (html.In("div", ("class", "row")))
        {
            using (html.In(tag, ("class", "text " + kind), ("dir", "auto"), ("lang", article.Language)))
            {
                text.Write(html, span);
                if (credit is not null) html.Text(" ").Element("span", $"({credit})", ("class", "credit"));
            }

            notes.Write(part, span);
        }

        html.Line();
    }

    private void Page(DossierArticle article)
    {
        if (article.Notices.IsEmpty && article.Furniture.IsEmpty) return;
        using (html.In("div", ("class", "page"), ("id", article.Id + "-page")))
        {
            if (article.Notices.Length > 0)
            {
                html.Element("p", "What the page says about itself", ("class", "label"));
                using (html.In("ul"))
                {
                    foreach (var notice in article.Notices)
                    {
                        using (html.In("li")) html.Element("b", DossierNames.Of(notice.Kind)).Text(": ").Element("span", Wording.OneLine(notice.Text), ("dir", "auto"));
                    }
                }
            }

            if (article.Furniture.Length > 0)
            {
                using (html.In("details"))
                {
                    html.Element("summary", $"Cut away as no part of the text: {Wording.Count(article.Furniture.Length, "piece")}");
                    using (html.In("ul"))
                    {
                        foreach (var piece in article.Furniture)
                        {
                            using (html.In("li"))
                            {
                                html.Element("b", DossierNames.Of(piece.Kind).Replace('-', ' ')).Text(": ").Element("span", Wording.OneLine(piece.Text), ("dir", "auto"))
                                    .Text(" ").Element("small", $"page {piece.DocumentSpan.Start}–{piece.DocumentSpan.End}");
                            }
                        }
                    }
                }
            }
        }
    }
}
