using System.Text.Json;
using Crosscheck.Articles;

namespace Crosscheck.Sources;

/// <summary>What <c>NAME.meta.json</c> beside <c>NAME.html</c> says of it: url, title, outlet, date, fetched. It overrides the page and is shown as "given".</summary>
internal static class Sidecar
{
    private const int MaxBytes = 1 << 20;

    public static GivenMetadata Of(InputFile file)
    {
        var name = file.Compressed ? Path.ChangeExtension(file.Path, null) : file.Path;
        var path = Path.ChangeExtension(name, ".meta.json");
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length > MaxBytes) return GivenMetadata.None;
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return Of(json.RootElement);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
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
