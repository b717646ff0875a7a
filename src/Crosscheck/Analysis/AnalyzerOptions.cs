namespace Crosscheck.Analysis;

/// <summary>Options of an <see cref="Analyzer"/>, validated when it is built.</summary>
public sealed record AnalyzerOptions
{
    /// <summary>White-space words of an article that are analysed; the rest keeps its text and gets a diagnostic.</summary>
    public int MaxWords { get; init; } = 200_000;

    /// <summary>The layers that are wanted. Those that they are made from are made too; the others stay empty, and their weights are not read.</summary>
    public Layers Layers { get; init; } = Layers.All;
}
