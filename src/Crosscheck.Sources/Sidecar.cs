using System.Text.Json;
using Crosscheck.Articles;
using Crosscheck.Text;

namespace Crosscheck.Sources;

/// <summary>What <c>NAME.meta.json</c> beside <c>NAME.html</c> says of it: url, title, outlet, date, fetched. It overrides the page and is shown as "given".</summary>
internal static class Sidecar
{
    public const int MaxBytes = 1 << 20;

    /// <summary>What a sidecar's name ends with, after the page's name without its extension.</summary>
    public const string Ending = ".meta.json";

    public static GivenMetadata Of(InputFile file)
    {
        var name = file.Compressed ? Path.ChangeExtension(file.Path, null) : file.Path;
        var path = Path.ChangeExtension(name, Ending);
        try
        {
            return !File.Exists(path) || new FileInfo(path).Length > MaxBytes ? GivenMetadata.None : Of(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return GivenMetadata.None;
        }
    }

    /// <summary>What a sidecar's bytes say; nothing where they are no JSON.</summary>
    public static GivenMetadata Of(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(SurrogateEscapes.Mend(bytes));
            return Of(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not UTF-8.
            return GivenMetadata.None;
        }
    }

    public static GivenMetadata Of(JsonElement fields) => fields.ValueKind != JsonValueKind.Object
        ? GivenMetadata.None
        : new GivenMetadata(Text(fields, "url"), Text(fields, "title"), Text(fields, "date") ?? Text(fields, "published"), Text(fields, "outlet"), Text(fields, "fetched"));

    private static string? Text(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.AsSpan().Trim().Length > 0
            ? text.Trim()
            : null;
}
