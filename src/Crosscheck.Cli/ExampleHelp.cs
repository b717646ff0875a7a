using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Crosscheck.Cli;

/// <summary>Adds examples and exit codes to the help of a command.</summary>
internal sealed class ExampleHelp(HelpAction inner) : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          crosscheck report samples/                         a dossier on everything in a folder, in dossier/
          crosscheck report 'saved/**/*.html' --out brussels --as-of 2025-03-24
          crosscheck report day.jsonl.gz --outlets outlets.csv --format json
          curl -s ADDRESS | crosscheck read -                the article of one page, as JSON
          crosscheck quotes pages/ --speaker Putin --act denies --act declines > quotes.csv
          crosscheck quotes day.jsonl --act promises --min-confidence 0.8 --format jsonl
          crosscheck analyze pages/ | jq '.attributions[] | select(.act == "denies")'

        Exit codes:
          0  everything was read
          1  some input could not be read; the rest is done (what and why is printed)
          2  the command was given wrongly; nothing was done
        """;

    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction inner } help) help.Action = new ExampleHelp(inner);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var result = inner.Invoke(parseResult);
        Console.Out.WriteLine(Examples);
        return result;
    }
}
