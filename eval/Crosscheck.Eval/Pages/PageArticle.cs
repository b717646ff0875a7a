using System.Text.Json;

namespace Crosscheck.Eval.Pages;

/// <summary>An article to make pages of.</summary>
/// <param name="Paragraphs">Of the body, without the headline; at least one.</param>
public sealed record PageArticle(string Id, string? Headline, IReadOnlyList<string> Paragraphs)
{
    private const int FewestCharacters = 300;

    /// <summary>The articles of a .jsonl file (plain or .gz) that has <c>text</c> and may have <c>title</c>. A first paragraph that is the title is no body.</summary>
    public static List<PageArticle> Read(string path)
    {
        var articles = new List<PageArticle>();
        foreach (var item in Lines.ReadJson(path))
        {
            var text = item.GetProperty("text").GetString() ?? string.Empty;
            var title = item.TryGetProperty("title", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()!.Trim() : string.Empty;
            var paragraphs = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
            if (title.Length > 0 && paragraphs.Count > 1 && paragraphs[0].TrimEnd('.').StartsWith(title.TrimEnd('.', '?', '!'), StringComparison.Ordinal)) paragraphs.RemoveAt(0);
            if (paragraphs.Sum(p => p.Length) < FewestCharacters) continue;
            var id = item.TryGetProperty("id", out var named) ? named.ToString() : item.GetProperty("body").ToString();
            articles.Add(new PageArticle(id, title.Length > 0 ? title : null, paragraphs));
        }

        return articles;
    }
}
