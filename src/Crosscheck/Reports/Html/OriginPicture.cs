using Crosscheck.Stories;

namespace Crosscheck.Reports.Html;

/// <summary>Origins on the left, outlets in the middle, the voices that they quote on the right; a line for each report that rests on an origin.</summary>
internal sealed class OriginPicture(DossierView view, HtmlBuilder html, DossierStory story)
{
    private const int Most = 28, FewestVoices = 8, Step = 28, Top = 34, Letter = 7, Gap = 84;

    private int _rows;

    /// <summary>One column of names: where its nodes stand, and how many letters fit.</summary>
    private readonly record struct Column(int Node, int Letters);

    /// <param name="most">Units that the picture may be wide; names are cut to fit.</param>
    public void Write(int most, string name, bool withVoices)
    {
        var origins = story.Origins.Where(o => o.Kind != OriginKind.Voice).OrderByDescending(o => o.Articles.Length).Take(Most).ToList();
        var outlets = Outlets(origins);
        var voices = !withVoices ? [] : story.Origins.Where(o => o.Kind == OriginKind.Voice)
            .OrderByDescending(o => o.Articles.Select(a => view.Outlet(view.Article(a))).Distinct().Count())
            .Take(Math.Max(FewestVoices, Math.Max(origins.Count, outlets.Count)))
            .OrderBy(v => MeanRow(v, outlets)).ToList();
        _rows = Math.Max(outlets.Count, Math.Max(origins.Count, voices.Count));

        var kinds = withVoices;
        var widest = origins.Count == 0 ? 0 : origins.Max(o => Wording.OneLine(o.Name).Length + (kinds ? Wording.Of(o.Kind).Length + 2 : 0));
        var left = new Column(Math.Clamp((widest * Letter) + 26, 80, most * (withVoices ? 36 : 47) / 100), 0);
        left = left with { Letters = (left.Node - 16) / Letter };
        var gap = withVoices ? Gap : Gap - 36;
        var room = withVoices ? most * 26 / 100 : most - left.Node - gap - 12;
        var middle = new Column(left.Node + gap, Math.Min(outlets.Max(o => o.Name.Length + (o.Articles.Count > 1 ? 4 : 0)), room / Letter));
        var right = new Column(middle.Node + 24 + (middle.Letters * Letter) + (voices.Count > 0 ? Gap : 0), voices.Count == 0 ? 0 : voices.Max(v => Wording.OneLine(v.Name).Length));
        var width = Math.Min(most, right.Node + (voices.Count > 0 ? (right.Letters * Letter) + 22 : 0));
        var height = Top + (_rows * Step) + 6;

        using (html.In(
            "svg", ("class", "picture " + name), ("viewBox", $"0 0 {width} {height}"), ("width", $"{width}"), ("height", $"{height}"), ("role", "img"),
            ("aria-label", Summary([.. origins, .. voices]))))
        {
            html.Element("text", "Origins", ("x", $"{left.Node - 10}"), ("y", "14"), ("class", "head end"));
            html.Element("text", "Outlets", ("x", $"{middle.Node + 12}"), ("y", "14"), ("class", "head"));
            if (voices.Count > 0) html.Element("text", "Voices quoted", ("x", $"{right.Node + 12}"), ("y", "14"), ("class", "head"));
            Ties(origins, outlets, (o, r) => (left.Node + 6, Y(o, origins.Count), middle.Node - 7, Y(r, outlets.Count)));
            Ties(voices, outlets, (v, r) => (
                middle.Node + 18 + (Math.Min(outlets[r].Name.Length + (outlets[r].Articles.Count > 1 ? 4 : 0), middle.Letters) * Letter), Y(r, outlets.Count), right.Node - 6, Y(v, voices.Count)));
            for (var i = 0; i < origins.Count; i++) Origin(origins[i], left, Y(i, origins.Count), kinds);
            for (var i = 0; i < outlets.Count; i++) Outlet(outlets[i].Name, outlets[i].Articles, middle, Y(i, outlets.Count));
            for (var i = 0; i < voices.Count; i++) VoiceAt(voices[i], right with { Letters = (width - right.Node - 14) / Letter }, Y(i, voices.Count));
        }
    }

    /// <summary>Outlets stand where the origins that they rest on stand, so that few lines cross.</summary>
    private List<(string Name, List<DossierArticle> Articles)> Outlets(List<DossierOrigin> origins)
    {
        var rank = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < origins.Count; i++)
        {
            foreach (var article in origins[i].Articles) rank.TryAdd(article, i);
        }

        return
        [
            .. story.Articles.Select(view.Article).GroupBy(view.Outlet, StringComparer.Ordinal).Select(g => (Name: g.Key, Articles: g.ToList()))
                .OrderBy(o => o.Articles.Min(a => rank.GetValueOrDefault(a.Id, int.MaxValue))).Take(Most),
        ];
    }

    /// <summary>Where the outlets that quote a voice stand on average.</summary>
    private static double MeanRow(DossierOrigin voice, List<(string Name, List<DossierArticle> Articles)> outlets)
    {
        var carrying = voice.Articles.ToHashSet(StringComparer.Ordinal);
        var rows = Enumerable.Range(0, outlets.Count).Where(r => outlets[r].Articles.Any(a => carrying.Contains(a.Id))).ToList();
        return rows.Count == 0 ? outlets.Count : rows.Average();
    }

    private void Ties(List<DossierOrigin> origins, List<(string Name, List<DossierArticle> Articles)> outlets, Func<int, int, (int X1, int Y1, int X2, int Y2)> ends)
    {
        var row = outlets.SelectMany((o, i) => o.Articles.Select(a => (a.Id, Row: i))).ToDictionary(p => p.Id, p => p.Row, StringComparer.Ordinal);
        for (var i = 0; i < origins.Count; i++)
        {
            foreach (var r in origins[i].Articles.Select(a => row.GetValueOrDefault(a, -1)).Where(r => r >= 0).Distinct())
            {
                var (x1, y1, x2, y2) = ends(i, r);
                var middle = (x1 + x2) / 2;
                html.Open("path", ("d", $"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"), ("class", "tie " + DossierNames.Of(origins[i].Kind)));
            }
        }
    }

    private void Origin(DossierOrigin origin, Column column, int y, bool withKind)
    {
        html.Open("circle", ("cx", $"{column.Node}"), ("cy", $"{y}"), ("r", "5"), ("class", "node " + DossierNames.Of(origin.Kind)));
        using (html.In("text", ("x", $"{column.Node - 11}"), ("y", $"{y + 4}"), ("class", "end")))
        {
            html.Element("title", $"{Wording.OneLine(origin.Name)}: {Wording.Of(origin.Kind)}");
            var kind = withKind ? "  " + Wording.Of(origin.Kind) : string.Empty;
            html.Text(Short(Wording.OneLine(origin.Name), column.Letters - kind.Length));
            if (withKind) html.Element("tspan", kind, ("class", "kind"));
        }
    }

    private void Outlet(string outlet, List<DossierArticle> articles, Column column, int y)
    {
        html.Open("circle", ("cx", $"{column.Node}"), ("cy", $"{y}"), ("r", "5"), ("class", "node outlet"));
        using (html.In("a", ("href", "#" + articles[0].Id)))
        {
            using (html.In("text", ("x", $"{column.Node + 12}"), ("y", $"{y + 4}")))
            {
                html.Element("title", outlet);
                html.Text(Short(outlet, column.Letters - (articles.Count > 1 ? 4 : 0)));
                if (articles.Count > 1) html.Element("tspan", $"  ×{articles.Count}", ("class", "kind"));
            }
        }
    }

    private void VoiceAt(DossierOrigin voice, Column column, int y)
    {
        html.Open("rect", ("x", $"{column.Node - 4}"), ("y", $"{y - 4}"), ("width", "8"), ("height", "8"), ("class", "node voice"));
        using (html.In("text", ("x", $"{column.Node + 12}"), ("y", $"{y + 4}")))
        {
            html.Element("title", Wording.OneLine(voice.Name));
            html.Text(Short(Wording.OneLine(voice.Name), column.Letters));
        }
    }

    /// <summary>Columns with fewer names stand in the middle of the height.</summary>
    private int Y(int index, int count) => Top + ((_rows - count) * Step / 2) + (index * Step) + 8;

    private string Summary(IEnumerable<DossierOrigin> origins) => string.Join(
        "; ",
        origins.Select(o => $"{Wording.OneLine(o.Name)} ({Wording.Of(o.Kind)}): {Wording.List([.. o.Articles.Select(a => view.Outlet(view.Article(a))).Distinct()])}"));

    private static string Short(string name, int letters) => name.Length <= Math.Max(6, letters) ? name : name[..(Math.Max(6, letters) - 1)].TrimEnd() + "…";
}
