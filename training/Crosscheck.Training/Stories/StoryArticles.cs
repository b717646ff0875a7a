using System.IO.Compression;
using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Stories;

namespace Crosscheck.Training.Stories;

/// <summary>An article of a training set: what it is clustered by, its story and the group that is never divided.</summary>
internal sealed record StoryArticle(ArticleSketch Sketch, string Story, string Group);

/// <summary>Reads the sets that stories are learned from.</summary>
internal static class StoryArticles
{
    public static IEnumerable<JsonElement> Rows(string path)
    {
        using Stream file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return JsonElement.Parse(line);
        }
    }

    /// <summary>A set of articles in the order of arrival, with the field <c>story</c>.</summary>
    public static List<StoryArticle> Read(string path) =>
        [.. Rows(path).Select(r => new StoryArticle(
            ArticleSketch.Of(Field(r, "title"), TextOf(r), LanguageIdentifier.Identify(TextOf(r))?.Code, DateOnly.TryParse(Field(r, "date"), out var day) ? day : null),
            Field(r, "story")!, GroupOf(Field(r, "story")!)))];

    /// <summary>The text, put together from its units where the file has those.</summary>
    public static string TextOf(JsonElement row) =>
        Field(row, "text") ?? string.Join(' ', row.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("text").GetString()));

    /// <summary>Stories of one topic (ECB+ tells two happenings under one number) are kept together.</summary>
    private static string GroupOf(string story) => story.StartsWith("ecb-", StringComparison.Ordinal) ? story[..story.IndexOf('_', StringComparison.Ordinal)] : story;

    private static string? Field(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
