using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Claims;

/// <summary>Divides coordinated predicates: "killed seven and set fire to two silos" is two propositions.</summary>
internal static class Coordination
{
    private const int LeastTokens = 5;

    /// <summary>Longer sentences are lists or broken text and are left whole.</summary>
    private const int MaxTokens = 200;

    /// <param name="Subject">Words of the subject that the piece leaves out, or null.</param>
    internal readonly record struct Piece(TextSpan Span, TextSpan? Subject);

    public static List<Piece> Split(SyntaxLayer syntax, TextSpan span)
    {
        var (first, end) = syntax.TokensIn(span);
        if (!syntax.HasDependencies || !syntax.HasTags || end - first < 2 * LeastTokens || end - first > MaxTokens) return [new Piece(span, null)];
        var cuts = new List<(int Token, int Conjunct)>();
        for (var t = first; t < end; t++)
        {
            if (syntax.Relations[t] != "conj" || syntax.Upos[t] != PartOfSpeech.Verb) continue;
            var head = syntax.Heads[t];
            if (head < first || head >= end || syntax.Upos[head] != PartOfSpeech.Verb || !IsMain(syntax, head, first, end)) continue;
            var left = Leftmost(syntax, t, first, end);
            if (left <= head || left - first < LeastTokens || end - left < LeastTokens) continue;
            cuts.Add((left, t));
        }

        if (cuts.Count == 0) return [new Piece(span, null)];
        cuts.Sort();
        var pieces = new List<Piece>();
        int start = first;
        TextSpan? subject = null;
        foreach (var (token, conjunct) in cuts)
        {
            if (token - start < LeastTokens) continue;
            pieces.Add(new Piece(Trim(syntax, start, token, span), subject));
            start = token;
            subject = Subject(syntax, conjunct, first, end) is null ? Subject(syntax, syntax.Heads[conjunct], first, end) ?? subject : null;
        }

        pieces.Add(new Piece(Trim(syntax, start, end, span), subject));
        return pieces;
    }

    /// <summary>The verb is the head of what is divided, or a conjunct of it: predicates inside a relative clause stay together.</summary>
    private static bool IsMain(SyntaxLayer syntax, int verb, int first, int end)
    {
        for (var steps = 0; steps < 8; steps++)
        {
            var head = syntax.Heads[verb];
            if (head < first || head >= end) return true;
            if (syntax.Relations[verb] != "conj") return false;
            verb = head;
        }

        return false;
    }

    private static int Leftmost(SyntaxLayer syntax, int node, int first, int end)
    {
        for (var t = first; t < node; t++)
        {
            var at = t;
            for (var steps = 0; at >= first && at < end && steps < 40; steps++)
            {
                if (at == node) return t;
                at = syntax.Heads[at];
            }
        }

        return Math.Min(node, end);
    }

    private static TextSpan? Subject(SyntaxLayer syntax, int verb, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            if (syntax.Heads[t] != verb || !syntax.Relations[t].StartsWith("nsubj", StringComparison.Ordinal)) continue;
            return syntax.Span(Leftmost(syntax, t, first, end), t + 1);
        }

        return null;
    }

    /// <summary>Tokens as a range of the text, without conjunctions and marks at its edges, inside the span.</summary>
    private static TextSpan Trim(SyntaxLayer syntax, int first, int end, TextSpan span)
    {
        while (first + 1 < end && syntax.Upos[first] is PartOfSpeech.CConj or PartOfSpeech.Punct && syntax.Form(first) is not ("\"" or "“")) first++;
        while (end - 1 > first && (syntax.Upos[end - 1] == PartOfSpeech.CConj || syntax.Form(end - 1) is "," or ";" or "-" or "–")) end--;
        return syntax.Span(first, end).Intersect(span) ?? span;
    }
}
