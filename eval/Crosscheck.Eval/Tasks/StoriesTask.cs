using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Stories;

namespace Crosscheck.Eval.Tasks;

/// <summary>Articles into stories as they arrive, without looking ahead.</summary>
public static class StoriesTask
{
    public static EvalTask Task { get; } = new("stories", "articles .jsonl in order of arrival -> id, cluster", Run);

    private static Tally Run(string input, string output, int threads)
    {
        var clusterer = new StoryClusterer();
        using var writer = Lines.Create(output);
        var items = 0;
        long words = 0;
        foreach (var row in Lines.ReadJson(input))
        {
            var text = row.GetProperty("text").GetString()!;
            var day = DateOnly.TryParse(Text(row, "date"), out var given) ? given : (DateOnly?)null;
            var cluster = clusterer.Add(ArticleSketch.Of(Text(row, "title"), text, LanguageIdentifier.Identify(text)?.Code, day));
            writer.WriteLine(JsonSerializer.Serialize(new { id = row.GetProperty("id").GetString(), cluster }));
            items++;
            words += Tally.WordsIn(text);
        }

        return new Tally(items, words);
    }

    private static string? Text(JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
