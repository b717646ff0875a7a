using Crosscheck.Text;

namespace Crosscheck.Reports.Html;

/// <summary>What happened when, by the articles' own words.</summary>
internal sealed class TimelineSection(DossierView view, HtmlBuilder html)
{
    public void Write(DossierStory story, string heading)
    {
        if (story.Timeline.IsEmpty) return;
        using (html.In("section", ("class", "part timeline"), ("id", story.Id + "-timeline")))
        {
            html.Element(heading, "The timeline");
            using (html.In("ol", ("class", "days")))
            {
                foreach (var day in story.Timeline.GroupBy(t => t.Time, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
                {
                    using (html.In("li"))
                    {
                        html.Element("time", Wording.Day(day.Key), ("datetime", day.Key), ("class", "when"));
                        using (html.In("ul"))
                        {
                            foreach (var entry in day) Entry(entry);
                        }
                    }
                }
            }
        }

        html.Line();
    }

    private void Entry(DossierTimelineEntry entry)
    {
        var (article, found) = view.Event(entry.Event);
        var sentence = DossierView.SentenceAt(article, found.In, found.Trigger.Start);
        var span = DossierView.SentenceSpan(article, found.In, sentence, found.Trigger);
        var claim = view.Claim(entry.Claim);
        using (html.In("li"))
        {
            using (html.In("p", ("class", "happening"), ("dir", "auto")))
            {
                if (claim is not null) html.Element("a", Wording.Clause(claim.Text), ("href", "#" + claim.Id), ("dir", "auto"));
                else Sentence(article, found, span);
                html.Text(" ").Element("span", Wording.Of(found.Factuality), ("class", "factuality " + DossierNames.Of(found.Factuality)));
            }

            using (html.In("div", ("class", "where")))
            {
                Citation.Link(html, view, article, DossierView.Anchor(article, found.In, sentence));
                if (article.Times.Any(t => t.Inferred && t.Span == found.TimeSpan && t.In == found.In)) html.Element("span", "day counted from an inferred date");
                Citation.Write(html, view, article, found.In, span, null);
            }
        }
    }

    private void Sentence(DossierArticle article, DossierEvent found, TextSpan span)
    {
        var text = article.TextOf(found.In);
        html.Text(text.AsSpan(span.Start, found.Trigger.Start - span.Start));
        html.Element("b", text[found.Trigger.Start..found.Trigger.End]);
        html.Text(text.AsSpan(found.Trigger.End, Math.Max(0, span.End - found.Trigger.End)));
    }
}
