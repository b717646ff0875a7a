namespace Crosscheck.Articles.Metadata;

/// <summary>What the words beside a printed date say of it.</summary>
internal static class DateWords
{
    private static readonly string[] Published = Load("published");
    private static readonly string[] Changed = Load("changed");

    /// <summary>The place that a label announces: of several words the last one, which stands nearest.</summary>
    public static DatePlace Place(ReadOnlySpan<char> label)
    {
        Span<char> lower = stackalloc char[Math.Min(label.Length, 64)];
        label[^lower.Length..].ToLowerInvariant(lower);
        var published = Last(lower, Published);
        var changed = Last(lower, Changed);
        return published > changed ? DatePlace.PrintedPublished : changed >= 0 ? DatePlace.PrintedModified : DatePlace.Printed;
    }

    private static int Last(ReadOnlySpan<char> text, string[] words)
    {
        var last = -1;
        foreach (var word in words) last = Math.Max(last, text.LastIndexOf(word));
        return last;
    }

    private static string[] Load(string kind) =>
        [.. Lexicons.Rows("date-words.tsv").Where(r => r.Key == kind).SelectMany(r => r.Values.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(w => w.Replace('_', ' '))];
}
