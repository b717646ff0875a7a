using Crosscheck.Names;

namespace Crosscheck.Reports.Html;

/// <summary>The actors of a story with what each outlet calls them: a title that differs is worth seeing.</summary>
internal sealed class ActorSection(DossierView view, HtmlBuilder html)
{
    private const int Unfolded = 24, MostOutlets = 16;

    public void Write(DossierStory story, string heading)
    {
        var rows = Rows(story);
        if (rows.Count == 0) return;
        using (html.In("section", ("class", "part actors"), ("id", story.Id + "-actors")))
        {
            html.Element(heading, "Who is in it");
            Table("Actors with the names and titles that each outlet uses", rows.Take(Unfolded));
            if (rows.Count > Unfolded)
            {
                using (html.In("details"))
                {
                    html.Element("summary", $"{rows.Count - Unfolded} more, named less often");
                    Table("Actors named less often", rows.Skip(Unfolded));
                }
            }
        }

        html.Line();
    }

    private void Table(string caption, IEnumerable<Row> rows)
    {
        using (html.In("table", ("class", "stack")))
        {
            html.Element("caption", caption);
            using (html.In("thead"))
            {
                using (html.In("tr"))
                {
                    html.Element("th", "Actor", ("scope", "col")).Element("th", "Called, by outlet", ("scope", "col")).Element("th", "Named", ("scope", "col"), ("class", "num"));
                }
            }

            using (html.In("tbody"))
            {
                foreach (var row in rows) WriteRow(row);
            }
        }
    }

    private void WriteRow(Row row)
    {
        using (html.In("tr"))
        {
            using (html.In("th", ("scope", "row")))
            {
                html.Element("span", row.Actor.Name, ("dir", "auto"), ("data-actor", row.Actor.Id));
                html.Text(" ").Element("small", Wording.Of(row.Actor.Type));
            }

            using (html.In("td"))
            {
                using (html.In("ul", ("class", "called")))
                {
                    foreach (var (outlet, words, anchor) in row.Called.Take(MostOutlets))
                    {
                        using (html.In("li"))
                        {
                            html.Element("a", outlet, ("href", "#" + anchor), ("class", "src"), ("dir", "auto")).Text(" ");
                            html.Element("span", words, ("dir", "auto"));
                        }
                    }

                    if (row.Called.Count > MostOutlets) html.Element("li", $"and in {row.Called.Count - MostOutlets} more articles", ("class", "by"));
                }
            }

            html.Element("td", row.Count.ToString(), ("class", "num"), ("data-label", "named"));
        }
    }

    private List<Row> Rows(DossierStory story)
    {
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var article in story.Articles.Select(view.Article))
        {
            foreach (var group in article.Mentions.Where(m => m.Actor is not null).GroupBy(m => m.Actor!, StringComparer.Ordinal))
            {
                if (view.Actor(group.Key) is not { } actor) continue;
                var words = group.Where(m => m.Form == MentionForm.Name).Select(m => DossierView.Words(article, m.In, m.Span))
                    .Concat(view.RoleIn(article, actor.Id) is { } role ? [Wording.OneLine(role)] : [])
                    .Concat(group.Where(m => m.Form == MentionForm.Nominal).Select(m => DossierView.Words(article, m.In, m.Span)))
                    .Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(6).ToList();
                if (!rows.TryGetValue(group.Key, out var row)) rows.Add(group.Key, row = new Row(actor));
                row.Count += group.Count();
                if (words.Count > 0) row.Called.Add((view.Outlet(article), string.Join(" · ", words), DossierView.Anchor(article, group.First())));
            }
        }

        return [.. rows.Values.OrderByDescending(r => r.Called.Count).ThenByDescending(r => r.Count)];
    }

    private sealed class Row(DossierActor actor)
    {
        public DossierActor Actor { get; } = actor;

        public List<(string Outlet, string Words, string Anchor)> Called { get; } = [];

        public int Count { get; set; }
    }
}
