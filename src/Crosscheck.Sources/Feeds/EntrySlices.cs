namespace Crosscheck.Sources.Feeds;

/// <summary>Where the entries of a feed begin and end by their tags alone, for XML that does not parse.</summary>
internal static class EntrySlices
{
    private static readonly (string Open, string Close)[] Tags = [("<item", "</item>"), ("<entry", "</entry>"), ("<rss:item", "</rss:item>"), ("<atom:entry", "</atom:entry>")];

    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        var (open, close) = Tags.MinBy(t => Find(text, t.Open, 0) is >= 0 and var at ? at : int.MaxValue);
        for (var start = Find(text, open, 0); start >= 0;)
        {
            var next = Find(text, open, start + open.Length);
            var limit = next < 0 ? text.Length : next;
            var end = text.AsSpan(start, limit - start).LastIndexOf(close);
            yield return (start, end < 0 ? limit : start + end + close.Length);
            start = next;
        }
    }

    /// <summary>A start tag of that very name.</summary>
    private static int Find(string text, string open, int from)
    {
        for (var at = text.IndexOf(open, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(open, at + 1, StringComparison.Ordinal))
        {
            if (at + open.Length < text.Length && text[at + open.Length] is '>' or ' ' or '\t' or '\r' or '\n') return at;
        }

        return -1;
    }
}
