using System.Collections.Immutable;

namespace Crosscheck.Language;

/// <summary>Words between quotation marks.</summary>
/// <param name="Tokens">The marks included.</param>
/// <param name="Closed">Whether a closing mark was found in the same paragraph; otherwise the quotation runs to the paragraph's end.</param>
internal readonly record struct Quotation(TokenRange Tokens, bool Closed);

/// <summary>
/// Which tokens stand between quotation marks, whatever the style: curly, straight, doubled apostrophes, guillemets, low marks, single marks.
/// Any closing double mark closes any opening one, since pages mix them. One pass over the text.
/// </summary>
internal sealed class QuotationMap
{
    /// <summary>A single mark is taken for a quotation only when its partner is this near, in code units; farther ones are apostrophes.</summary>
    private const int LongestSingle = 400;

    private readonly int[] _quotationOf;

    public QuotationMap(SyntaxLayer syntax, ReadOnlySpan<int> paragraphOfSentence)
    {
        _quotationOf = new int[syntax.Tokens.Length];
        Array.Fill(_quotationOf, -1);
        var found = ImmutableArray.CreateBuilder<Quotation>();
        var start = 0;
        while (start < syntax.Sentences.Length)
        {
            var end = start + 1;
            while (end < syntax.Sentences.Length && paragraphOfSentence[end] == paragraphOfSentence[start]) end++;
            Scan(syntax, new TokenRange(syntax.Sentences[start].FirstToken, syntax.Sentences[end - 1].EndToken), found);
            start = end;
        }

        Quotations = found.ToImmutable();
        for (var q = 0; q < Quotations.Length; q++)
        {
            var range = Quotations[q].Tokens;
            for (var i = range.First; i < range.End; i++) _quotationOf[i] = q;
        }
    }

    /// <summary>In order, without overlap.</summary>
    public ImmutableArray<Quotation> Quotations { get; }

    /// <summary>What <see cref="At"/> says of each token.</summary>
    public int[] OfTokens => _quotationOf;

    /// <summary>Index of the quotation that a token belongs to, its marks included, or -1.</summary>
    public int At(int token) => (uint)token < (uint)_quotationOf.Length ? _quotationOf[token] : -1;

    private enum Mark
    {
        None,
        Open,
        Close,
        Either,
        SingleOpen,
        SingleClose,
    }

    private static void Scan(SyntaxLayer syntax, TokenRange paragraph, ImmutableArray<Quotation>.Builder found)
    {
        var open = -1;
        var single = false;
        var singleEnd = -1;
        for (var i = paragraph.First; i < paragraph.End; i++)
        {
            var mark = MarkAt(syntax, i);
            if (mark == Mark.None) continue;
            if (open < 0)
            {
                var opens = mark switch
                {
                    Mark.Open => true,
                    Mark.Either => CanOpen(syntax, i, paragraph),
                    // A closing mark in an opener's place: the page turned it the wrong way.
                    Mark.Close => SpaceBefore(syntax, i) && !SpaceAfter(syntax, i),
                    _ => false,
                };
                if (opens)
                {
                    open = i;
                    single = false;
                }
                else if (mark is Mark.SingleOpen && SpaceBefore(syntax, i) && !SpaceAfter(syntax, i) && i > singleEnd)
                {
                    var close = SingleCloseAfter(syntax, i, paragraph, out var searched);
                    singleEnd = searched;
                    if (close < 0) continue;
                    open = i;
                    single = true;
                    singleEnd = close;
                }
            }
            else if (single)
            {
                if (i != singleEnd) continue;
                found.Add(new Quotation(new TokenRange(open, i + 1), true));
                open = -1;
            }
            else if (mark is Mark.Close || (mark is Mark.Either && !LooksLikeOpener(syntax, i)))
            {
                found.Add(new Quotation(new TokenRange(open, i + 1), true));
                open = -1;
            }
            else if (mark is Mark.Open or Mark.Either)
            {
                // A second opener: the first was never closed, or a nested one is of the same style. The words up to here are quoted either way.
                if (i > open + 1) found.Add(new Quotation(new TokenRange(open, i), false));
                open = i;
            }
        }

        if (open >= 0) found.Add(new Quotation(new TokenRange(open, paragraph.End), false));
    }

    private static Mark MarkAt(SyntaxLayer syntax, int token)
    {
        var form = syntax.Form(token);
        if (form.Length == 0 || form.Length > 2) return Mark.None;
        return form switch
        {
            "“" or "«" or "„" or "‟" or "``" => Mark.Open,
            "”" or "»" => Mark.Close,
            "\"" or "''" or "＂" or "’’" or "‘‘" => Mark.Either,
            "‘" or "`" => Mark.SingleOpen,
            "'" => Mark.SingleOpen,
            "’" => Mark.SingleClose,
            _ => Mark.None,
        };
    }

    private static bool CanOpen(SyntaxLayer syntax, int token, TokenRange paragraph) =>
        token + 1 < paragraph.End && !(SpaceAfter(syntax, token) && !SpaceBefore(syntax, token));

    private static bool LooksLikeOpener(SyntaxLayer syntax, int token) => SpaceBefore(syntax, token) && !SpaceAfter(syntax, token);

    private static bool SpaceBefore(SyntaxLayer syntax, int token)
    {
        var at = syntax.Tokens[token].Start;
        return at == 0 || char.IsWhiteSpace(syntax.Text[at - 1]) || syntax.Text[at - 1] is '(' or '[' or '—' or '–' or '-';
    }

    private static bool SpaceAfter(SyntaxLayer syntax, int token)
    {
        var at = syntax.Tokens[token].End;
        return at >= syntax.Text.Length || char.IsWhiteSpace(syntax.Text[at]);
    }

    private static int SingleCloseAfter(SyntaxLayer syntax, int open, TokenRange paragraph, out int searched)
    {
        var limit = syntax.Tokens[open].End + LongestSingle;
        var i = open + 1;
        for (; i < paragraph.End && syntax.Tokens[i].Start < limit; i++)
        {
            var form = syntax.Form(i);
            if (form is not ("’" or "'")) continue;
            if (SpaceBefore(syntax, i)) continue;
            var after = syntax.Tokens[i].End;
            if (after >= syntax.Text.Length || !char.IsLetterOrDigit(syntax.Text[after]))
            {
                // "the workers' pay": a plural's apostrophe goes on with a noun.
                if (syntax.HasTags && syntax.Xpos.Length > 0 && syntax.Xpos[i] == "POS") continue;
                searched = i;
                return i;
            }
        }

        searched = i;
        return -1;
    }
}
