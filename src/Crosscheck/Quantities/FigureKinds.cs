using System.Collections.Frozen;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>What a kind of words says in comparing figures.</summary>
internal enum KindRole
{
    None,
    /// <summary>What has become of those counted: dead, injured.</summary>
    State,
    /// <summary>Those who can be counted by any of the words: people, passengers.</summary>
    Person,
    /// <summary>Nothing of what a figure measures: who says it, when, verbs of little meaning.</summary>
    Plain,
}

/// <summary>Words that name one kind of thing in several ways (killed, dead, deaths), and what the kind says.</summary>
internal static class FigureKinds
{
    /// <summary>Words from the figure within which the word that tells a state stands.</summary>
    private const int Reach = 8;

    private static readonly FrozenDictionary<string, (string Kind, KindRole Role)>.AlternateLookup<ReadOnlySpan<char>> Kinds =
        EmbeddedLexicon.Lines("Quantities/Lexicon/en/kinds.tsv")
            .Select(l => l.Split('\t'))
            .SelectMany(p => p[1].Split('|').Select(w => (Word: w, Kind: (p[0], p.Length > 2 ? Enum.Parse<KindRole>(p[2], ignoreCase: true) : KindRole.None))))
            .ToFrozenDictionary(p => p.Word, p => p.Kind, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind that a word names, and what the kind says; null for a word of no kind.</summary>
    public static (string Kind, KindRole Role)? Of(ReadOnlySpan<char> word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>What has become of those whom a figure counts (dead, injured, missing): the nearest word within a span that tells it, or null.</summary>
    public static string? StateNear(SyntaxLayer syntax, Quantity quantity, TextSpan within)
    {
        var (first, end) = syntax.TokensIn(quantity.Span);
        var (begin, stop) = syntax.TokensIn(within);
        int before = first - 1, after = end;
        for (var step = 0; step < Reach; step++)
        {
            after = NextWord(syntax, after, stop, 1);
            if (after < stop && State(syntax.Form(after)) is { } behind) return behind;
            before = NextWord(syntax, before, begin - 1, -1);
            if (before >= begin && State(syntax.Form(before)) is { } ahead) return ahead;
            (after, before) = (after + 1, before - 1);
        }

        return null;
    }

    /// <summary>The next token that is no mark, in a direction.</summary>
    private static int NextWord(SyntaxLayer syntax, int token, int limit, int by)
    {
        while (token != limit && (by < 0 ? token > limit : token < limit) && !char.IsLetterOrDigit(syntax.Form(token)[0])) token += by;
        return token;
    }

    private static string? State(ReadOnlySpan<char> word) => Kinds.TryGetValue(word, out var kind) && kind.Role == KindRole.State ? kind.Kind : null;
}
