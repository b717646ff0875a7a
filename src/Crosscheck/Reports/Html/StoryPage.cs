namespace Crosscheck.Reports.Html;

/// <summary>One story from its headline to its articles.</summary>
internal sealed class StoryPage(DossierView view, HtmlBuilder html, Func<DossierStory, string> address, bool openArticles)
{
    /// <summary>A story that only one article tells, folded up.</summary>
    public void WriteFolded(DossierStory story, int level)
    {
        using (html.In("details", ("class", "folded")))
        {
            using (html.In("summary"))
            {
                html.Element("span", StoryList.Title(story), ("dir", "auto")).Text(" ").Element("small", "one article");
            }

            Write(story, level);
        }
    }

    /// <param name="level">Level of the story's heading; its parts stand one and two below.</param>
    public void Write(DossierStory story, int level)
    {
        var (top, part, below) = ($"h{level}", $"h{level + 1}", $"h{level + 2}");
        using (html.In("article", ("class", "story"), ("id", story.Id), ("aria-labelledby", story.Id + "-title")))
        {
            using (html.In("header", ("class", "head")))
            {
                html.Element(top, StoryList.Title(story), ("id", story.Id + "-title"), ("dir", "auto"));
                Deck(story);
            }

            if (story.Articles.Length > 1 || story.Claims.Length > 0)
            {
                new SummarySection(view, html).Write(story, part);
                Contents(story);
                new OriginSection(view, html).Write(story, part);
                new TimelineSection(view, html).Write(story, part);
                if (!story.Claims.IsEmpty) new LedgerSection(view, html).Write(story, part, below);
            }

            new ActorSection(view, html).Write(story, part);
            new AttributionSection(view, html).Write(story, part, below);
            new FigureSection(view, html).Write(story, part, below);
            new ArticleSection(view, html).WriteAll(story, part, below, openArticles);
        }
    }

    private void Deck(DossierStory story)
    {
        var articles = story.Articles.Select(view.Article).ToList();
        var outlets = articles.Select(view.Outlet).Distinct(StringComparer.Ordinal).Count();
        using (html.In("p", ("class", "deck")))
        {
            html.Text($"{Wording.Count(articles.Count, "article")} from {Wording.Count(outlets, "outlet")}");
            var days = articles.Where(a => a.Published is { Inferred: false }).Select(a => a.Published!.Value[..10]).Order(StringComparer.Ordinal).ToList();
            if (days.Count > 0) html.Text(", " + Wording.Days(days[0], days[^1]));
            if (articles.Count(a => a.Published is null) is > 0 and var undated) html.Text($", {undated} undated");
            if (articles.Count(a => a.Published is { Inferred: true }) is > 0 and var inferred) html.Text($", {inferred} dated by inference");
            html.Text(".");
            foreach (var group in articles.Where(a => !a.Analyzed).GroupBy(a => a.Language ?? string.Empty, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var language = group.Key.Length == 0 ? "in a language that could not be told" : "in " + Language.Languages.NameOf(group.Key);
                html.Text(" ").Element("strong", $"{Wording.Count(group.Count(), "article")} {language} not analysed.", ("class", "not-analysed"));
            }

            if (story.Follows is { } follows && view.Dossier.Stories.FirstOrDefault(s => s.Id == follows) is { } earlier)
            {
                html.Text(" Follows ").Element("a", StoryList.Title(earlier), ("href", address(earlier)), ("dir", "auto")).Text(".");
            }
        }
    }

    private void Contents(DossierStory story)
    {
        using (html.In("nav", ("class", "contents"), ("aria-label", "Parts of this story")))
        {
            using (html.In("ul"))
            {
                Item("Who repeats whom", "origins", !story.Origins.IsEmpty);
                Item("Timeline", "timeline", !story.Timeline.IsEmpty);
                Item("Ledger", "ledger", !story.Claims.IsEmpty);
                Item("Who is in it", "actors", story.Articles.Any(a => view.Article(a).Mentions.Any(m => view.Actor(m.Actor) is not null)));
                Item("Who says what", "voices", true);
                Item("Figures", "figures", story.Articles.Any(a => view.Article(a).Quantities.Length > 0));
                Item("Articles", "articles", true);
            }
        }

        void Item(string text, string part, bool present)
        {
            if (!present) return;
            using (html.In("li")) html.Element("a", text, ("href", $"#{story.Id}-{part}"));
        }
    }
}
