using System.Collections.Frozen;
using System.Collections.Immutable;
using Crosscheck.Articles.Dates;

namespace Crosscheck.Articles.Metadata;

/// <summary>From a byline's words to the people and the agencies it names.</summary>
internal static class AuthorNames
{
    private const int LongestName = 50;
    private static readonly FrozenDictionary<string, string> Words = LoadWords();

    /// <summary>Adds what a byline names; what names nobody is dropped.</summary>
    /// <param name="desks">Receives what names a desk and no person ("Redaktion"); null drops it.</param>
    /// <param name="strict">Whether a name must look like one (two capitalised words): for texts that may be no byline.</param>
    public static void Read(string byline, bool strict, List<string> people, List<string> agencies, List<string>? desks = null)
    {
        var text = byline.Length > 300 ? byline[..300] : byline;
        var bracket = text.IndexOfAny(['(', '[', '|', '•', '·', '–', '—']);
        if (bracket > 3) text = text[..bracket];
        foreach (var turn in (ReadOnlySpan<string>)[" am ", " on ", " um ", " in der ", " at ", " le ", " el "])
        {
            var at = text.IndexOf(turn, StringComparison.Ordinal);
            if (at > 3 && text.AsSpan(at).ContainsAnyInRange('0', '9') || at > 3 && turn == " am ") text = text[..at];
        }

        var afterOffice = false; // what follows an office's name in a byline is its place: "BBC News, New York"
        foreach (var part in Split(text))
        {
            var name = Clean(part);
            if (name.Length is < 2 or > LongestName || name.Contains('@', StringComparison.Ordinal) || name.Contains("://", StringComparison.Ordinal) || name.AsSpan().ContainsAnyInRange('0', '9') && strict) continue;
            var key = name.ToLowerInvariant().Replace(' ', '-');
            var use = Words.GetValueOrDefault(key) ?? Words.GetValueOrDefault(key.Split('-')[0]);
            if (Words.GetValueOrDefault(key) == "agency" || (use == "agency" && IsPlace(name)))
            {
                AddNew(agencies, name);
                continue;
            }

            if (use is "nobody" or "lead" && (Words.ContainsKey(key) || use == "nobody"))
            {
                if (desks is not null && use == "nobody" && char.IsUpper(name[0]) && !LooksDate(name)) AddNew(desks, name);
                continue;
            }

            afterOffice |= name.EndsWith(" News", StringComparison.Ordinal) || name.StartsWith("BBC ", StringComparison.Ordinal);
            if (people.Count > 0 && afterOffice) continue;
            if (LooksDate(name) || (strict && !LooksName(name))) continue;
            AddNew(people, name);
        }
    }

    private static IEnumerable<string> Split(string text)
    {
        foreach (var piece in text.Split([',', ';', '/', '\n', '&', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = piece.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var start = 0;
            for (var i = 0; i <= words.Length; i++)
            {
                if (i < words.Length && !(i > start && i + 1 < words.Length && Words.GetValueOrDefault(words[i].ToLowerInvariant() + "\u0001") == "join")) continue;
                if (i > start) yield return string.Join(' ', words[start..i]);
                start = i + 1;
            }
        }
    }

    /// <summary>What follows a word that leads up to names ("by", "Autor:") at a text's beginning, empty where nothing does; null where the text begins otherwise.</summary>
    public static string? BehindLead(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', ':', '\u00A0');
        var first = (end < 0 ? text : text[..end]).ToLowerInvariant();
        if (first.Length < 2 || Words.GetValueOrDefault(first) != "lead") return BehindDate(text);
        return end < 0 ? string.Empty : text[end..].Trim(' ', ':', '\u00A0');
    }

    /// <summary>"Posted on September 21, 2020 by Mara Lindqvist": what follows the word behind a number.</summary>
    private static string? BehindDate(string text)
    {
        foreach (var word in (ReadOnlySpan<string>)[" by ", " von ", " par ", " por "])
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at > 0 && text.AsSpan(0, at).ContainsAnyInRange('0', '9')) return text[(at + word.Length)..];
        }

        return null;
    }

    /// <summary>A part without the words that lead up to a name.</summary>
    private static string Clean(string part)
    {
        var name = part.Trim(' ', '.', ':', '-', '"', '\'', '*', '»', '«', '>', '<');
        while (true)
        {
            var space = name.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0) break;
            var first = name[..space].TrimEnd(':').ToLowerInvariant();
            if (Words.GetValueOrDefault(first) != "lead" || (char.IsUpper(name[0]) && first.Length <= 2 && first is not ("by" or "di" or "de"))) break;
            name = name[(space + 1)..].TrimStart(' ', ':', '-');
        }

        return name;
    }

    /// <summary>Two to five words that begin with capitals.</summary>
    public static bool LooksName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5) return false;
        var capitals = 0;
        foreach (var word in words)
        {
            if (char.IsUpper(word[0])) capitals++;
            else if (word.Length > 4) return false;
        }

        if (words[0] is "No" or "The") return false;
        return capitals >= 2 && char.IsUpper(words[^1][0]);
    }

    /// <summary>An agency and a place: "Reuters in Kyiv".</summary>
    private static bool IsPlace(string name) => name.Contains(" in ", StringComparison.Ordinal) || !name.Contains(' ', StringComparison.Ordinal);

    private static bool LooksDate(string name) => DateText.First(name) is not null;

    private static void AddNew(List<string> names, string name)
    {
        if (names.Count < 12 && !names.Exists(n => n.Equals(name, StringComparison.OrdinalIgnoreCase))) names.Add(name);
    }

    private static FrozenDictionary<string, string> LoadWords()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (use, values) in Lexicons.Rows("byline-words.tsv"))
        {
            // A joining word may lead too ("mit"): it has a key of its own.
            foreach (var word in values.Split(' ', StringSplitOptions.RemoveEmptyEntries)) words.TryAdd(use == "join" ? word + "\u0001" : word, use);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
