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
    private const int Longest = 40;
    private const int ShortBlock = 160;
    private static readonly FrozenDictionary<string, BlockCue>.AlternateLookup<ReadOnlySpan<char>> Openings = Load(anywhere: false).GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<char> FirstLetters = SearchValues.Create([.. Openings.Dictionary.Keys.Select(k => k[0]).Distinct()]);
    private static readonly KeyValuePair<string, BlockCue>[] Anywhere = [.. Load(anywhere: true)];
    private static readonly SearchValues<string> AnywherePhrases = SearchValues.Create([.. Anywhere.Select(a => a.Key)], StringComparison.Ordinal);

    public static BlockCue Of(string text)
    {
        Span<char> lower = stackalloc char[Math.Min(text.Length, ShortBlock)];
        text.AsSpan(0, lower.Length).ToLowerInvariant(lower);
        for (var end = lower.Length > 0 && FirstLetters.Contains(lower[0]) ? Math.Min(lower.Length, Longest) : 0; end > 0; end--)
        {
            if (end < lower.Length && char.IsLetterOrDigit(lower[end]) && char.IsLetterOrDigit(lower[end - 1])) continue;
            if (Openings.TryGetValue(lower[..end], out var cue)) return cue;
        }

        if (text.Length > ShortBlock) return BlockCue.None;
        if (!lower.ContainsAny(AnywherePhrases)) return BlockCue.None;
        foreach (var (phrase, cue) in Anywhere)
        {
            if (lower.IndexOf(phrase, StringComparison.Ordinal) >= 0) return cue;
        }

        return BlockCue.None;
    }

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
