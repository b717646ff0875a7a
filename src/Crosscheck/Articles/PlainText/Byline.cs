using System.Collections.Immutable;

namespace Crosscheck.Articles.PlainText;

/// <summary>The line that says who wrote: <c>By Jane Doe and John Roe, Reuters</c>.</summary>
internal sealed record Byline(ImmutableArray<string> Authors, ImmutableArray<string> Agencies)
{
    private const int LongestLine = 120;

    private static readonly string[] Openers = ["By ", "BY ", "by ", "By: ", "Von ", "Par ", "Por ", "Written by ", "Words by ", "Author: ", "Story by "];

    /// <summary>The byline that a line is, or null.</summary>
    public static Byline? Read(ReadOnlySpan<char> line)
    {
        if (line.Length is < 5 or > LongestLine) return null;
        foreach (var opener in Openers)
        {
            if (line.StartsWith(opener, StringComparison.Ordinal)) return Names(line[opener.Length..].Trim().ToString());
        }

        return null;
    }

    private static Byline? Names(string names)
    {
        var authors = ImmutableArray.CreateBuilder<string>();
        var agencies = ImmutableArray.CreateBuilder<string>();
        var cut = names.IndexOfAny(['|', '\u2022', '(', '@', '\u2014', '\u2013']);
        if (cut > 0) names = names[..cut];
        foreach (var part in names.Split([",", " and ", " & ", " und ", " et ", " y ", "; "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.TrimEnd('.');
            if (Crosscheck.Articles.Agencies.NameOf(name) is { } agency) agencies.Add(agency);
            else if (IsName(name)) authors.Add(name);
            else if (authors.Count == 0 && agencies.Count == 0) return null;
        }

        return authors.Count + agencies.Count == 0 ? null : new Byline(authors.ToImmutable(), agencies.ToImmutable());
    }

    private static bool IsName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 5) return false;
        foreach (var word in words)
        {
            if (!char.IsUpper(word[0]) && word is not ("de" or "van" or "von" or "der" or "den" or "al" or "bin" or "el" or "la" or "di" or "da" or "du")) return false;
            if (word.AsSpan().IndexOfAnyInRange('0', '9') >= 0) return false;
        }

        return char.IsUpper(words[0][0]);
    }
}
