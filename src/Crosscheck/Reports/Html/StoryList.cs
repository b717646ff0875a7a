using Crosscheck.Claims;

namespace Crosscheck.Reports.Html;

/// <summary>The list that a dossier of several stories opens with: the most disputed first, stories of one article last and folded.</summary>
internal sealed class StoryList(DossierView view, HtmlBuilder html, Func<DossierStory, string> address)
{
    public static IEnumerable<DossierStory> Ordered(Dossier dossier) => dossier.Stories
        .OrderBy(s => s.Articles.Length > 1 ? 0 : 1)
        .ThenByDescending(s => s.Claims.Count(c => c.Standing == Standing.Disputed))
        .ThenByDescending(s => s.Articles.Length);

    public void Write(string heading)
    {
        var stories = Ordered(view.Dossier).ToList();
        var several = stories.Where(s => s.Articles.Length > 1).ToList();
        var single = stories.Where(s => s.Articles.Length <= 1).ToList();
        using (html.In("nav", ("class", "stories"), ("aria-label", "Stories")))
        {
            if (several.Count > 0)
            {
                html.Element(heading, Wording.Count(several.Count, "story told", "stories told") + " by more than one article");
                List(several);
            }

            if (single.Count > 0)
            {
                using (html.In("details", ("open", several.Count == 0 ? "" : null)))
                {
                    html.Element("summary", Wording.Count(single.Count, "story", "stories") + " of one article");
                    List(single);
                }
            }
        }

        html.Line();
    }

    private void List(List<DossierStory> stories)
    {
        using (html.In("ol"))
        {
            foreach (var story in stories)
            {
                using (html.In("li"))
                {
                    html.Element("a", Title(story), ("href", address(story)), ("dir", "auto"));
                    html.Element("p", Line(story));
                }
            }
        }
    }

    public static string Title(DossierStory story) => string.IsNullOrWhiteSpace(story.Title) ? "Untitled story" : Wording.OneLine(story.Title);

    private string Line(DossierStory story)
    {
        var outlets = story.Articles.Select(a => view.Outlet(view.Article(a))).Distinct().Count();
        var parts = new List<string> { $"{Wording.Count(story.Articles.Length, "article")} from {Wording.Count(outlets, "outlet")}" };
        foreach (var standing in (Standing[])[Standing.Disputed, Standing.Corroborated, Standing.SingleOrigin, Standing.Unconfirmed, Standing.Updated])
        {
            var count = SummarySection.Ranked(story, standing).Count;
            if (count > 0) parts.Add($"{count} {(standing == Standing.SingleOrigin ? "on one origin" : Wording.Of(standing).ToLowerInvariant())}");
        }

        var left = story.Claims.Sum(c => c.LeftOutBy.Length);
        if (left > 0) parts.Add($"{left} not found in an article");
        return string.Join(" · ", parts);
    }
}
