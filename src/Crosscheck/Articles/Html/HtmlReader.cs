using System.Collections.Immutable;
using Crosscheck.Articles.Html.Parsing;
using Crosscheck.Articles.Metadata;
using Crosscheck.Diagnostics;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Articles.Html;

/// <summary>From a decoded HTML page to its article. Thread-safe.</summary>
internal sealed class HtmlReader(BodyFinder bodies, PageMetadata metadata, GluedStories glued)
{
    private const int ShortestBody = 60;
    private const int ShortestInScript = 300;

    public ImmutableArray<Article> Read(SourceText decoded, GivenMetadata given, string path, List<Diagnostic> diagnostics)
    {
        var page = Page.Parse(decoded.Value);
        if (page.TooDeepAt >= 0)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.MarkupTooDeep, Severity.Warning, path, new TextSpan(page.TooDeepAt, page.TooDeepAt + 1),
                $"Elements are nested more than {TreeBuilder.MaximumDepth} deep; the rest is read as if it stood at that depth."));
        }

        var found = bodies.Find(page);
        var linked = JsonLd.Read(page);
        var fields = metadata.Read(page, linked, found, given, out var headline);
        var entries = PageEntries.Find(page, found);
        if (entries.Kind == EntriesKind.Teasers)
        {
            diagnostics.Add(new Diagnostic(DiagnosticCode.ListPage, Severity.Warning, path, null, $"The page is a list of {entries.Entries.Length} articles that stand elsewhere and holds none itself."));
            return [];
        }

        if (entries.Kind != EntriesKind.None && SeveralStories.Assemble(page, entries, fields, found, headline) is { IsEmpty: false } several) return [.. several.Select(a => WithLanguage(a, page, null))];
        var body = BodyEdges.Trim(page, found.Blocks, fields.Headline?.Value, headline);
        var notices = NoticeBlocks.Take(page, body);
        var whole = ArticleAssembler.Assemble(page, body);
        var language = LanguageIdentifier.Identify(whole.Body.Value);
        var stories = glued.Divide(page, body, headline, language?.Code);
        var shown = stories.Count == 1 ? whole : ArticleAssembler.Assemble(page, stories[0]);
        var hidden = ScriptBody.Find(page, linked, shown.Body.Length);
        if (shown.Body.Length < ShortestBody && hidden is null)
        {
            diagnostics.Add(NoArticle(page, path, shown.Body.Length));
            // A page that calls itself an article keeps its headline and date, though its text is not there.
            if (shown.Body.Length == 0 && (fields.Headline is null || fields.Published is not { Confidence: > 0.5 })) return [];
        }

        var article = hidden is { } script && script.Text.Length >= ShortestInScript ? ArticleAssembler.FromScript(script.Text, script.Place) : shown;
        var inScript = article != shown;
        article = ArticleAssembler.WithFurniture(PageMetadata.Fill(fields, article), page, inScript ? [] : body, headline);
        if (article.HeadlineSpan is { } above) article = article with { DocumentSpan = article.DocumentSpan.Cover(above) };
        var first = WithLanguage(
            article with { Notices = notices, Captions = article.Captions.RemoveAll(c => notices.Any(n => n.DocumentSpan.Overlaps(c.DocumentSpan))) }, page, inScript || stories.Count > 1 ? null : () => language);
        if (inScript || stories.Count == 1) return [first];

        ImmutableArray<Article> all = [first, .. stories.Skip(1).Select(s => GluedStories.Assemble(page, s, first))];
        for (var i = 0; i + 1 < all.Length; i++)
        {
            // A story ends where the next begins.
            var start = all[i].DocumentSpan.Start;
            all = all.SetItem(i, all[i] with { DocumentSpan = new TextSpan(start, Math.Max(start, all[i + 1].DocumentSpan.Start)) });
        }

        return all;
    }

    /// <summary>The text says its language; the page's own label counts where the text is too short to say.</summary>
    /// <param name="known">Gives what is known of the text's language; null where it must be read first.</param>
    private static Article WithLanguage(Article article, Page page, Func<LanguageGuess?>? known)
    {
        var guess = known is null ? LanguageIdentifier.Identify(article.Body.Value) : known();
        var label = page.Language?.Split('-', '_')[0].Trim().ToLowerInvariant();
        if (label is not { Length: 2 }) label = null;
        // The text does not tell the two norms of Norwegian apart.
        if (label is "nb" or "nn") label = "no";
        if (guess is null)
        {
            return label is null
                ? article with { Reasons = article.Reasons.SetItem("language", "the text is too short or too unlike any known language to tell, and the page names none") }
                : article with { Language = new Sourced<string>(label, "lang attribute", 0.8) };
        }

        var agrees = guess.Code == label;
        var disagreeing = label is null || agrees ? article.Disagreeing : article.Disagreeing.Add(new Candidate("language", label, "lang attribute"));
        return article with { Language = new Sourced<string>(guess.Code, "text", agrees ? Math.Max(guess.Confidence, 0.97) : guess.Confidence), Disagreeing = disagreeing };
    }

    private static Diagnostic NoArticle(Page page, string path, int length)
    {
        var linked = 0;
        var all = 0;
        foreach (var block in page.Blocks)
        {
            linked += block.LinkChars;
            all += block.Length;
        }

        if (all > 400 && linked > all * 0.5)
            return new Diagnostic(DiagnosticCode.ListPage, Severity.Warning, path, null, "The page is a list of links to articles and holds none itself.");
        if (page.AsksForPassword())
            return new Diagnostic(DiagnosticCode.NoArticle, Severity.Warning, path, null, "The page asks for a login and shows no article.");
        if (all < 400 && page.Scripts.Count > 0)
            return new Diagnostic(DiagnosticCode.NoArticle, Severity.Warning, path, null, "The page builds its text with scripts and holds none itself.");
        return new Diagnostic(
            DiagnosticCode.NoArticle, Severity.Warning, path, null, length == 0 ? "The page holds no running text." : $"The page holds no more than {length} characters of running text.");
    }
}
