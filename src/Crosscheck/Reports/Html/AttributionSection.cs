namespace Crosscheck.Reports.Html;

/// <summary>Who said what, grouped by speaker across the articles; each line reads as a sentence, and one thing in other words stands side by side.</summary>
internal sealed class AttributionSection(DossierView view, HtmlBuilder html)
{
    public void Write(DossierStory story, string heading, string below)
    {
        var groups = VoiceGroups.Of(view, story);
        using (html.In("section", ("class", "part voices"), ("id", story.Id + "-voices")))
        {
            html.Element(heading, "Who says what");
            if (groups.Count == 0) html.Element("p", "No attributions were found.", ("class", "none"));
            if (groups.Count > 0) html.Open("div", ("class", "groups"));
            foreach (var group in groups) Voice(group, below);
            if (groups.Count > 0) html.Close();
        }

        html.Line();
    }

    private void Voice(VoiceGroup group, string heading)
    {
        using (html.In("section", ("class", "voice")))
        {
            using (html.In(heading))
            {
                html.Element("span", Wording.Capital(view.Speaker(group.First.Article, group.First.Attribution)), ("dir", "auto"));
                if (view.Actor(group.First.Attribution.Speaker) is { Roles: [var role, ..] }) html.Text(" ").Element("small", role.Text, ("dir", "auto"));
            }

            using (html.In("ul", ("class", "lines")))
            {
                foreach (var saying in group.Sayings)
                {
                    if (saying.Wordings.Count == 1) Line(saying.Wordings[0]);
                    else SideBySide(saying);
                }
            }
        }
    }

    private void SideBySide(Saying saying)
    {
        using (html.In("li", ("class", "wordings")))
        {
            html.Element("p", $"On one point, in {saying.Wordings.Count} wordings", ("class", "by"));
            using (html.In("ul"))
            {
                foreach (var wording in saying.Wordings) Line(wording);
            }
        }
    }

    /// <summary>One sentence with every article that prints it.</summary>
    private void Line(IReadOnlyList<SaidThing> same)
    {
        var (article, attribution) = same[0];
        using (html.In("li", ("id", attribution.Id)))
        {
            using (html.In("p", ("class", "act " + DossierNames.Of(attribution.Act))))
            {
                html.Element("span", Wording.Capital(view.Speaker(article, attribution)), ("dir", "auto"));
                if (view.RoleIn(article, attribution.Speaker) is { } role) html.Text(" [").Element("span", Wording.OneLine(role), ("dir", "auto")).Text("]");
                html.Text(" ").Element("b", DossierView.Act(article, attribution));
                if (DossierView.Content(article, attribution) is { Length: > 0 } content) html.Text(": ").Element("span", content, ("dir", "auto"));
            }

            using (html.In("div", ("class", "where")))
            {
                for (var i = 0; i < same.Count; i++)
                {
                    var (where, one) = same[i];
                    using (html.In("span", ("id", i == 0 ? null : one.Id))) Citation.Link(html, view, where, DossierView.Anchor(where, one));
                }

                if (attribution.AddresseeSpan is { } to)
                {
                    html.Element("span", "to " + (view.Actor(attribution.Addressee)?.Name ?? DossierView.Words(article, attribution.In, to)), ("dir", "auto"));
                }

                if (attribution.Occasion is { } occasion) html.Element("span", Wording.OneLine(occasion), ("dir", "auto"));
                if (attribution.Inside is { } inside) html.Open("span").Text("inside ").Element("a", inside, ("href", "#" + inside)).Close();
                html.Element("span", $"confidence {attribution.Confidence:0.00}");
                Citation.Write(
                    html, Wording.List([.. same.Select(p => view.Outlet(p.Article)).Distinct()]),
                    same.Where(p => p.Attribution.Content.Length > 0).Select(p => Citation.Of(
                        view, p.Article, p.Attribution.In, p.Attribution.Content[0].Cover(p.Attribution.Content[^1]), view.Speaker(p.Article, p.Attribution))));
            }
        }
    }

    /// <summary>The attribution as one sentence: "Peskov [Kremlin spokesman] declined to say: when the letter was sent".</summary>
    public static string Sentence(DossierView view, DossierArticle article, DossierAttribution attribution)
    {
        var role = view.RoleIn(article, attribution.Speaker) is { } r ? $" [{r}]" : string.Empty;
        var content = DossierView.Content(article, attribution);
        return $"{Wording.Capital(view.Speaker(article, attribution))}{role} {DossierView.Act(article, attribution)}{(content.Length > 0 ? ": " : string.Empty)}{content}";
    }
}
