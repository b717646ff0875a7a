using System.Text;

namespace Crosscheck.Reports.Html;

/// <summary>The figures of a story: printed words, interval, unit, what is counted, as of when, by whom; and their course over time where there is one.</summary>
internal sealed class FigureSection(DossierView view, HtmlBuilder html)
{
    public void Write(DossierStory story, string heading, string below)
    {
        var figures = story.Articles.Select(view.Article).SelectMany(a => a.Quantities.Select(q => (Article: a, Quantity: q))).ToList();
        if (figures.Count == 0) return;
        using (html.In("section", ("class", "part figures"), ("id", story.Id + "-figures")))
        {
            html.Element(heading, "The figures");
            foreach (var (claim, points) in FigurePlot.Series(view, story)) FigurePlot.Write(html, claim, points, below);
            using (html.In("table", ("class", "stack")))
            {
                html.Element("caption", "Figures as printed, those that count the same thing together; a figure worked out from others says so");
                using (html.In("thead"))
                {
                    using (html.In("tr"))
                    {
                        html.Element("th", "Figure", ("scope", "col")).Element("th", "Counted", ("scope", "col")).Element("th", "As of", ("scope", "col"))
                            .Element("th", "Voice", ("scope", "col")).Element("th", "Where", ("scope", "col"));
                    }
                }

                using (html.In("tbody"))
                {
                    foreach (var group in figures.GroupBy(f => Key(f.Article, f.Quantity), StringComparer.Ordinal))
                    {
                        foreach (var (article, quantity) in group) Row(article, quantity);
                    }
                }
            }
        }

        html.Line();
    }

    /// <summary>What is counted, by its last word, and the unit: only brings rows together, and claims no more than that.</summary>
    private static string Key(DossierArticle article, DossierQuantity quantity)
    {
        var counted = quantity.Counted is { } span ? DossierView.Words(article, quantity.In, span).ToUpperInvariant() : string.Empty;
        return quantity.Unit + "|" + counted[(counted.LastIndexOf(' ') + 1)..];
    }

    private void Row(DossierArticle article, DossierQuantity quantity)
    {
        using (html.In("tr", ("id", quantity.Id), ("class", quantity.DerivedFrom is null ? null : "derived")))
        {
            using (html.In("th", ("scope", "row"), ("class", "figure")))
            {
                html.Element("b", Wording.Value(quantity)).Text(" ").Text(Wording.Unit(quantity));
                if (Interval(quantity) is { } interval) html.Text(" ").Element("small", interval);
                if (quantity.DerivedFrom is { } from)
                {
                    using (html.In("small", ("class", "tag")))
                    {
                        html.Text("derived from ").Element("a", from, ("href", "#" + from));
                    }
                }
            }

            using (html.In("td", ("data-label", "counted")))
            {
                html.Element("span", quantity.Counted is { } c ? DossierView.Words(article, quantity.In, c) : "not said", ("dir", "auto"));
                if (quantity.Base is { } b) html.Text(" from ").Element("span", Wording.OneLine(b), ("dir", "auto"));
            }

            html.Element("td", quantity.AsOf is { } asOf ? Wording.Day(asOf) : "not said", ("data-label", "as of"));
            html.Element(
                "td",
                view.Actor(quantity.SaidBy)?.Name ?? (quantity.SaidBySpan is { } s ? DossierView.Words(article, quantity.In, s) : view.Outlet(article)),
                ("data-label", "voice"), ("dir", "auto"));
            using (html.In("td", ("class", "where"), ("data-label", "where")))
            {
                Citation.Link(html, view, article, DossierView.Anchor(article, quantity));
                Citation.Write(
                    html, view, article, quantity.In,
                    DossierView.SentenceSpan(article, quantity.In, DossierView.SentenceAt(article, quantity.In, quantity.Span.Start), quantity.Span),
                    view.Actor(quantity.SaidBy)?.Name);
            }
        }
    }

    private static string? Interval(DossierQuantity quantity)
    {
        if (quantity is { Low: null, High: null } || quantity.Value is null) return null;
        var text = new StringBuilder("(");
        text.Append(quantity.Low is { } low ? Wording.Number(low) : "…").Append(" to ").Append(quantity.High is { } high ? Wording.Number(high) : "…");
        return text.Append(')').ToString();
    }
}
