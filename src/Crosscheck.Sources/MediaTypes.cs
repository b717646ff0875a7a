namespace Crosscheck.Sources;

/// <summary>What a <c>Content-Type</c> says.</summary>
internal static class MediaTypes
{
    /// <summary>The type alone, in lower case; empty for none.</summary>
    public static string Essence(string? contentType) => (contentType ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>How a type of text is read; null for a type that holds no pages.</summary>
    public static FileKind? KindOf(string essence) => essence switch
    {
        "text/html" or "application/xhtml+xml" => FileKind.Html,
        "text/plain" => FileKind.PlainText,
        "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/feed+json" => FileKind.Feed,
        "text/xml" or "application/xml" or "application/json" => FileKind.Feed, // where the bytes agree
        "multipart/related" => FileKind.Mhtml,
        "" or "application/octet-stream" => FileKind.Unknown,
        _ => null,
    };

    /// <summary>A parameter such as <c>charset</c> or <c>boundary</c>, without its quotes; null where there is none.</summary>
    public static string? Parameter(string? contentType, string name)
    {
        var rest = contentType.AsSpan();
        while (rest.IndexOf(';') is >= 0 and var semicolon)
        {
            rest = rest[(semicolon + 1)..].TrimStart();
            if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) || rest[name.Length..].TrimStart() is not ['=', ..]) continue;
            var value = rest[(rest.IndexOf('=') + 1)..].TrimStart();
            if (value is ['"', ..]) value = value[1..].IndexOf('"') is >= 0 and var close ? value.Slice(1, close) : value[1..];
            else if (value.IndexOfAny(";") is >= 0 and var end) value = value[..end];
            return value.Trim() is { Length: > 0 } found ? found.ToString() : null;
        }

        return null;
    }
}
