using System.Collections.Immutable;
using System.Text;
using Crosscheck.Reports.Html;

namespace Crosscheck.Reports;

/// <summary>
/// The dossier as pages that need nothing else: style, script and pictures are in them, nothing is loaded, and all of it reads without
/// the script. One file; over <see cref="MostArticlesInOneFile"/> articles, an opening page and a page a story.
/// </summary>
public static class DossierHtml
{
    public const int MostArticlesInOneFile = 300;

    /// <summary>Article texts stand open up to so many; above, each unfolds where it is asked for.</summary>
    private const int MostArticlesOpen = 12;

    /// <summary>The page to open.</summary>
    public const string FirstPage = "dossier.html";

    /// <returns>The paths written, the page to open first.</returns>
    public static ImmutableArray<string> Write(Dossier dossier, IReportFiles files)
    {
        var view = new DossierView(dossier);
        if (dossier.Articles.Length <= MostArticlesInOneFile)
        {
            using var output = Text(files.Create(FirstPage));
            OnePage(view, output);
            return [FirstPage];
        }

        var paths = ImmutableArray.CreateBuilder<string>();
        paths.Add(FirstPage);
        using (var output = Text(files.Create(FirstPage))) Opening(view, output, StoryPath);
        foreach (var story in dossier.Stories)
        {
            paths.Add(StoryPath(story));
            using var output = Text(files.Create(StoryPath(story)));
            PageShell.Write(output, StoryList.Title(story), home: "../" + FirstPage, html =>
            {
                new StoryPage(view, html, s => s.Id + ".html", story.Articles.Length <= MostArticlesOpen).Write(story, level: 1);
            });
        }

        return paths.ToImmutable();
    }

    /// <summary>The whole dossier as one page, whatever its size.</summary>
    public static void Write(Dossier dossier, Stream stream)
    {
        using var output = Text(stream, leaveOpen: true);
        OnePage(new DossierView(dossier), output);
    }

    private static string StoryPath(DossierStory story) => $"stories/{story.Id}.html";

    private static void OnePage(DossierView view, TextWriter output)
    {
        var stories = StoryList.Ordered(view.Dossier).ToList();
        var open = view.Dossier.Articles.Length <= MostArticlesOpen;
        PageShell.Write(output, stories.Count == 1 ? StoryList.Title(stories[0]) : Title(view.Dossier), home: null, html =>
        {
            var single = stories.Count == 1 && !view.Loose.Any();
            if (!single) Head(view, html, s => "#" + s.Id);
            foreach (var story in stories)
            {
                var page = new StoryPage(view, html, s => "#" + s.Id, open);
                if (single || story.Articles.Length > 1) page.Write(story, single ? 1 : 2);
                else page.WriteFolded(story, 2);
            }

            Loose(view, html, open);
            new TrustSection(view, html).Write("h2", "h3");
        });
    }

    private static void Opening(DossierView view, TextWriter output, Func<DossierStory, string> address) =>
        PageShell.Write(output, Title(view.Dossier), home: null, html =>
        {
            Head(view, html, address);
            Loose(view, html, open: false);
            new TrustSection(view, html).Write("h2", "h3");
        });

    private static void Head(DossierView view, HtmlBuilder html, Func<DossierStory, string> address)
    {
        using (html.In("header", ("class", "head opening")))
        {
            html.Element("h1", Title(view.Dossier));
        }

        new StoryList(view, html, address).Write("h2");
    }

    private static void Loose(DossierView view, HtmlBuilder html, bool open)
    {
        var loose = view.Loose.ToList();
        if (loose.Count == 0) return;
        using (html.In("section", ("class", "part articles"), ("id", "loose")))
        {
            html.Element("h2", "Articles in no story");
            new ArticleSection(view, html).Legend("loose");
            foreach (var article in loose) new ArticleSection(view, html).Write(article, "h3", open);
        }
    }

    private static string Title(Dossier dossier) =>
        $"{Wording.Count(dossier.Articles.Length, "article")}, {Wording.Count(dossier.Stories.Length, "story", "stories")}";

    private static StreamWriter Text(Stream stream, bool leaveOpen = false) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen) { NewLine = "\n" };
}
