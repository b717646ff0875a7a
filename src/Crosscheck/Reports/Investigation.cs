using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Claims;
using Crosscheck.Diagnostics;
using Crosscheck.Stories;

namespace Crosscheck.Reports;

/// <summary>How far a run has come, for people who wait.</summary>
public readonly record struct InvestigationProgress(string Stage, int Done, int? Total);

/// <param name="AsOf">Articles published after this day are left out, with a note; it anchors nothing else.</param>
/// <param name="Jobs">Threads that read and analyse; the result does not depend on it.</param>
public sealed record InvestigationOptions(DateOnly? AsOf = null, int Jobs = 1);

/// <summary>The whole way from documents to findings: read, analyse, group, compare.</summary>
public sealed class Investigation(ArticleReader reader, Analyzer analyzer, StoryGrouper grouper, LedgerKeeper keeper, InvestigationOptions options)
{
    /// <param name="documents">Pulled by one thread at a time; each is read and analysed as it comes.</param>
    /// <param name="sourceDiagnostics">Grows while <paramref name="documents"/> is pulled; taken over when it has ended.</param>
    public Findings Run(
        IEnumerable<RawDocument> documents, IReadOnlyCollection<Diagnostic> sourceDiagnostics,
        ImmutableSortedDictionary<string, string> models, IProgress<InvestigationProgress>? progress = null)
    {
        var (unique, paths) = ReadAll(documents, progress);
        var ordered = unique
            .Select(d => d with { Document = d.Document with { Raw = d.Document.Raw with { Paths = [.. paths[d.Document.Raw.Sha256].Order(StringComparer.Ordinal)] } } })
            .OrderBy(d => PublishedKey(d.Document), StringComparer.Ordinal)
            .ThenBy(d => d.Document.Raw.Sha256, StringComparer.Ordinal)
            .ToList();
        var articles = ordered
            .SelectMany(d => d.Articles.Select(a => a with { Document = d.Document.Raw }))
            .ToImmutableArray();

        progress?.Report(new InvestigationProgress("comparing", 0, null));
        var grouping = grouper.Group(articles);
        var ledgers = new StoryLedger[grouping.Stories.Length];
        Parallel.For(0, ledgers.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Jobs }, i => ledgers[i] = keeper.Keep(grouping.Stories[i], grouping, articles));

        ImmutableArray<Diagnostic> diagnostics =
        [
            .. sourceDiagnostics.OrderBy(d => d.Document, StringComparer.Ordinal).ThenBy(d => d.Code, StringComparer.Ordinal),
            .. ordered.SelectMany(d => d.Late.Concat(d.Document.Diagnostics)),
            .. articles.SelectMany(a => a.Diagnostics),
        ];
        return new Findings([.. ordered.Select(d => d.Document)], articles, grouping, [.. ledgers], diagnostics, models);
    }

    private sealed record Analyzed(ReadDocument Document, ImmutableArray<AnalyzedArticle> Articles, ImmutableArray<Diagnostic> Late);

    private (List<Analyzed> Unique, Dictionary<string, List<string>> Paths) ReadAll(IEnumerable<RawDocument> documents, IProgress<InvestigationProgress>? progress)
    {
        var paths = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var done = 0;
        var unique = new List<Analyzed>();
        foreach (var analyzed in OrderedWork.Map(NewOnes(), options.Jobs, AnalyzeOne))
        {
            unique.Add(analyzed);
            progress?.Report(new InvestigationProgress("reading and analysing", ++done, null));
        }

        return (unique, paths);

        // Identical bytes given twice are one document with two paths.
        IEnumerable<RawDocument> NewOnes()
        {
            foreach (var raw in documents)
            {
                if (paths.TryGetValue(raw.Sha256, out var known))
                {
                    known.AddRange(raw.Paths);
                    continue;
                }

                paths.Add(raw.Sha256, [.. raw.Paths]);
                yield return raw;
            }
        }
    }

    private Analyzed AnalyzeOne(RawDocument raw)
    {
        var document = reader.Read(raw);
        var late = ImmutableArray.CreateBuilder<Diagnostic>();
        var kept = ImmutableArray.CreateBuilder<AnalyzedArticle>();
        foreach (var article in document.Articles)
        {
            if (options.AsOf is { } asOf && article.Published?.Value.Day is { } day && day > asOf)
            {
                late.Add(new Diagnostic(DiagnosticCode.PublishedAfterAsOf, Severity.Note, raw.Path, article.DocumentSpan, $"Published on {day:yyyy-MM-dd}, after {asOf:yyyy-MM-dd}: left out."));
                continue;
            }

            kept.Add(analyzer.Analyze(article, raw));
        }

        if (kept.Count < document.Articles.Length) document = document with { Articles = [.. kept.Select(a => a.Article)] };
        return new Analyzed(document, kept.ToImmutable(), late.ToImmutable());
    }

    /// <summary>Earliest publication on the page; undated documents and those without an article come last.</summary>
    private static string PublishedKey(ReadDocument document) =>
        document.Articles.Select(a => a.Published?.Value.ToString()).Where(p => p is not null).Min(StringComparer.Ordinal) ?? "~";
}
