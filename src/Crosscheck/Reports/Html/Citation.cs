using System.Text;
using Crosscheck.Text;

namespace Crosscheck.Reports.Html;

/// <summary>A line with all that a desk needs to quote it: words, speaker, outlet, day, address, and the place in the bytes.</summary>
internal static class Citation
{
    public static string Of(DossierView view, DossierArticle article, string? part, TextSpan span, string? speaker)
    {
        var document = view.Document(article.Document);
        var text = new StringBuilder();
        var words = DossierView.Words(article, part, span);
        var nested = words.AsSpan().IndexOfAny('"', '“', '”') >= 0;
        text.Append(nested ? '‘' : '“').Append(words).Append(nested ? '’' : '”');
        if (speaker is not null) text.Append(" — ").Append(speaker).Append(',');
        text.Append(speaker is null ? " — " : " in ").Append(view.Outlet(article));
        if (article.Headline is { } headline) text.Append(", ‘").Append(Wording.OneLine(headline)).Append('’');
        text.Append(", ").Append(DossierView.DateOf(article));
        if ((article.Url ?? document.Url) is { } url) text.Append(", ").Append(url);
        text.Append(" [").Append(article.Id).Append(", ").Append(part ?? "text").Append(' ').Append(span.Start).Append('–').Append(span.End)
            .Append("; ").Append(document.Paths[0]).Append("; SHA-256 ").Append(document.Sha256.AsSpan(0, Math.Min(12, document.Sha256.Length))).Append(']');
        return text.ToString();
    }

    /// <summary>Folded, selectable text; the script adds a button that copies it.</summary>
    public static void Write(HtmlBuilder html, DossierView view, DossierArticle article, string? part, TextSpan span, string? speaker) =>
        Write(html, view.Outlet(article), [Of(view, article, part, span, speaker)]);

    public static void Write(HtmlBuilder html, string about, IEnumerable<string> citations)
    {
        using (html.In("details", ("class", "cite")))
        {
            html.Element("summary", "Cite", ("aria-label", "Cite " + about));
            using (html.In("div", ("class", "cited")))
            {
                foreach (var citation in citations) html.Element("p", citation, ("dir", "auto"));
            }
        }
    }

    /// <summary>"Outlet, 12 May 2031", leading to the exact words.</summary>
    public static void Link(HtmlBuilder html, DossierView view, DossierArticle article, string anchor) =>
        html.Element("a", $"{view.Outlet(article)}, {DossierView.DateOf(article)}", ("href", "#" + anchor), ("class", "src"), ("dir", "auto"));
}
