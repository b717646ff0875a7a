using System.Buffers;
using System.Collections.Frozen;

namespace Crosscheck.Articles.Html;

/// <summary>What the opening words of a block tell of it (see <c>block-cues.tsv</c>).</summary>
internal enum BlockCue : byte
{
    None,
    Related,
    Share,
    Comments,
    Newsletter,
    Credit,
    Byline,
    Tags,
    Cookies,
    Advertisement,
    Navigation,

    /// <summary>Asks readers for something: tips, money, a look at another channel.</summary>
    Appeal,
}

/// <summary>Recognises the openings of furniture in many languages.</summary>
internal static class BlockCues
{
    private const int ShortBlock = 160;

    // By their first two characters, the longest first.
    private static readonly FrozenDictionary<int, (string Phrase, BlockCue Cue)[]> Openings = Load(anywhere: false).GroupBy(c => Beginning(c.Key))
        .ToFrozenDictionary(g => g.Key, g => g.Select(c => (c.Key, c.Value)).OrderByDescending(c => c.Key.Length).ToArray());

    private static readonly KeyValuePair<string, BlockCue>[] Anywhere = [.. Load(anywhere: true)];

    // Apart, since phrases of several characters are found much faster without a single one among them.
    private static readonly SearchValues<char> AnywhereMarks = SearchValues.Create([.. Anywhere.Where(a => a.Key.Length == 1).Select(a => a.Key[0])]);
    private static readonly SearchValues<string> AnywherePhrases = SearchValues.Create([.. Anywhere.Select(a => a.Key).Where(k => k.Length > 1)], StringComparison.Ordinal);

    public static BlockCue Of(string text)
    {
        var opening = text.Length < 2 ? null : Openings.GetValueOrDefault(Beginning(text));
        foreach (var (phrase, cue) in opening ?? [])
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && IsWhole(text, phrase.Length)) return cue;
        }

        return text.Length > ShortBlock ? BlockCue.None : Inside(text);
    }

    private static BlockCue Inside(string text)
    {
        // With nothing behind it: a search through very few characters is no faster than one after the other.
        Span<char> lower = stackalloc char[ShortBlock];
        lower.Clear();
        text.AsSpan().ToLowerInvariant(lower);
        if (!lower.ContainsAny(AnywherePhrases) && !lower.ContainsAny(AnywhereMarks)) return BlockCue.None;
        foreach (var (phrase, cue) in Anywhere)
        {
            if (lower.IndexOf(phrase, StringComparison.Ordinal) >= 0) return cue;
        }

        return BlockCue.None;
    }

    private static int Beginning(string text) => (char.ToLowerInvariant(text[0]) << 16) | char.ToLowerInvariant(text[1]);

    /// <summary>Whether no word goes on where a phrase ends.</summary>
    private static bool IsWhole(ReadOnlySpan<char> text, int end) => end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(text[end - 1]);

    private static FrozenDictionary<string, BlockCue> Load(bool anywhere)
    {
        var cues = new Dictionary<string, BlockCue>(StringComparer.Ordinal);
        foreach (var (kind, phrase) in Lexicons.Rows("block-cues.tsv"))
        {
            if (phrase.EndsWith('*') == anywhere) cues.TryAdd(phrase.Trim('*'), Enum.Parse<BlockCue>(kind, ignoreCase: true));
        }

        return cues.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
