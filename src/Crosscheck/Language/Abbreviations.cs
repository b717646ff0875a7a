using System.Collections.Frozen;

namespace Crosscheck.Language;

/// <summary>Which full stops belong to an English word.</summary>
internal static class Abbreviations
{
    internal enum Kind : byte
    {
        None,
        Word,
        Title,
        Number,
        Date,

        /// <summary>One capital: of a name.</summary>
        Initial,
    }

    private static readonly FrozenDictionary<string, Kind> Known = WordLists.Pairs("Language/Lexicon/abbreviations.tsv")
        .ToFrozenDictionary(p => p.Key, p => Enum.Parse<Kind>(p.Value, ignoreCase: true), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of a word, given without its last full stop.</summary>
    public static Kind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Length == 1) return char.IsUpper(word[0]) ? Kind.Initial : Lookup.TryGetValue(word, out var one) ? one : Kind.None;
        if (word.Length > 12) return Kind.None;
        if (Lookup.TryGetValue(word, out var kind)) return kind;
        if (IsDotted(word)) return Kind.Word;
        if (word.Length > 2 && char.IsUpper(word[1]))
        {
            Span<char> titled = stackalloc char[12];
            word.ToLowerInvariant(titled);
            titled[0] = word[0];
            if (Lookup.TryGetValue(titled[..word.Length], out kind) && kind is Kind.Title or Kind.Date) return kind;
        }

        return Kind.None;
    }

    /// <summary>Whether the full stop at an offset, just after the word that starts at <paramref name="start"/>, is part of that word.</summary>
    public static bool TakesFullStop(ReadOnlySpan<char> text, int start, int stop)
    {
        if (stop + 1 < text.Length && text[stop + 1] == '.') return false;
        var from = start;
        for (var i = start; i < stop; i++)
        {
            if (text[i] is '-' or '\'' or '’') from = i + 1;
        }

        switch (KindOf(text[from..stop]))
        {
            case Kind.None:
                return false;
            case Kind.Initial:
                return text[from] != 'I' || IsInitialI(text, from, stop);
            case Kind.Number:
                return NextIs(text, stop, char.IsAsciiDigit);
            case Kind.Date:
                return NextIs(text, stop, c => char.IsAsciiDigit(c) || char.IsLower(c) || c is ',' or ';' or ')');
            default:
                return !text[from..stop].SequenceEqual("al") || EndsWithEt(text, from);
        }
    }

    /// <summary>Letters with a full stop after each but the last: <c>U.S</c>, <c>a.m</c>, <c>Ph.D</c>.</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        }

        return word.Length % 2 == 1;
    }

    /// <summary>"I." ends sentences more often than it shortens a name, unless a capitalised word is on both sides.</summary>
    private static bool IsInitialI(ReadOnlySpan<char> text, int start, int stop)
    {
        if (!NextIs(text, stop, char.IsUpper)) return false;
        var i = start - 1;
        while (i >= 0 && i > start - 3 && text[i] == ' ') i--;
        while (i >= 0 && i > start - 20 && char.IsLetter(text[i])) i--;
        return i + 1 < start && char.IsUpper(text[i + 1]);
    }

    private static bool EndsWithEt(ReadOnlySpan<char> text, int start) => start >= 3 && text.Slice(start - 3, 3) is "et " or "Et ";

    private static bool NextIs(ReadOnlySpan<char> text, int stop, Func<char, bool> test)
    {
        var i = stop + 1;
        while (i < text.Length && i < stop + 4 && text[i] is ' ' or '\u00A0' or '\n') i++;
        return i < text.Length && test(text[i]);
    }
}
