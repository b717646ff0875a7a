using System.CommandLine;
using System.Globalization;
using Crosscheck.Analysis;

namespace Crosscheck.Cli;

/// <summary>The options that several commands share, each declared once.</summary>
internal sealed class CommandOptions
{
    public Argument<string[]> Inputs { get; } = new("INPUT")
    {
        Description = "Files, folders, globs, or - for standard input: .html, .txt, .jsonl, .rss, .warc, each also .gz; .mhtml, .zip, .tar, .tar.gz",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        Description = "Leave out articles published after this day (YYYY-MM-DD)",
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"--as-of takes a day as YYYY-MM-DD, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    public Option<string?> Outlets { get; } = new("--outlets")
    {
        Description = "CSV of outlets (domain,name,owner,country,languages): outlets of one owner count as one origin",
        HelpName = "FILE.csv",
    };

    public Option<int> Jobs { get; } = Positive("--jobs", "Threads; the result does not depend on it", Environment.ProcessorCount);

    public Option<int> MaxWords { get; } = Positive("--max-words", "Words of one article that are analysed; the rest keeps its text", new AnalyzerOptions().MaxWords);

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Print nothing but errors" };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "Plain text (also when NO_COLOR is set or the output is no terminal)" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Inputs);
        foreach (var option in (Option[])[AsOf, Jobs, MaxWords, Quiet, NoColor]) command.Options.Add(option);
    }

    private static Option<int> Positive(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Tokens.Count == 0) return;
            if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) || given < 1)
            {
                result.AddError($"{name} takes a whole number from 1, not '{result.Tokens[0].Value}'.");
            }
        });
        return option;
    }
}
