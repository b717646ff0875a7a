using System.Collections.Frozen;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>Words that name one kind of thing in several ways (killed, dead, deaths), and which of them tell what has become of those counted.</summary>
internal static class FigureKinds
{
    /// <summary>Words from the figure within which the word that tells a state stands.</summary>
    private const int Reach = 8;

    private static readonly FrozenDictionary<string, (string Kind, bool IsState)>.AlternateLookup<ReadOnlySpan<char>> Kinds =
        EmbeddedLexicon.Lines("Quantities/Lexicon/en/kinds.tsv")
            .Select(l => l.Split('\t'))
            .SelectMany(p => p[1].Split('|').Select(w => (Word: w, Kind: (p[0], p.Length > 2))))
            .ToFrozenDictionary(p => p.Word, p => p.Kind, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static string? Of(ReadOnlySpan<char> word) => Kinds.TryGetValue(word, out var kind) ? kind.Kind : null;

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

    private static string? State(ReadOnlySpan<char> word) => Kinds.TryGetValue(word, out var kind) && kind.IsState ? kind.Kind : null;
}
