using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Claims;
using Crosscheck.Learning;
using Crosscheck.Sources;
using Crosscheck.Stories;
using Crosscheck.Times;

namespace Crosscheck.Bench;

/// <summary>Each stage over the sample pages, one thread, warm.</summary>
[MemoryDiagnoser]
public class SampleBenchmarks
{
    private readonly ArticleReader _reader = ArticleReader.Load(ModelFolder.Default);
    private readonly Analyzer _analyzer = Analyzer.Build(ModelFolder.Default);
    private readonly LedgerKeeper _keeper = LedgerKeeper.Load(ModelFolder.Default);
    private readonly StoryGrouper _grouper = new(TimeTagger.Load(), OutletRegister.Empty);
    private readonly HtmlParser _parser = new();
    private ImmutableArray<RawDocument> _documents;
    private ImmutableArray<ReadDocument> _read;
    private ImmutableArray<AnalyzedArticle> _analyzed;

    [GlobalSetup]
    public void Setup()
    {
        var samples = Environment.GetEnvironmentVariable("CROSSCHECK_SAMPLES") ?? "samples";
        _documents = [.. new DocumentReader().Read([samples], () => Stream.Null).Select(i => i.Document).OfType<RawDocument>()];
        if (_documents.IsEmpty) throw new InvalidOperationException($"No sample pages in '{samples}'. Set CROSSCHECK_SAMPLES to the folder.");
        _read = [.. _documents.Select(_reader.Read)];
        _analyzed = [.. _read.SelectMany(d => d.Articles.Select(a => _analyzer.Analyze(a, d.Raw)))];
    }

    /// <summary>The lower bound of reading: parsing alone.</summary>
    [Benchmark(Baseline = true)]
    public int BareParse()
    {
        var nodes = 0;
        foreach (var document in _documents)
        {
            if (document.Format == DocumentFormat.Html) nodes += _parser.ParseDocument(new MemoryStream(document.Bytes.ToArray())).All.Length;
        }

        return nodes;
    }

    [Benchmark]
    public int Read() => _documents.Sum(d => _reader.Read(d).Articles.Length);

    [Benchmark]
    public int Analyze() => _read.Sum(d => d.Articles.Sum(a => _analyzer.Analyze(a, d.Raw).Body.Attributions.Length));

    [Benchmark]
    public int Compare()
    {
        var grouping = _grouper.Group(_analyzed);
        return grouping.Stories.Sum(s => _keeper.Keep(s, grouping, _analyzed).Claims.Length);
    }
}
