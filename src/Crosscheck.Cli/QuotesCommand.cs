using System.CommandLine;
using System.Globalization;
using Crosscheck.Analysis;
using Crosscheck.Attributions;
using Crosscheck.Learning;
using Crosscheck.Reports;
using Crosscheck.Reports.Quotes;

namespace Crosscheck.Cli;

/// <summary><c>crosscheck quotes</c>: who said what, a row an attribution, streamed: memory does not grow with the number of articles.</summary>
internal static class QuotesCommand
{
    private static readonly SpeechAct[] Acts = Enum.GetValues<SpeechAct>();

    public static Command Create()
    {
        var options = new CommandOptions();
        var speaker = new Option<string?>("--speaker") { Description = "Only this speaker: words of a name, case and accents aside (Putin finds Vladimir Putin)", HelpName = "NAME" };
        speaker.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !given.Any(char.IsLetterOrDigit)) result.AddError($"--speaker takes a name, not '{given}'.");
        });
        var act = new Option<string[]>("--act") { Description = "Only these acts; may be given several times: " + string.Join(", ", Acts.Select(DossierNames.Of)), HelpName = "ACT", Arity = ArgumentArity.ZeroOrMore };
        act.AcceptOnlyFromAmong([.. Acts.Select(DossierNames.Of)]);
        var format = new Option<string>("--format") { Description = "csv or jsonl", HelpName = "FORMAT", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "jsonl");
        var least = new Option<double>("--min-confidence")
        {
            Description = "Leave out what is less probably right, from 0 to 1",
            HelpName = "P",
            CustomParser = result =>
            {
                if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given) && given <= 1) return given;
                result.AddError($"--min-confidence takes a number from 0 to 1, not '{result.Tokens[0].Value}'.");
                return 0;
            },
        };
        var command = new Command("quotes", "Who said what: a row for each attribution with outlet, date, address, SHA-256, speaker, act, words and offsets");
        options.AddTo(command);
        foreach (var option in (Option[])[speaker, act, least, format]) command.Options.Add(option);
        command.SetAction(parsed => Run(
            Gathering.InputsOf(parsed, options),
            new QuoteFilter(parsed.GetValue(speaker), Acts.Where(a => parsed.GetValue(act)?.Contains(DossierNames.Of(a)) == true), parsed.GetValue(least)),
            parsed.GetValue(format) == "csv" ? QuoteFormat.Csv : QuoteFormat.Jsonl, parsed.GetValue(options.AsOf), parsed.GetValue(options.Jobs), parsed.GetValue(options.MaxWords),
            Screen.For(parsed.GetValue(options.Quiet), parsed.GetValue(options.NoColor))));
        return command;
    }

    private static int Run(string[] inputs, QuoteFilter filter, QuoteFormat format, DateOnly? asOf, int jobs, int maxWords, Screen screen)
    {
        var articles = new AnalyzedDocuments(inputs, Analyzer.Build(ModelFolder.Default, new AnalyzerOptions { MaxWords = maxWords }), asOf, jobs, screen);
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var lines = new QuoteLines(output, format, filter);
        return articles.ForEach(prepared => lines.Write(prepared.Document, prepared.Articles));
    }
}
