using Crosscheck.Stories;

namespace Crosscheck.Reports.Html;

/// <summary>Who repeats whom: the outlets and the origins that their reports rest on, as a picture and as a list.</summary>
internal sealed class OriginSection(DossierView view, HtmlBuilder html)
{
    public void Write(DossierStory story, string heading)
    {
        if (story.Origins.IsEmpty) return;
        using (html.In("section", ("class", "part origins"), ("id", story.Id + "-origins")))
        {
            html.Element(heading, "Who repeats whom");
            var picture = new OriginPicture(view, html, story);
            picture.Write(most: 900, "wide", withVoices: true);
            picture.Write(most: 330, "narrow", withVoices: false);
            using (html.In("details"))
            {
                html.Element("summary", "The same as a list, with the words that show it");
                using (html.In("ul", ("class", "lines")))
                {
                    foreach (var origin in story.Origins) Origin(origin);
                    foreach (var copy in story.Copies.Where(c => c.Relation != CopyRelation.Independent)) Copy(copy);
                }
            }
        }

        html.Line();
    }

    private void Origin(DossierOrigin origin)
    {
        using (html.In("li"))
        {
            html.Element("b", Wording.OneLine(origin.Name), ("dir", "auto")).Text($" ({Wording.Of(origin.Kind)}): ");
            for (var i = 0; i < origin.Articles.Length; i++)
            {
                if (i > 0) html.Text(", ");
                Citation.Link(html, view, view.Article(origin.Articles[i]), origin.Articles[i]);
            }

            foreach (var evidence in origin.Evidence)
            {
                var article = view.Article(evidence.Article);
                html.Text(" · ");
                html.Element("a", $"“{Wording.OneLine(evidence.Text)}”", ("dir", "auto"), ("href", "#" + (evidence.Span is { } span
                    ? DossierView.Anchor(article, null, DossierView.SentenceAt(article, null, span.Start))
                    : article.Id + "-page")));
            }
        }
    }

    private void Copy(DossierCopy copy)
    {
        using (html.In("li"))
        {
            Citation.Link(html, view, view.Article(copy.A), copy.A);
            html.Text($" {Wording.Of(copy.Relation)} ");
            Citation.Link(html, view, view.Article(copy.B), copy.B);
            html.Text($" (probability {copy.Score:0.00}");
            if (copy.Passages.Length > 0) html.Text($", {Wording.Count(copy.Passages.Length, "shared passage")}");
            html.Text(")");
        }
    }
}
