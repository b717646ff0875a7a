using System.Text;
using System.Text.Json;
using Crosscheck.Text;

namespace Crosscheck.Articles.Metadata;

/// <summary>Forgiving reading of JSON found in pages.</summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The document, or null for text that is no JSON even after its raw control characters are blanked. Halves of surrogate pairs are U+FFFD in it.</summary>
    public static JsonDocument? Parse(string text)
    {
        if (text.Length == 0 || text[0] is not ('{' or '[')) return null;
        text = SurrogateEscapes.Mend(text);
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException)
        {
            // Line breaks inside strings are the usual fault.
        }

        var mended = new StringBuilder(text.Length);
        foreach (var c in text) mended.Append(c < ' ' ? ' ' : c);
        try
        {
            return JsonDocument.Parse(mended.ToString(), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A property that is a string (or the first string of a list), or null.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        return String(value);
    }

    /// <summary>A value that is a string, or null.</summary>
    public static string? String(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
