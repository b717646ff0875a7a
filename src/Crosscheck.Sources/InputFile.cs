namespace Crosscheck.Sources;

/// <summary>How a file's name says it is to be read.</summary>
internal enum FileKind
{
    Unknown,
    PlainText,
    Html,
    JsonLines,
    Sidecar,
}

/// <summary>A file to read. <paramref name="Shown"/> is its path as given, with <c>/</c>.</summary>
internal readonly record struct InputFile(string Path, string Shown, FileKind Kind, bool Compressed)
{
    /// <summary>Kinds by extension; <c>.gz</c> may follow each.</summary>
    public static InputFile Of(string path, string shown)
    {
        var name = System.IO.Path.GetFileName(path).ToLowerInvariant();
        var compressed = name.EndsWith(".gz", StringComparison.Ordinal);
        if (compressed) name = name[..^3];
        var kind = System.IO.Path.GetExtension(name) switch
        {
            ".txt" or ".text" => FileKind.PlainText,
            ".html" or ".htm" or ".xhtml" => FileKind.Html,
            ".jsonl" or ".ndjson" => FileKind.JsonLines,
            ".json" when name.EndsWith(".meta.json", StringComparison.Ordinal) => FileKind.Sidecar,
            _ => FileKind.Unknown,
        };
        return new InputFile(path, shown.Replace('\\', '/'), kind, compressed);
    }
}
