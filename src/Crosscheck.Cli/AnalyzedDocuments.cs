using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;
using Crosscheck.Learning;
using Crosscheck.Reports;

namespace Crosscheck.Cli;

/// <summary>Documents read and, with an analyzer, analysed on several threads, in the order of the input.</summary>
/// <param name="asOf">Articles published after this day are left out.</param>
internal sealed class AnalyzedDocuments(string[] inputs, Analyzer? analyzer, DateOnly? asOf, int jobs, Screen screen)
{
    internal sealed record Prepared(ReadDocument Document, ImmutableArray<AnalyzedArticle> Articles, ImmutableArray<Diagnostic> Diagnostics);

    /// <returns>The exit code.</returns>
    public int ForEach(Action<Prepared> write)
    {
        var reader = ArticleReader.Load(ModelFolder.Default, analyzer?.Language);
        var gathering = new Gathering(inputs);
        var failed = false;
        var done = 0;
        foreach (var prepared in OrderedWork.Map(gathering.Documents(), jobs, raw => Prepare(reader, raw)))
        {
            write(prepared);
            screen.Show(prepared.Diagnostics);
            failed |= prepared.Diagnostics.Any(d => d.Severity == Severity.Error);
            screen.Report(new InvestigationProgress(analyzer is null ? "reading" : "analysing", ++done, null));
        }

        screen.Show(gathering.Diagnostics);
        return failed || gathering.Diagnostics.Any(d => d.Severity == Severity.Error) ? ExitCode.SomeNotRead : ExitCode.Done;
    }

    private Prepared Prepare(ArticleReader reader, RawDocument raw)
    {
        var document = reader.Read(raw);
        document = document with { Articles = [.. document.Articles.Where(a => asOf is not { } limit || !(a.Published?.Value.Day > limit))] };
        ImmutableArray<AnalyzedArticle> analyzed = analyzer is null ? [] : [.. document.Articles.Select(a => analyzer.Analyze(a, raw))];
        return new Prepared(document, analyzed, [.. document.Diagnostics, .. analyzed.SelectMany(a => a.Diagnostics)]);
    }
}
