using System.CommandLine;

namespace Crosscheck.Cli;

/// <summary><c>crosscheck completion SHELL</c>: a script that asks the program itself what may follow.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _crosscheck() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _crosscheck crosscheck ./crosscheck
        """;

    private const string Zsh = """
        #compdef crosscheck
        _crosscheck() {
          local -a found
          found=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found || _files
        }
        compdef _crosscheck crosscheck ./crosscheck
        """;

    private const string Fish = """
        complete -c crosscheck -a '(crosscheck "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "Print a completion script, for example: source <(crosscheck completion bash)") { shell };
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(parsed.GetRequiredValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish });
            return ExitCode.Done;
        });
        return command;
    }
}
