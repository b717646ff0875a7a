using Crosscheck.Analysis;
using Crosscheck.Articles;

namespace Crosscheck.Reports.Building;

/// <summary>Articles as separate lines: each carries its document and its own actors, since no dossier stands around it.</summary>
internal static class AnalyzedLines
{
    public static IEnumerable<DossierArticle> Record(ReadDocument document, IEnumerable<AnalyzedArticle> articles, Numbering numbers)
    {
        var source = DocumentIndex.Record(document, numbers.Document());
        foreach (var analyzed in articles)
        {
            var (ids, actors) = ActorIndex.OfOne(analyzed, numbers);
            var (record, _) = ArticleRecorder.Record(
                analyzed.Article, source.Id, analyzed, inferred: null, local => local is { } i && i >= 0 && i < ids.Length ? ids[i] : null, numbers);
            yield return record with
            {
                DocumentRecord = source,
                Actors = [.. actors.Select(a => a with { Articles = [record.Id], Roles = [.. a.Roles.Select(r => r with { Articles = [record.Id] })] })],
            };
        }
    }
}
