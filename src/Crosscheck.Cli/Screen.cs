using Crosscheck.Diagnostics;
using Crosscheck.Reports;

namespace Crosscheck.Cli;

/// <summary>Progress and diagnostics for the person who waits: on standard error, so that standard output stays clean.</summary>
internal sealed class Screen(TextWriter error, bool quiet, bool color, bool live) : IProgress<InvestigationProgress>
{
    private readonly Lock _gate = new();
    private int _shownLength;
    private long _lastTick;

    public static Screen For(bool quiet, bool noColor)
    {
        var terminal = !Console.IsErrorRedirected;
        return new Screen(Console.Error, quiet, terminal && !noColor && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")), terminal && !quiet);
    }

    public void Report(InvestigationProgress value)
    {
        if (!live) return;
        lock (_gate)
        {
            // Ten times a second is as much as anybody reads.
            var tick = Environment.TickCount64;
            if (tick - _lastTick < 100 && value.Total is null && value.Done > 1) return;
            _lastTick = tick;
            var line = value.Total is { } total ? $"{value.Stage}: {value.Done} of {total}" : value.Done > 0 ? $"{value.Stage}: {value.Done}" : $"{value.Stage} …";
            error.Write($"\r{line.PadRight(_shownLength)}");
            _shownLength = line.Length;
        }
    }

    public void EndProgress()
    {
        if (_shownLength == 0) return;
        error.Write($"\r{new string(' ', _shownLength)}\r");
        _shownLength = 0;
    }

    public void Say(string line)
    {
        if (quiet) return;
        EndProgress();
        error.WriteLine(line);
    }

    public void Show(IEnumerable<Diagnostic> diagnostics)
    {
        EndProgress();
        foreach (var diagnostic in diagnostics)
        {
            if (quiet && diagnostic.Severity != Severity.Error) continue;
            var (word, paint) = diagnostic.Severity switch
            {
                Severity.Error => ("error", "31"),
                Severity.Warning => ("warning", "33"),
                _ => ("note", "2"),
            };
            var mark = color ? $"\u001B[{paint}m{word}\u001B[0m" : word;
            error.WriteLine($"{mark} {diagnostic.Code} {diagnostic.Message}");
        }
    }
}
