using System.CommandLine;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;
using Crosscheck.Sources;

namespace Crosscheck.Cli;

/// <summary>The documents of a command's inputs, and the diagnostics that came instead of some.</summary>
internal sealed class Gathering(string[] inputs)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public IReadOnlyCollection<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Streamed; <see cref="Diagnostics"/> is whole when it has ended.</summary>
    public IEnumerable<RawDocument> Documents()
    {
        foreach (var item in new DocumentReader().Read(inputs, Console.OpenStandardInput))
        {
            if (item.Diagnostic is { } diagnostic) _diagnostics.Add(diagnostic);
            if (item.Document is { } document) yield return document;
        }
    }

    public static string[] InputsOf(ParseResult parsed, CommandOptions options) => parsed.GetRequiredValue(options.Inputs);
}
