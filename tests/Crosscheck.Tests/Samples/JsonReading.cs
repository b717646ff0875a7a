using System.Text.Json;

namespace Crosscheck.Tests.Samples;

/// <summary>Short reading of the dossier's JSON: the tests check what other programs see.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static double? Number(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static bool Has(this JsonElement element, string name) => element.TryGetProperty(name, out _);

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    public static string[] Texts(this JsonElement element, string name) => [.. element.List(name).Select(e => e.GetString()!)];

    /// <summary>Text of a span; several spans are joined by a space.</summary>
    public static string Slice(this JsonElement element, string name, string text)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0) return string.Empty;
        return value[0].ValueKind == JsonValueKind.Number ? Cut(value, text) : string.Join(' ', value.EnumerateArray().Select(s => Cut(s, text)));
    }

    public static (int Start, int End)? Span(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2 && value[0].ValueKind == JsonValueKind.Number
            ? (value[0].GetInt32(), value[1].GetInt32())
            : null;

    /// <summary>The shape of quotation marks and the width of spaces are no matter of the record.</summary>
    public static string Plain(string? text) =>
        (text ?? string.Empty).Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Replace('\u00A0', ' ');

    private static string Cut(JsonElement span, string text) => text[span[0].GetInt32()..span[1].GetInt32()];
}
