namespace Crosscheck.Cli;

/// <summary>What a script may rely on.</summary>
internal static class ExitCode
{
    /// <summary>Everything was read.</summary>
    public const int Done = 0;

    /// <summary>Some input could not be read; the rest is done.</summary>
    public const int SomeNotRead = 1;

    /// <summary>The command was given wrongly; nothing was done.</summary>
    public const int WrongUsage = 2;
}
