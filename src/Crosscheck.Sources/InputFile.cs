using Crosscheck.Articles;

namespace Crosscheck.Sources;

/// <summary>How bytes are to be read, as their name, media type or first bytes say.</summary>
internal enum FileKind
{
    Unknown,
    PlainText,
    Html,
    JsonLines,
    Sidecar,
    Feed,
    Mhtml,
    Warc,
    Zip,
    Tar,
}

/// <summary>A file to read. <paramref name="Shown"/> is its path as given, with <c>/</c>.</summary>
internal readonly record struct InputFile(string Path, string Shown, FileKind Kind, bool Compressed)
{
    public static InputFile Of(string path, string shown)
    {
        var (kind, compressed) = KindOf(path);
        return new InputFile(path, shown.Replace('\\', '/'), kind, compressed);
    }

    /// <summary>Kinds by extension; <c>.gz</c> may follow each.</summary>
    public static (FileKind Kind, bool Compressed) KindOf(string path)
    {
        var name = System.IO.Path.GetFileName(path).ToLowerInvariant();
        if (name.EndsWith(".tgz", StringComparison.Ordinal)) return (FileKind.Tar, true);
        var compressed = name.EndsWith(".gz", StringComparison.Ordinal);
        if (compressed) name = name[..^3];
        var kind = System.IO.Path.GetExtension(name) switch
        {
            ".txt" or ".text" => FileKind.PlainText,
            ".html" or ".htm" or ".xhtml" => FileKind.Html,
            ".jsonl" or ".ndjson" => FileKind.JsonLines,
            ".json" when name.EndsWith(".meta.json", StringComparison.Ordinal) => FileKind.Sidecar,
            ".rss" or ".atom" or ".rdf" => FileKind.Feed,
            ".mhtml" or ".mht" => FileKind.Mhtml,
            ".warc" or ".wet" => FileKind.Warc,
            ".zip" => FileKind.Zip,
            ".tar" => FileKind.Tar,
            _ => FileKind.Unknown,
        };
        return (kind, compressed);
    }

    /// <summary>Whether a name of no kind may still be a feed, which the first bytes tell.</summary>
    public static bool MayBeFeed(string path) =>
        path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Bytes that are about to be read, and what is known of them before.</summary>
/// <param name="Shown">Path as given, with <c>/</c>; inside a container <c>file!entry</c>.</param>
internal sealed record Entry(string Shown, FileKind Kind, bool Compressed, GivenMetadata Given)
{
    /// <summary>Path of the container, or null for a file of its own.</summary>
    public string? Container { get; init; }

    /// <summary>What the carrier says of the encoding.</summary>
    public string? Charset { get; init; }

    public int? HttpStatus { get; init; }

    /// <summary>Containers around it.</summary>
    public int Depth { get; init; }

    /// <summary>What the outermost archive may still unpack; null outside archives.</summary>
    public Archives.UnpackBudget? Budget { get; init; }

    /// <summary>An entry inside this one.</summary>
    public Entry Inside(string name, FileKind kind, GivenMetadata given) =>
        new(Shown + "!" + name, kind, false, given) { Container = Shown, Depth = Depth + 1, Budget = Budget };
}
