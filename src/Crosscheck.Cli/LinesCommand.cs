using System.CommandLine;
using Crosscheck.Analysis;
using Crosscheck.Learning;
using Crosscheck.Reports;

namespace Crosscheck.Cli;

/// <summary>
/// <c>crosscheck read</c> and <c>crosscheck analyze</c>: articles as JSON lines on standard output, in the order of the input, streamed: memory does
/// not grow with the number of articles.
/// </summary>
internal static class LinesCommand
{
    public static Command Read() => Create("read", "Cut articles out of pages: JSON lines with text, metadata, notices and furniture", layers: false);

    public static Command Analyze() => Create("analyze", "Articles with every layer (names, times, quantities, attributions, events): JSON lines", layers: true);

    private static Command Create(string name, string description, bool layers)
    {
        var options = new CommandOptions();
        var command = new Command(name, description);
        options.AddTo(command);
        var show = new Option<string?>("--show") { Description = "Instead of JSON, sentences as CoNLL-U: syntax, names, or both with a comma between", HelpName = "LAYERS" };
        show.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !Shown(given).IsSubsetOf(["syntax", "names"])) result.AddError($"--show takes syntax, names, or syntax,names, not '{given}'.");
        });
        if (layers) command.Options.Add(show);
        command.SetAction(parsed => Run(
            Gathering.InputsOf(parsed, options), layers, layers && parsed.GetValue(show) is { } given ? Shown(given) : [], parsed.GetValue(options.AsOf), parsed.GetValue(options.Jobs), parsed.GetValue(options.MaxWords),
            Screen.For(parsed.GetValue(options.Quiet), parsed.GetValue(options.NoColor))));
        return command;
    }

    private static HashSet<string> Shown(string layers) => [.. layers.Split(',')];

    /// <summary>What has to be made for what is shown.</summary>
    private static Layers LayersOf(HashSet<string> shown) => shown.Count == 0 ? Layers.All : shown.Contains("names") ? Layers.Syntax | Layers.Names : Layers.Syntax;

    private static int Run(string[] inputs, bool layers, HashSet<string> shown, DateOnly? asOf, int jobs, int maxWords, Screen screen)
    {
        var analyzer = layers ? Analyzer.Build(ModelFolder.Default, new AnalyzerOptions { MaxWords = maxWords, Layers = LayersOf(shown) }) : null;
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var lines = new ArticleLines(output);
        using var text = new StreamWriter(output, leaveOpen: true);
        var sentences = new SyntaxLines(text, shown.Contains("syntax"), shown.Contains("names"));
        return new AnalyzedDocuments(inputs, analyzer, asOf, jobs, screen).ForEach(prepared =>
        {
            if (shown.Count > 0) prepared.Articles.ToList().ForEach(sentences.Write);
            else if (layers) lines.Write(prepared.Document, prepared.Articles);
            else lines.Write(prepared.Document);
        });
    }
}
