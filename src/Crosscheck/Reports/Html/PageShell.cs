namespace Crosscheck.Reports.Html;

/// <summary>What stands around every page: its policy, the skip link, the bar with the choice of light or dark, the landmarks.</summary>
internal static class PageShell
{
    public static void Write(TextWriter output, string title, string? home, Action<HtmlBuilder> main)
    {
        var html = new HtmlBuilder(output);
        html.Doctype();
        using (html.In("html", ("lang", "en")))
        {
            using (html.In("head"))
            {
                html.Open("meta", ("charset", "utf-8"));
                html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", Assets.Policy));
                html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                html.Open("meta", ("name", "referrer"), ("content", "no-referrer"));
                html.Open("meta", ("name", "color-scheme"), ("content", "light dark"));
                html.Element("title", title).Line();
                html.Asset("style", Assets.Style);
            }

            using (html.In("body"))
            {
                html.Element("a", "Skip to the findings", ("href", "#main"), ("class", "skip"));
                Marks.Define(html);
                using (html.In("header", ("class", "bar")))
                {
                    html.Element(home is null ? "span" : "a", "Crosscheck", ("class", "wordmark"), ("href", home));
                    html.Element("a", "How far to trust this", ("href", (home ?? string.Empty) + "#trust"), ("class", "to-trust"));
                    Themes(html);
                }

                using (html.In("main", ("id", "main"), ("tabindex", "-1"))) main(html);
                using (html.In("footer"))
                {
                    html.Element("p", $"Crosscheck {DossierBuilder.Version} says who says so, and on what; it never says what is true.");
                }

                html.Asset("script", Assets.Script);
            }
        }

        output.Write('\n');
    }

    /// <summary>Works by style alone; the script only remembers the choice.</summary>
    private static void Themes(HtmlBuilder html)
    {
        using (html.In("fieldset", ("class", "theme")))
        {
            html.Element("legend", "Colours");
            foreach (var (value, name) in ((string, string)[])[("auto", "Auto"), ("light", "Light"), ("dark", "Dark")])
            {
                using (html.In("label"))
                {
                    html.Open("input", ("type", "radio"), ("name", "theme"), ("id", "theme-" + value), ("value", value), ("checked", value == "auto" ? "" : null));
                    html.Element("span", name);
                }
            }
        }
    }
}
