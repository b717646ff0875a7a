using System.CommandLine;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Claims;
using Crosscheck.Diagnostics;
using Crosscheck.Learning;
using Crosscheck.Reports;
using Crosscheck.Sources;
using Crosscheck.Stories;
using Crosscheck.Times;

namespace Crosscheck.Cli;

/// <summary><c>crosscheck report</c>: from pages to a dossier.</summary>
internal static class ReportCommand
{
    private static readonly string[] Formats = ["html", "json", "md"];

    public static Command Create()
    {
        var options = new CommandOptions();
        var output = new Option<string>("--out", "-o") { Description = "Folder to write", HelpName = "DIR", DefaultValueFactory = _ => "dossier" };
        var format = new Option<string>("--format") { Description = "What to write, with commas: html, json, md", HelpName = "LIST", DefaultValueFactory = _ => "html,json,md" };
        format.Validators.Add(result =>
        {
            foreach (var name in FormatsIn(result.GetValueOrDefault<string>()))
            {
                if (!Formats.Contains(name)) result.AddError($"--format knows html, json and md, not '{name}'.");
            }
        });
        var command = new Command("report", "Read pages and write a dossier: what is agreed, disputed, alleged, left out, and who says so");
        options.AddTo(command);
        command.Options.Add(options.Outlets);
        command.Options.Add(output);
        command.Options.Add(format);
        command.SetAction(parsed => Run(
            Gathering.InputsOf(parsed, options), parsed.GetRequiredValue(output), [.. FormatsIn(parsed.GetValue(format))], parsed.GetValue(options.Outlets),
            new InvestigationOptions(parsed.GetValue(options.AsOf), parsed.GetValue(options.Jobs)), new AnalyzerOptions { MaxWords = parsed.GetValue(options.MaxWords) },
            Screen.For(parsed.GetValue(options.Quiet), parsed.GetValue(options.NoColor))));
        return command;
    }

    private static int Run(
        string[] inputs, string output, string[] formats, string? outletFile, InvestigationOptions options, AnalyzerOptions analysis, Screen screen)
    {
        if (!TryReadOutlets(outletFile, screen, out var outlets)) return ExitCode.WrongUsage;

        var models = ModelFolder.Default;
        var hashes = Task.Run(() => ModelFolder.Hashes(models));
        var analyzer = Analyzer.Build(models, analysis);
        var investigation = new Investigation(
            ArticleReader.Load(models, analyzer.Language), analyzer, new StoryGrouper(TimeTagger.Load(), outlets), LedgerKeeper.Load(models), options);
        var gathering = new Gathering(inputs);
        var findings = investigation.Run(gathering.Documents(), gathering.Diagnostics, hashes.GetAwaiter().GetResult(), screen);
        screen.Report(new InvestigationProgress("writing", 0, null));
        var dossier = DossierBuilder.Build(findings);

        string first;
        try
        {
            first = DossierFolder.Write(dossier, output, formats);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Show([new Diagnostic(DiagnosticCode.OutputNotWritable, Severity.Error, null, null, $"'{output}' may not be written: {e.Message} Choose another folder with --out.")]);
            return ExitCode.WrongUsage;
        }

        screen.Show(findings.Diagnostics);
        screen.Say(Summary(dossier));
        Console.Out.WriteLine(first);
        return findings.Diagnostics.Any(d => d.Severity == Severity.Error) ? ExitCode.SomeNotRead : ExitCode.Done;
    }

    private static string Summary(Dossier dossier)
    {
        var claims = dossier.Stories.Sum(s => s.Claims.Length);
        var disputed = dossier.Stories.Sum(s => s.Claims.Count(c => c.Standing == Standing.Disputed));
        return $"{dossier.Documents.Length} documents, {dossier.Articles.Length} articles, {dossier.Stories.Length} stories, {claims} claims, {disputed} disputed. The dossier:";
    }

    private static bool TryReadOutlets(string? file, Screen screen, out OutletRegister outlets)
    {
        outlets = OutletRegister.Empty;
        if (file is null) return true;
        try
        {
            using var reader = new StreamReader(file);
            var (register, failure) = OutletList.Read(reader, file);
            if (failure is not null) screen.Show([failure]);
            outlets = register ?? outlets;
            return register is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Show([new Diagnostic(DiagnosticCode.OutletListBroken, Severity.Error, file, null, $"The outlet list '{file}' may not be read. Check the path.")]);
            return false;
        }
    }

    private static IEnumerable<string> FormatsIn(string? list) =>
        (list ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(f => f.ToLowerInvariant());
}
