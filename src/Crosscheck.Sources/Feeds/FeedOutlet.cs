namespace Crosscheck.Sources.Feeds;

/// <summary>
/// The outlet that a feed's title names. One outlet has feeds of many titles (<c>Daily - World</c>, <c>Latest news | Daily</c>), so the part counts that the
/// entry's address agrees with; where none does, the address names the outlet better.
/// </summary>
internal static class FeedOutlet
{
    private const int Longest = 60;

    public static string? Of(string? title, string? address)
    {
        if (string.IsNullOrWhiteSpace(title)) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0) return title.Length <= Longest ? title : null;
        var host = Letters(uri.Host);
        foreach (var part in title.Split([" - ", " | ", " \u2013 ", " \u2014 ", " \u00BB ", " \u203A ", " > ", ": ", " \u00B7 "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = Letters(part.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? part[4..] : part);
            if (name.Length > 2 && part.Length <= Longest && (host.Contains(name, StringComparison.Ordinal) || Labels(uri.Host).Any(l => name.Contains(l, StringComparison.Ordinal)))) return part;
        }

        return null;
    }

    /// <summary>The parts of a host that may be a name: not <c>www</c>, not <c>com</c>.</summary>
    private static IEnumerable<string> Labels(string host) => host.Split('.').SkipLast(1).Select(Letters).Where(l => l.Length > 2 && l is not ("www" or "com" or "news" or "feeds" or "rss"));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
