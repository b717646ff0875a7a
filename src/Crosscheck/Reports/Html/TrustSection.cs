using Crosscheck.Diagnostics;

namespace Crosscheck.Reports.Html;

/// <summary>How far to trust the report: what was not read, how often each stage errs, what is known to be weak, which models were used.</summary>
internal sealed class TrustSection(DossierView view, HtmlBuilder html)
{
    public void Write(string heading, string below)
    {
        using (html.In("section", ("class", "part trust"), ("id", "trust")))
        {
            html.Element(heading, "How far to trust this");
            Diagnostics(below);
            Measured(below);
            html.Element(below, "Known weaknesses");
            using (html.In("ul"))
            {
                foreach (var weakness in Weaknesses.All) html.Element("li", weakness);
            }

            Models(below);
        }

        html.Line();
    }

    private void Diagnostics(string below)
    {
        html.Element(below, "What was not read or not analysed");
        var all = view.Dossier.Diagnostics;
        if (all.IsEmpty)
        {
            html.Element("p", "Everything given was read and analysed.");
            return;
        }

        using (html.In("table", ("class", "stack")))
        {
            html.Element("caption", $"{Wording.Count(all.Length, "remark")} on {Wording.Count(view.Dossier.Documents.Length, "document")}");
            using (html.In("thead"))
            {
                using (html.In("tr"))
                {
                    html.Element("th", "Where", ("scope", "col")).Element("th", "What", ("scope", "col")).Element("th", "Code", ("scope", "col"));
                }
            }

            using (html.In("tbody"))
            {
                foreach (var diagnostic in all.OrderByDescending(d => d.Severity))
                {
                    using (html.In("tr"))
                    {
                        html.Element("th", diagnostic.Document is { } d ? view.Document(d).Paths[0] : diagnostic.Path ?? "the run", ("scope", "row"));
                        html.Element("td", diagnostic.Message, ("data-label", Word(diagnostic.Severity)));
                        html.Element("td", $"{diagnostic.Code}, {Word(diagnostic.Severity)}", ("data-label", "code"));
                    }
                }
            }
        }
    }

    private static string Word(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    private void Measured(string below)
    {
        html.Element(below, "How often each stage is right");
        using (html.In("table", ("class", "stack")))
        {
            html.Element("caption", "Measured on annotated data that the stage was not trained on, unless the remark says otherwise");
            using (html.In("thead"))
            {
                using (html.In("tr"))
                {
                    html.Element("th", "Stage", ("scope", "col")).Element("th", "Measure", ("scope", "col")).Element("th", "Value", ("scope", "col"), ("class", "num"))
                        .Element("th", "On", ("scope", "col"));
                }
            }

            using (html.In("tbody"))
            {
                foreach (var row in Measurement.All)
                {
                    using (html.In("tr"))
                    {
                        html.Element("th", row.Stage, ("scope", "row"));
                        html.Element("td", row.Measure, ("data-label", "measure"));
                        html.Element("td", row.Value ?? "not measured yet", ("data-label", "value"), ("class", row.Value is null ? "num none" : "num"));
                        html.Element("td", string.Join("; ", new[] { row.Set, row.Note }.OfType<string>()), ("data-label", "on"));
                    }
                }
            }
        }
    }

    private void Models(string below)
    {
        html.Element(below, "What it was made with");
        html.Element("p", $"Crosscheck {view.Dossier.Version}. Equal input gives an equal report, byte for byte; nothing was sent anywhere.");
        if (view.Dossier.Models.IsEmpty) return;
        using (html.In("details"))
        {
            html.Element("summary", Wording.Count(view.Dossier.Models.Count, "model file") + " with SHA-256");
            using (html.In("dl", ("class", "meta")))
            {
                foreach (var (name, hash) in view.Dossier.Models)
                {
                    using (html.In("div")) html.Element("dt", name).Element("dd", hash, ("class", "hash"));
                }
            }
        }
    }
}
