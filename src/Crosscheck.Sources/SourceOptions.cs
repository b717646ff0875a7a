namespace Crosscheck.Sources;

/// <summary>Bounds on what one input may cost.</summary>
public sealed record SourceOptions
{
    /// <summary>Largest document in bytes, after decompression.</summary>
    public long MaxDocumentBytes { get; init; } = 128L << 20;

    /// <summary>A compressed document may not grow more than this many times (beyond its first megabyte).</summary>
    public int MaxExpansion { get; init; } = 200;

    /// <summary>Depth of folders below the one given.</summary>
    public int MaxFolderDepth { get; init; } = 64;
}
