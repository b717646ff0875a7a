using System.Collections.Concurrent;
using System.Text.Json;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Claims;
using Crosscheck.Learning;
using Crosscheck.Reports;
using Crosscheck.Sources;
using Crosscheck.Stories;
using Crosscheck.Times;

namespace Crosscheck.Tests.Samples;

/// <summary>The whole program over a folder of samples: findings, dossier and its JSON. Each folder runs once for all tests.</summary>
internal sealed record SampleRun(Findings Findings, Dossier Dossier, byte[] Json)
{
    private static readonly ConcurrentDictionary<string, Lazy<SampleRun>> Runs = new(StringComparer.Ordinal);

    private static readonly Lazy<(ArticleReader Reader, Analyzer Analyzer, LedgerKeeper Keeper)> Stages = new(() =>
        (ArticleReader.Load(ModelFolder.Default), Analyzer.Build(ModelFolder.Default), LedgerKeeper.Load(ModelFolder.Default)));

    public static string Folder { get; } = FindFolder();

    public JsonElement Root { get; } = JsonElement.Parse(Json);

    public static SampleRun Of(string sample) => Runs.GetOrAdd(sample, s => new Lazy<SampleRun>(() => Run([Path.Combine(Folder, s)]))).Value;

    public static SampleRun Run(IEnumerable<string> inputs, int jobs = 2, DateOnly? asOf = null)
    {
        var items = new DocumentReader().Read(inputs, () => Stream.Null).ToList();
        return Run(items.Select(i => i.Document).OfType<RawDocument>(), jobs, asOf);
    }

    public static SampleRun Run(IEnumerable<RawDocument> documents, int jobs = 2, DateOnly? asOf = null)
    {
        var (reader, analyzer, keeper) = Stages.Value;
        var findings = new Investigation(reader, analyzer, new StoryGrouper(TimeTagger.Load(), OutletRegister.Empty), keeper, new InvestigationOptions(asOf, jobs))
            .Run(documents, [], ModelFolder.Hashes(ModelFolder.Default));
        var dossier = DossierBuilder.Build(findings);
        using var stream = new MemoryStream();
        DossierJson.Write(dossier, stream);
        return new SampleRun(findings, dossier, stream.ToArray());
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Crosscheck.slnx"))) return Path.Combine(folder.FullName, "samples");
        }

        throw new DirectoryNotFoundException("The samples were not found above the tests.");
    }
}
