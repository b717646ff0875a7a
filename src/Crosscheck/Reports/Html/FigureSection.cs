using System.Globalization;

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
            using (html.In("table", ("class", "stack sorts")))
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
                        foreach (var same in group.GroupBy(f => Line(f.Article, f.Quantity))) Row([.. same]);
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

    /// <summary>What makes two figures one row: the same value of the same thing, as of the same day, by the same voice.</summary>
    private (string Value, string Counted, string? AsOf, string Voice, bool Derived) Line(DossierArticle article, DossierQuantity quantity) => (
        $"{Wording.Value(quantity)} {Wording.Unit(quantity)}",
        quantity.Counted is { } c ? DossierView.Words(article, quantity.In, c) : string.Empty,
        quantity.AsOf,
        VoiceOf(article, quantity),
        quantity.DerivedFrom is not null);

    private string VoiceOf(DossierArticle article, DossierQuantity quantity) =>
        view.Actor(quantity.SaidBy)?.Name ?? (quantity.SaidBySpan is { } s ? DossierView.Words(article, quantity.In, s) : view.Outlet(article));

    private void Row(IReadOnlyList<(DossierArticle Article, DossierQuantity Quantity)> same)
    {
        var (article, quantity) = same[0];
        using (html.In("tr", ("id", quantity.Id), ("class", quantity.DerivedFrom is null ? null : "derived")))
        {
            using (html.In("th", ("scope", "row"), ("class", "figure"), ("data-key", (quantity.Value ?? quantity.Low ?? quantity.High)?.ToString(CultureInfo.InvariantCulture))))
            {
                html.Element("b", quantity is { Value: null, Low: null, High: null } ? $"“{DossierView.Words(article, quantity.In, quantity.Span)}”" : Wording.Value(quantity)).Text(" ").Text(Wording.Unit(quantity));
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

            html.Element("td", quantity.AsOf is { } asOf ? Wording.Time(asOf) : "not said", ("data-label", "as of"), ("data-key", quantity.AsOf));
            html.Element("td", VoiceOf(article, quantity), ("data-label", "voice"), ("dir", "auto"));
            using (html.In("td", ("data-label", "where")))
            {
                using (html.In("div", ("class", "where")))
                {
                    for (var i = 0; i < same.Count; i++)
                    {
                        using (html.In("span", ("id", i == 0 ? null : same[i].Quantity.Id)))
                        {
                            Citation.Link(html, view, same[i].Article, DossierView.Anchor(same[i].Article, same[i].Quantity));
                        }
                    }

                    Citation.Write(html, Wording.List([.. same.Select(f => view.Outlet(f.Article)).Distinct()]), same.Select(f => Cited(f.Article, f.Quantity)));
                }
            }
        }
    }

    private string Cited(DossierArticle article, DossierQuantity quantity)
    {
        var sentence = DossierView.SentenceAt(article, quantity.In, quantity.Span.Start);
        return Citation.Of(
            view, article, quantity.In, DossierView.SentenceSpan(article, quantity.In, sentence, quantity.Span),
            quantity.SaidBy is null && quantity.SaidBySpan is null ? null : VoiceOf(article, quantity));
    }

    /// <summary>What the words allow, where they allow a value on both sides of the one printed.</summary>
    private static string? Interval(DossierQuantity quantity) =>
        quantity is { Value: { } value, Low: { } low, High: { } high } && low < value && value < high ? $"({Wording.Number(low)} to {Wording.Number(high)})" : null;
}
