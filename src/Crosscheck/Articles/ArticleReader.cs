using System.Collections.Immutable;
using Crosscheck.Articles.Decoding;
using Crosscheck.Articles.Html;
using Crosscheck.Articles.Metadata;
using Crosscheck.Articles.PlainText;
using Crosscheck.Articles.Seams;
using Crosscheck.Diagnostics;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Articles;

/// <summary>From a document's bytes to the articles in it. Thread-safe.</summary>
public sealed class ArticleReader
{
    private readonly HtmlReader _html;
    private readonly PlainTextReader _text;

    private ArticleReader(HtmlReader html, PlainTextReader text) => (_html, _text) = (html, text);

    /// <param name="engine">One that is loaded already; null: one is loaded from the folder when a page in plain text first needs it.</param>
    /// <exception cref="InvalidOperationException">The folder lacks the weights of this stage.</exception>
    public static ArticleReader Load(string modelFolder, LanguageEngine? engine = null)
    {
        var folder = Path.Combine(modelFolder, "articles");
        return new ArticleReader(
            new HtmlReader(
                new BodyFinder(BoostedTrees.Load(folder, BodyFinder.ModelName)),
                new PageMetadata(new DateFinder(BoostedTrees.Load(folder, DateFinder.ModelName)), new AuthorFinder(BoostedTrees.Load(folder, AuthorFinder.ModelName))),
                new GluedStories(SeamFinder.Load(modelFolder, null))),
            PlainTextReader.Load(modelFolder, engine));
    }

    public ReadDocument Read(RawDocument document)
    {
        var bytes = document.Bytes.Span;
        var markup = document.Format switch
        {
            DocumentFormat.Html => true,
            DocumentFormat.PlainText => false,
            _ => MarkupSniffer.LooksLikeHtml(bytes),
        };
        var decoded = Decoder.Decode(bytes, document.Charset, markup, document.Path);
        var text = new SourceText(decoded.Text);
        var diagnostics = new List<Diagnostic>(decoded.Diagnostics);
        var articles = markup ? _html.Read(text, document.Given, document.Path, diagnostics) : _text.Read(text, document.Given, document.Path, diagnostics);
        return new ReadDocument(document, decoded.Encoding, markup ? "text/html" : "text/plain", text, WithGiven(articles, document.Given, text.Length), [.. diagnostics]);
    }

    /// <summary>Authors that came with the document are those of its first article; where the document holds less than it should, its last one breaks off.</summary>
    private static ImmutableArray<Article> WithGiven(ImmutableArray<Article> articles, GivenMetadata given, int end)
    {
        if (articles.IsEmpty) return articles;
        if (!given.Authors.IsEmpty) articles = articles.SetItem(0, WithAuthors(articles[0], given.Authors));
        return given.Incomplete is not { } why
            ? articles
            : articles.SetItem(articles.Length - 1, articles[^1] with { Notices = articles[^1].Notices.Add(new Notice(NoticeKind.Truncated, new TextSpan(end, end), why)) });
    }

    private static Article WithAuthors(Article article, ImmutableArray<string> bylines)
    {
        var (people, agencies) = (new List<string>(), new List<string>());
        foreach (var byline in bylines) AuthorNames.Read(byline, strict: false, people, agencies);
        return people.Count == 0
            ? article with { Agencies = [.. agencies.Union(article.Agencies)] }
            : article with { Authors = [.. people], Agencies = [.. agencies.Union(article.Agencies)], Reasons = article.Reasons.Remove("authors") };
    }
}
