namespace Crosscheck.Sources;

/// <summary>Bounds on what one input may cost.</summary>
public sealed record SourceOptions
{
    /// <summary>Largest document in bytes, after decompression.</summary>
    public long MaxDocumentBytes { get; init; } = 128L << 20;

    /// <summary>Something compressed may not grow more than this many times (beyond its first megabyte).</summary>
    public int MaxExpansion { get; init; } = 200;

    /// <summary>Depth of folders below the one given.</summary>
    public int MaxFolderDepth { get; init; } = 64;

    /// <summary>Archives within archives, the outermost counted.</summary>
    public int MaxArchiveDepth { get; init; } = 3;

    /// <summary>Entries of one archive.</summary>
    public int MaxArchiveEntries { get; init; } = 1_000_000;

    /// <summary>Bytes that one archive, with those inside it, may unpack to.</summary>
    public long MaxArchiveBytes { get; init; } = 256L << 30;
}
