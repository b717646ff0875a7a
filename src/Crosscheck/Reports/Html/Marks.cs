using Crosscheck.Claims;

namespace Crosscheck.Reports.Html;

/// <summary>A standing is shown by a shape and a word, never by colour alone.</summary>
internal static class Marks
{
    /// <summary>The shapes, defined once a page.</summary>
    public static void Define(HtmlBuilder html)
    {
        using (html.In("svg", ("class", "defs"), ("aria-hidden", "true"), ("width", "0"), ("height", "0")))
        {
            using (html.In("symbol", ("id", "m-corroborated"), ("viewBox", "0 0 16 16")))
            {
                html.Open("circle", ("cx", "4"), ("cy", "8"), ("r", "3.5"));
                html.Open("circle", ("cx", "12"), ("cy", "8"), ("r", "3.5"));
            }

            using (html.In("symbol", ("id", "m-single-origin"), ("viewBox", "0 0 16 16")))
            {
                html.Open("circle", ("cx", "8"), ("cy", "8"), ("r", "5.4"), ("class", "ring"));
                html.Open("circle", ("cx", "8"), ("cy", "8"), ("r", "1.9"));
            }

            using (html.In("symbol", ("id", "m-disputed"), ("viewBox", "0 0 16 16")))
            {
                html.Open("path", ("d", "M1 2.5 7 8 1 13.5Z"));
                html.Open("path", ("d", "M15 2.5 9 8 15 13.5Z"));
            }

            using (html.In("symbol", ("id", "m-unconfirmed"), ("viewBox", "0 0 16 16")))
            {
                html.Open("circle", ("cx", "8"), ("cy", "8"), ("r", "5.8"), ("class", "dashed"));
            }

            using (html.In("symbol", ("id", "m-updated"), ("viewBox", "0 0 16 16")))
            {
                html.Open("path", ("d", "M1.5 12.5H6V8h4.5V3.5H15"), ("class", "ring"));
            }

            using (html.In("symbol", ("id", "m-left-out"), ("viewBox", "0 0 16 16")))
            {
                html.Open("path", ("d", "M3 2.5H1.5v11H3M13 2.5h1.5v11H13M5.5 8h5"), ("class", "ring"));
            }
        }

        html.Line();
    }

    public static void Shape(HtmlBuilder html, string name)
    {
        using (html.In("svg", ("class", $"mk {name}"), ("aria-hidden", "true"), ("width", "14"), ("height", "14")))
        {
            html.Open("use", ("href", $"#m-{name}"));
        }
    }

    public static void Standing(HtmlBuilder html, Standing standing)
    {
        using (html.In("span", ("class", $"standing {DossierNames.Of(standing)}")))
        {
            Shape(html, DossierNames.Of(standing));
            html.Text(Wording.Of(standing));
        }
    }
}
