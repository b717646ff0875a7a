using System.Collections.Immutable;
using System.Reflection;
using Crosscheck.Articles;
using Crosscheck.Reports.Building;

namespace Crosscheck.Reports;

/// <summary>From everything one run found to its published record: numbers the items, names what is unknown and why, keeps the order given.</summary>
public static class DossierBuilder
{
    /// <summary>The program's version, as the dossier names it.</summary>
    public static string Version { get; } =
        typeof(DossierBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public static Dossier Build(Findings findings)
    {
        var numbers = new Numbering();
        var documents = new DocumentIndex(findings.Documents, numbers);
        var actors = new ActorIndex(findings.Grouping, findings.Articles.Length);
        var articles = ImmutableArray.CreateBuilder<DossierArticle>(findings.Articles.Length);
        var ids = ImmutableArray.CreateBuilder<ArticleIds>(findings.Articles.Length);
        for (var i = 0; i < findings.Articles.Length; i++)
        {
            var analyzed = findings.Articles[i];
            var inferred = i < findings.Grouping.InferredDates.Length ? findings.Grouping.InferredDates[i] : null;
            var article = i;
            var (record, itsIds) = ArticleRecorder.Record(
                analyzed.Article, documents.IdOf(analyzed.Document), analyzed, inferred, local => actors.IdOf(article, local), numbers);
            articles.Add(record);
            ids.Add(itsIds);
        }

        var recorded = articles.ToImmutable();
        return new Dossier(
            Dossier.CurrentFormat,
            Version,
            findings.Models,
            documents.Records,
            recorded,
            actors.Records(recorded),
            StoryRecorder.Record(findings, recorded, ids.ToImmutable(), numbers),
            DiagnosticRecorder.Record(findings, documents));
    }

    /// <summary>A document alone, with the articles cut out of it and no layers: what <c>crosscheck read</c> prints.</summary>
    internal static ImmutableArray<DossierArticle> Pages(ReadDocument document, Numbering numbers)
    {
        var source = DocumentIndex.Record(document, numbers.Document());
        return [.. document.Articles.Select(a => ArticleRecorder.Record(a, source.Id, analyzed: null, inferred: null, _ => null, numbers).Article with { DocumentRecord = source })];
    }
}
