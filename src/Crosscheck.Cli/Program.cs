using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Crosscheck.Cli;

Console.OutputEncoding = new UTF8Encoding(false);

var root = new RootCommand("Crosscheck reads what every outlet wrote about an event and keeps the record a careful fact-checker would keep.")
{
    ReportCommand.Create(),
    LinesCommand.Read(),
    LinesCommand.Analyze(),
    QuotesCommand.Create(),
    CompletionCommand.Create(),
};
ExampleHelp.AddTo(root);

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0 && parsed.Action is not (HelpAction or ExampleHelp))
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("'crosscheck --help' shows the commands, 'crosscheck COMMAND --help' their options.");
    return ExitCode.WrongUsage;
}

return parsed.Invoke();
