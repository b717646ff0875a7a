using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Reports.Building;

namespace Crosscheck.Reports;

/// <summary>Writes articles as JSON lines as they come, numbering documents and items on through the stream. Not thread-safe.</summary>
public sealed class ArticleLines(Stream stream)
{
    private readonly Numbering _numbers = new();

    /// <summary>A document as read: an article a line, without layers.</summary>
    public void Write(ReadDocument document)
    {
        foreach (var article in DossierBuilder.Pages(document, _numbers)) DossierJson.WriteArticle(article, layers: false, stream);
    }

    /// <summary>A document as analysed: an article a line, with all layers and its own actors.</summary>
    public void Write(ReadDocument document, IEnumerable<AnalyzedArticle> articles)
    {
        foreach (var article in AnalyzedLines.Record(document, articles, _numbers)) DossierJson.WriteArticle(article, layers: true, stream);
    }
}
