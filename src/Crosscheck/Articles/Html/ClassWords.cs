using System.Collections.Frozen;

namespace Crosscheck.Articles.Html;

/// <summary>Reads class and id attributes: which <see cref="Mark"/> their words announce.</summary>
internal static class ClassWords
{
    private const int MaximumLength = 400;
    private static readonly FrozenDictionary<string, Mark> Marks = Load();
    private static readonly FrozenDictionary<string, Mark>.AlternateLookup<ReadOnlySpan<char>> Lookup = Marks.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The attributes as lower-case words divided by hyphens, the values by spaces: <c>ArticleBody main</c> is <c>article-body main</c>.</summary>
    public static string Normalize(string? classes, string? id)
    {
        var length = Math.Min((classes?.Length ?? 0) + (id?.Length ?? 0) + 1, MaximumLength);
        if (length <= 1) return string.Empty;
        Span<char> buffer = stackalloc char[(MaximumLength * 2) + 2];
        var used = 0;
        foreach (var part in (ReadOnlySpan<string?>)[classes, id])
        {
            if (part is null) continue;
            var previous = ' ';
            foreach (var c in part.AsSpan(0, Math.Min(part.Length, MaximumLength / 2)))
            {
                var folded = c;
                if (char.IsWhiteSpace(c)) folded = ' ';
                else if (!char.IsLetterOrDigit(c)) folded = '-';
                if (char.IsUpper(c) && (char.IsLower(previous) || char.IsDigit(previous)) && used > 0) buffer[used++] = '-';
                if (folded is ' ' or '-' && (used == 0 || buffer[used - 1] is ' ' or '-'))
                {
                    if (folded == ' ' && used > 0) buffer[used - 1] = ' ';
                }
                else
                {
                    buffer[used++] = char.ToLowerInvariant(folded);
                }

                previous = c;
            }

            if (used > 0 && buffer[used - 1] is '-' or ' ') used--;
            buffer[used++] = ' ';
        }

        return buffer[..used].Trim().ToString();
    }

    /// <summary>The mark of the longest run of words that announces one; a word about the body wins over any other of its length.</summary>
    public static Mark MarkOf(string normalized)
    {
        var best = Mark.None;
        var bestWords = 0;
        Span<int> starts = stackalloc int[16];
        foreach (var range in normalized.AsSpan().Split(' '))
        {
            var value = normalized.AsSpan(range);
            if (StartsWithQualifier(value)) continue;
            var count = 0;
            starts[count++] = 0;
            for (var i = 0; i < value.Length && count < starts.Length - 1; i++)
            {
                if (value[i] == '-') starts[count++] = i + 1;
            }

            starts[count] = value.Length + 1;
            for (var from = 0; from < count; from++)
            {
                for (var words = Math.Min(3, count - from); words >= 1; words--)
                {
                    if (words < bestWords || !Lookup.TryGetValue(value[starts[from]..(starts[from + words] - 1)], out var mark)) continue;
                    if (words > bestWords || mark == Mark.Body) (best, bestWords) = (mark, words);
                    break;
                }
            }
        }

        return best;
    }

    /// <summary>A value that tells of something the element has, lacks or is filed under, not what it is.</summary>
    private static bool StartsWithQualifier(ReadOnlySpan<char> value)
    {
        foreach (var qualifier in (ReadOnlySpan<string>)["has-", "no-", "with-", "without-", "not-", "category-", "tag-", "type-", "status-", "format-", "hide-if-", "when-"])
        {
            if (value.StartsWith(qualifier, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static FrozenDictionary<string, Mark> Load()
    {
        var marks = new Dictionary<string, Mark>(StringComparer.Ordinal);
        foreach (var (key, values) in Lexicons.Rows("class-words.tsv"))
        {
            var mark = Enum.Parse<Mark>(key);
            foreach (var word in values.Split(' ', StringSplitOptions.RemoveEmptyEntries)) marks.TryAdd(word, mark);
        }

        return marks.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
