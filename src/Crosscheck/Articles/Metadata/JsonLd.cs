using System.Text.Json;
using Crosscheck.Articles.Html;

namespace Crosscheck.Articles.Metadata;

/// <summary>What a page's linked data (schema.org in <c>application/ld+json</c>) says of its article. Nothing is trusted beyond its being a string.</summary>
internal sealed class JsonLd
{
    private const int MaximumObjects = 20_000;
    private const int MaximumScripts = 40;
    private const int MaximumScript = 4 << 20;

    public List<string> Headlines { get; } = [];

    public List<string> Published { get; } = [];

    public List<string> Modified { get; } = [];

    public List<string> Authors { get; } = [];

    /// <summary>Those of <see cref="Authors"/> whose type says that they are no persons.</summary>
    public List<string> Organizations { get; } = [];

    /// <summary>Persons that the data describes on their own.</summary>
    public List<string> People { get; } = [];

    public List<string> Publishers { get; } = [];

    public List<string> Sections { get; } = [];

    public List<string> Languages { get; } = [];

    public List<string> Bodies { get; } = [];

    public List<string> Urls { get; } = [];

    public bool SaysList { get; private set; }

    public static JsonLd Read(Page page)
    {
        var found = new JsonLd();
        var read = 0;
        foreach (var script in page.Scripts)
        {
            var tag = page.Source.AsSpan(script.TagStart, script.ContentStart - script.TagStart);
            if (!tag.Contains("ld+json", StringComparison.OrdinalIgnoreCase) || script.ContentEnd - script.ContentStart > MaximumScript || read++ >= MaximumScripts) continue;
            found.ReadScript(page.Source.AsSpan(script.ContentStart, script.ContentEnd - script.ContentStart));
        }

        return found;
    }

    private void ReadScript(ReadOnlySpan<char> content)
    {
        content = content.Trim();
        foreach (var (open, close) in (ReadOnlySpan<(string, string)>)[("<!--", "-->"), ("<![CDATA[", "]]>"), ("//<![CDATA[", "//]]>")])
        {
            if (content.StartsWith(open) && content.EndsWith(close)) content = content[open.Length..^close.Length].Trim();
        }

        content = content.TrimEnd(';');
        if (Json.Parse(content.ToString()) is not { } document) return;
        using (document) Walk(document.RootElement);
    }

    private void Walk(JsonElement root)
    {
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        var articles = new List<JsonElement>();
        var pages = new List<JsonElement>();
        var open = new Stack<JsonElement>();
        open.Push(root);
        for (var seen = 0; open.Count > 0 && seen < MaximumObjects; seen++)
        {
            var element = open.Pop();
            if (element.ValueKind == JsonValueKind.Array)
            {
                for (var i = element.GetArrayLength() - 1; i >= 0; i--) open.Push(element[i]);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                var type = TypeOf(element);
                if (IsArticle(type)) articles.Add(element);
                else if (type is "WebPage" or "Report" or "CreativeWork" or "VideoObject" or "Recipe" or "ItemPage") pages.Add(element);
                if (type == "Person" && Json.Text(element, "name") is { } person && !People.Contains(ReadableText.Of(person))) Add(People, person);
                if (type is "CollectionPage" or "ItemList") SaysList = true;
                if (element.TryGetProperty("@id", out var id) && Json.String(id) is { } key && Json.Text(element, "name") is { } name) people.TryAdd(key, name);
                if (element.TryGetProperty("@graph", out var graph)) open.Push(graph);
                foreach (var property in element.EnumerateObject())
                {
                    if (property.Name is "mainEntity" or "mainEntityOfPage" or "author" or "liveBlogUpdate" && property.Value.ValueKind is JsonValueKind.Object) open.Push(property.Value);
                }
            }
        }

        foreach (var element in articles) Take(element, people, article: true);
        foreach (var element in pages) Take(element, people, article: false);
    }

    private void Take(JsonElement element, Dictionary<string, string> people, bool article)
    {
        Add(Headlines, Json.Text(element, "headline"));
        if (article) Add(Headlines, Json.Text(element, "name"));
        Add(Published, Json.Text(element, "datePublished"));
        if (article) Add(Published, Json.Text(element, "dateCreated"));
        Add(Modified, Json.Text(element, "dateModified"));
        Add(Sections, Json.Text(element, "articleSection"));
        Add(Languages, Json.Text(element, "inLanguage"));
        Add(Urls, Json.Text(element, "url"));
        if (article) Add(Bodies, Json.Text(element, "articleBody"));
        if (element.TryGetProperty("publisher", out var publisher)) Names(publisher, Publishers, people);
        if (Authors.Count == 0 && element.TryGetProperty("author", out var author)) Names(author, Authors, people);
        if (article && Authors.Count == 0 && element.TryGetProperty("creator", out var creator)) Names(creator, Authors, people);
    }

    private void Names(JsonElement value, List<string> names, Dictionary<string, string> people)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Add(names, Json.String(value));
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray().Take(50))
                {
                    if (item.ValueKind != JsonValueKind.Array) Names(item, names, people);
                }

                break;
            case JsonValueKind.Object:
                if (Json.Text(value, "name") is { } name)
                {
                    Add(names, name);
                    if (names == Authors && TypeOf(value)?.EndsWith("Organization", StringComparison.Ordinal) == true) Add(Organizations, name);
                }
                else if (Json.Text(value, "@id") is { } id && people.TryGetValue(id, out var known)) Add(names, known);
                break;
        }
    }

    private static bool IsArticle(string? type) =>
        type is not null && (type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) && type != "JobPosting");

    private static string? TypeOf(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type)) return null;
        if (type.ValueKind == JsonValueKind.Array && type.GetArrayLength() > 0) type = type[0];
        return Json.String(type)?.Split('/')[^1];
    }

    private static void Add(List<string> list, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value) && list.Count < 50) list.Add(ReadableText.Of(value));
    }
}
