using System.Collections.Immutable;

namespace Crosscheck.Attributions;

/// <summary>Reads from an attribution's words what <see cref="ActRules"/> decides on.</summary>
internal static class ActReader
{
    private static readonly WordClasses Cues = WordClasses.CueClasses;
    private static readonly WordClasses Contents = WordClasses.ContentClasses;

    /// <summary>Content tokens that are looked at.</summary>
    private const int Reach = 80;

    /// <summary>Words at the content's beginning that tell what its main clause does.</summary>
    private const int EarlyWords = 9;

    /// <param name="cue">Tokens of the cue, in order; may be empty.</param>
    internal static ActSigns Read(AttributionContext context, ReadOnlySpan<int> cue, ReadOnlySpan<int> source, ReadOnlySpan<int> content)
    {
        Span<char> phrase = stackalloc char[64];
        var cueMask = 0;
        bool negated = false, perfect = false;
        for (var i = 0; i < cue.Length; i++)
        {
            var lemma = LemmaOf(context, cue[i]);
            cueMask |= Cues.MaskOf(lemma);
            if (i + 1 < cue.Length) cueMask |= Cues.MaskOf(Join(lemma, LemmaOf(context, cue[i + 1]), phrase));
            negated |= IsNegation(context, cue[i]);
            perfect |= lemma is "have" || context.Xpos(cue[i]) is "VBG";
            // The negation of an auxiliary may stand outside the marked cue.
            for (var child = context.Tree.FirstChild(cue[i]); child >= 0 && child < cue[i]; child = context.Tree.NextSibling(child))
            {
                if (content.IndexOf(child) >= 0) continue;
                negated |= IsNegation(context, child);
                perfect |= LemmaOf(context, child) is "have" && context.RelationOf(child) is "aux";
            }
        }

        int contentMask = 0, early = 0;
        var length = Math.Min(content.Length, Reach);
        var words = 0;
        var lead = string.Empty;
        var imperative = false;
        for (var i = 0; i < length; i++)
        {
            if (context.IsPunctuation(content[i])) continue;
            var lemma = LemmaOf(context, content[i]);
            if (words == 0)
            {
                lead = lemma.ToString();
                imperative = context.Xpos(content[i]) is "VB" && context.Quotations.At(content[i]) >= 0;
            }

            var mask = Contents.MaskOf(lemma) | Contents.MaskOf(context.Syntax.Form(content[i]));
            if (i + 1 < length) mask |= Contents.MaskOf(Join(lemma, LemmaOf(context, content[i + 1]), phrase));
            contentMask |= mask;
            if (words < EarlyWords) early |= mask;
            words++;
        }

        var question = content.Length > 0 && (context.Syntax.Form(content[^1]) is "?" || (content.Length > 1 && context.Syntax.Form(content[^2]) is "?"));
        var (obliging, promising, bare) = Mood(context, source, content[..length]);
        return new ActSigns(cueMask, negated, perfect, contentMask, early, lead, question, obliging, promising, imperative, bare, source.Length > 0);
    }

    /// <summary>What the content's main predicates say: that something should be done, or that the source will do it.</summary>
    private static (bool Obliging, bool Promising, bool Bare) Mood(AttributionContext context, ReadOnlySpan<int> source, ReadOnlySpan<int> content)
    {
        bool obliging = false, promising = false, bare = true;
        for (var i = 0; i < content.Length; i++)
        {
            var token = content[i];
            if (content.IndexOf(context.Tree.Head(token)) >= 0 || context.IsPunctuation(token)) continue;
            bool future = false, own = false, complement = false, finite = context.Xpos(token) is "VBD" or "VBZ" or "VBP";
            for (var child = context.Tree.FirstChild(token); child >= 0; child = context.Tree.NextSibling(child))
            {
                var relation = context.RelationOf(child);
                var lemma = LemmaOf(context, child);
                if (relation is "aux" or "cop" or "aux:pass" && context.Xpos(child) is "MD" or "VBD" or "VBZ" or "VBP")
                {
                    finite = true;
                    obliging |= lemma is "should" or "must" or "ought";
                    future |= lemma is "will" or "'ll" or "’ll" or "would" or "wo";
                }

                complement |= relation is "xcomp";
                own |= relation is "nsubj" && IsSource(context, child, source);
            }

            var predicate = LemmaOf(context, token);
            obliging |= complement && predicate is "need" or "have" or "get";
            future |= complement && predicate is "plan" or "intend" or "go";
            promising |= future && own;
            bare &= !finite;
        }

        return (obliging, promising, bare);
    }

    /// <summary>Whether a subject means the source: a pronoun that can, or the source's own head.</summary>
    private static bool IsSource(AttributionContext context, int token, ReadOnlySpan<int> source)
    {
        var form = context.Syntax.Form(token);
        if (form is "I" or "We" or "we") return context.Quotations.At(token) >= 0;
        if (form is "he" or "she" or "they" or "He" or "She" or "They") return context.Quotations.At(token) < 0;
        foreach (var word in source)
        {
            if (context.IsNoun(word) && context.Lemma(word) == context.Lemma(token)) return true;
        }

        return false;
    }

    public static bool IsNegation(AttributionContext context, int token) =>
        context.Syntax.Form(token) is "not" or "n't" or "n’t" or "never" or "no" or "No" or "Not" or "Never";

    public static ReadOnlySpan<char> LemmaOf(AttributionContext context, int token) =>
        context.Syntax.Lemmas.Length > 0 ? context.Syntax.Lemmas[token] : context.Syntax.Form(token);

    /// <summary>Token indices of spans, in order.</summary>
    public static ImmutableArray<int> Tokens(AttributionContext context, ImmutableArray<Text.TextSpan> spans)
    {
        var tokens = ImmutableArray.CreateBuilder<int>();
        foreach (var span in spans)
        {
            var (first, end) = context.Syntax.TokensIn(span);
            for (var i = first; i < end; i++) tokens.Add(i);
        }

        return tokens.ToImmutable();
    }

    private static ReadOnlySpan<char> Join(ReadOnlySpan<char> a, ReadOnlySpan<char> b, Span<char> buffer)
    {
        if (a.Length + b.Length + 1 > buffer.Length) return default;
        a.CopyTo(buffer);
        buffer[a.Length] = '_';
        b.CopyTo(buffer[(a.Length + 1)..]);
        return buffer[..(a.Length + b.Length + 1)];
    }
}
