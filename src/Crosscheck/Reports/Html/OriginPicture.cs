using Crosscheck.Stories;

namespace Crosscheck.Reports.Html;

/// <summary>Origins on the left, outlets on the right, a line for each report that rests on an origin.</summary>
internal sealed class OriginPicture(DossierView view, HtmlBuilder html, DossierStory story)
{
    private const int Most = 28, Step = 30, Top = 34, Letter = 7;

    /// <param name="most">Units that the picture may be wide; names are cut to fit.</param>
    public void Write(int most, string name)
    {
        var origins = story.Origins.OrderBy(o => o.Kind == OriginKind.Voice ? 1 : 0).ThenByDescending(o => o.Articles.Length).Take(Most).ToList();
        var rank = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < origins.Count; i++)
        {
            foreach (var article in origins[i].Kind == OriginKind.Voice ? [] : origins[i].Articles) rank.TryAdd(article, i);
        }

        // Outlets stand where the origins that they rest on stand, so that few lines cross.
        var outlets = story.Articles.Select(view.Article).GroupBy(view.Outlet, StringComparer.Ordinal).Select(g => (Name: g.Key, Articles: g.ToList()))
            .OrderBy(o => o.Articles.Min(a => rank.GetValueOrDefault(a.Id, int.MaxValue)))
            .Take(Most).ToList();
        var row = outlets.SelectMany((o, i) => o.Articles.Select(a => (a.Id, Row: i))).ToDictionary(p => p.Id, p => p.Row, StringComparer.Ordinal);
        var height = Top + (Math.Max(origins.Count, outlets.Count) * Step) + 6;
        var withKind = most > 500;
        var left = Math.Clamp(origins.Max(o => (Wording.OneLine(o.Name).Length + (withKind ? Wording.Of(o.Kind).Length : 0)) * Letter) + 24, 80, most * 44 / 100);
        var right = left + (withKind ? 150 : 64);
        var width = Math.Min(most, right + (outlets.Max(o => o.Name.Length) * Letter) + 44);

        using (html.In("svg", ("class", "picture " + name), ("viewBox", $"0 0 {width} {height}"), ("width", $"{width}"), ("height", $"{height}"), ("role", "img"), ("aria-label", Summary(origins))))
        {
            html.Element("text", "Origins", ("x", $"{left}"), ("y", "14"), ("class", "head end"));
            html.Element("text", "Outlets", ("x", $"{right}"), ("y", "14"), ("class", "head"));
            for (var i = 0; i < origins.Count; i++)
            {
                foreach (var r in origins[i].Articles.Select(a => row.GetValueOrDefault(a, -1)).Where(r => r >= 0).Distinct())
                {
                    var (x1, y1, x2, y2) = (left + 10, Y(i, origins.Count), right - 10, Y(r, outlets.Count));
                    var middle = (x1 + x2) / 2;
                    html.Open("path", ("d", $"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"), ("class", "tie " + DossierNames.Of(origins[i].Kind)));
                }
            }

            for (var i = 0; i < origins.Count; i++)
            {
                var origin = origins[i];
                var y = Y(i, origins.Count);
                if (origin.Kind == OriginKind.Voice) html.Open("rect", ("x", $"{left + 2}"), ("y", $"{y - 4}"), ("width", "8"), ("height", "8"), ("class", "node voice"));
                else html.Open("circle", ("cx", $"{left + 6}"), ("cy", $"{y}"), ("r", "5"), ("class", "node " + DossierNames.Of(origin.Kind)));
                using (html.In("text", ("x", $"{left - 6}"), ("y", $"{y + 4}"), ("class", "end")))
                {
                    html.Element("title", $"{Wording.OneLine(origin.Name)}: {Wording.Of(origin.Kind)}");
                    var kind = withKind ? "  " + Wording.Of(origin.Kind) : string.Empty;
                    html.Text(Short(Wording.OneLine(origin.Name), ((left - 10) / Letter) - kind.Length));
                    if (kind.Length > 0) html.Element("tspan", kind, ("class", "kind"));
                }
            }

            for (var i = 0; i < outlets.Count; i++)
            {
                var (outlet, articles) = outlets[i];
                var y = Y(i, outlets.Count);
                html.Open("circle", ("cx", $"{right - 6}"), ("cy", $"{y}"), ("r", "5"), ("class", "node outlet"));
                using (html.In("a", ("href", "#" + articles[0].Id)))
                {
                    using (html.In("text", ("x", $"{right + 6}"), ("y", $"{y + 4}")))
                    {
                        html.Element("title", outlet);
                        html.Text(Short(outlet, ((width - right - 6) / Letter) - (articles.Count > 1 ? 4 : 0)));
                        if (articles.Count > 1) html.Element("tspan", $"  ×{articles.Count}", ("class", "kind"));
                    }
                }
            }
        }

        int Y(int index, int count) => Top + ((Math.Max(origins.Count, outlets.Count) - count) * Step / 2) + (index * Step) + 8;
    }

    private string Summary(IEnumerable<DossierOrigin> origins) => string.Join(
        "; ",
        origins.Select(o => $"{Wording.OneLine(o.Name)} ({Wording.Of(o.Kind)}): {Wording.List([.. o.Articles.Select(a => view.Outlet(view.Article(a))).Distinct()])}"));

    private static string Short(string name, int letters) => name.Length <= Math.Max(6, letters) ? name : name[..(Math.Max(6, letters) - 1)].TrimEnd() + "…";
}
