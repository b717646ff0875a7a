using System.Text.Json;
using Crosscheck.Text;

namespace Crosscheck.Sources.Feeds;

/// <summary>JSON Feed, versions 1 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Null for what is no JSON or has no list of items.</summary>
    public static Feed? Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(SurrogateEscapes.Mend(text), Options);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array) return null;
            var head = new FeedHead { Title = Text(json.RootElement, "title") };
            AddAuthors(json.RootElement, head.Authors);
            var entries = new List<FeedEntry>();
            var unread = 0;
            foreach (var item in items.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Object) entries.Add(Entry(item));
                else unread++;
            }

            return new Feed(head, entries, unread, Mended: false);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FeedEntry Entry(JsonElement item)
    {
        var html = Text(item, "content_html");
        var entry = new FeedEntry
        {
            Title = Text(item, "title"),
            Address = Text(item, "url") ?? Text(item, "external_url"),
            Published = Text(item, "date_published"),
            Changed = Text(item, "date_modified"),
            Content = html ?? Text(item, "content_text"),
            Summary = Text(item, "summary"),
            IsPlain = html is null,
        };
        AddAuthors(item, entry.Authors);
        return entry;
    }

    private static void AddAuthors(JsonElement of, List<string> authors)
    {
        if (of.TryGetProperty("authors", out var several) && several.ValueKind == JsonValueKind.Array)
        {
            foreach (var author in several.EnumerateArray()) Add(author);
        }
        else if (of.TryGetProperty("author", out var one))
        {
            Add(one);
        }

        void Add(JsonElement author)
        {
            if (author.ValueKind == JsonValueKind.Object && Text(author, "name") is { } name) authors.Add(name);
        }
    }

    private static string? Text(JsonElement of, string name)
    {
        if (!of.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
        return value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }
}
