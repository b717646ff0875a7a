using System.Text.Json;
using Crosscheck.Articles.Metadata;
using Crosscheck.Text;

namespace Crosscheck.Articles.Html;

/// <summary>An article's text that a page keeps in a script: linked data's <c>articleBody</c>, or the state of a framework that draws the page later.</summary>
internal static class ScriptBody
{
    private const int MaximumScript = 6 << 20;
    private const int MaximumValues = 200_000;

    /// <summary>A text far longer than what the page shows, with the script's place; null where no script holds one.</summary>
    public static (string Text, TextSpan Place)? Find(Page page, JsonLd linked, int shownLength)
    {
        (string Text, TextSpan Place)? best = null;
        foreach (var script in page.Scripts)
        {
            var length = script.ContentEnd - script.ContentStart;
            if (length < shownLength || length > MaximumScript || length < 300) continue;
            var tag = page.Source.AsSpan(script.TagStart, script.ContentStart - script.TagStart);
            var data = tag.Contains("json", StringComparison.OrdinalIgnoreCase);
            if (!data) continue;
            var state = shownLength < 300 && !tag.Contains("ld+json", StringComparison.OrdinalIgnoreCase);
            if (!state && linked.Bodies.Count == 0) continue;
            if (Json.Parse(page.Source.AsSpan(script.ContentStart, length).Trim().ToString()) is not { } document) continue;
            using (document)
            {
                if (Longest(document.RootElement, state) is { } text && text.Length > (best?.Text.Length ?? 0) && text.Length > shownLength * 2)
                    best = (text, new TextSpan(script.ContentStart, script.ContentEnd));
            }
        }

        return best;
    }

    private static string? Longest(JsonElement root, bool state)
    {
        string? best = null;
        var paragraphs = new List<string>();
        var open = new Stack<JsonElement>();
        open.Push(root);
        for (var seen = 0; open.Count > 0 && seen < MaximumValues; seen++)
        {
            var element = open.Pop();
            if (element.ValueKind == JsonValueKind.Array)
            {
                for (var i = element.GetArrayLength() - 1; i >= 0; i--) open.Push(element[i]);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in element.EnumerateObject().Reverse())
                {
                    if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) open.Push(property.Value);
                    else if (Json.String(property.Value) is { Length: > 40 } value) Take(property.Name, value);
                }
            }
        }

        var joined = string.Join('\n', paragraphs);
        return best is null || joined.Length > best.Length * 2 ? joined.Length > 0 ? joined : best : best;

        void Take(string name, string value)
        {
            if (name == "articleBody" || (state && name is "body" or "content" or "html" or "articleText" or "bodyHtml" or "rendered"))
            {
                var text = Paragraphs(value);
                if (text.Length > (best?.Length ?? 0)) best = text;
            }
            else if (state && name is "text" or "value" or "paragraph" && value.Contains(' ', StringComparison.Ordinal) && value.AsSpan().TrimEnd() is [.., '.' or '!' or '?' or '"' or '”'])
            {
                paragraphs.Add(ReadableText.Of(value));
            }
        }
    }

    /// <summary>Markup inside the string becomes lines.</summary>
    private static string Paragraphs(string value)
    {
        var marked = value.Replace("</p>", "\n", StringComparison.OrdinalIgnoreCase).Replace("<br", "\n<br", StringComparison.OrdinalIgnoreCase)
            .Replace("</h2>", "\n", StringComparison.OrdinalIgnoreCase).Replace("</h3>", "\n", StringComparison.OrdinalIgnoreCase).Replace("</li>", "\n", StringComparison.OrdinalIgnoreCase);
        return string.Join('\n', marked.Split('\n').Select(ReadableText.Of).Where(line => line.Length > 0));
    }
}
