namespace Crosscheck.Reports.Html;

/// <summary>A small picture of one quantity over time, where its claim gives three or more days.</summary>
internal static class FigurePlot
{
    private const int Width = 340, Height = 150, Left = 28, Right = 40, Top = 26, Bottom = 28;

    internal readonly record struct Point(string Day, int Number, decimal Value, string Voice, string Anchor);

    /// <summary>For each claim whose occurrences give one unit's values for at least three days: the points in order of the days.</summary>
    public static IEnumerable<(DossierClaim Claim, List<Point> Points)> Series(DossierView view, DossierStory story)
    {
        foreach (var claim in story.Claims)
        {
            var points = new List<(string Unit, Point Point)>();
            foreach (var occurrence in claim.Occurrences)
            {
                var article = view.Article(occurrence.Article);
                foreach (var quantity in article.Quantities)
                {
                    if (quantity.In != occurrence.In || !occurrence.Span.Contains(quantity.Span) || quantity.Value is not { } value || quantity.DerivedFrom is not null) continue;
                    var day = CalendarDay(quantity.AsOf) ?? CalendarDay(article.Published?.Value);
                    if (day is not { } d) continue;
                    points.Add((quantity.Unit, new Point(d.ToString("yyyy-MM-dd"), d.DayNumber, value, view.VoiceOf(occurrence), DossierView.Anchor(article, quantity))));
                }
            }

            var series = points.GroupBy(p => p.Unit, StringComparer.Ordinal).OrderByDescending(g => g.Count()).FirstOrDefault()?
                .Select(p => p.Point).DistinctBy(p => (p.Day, p.Value)).OrderBy(p => p.Number).ThenBy(p => p.Value).ToList();
            if (series is not null && series.Select(p => p.Number).Distinct().Count() >= 3) yield return (claim, series);
        }
    }

    public static void Write(HtmlBuilder html, DossierClaim claim, List<Point> points, string heading)
    {
        var (first, last) = (points[0].Number, points[^1].Number);
        var (low, high) = (points.Min(p => p.Value), points.Max(p => p.Value));
        using (html.In("figure", ("class", "plot")))
        {
            using (html.In("figcaption"))
            {
                html.Element(heading, "Over time: " + Wording.Clause(claim.Text), ("dir", "auto"));
            }

            var summary = string.Join("; ", points.Select(p => $"{Wording.Day(p.Day)}: {Wording.Number(p.Value)}, {p.Voice}"));
            using (html.In("svg", ("viewBox", $"0 0 {Width} {Height}"), ("role", "img"), ("aria-label", summary)))
            {
                html.Open("line", ("x1", "0"), ("x2", $"{Width}"), ("y1", $"{Height - Bottom}"), ("y2", $"{Height - Bottom}"), ("class", "axis"));
                var path = string.Join(" L", points.Select(p => $"{X(p)} {Y(p)}"));
                html.Open("path", ("d", "M" + path), ("class", "course"));
                var dayShownAt = -100;
                var valueShownAt = -100;
                foreach (var point in points)
                {
                    using (html.In("a", ("href", "#" + point.Anchor)))
                    {
                        html.Element("title", $"{Wording.Number(point.Value)}, {point.Voice}, {Wording.Day(point.Day)}");
                        html.Open("circle", ("cx", $"{X(point)}"), ("cy", $"{Y(point)}"), ("r", "4.5"));
                        if (X(point) - valueShownAt > 24) html.Element("text", Wording.Number(point.Value), ("x", $"{valueShownAt = X(point)}"), ("y", $"{Y(point) - 10}"), ("class", "value"));
                    }

                    if (X(point) - dayShownAt > 56)
                    {
                        var day = Wording.Day(point.Day);
                        html.Element("text", day[..day.LastIndexOf(' ')], ("x", $"{dayShownAt = X(point)}"), ("y", $"{Height - 9}"), ("class", "day"));
                    }
                }
            }

            html.Element("p", summary, ("class", "reading"));
        }

        int X(Point point) => Left + (last == first ? 0 : (point.Number - first) * (Width - Left - Right) / (last - first));
        int Y(Point point) => Height - Bottom - 14 - (high == low ? 0 : (int)((point.Value - low) * (Height - Top - Bottom - 14) / (high - low)));
    }

    private static DateOnly? CalendarDay(string? value) =>
        value is { Length: >= 10 } && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? day : null;
}
