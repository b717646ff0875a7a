using System.Text;
using Crosscheck.Articles;

namespace Crosscheck.Sources.SavedPages;

/// <summary>
/// The comment in which a browser (<c>saved from url=(0023)https://...</c>, the "mark of the web") or SingleFile (<c>url:</c>, <c>saved date:</c>) writes down where
/// a page came from and when it was saved.
/// </summary>
internal static class SavedPageMark
{
    private const int Reach = 4096;

    /// <summary>What is given, completed by what the page's first comments say.</summary>
    public static GivenMetadata Complete(GivenMetadata given, ReadOnlySpan<byte> page)
    {
        if (given.Url is not null && given.Fetched is not null) return given;
        var head = page[..Math.Min(page.Length, Reach)];
        while (head.IndexOf("<!--"u8) is >= 0 and var start)
        {
            head = head[(start + 4)..];
            var end = head.IndexOf("-->"u8);
            if (end < 0) break;
            var (url, saved) = Read(Encoding.UTF8.GetString(head[..end]));
            if (url is not null)
            {
                return given with { Url = given.Url ?? url, Fetched = given.Fetched ?? saved, FetchedBasis = given.Fetched is null && saved is not null ? "saved page" : given.FetchedBasis };
            }

            head = head[end..];
        }

        return given;
    }

    private static (string? Url, string? Saved) Read(string comment)
    {
        if (comment.AsSpan().TrimStart().StartsWith("saved from url=(", StringComparison.OrdinalIgnoreCase))
        {
            return (Address(comment[(comment.IndexOf(')', StringComparison.Ordinal) + 1)..]), null);
        }

        if (!comment.Contains("SingleFile", StringComparison.Ordinal)) return (null, null);
        return (Address(Field(comment, "url:")), Field(comment, "saved date:"));
    }

    private static string? Field(string comment, string name)
    {
        foreach (var line in comment.Split('\n'))
        {
            var text = line.Trim();
            if (text.StartsWith(name, StringComparison.Ordinal) && text.Length > name.Length) return text[name.Length..].Trim();
        }

        return null;
    }

    private static string? Address(string? text)
    {
        var address = text?.Trim().Split((char[]?)null, 2)[0];
        return address is { Length: < 2000 } && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) ? address : null;
    }
}
