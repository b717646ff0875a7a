using System.Collections.Immutable;
using Crosscheck.Learning;

namespace Crosscheck.Attributions;

/// <summary>Features of the question: which act does the source perform towards the content?</summary>
internal static class ActFeatures
{
    private static readonly WordClasses Cues = WordClasses.CueClasses;
    private static readonly WordClasses Contents = WordClasses.ContentClasses;

    /// <summary>Content tokens that are looked at.</summary>
    private const int Reach = 80;

    /// <summary>Words at the content's beginning that tell what its main clause does.</summary>
    private const int EarlyWords = 9;

    /// <param name="cue">Tokens of the cue, in order; may be empty.</param>
    public static void Extract(AttributionContext context, ReadOnlySpan<int> cue, ReadOnlySpan<int> source, ReadOnlySpan<int> content, FeatureBag bag)
    {
        var signs = Read(context, cue, source, content);
        var guess = (uint)ActRules.Guess(signs);
        bag.Add(600);
        bag.Add(601, guess);
        var no = signs.Negated ? 1u : 0u;
        Classes(602, signs.Cue, no, bag);
        Classes(603, signs.Cue, guess, bag);
        Classes(604, signs.Content, guess, bag);
        Classes(605, signs.Early, no, bag);
        Classes(606, signs.Early, signs.OwnSubject ? 1u : 0u, bag);
        Pairs(607, signs.Cue, signs.Content, bag);
        bag.Add(608, signs.Question ? 1u : 0u, no);
        bag.Add(609, source.Length == 0 ? 0u : 1u, guess);
        bag.Add(610, FeatureHash.OfLowerText(signs.Lead), guess);
        Classes(611, signs.Cue, FeatureHash.OfLowerText(signs.Lead), bag);
        foreach (var token in cue) bag.Add(612, context.Lemma(token));
        var quoted = content.Length > 0 && context.Quotations.At(content[0]) >= 0 ? 1u : 0u;
        bag.Add(613, quoted, guess);
    }

    private static ActSigns Read(AttributionContext context, ReadOnlySpan<int> cue, ReadOnlySpan<int> source, ReadOnlySpan<int> content)
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
        var own = false;
        for (var i = 0; i < length; i++)
        {
            if (context.IsPunctuation(content[i])) continue;
            var lemma = LemmaOf(context, content[i]);
            if (words == 0) lead = lemma.ToString();
            var mask = Contents.MaskOf(lemma) | Contents.MaskOf(context.Syntax.Form(content[i]));
            if (i + 1 < length) mask |= Contents.MaskOf(Join(lemma, LemmaOf(context, content[i + 1]), phrase));
            contentMask |= mask;
            if (words < EarlyWords) early |= mask;
            if (words < 3) own |= IsSource(context, content[i], source);
            words++;
        }

        var question = content.Length > 0 && (context.Syntax.Form(content[^1]) is "?" || (content.Length > 1 && context.Syntax.Form(content[^2]) is "?"));
        return new ActSigns(cueMask, negated, perfect, contentMask, early, lead, question, own);
    }

    /// <summary>Whether a word of the content's beginning means the source: a pronoun that can, or the source's own head.</summary>
    private static bool IsSource(AttributionContext context, int token, ReadOnlySpan<int> source)
    {
        if (context.RelationOf(token) is not ("nsubj" or "nsubj:pass")) return false;
        var form = context.Syntax.Form(token);
        if (form is "I" or "We" or "we") return true;
        if (form is "he" or "she" or "it" or "they" or "He" or "She" or "It" or "They") return true;
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

    private static void Classes(int template, int mask, uint with, FeatureBag bag)
    {
        for (var bit = 0; mask != 0; bit++, mask >>= 1)
        {
            if ((mask & 1) != 0) bag.Add(template, (uint)bit, with);
        }
    }

    private static void Pairs(int template, int a, int b, FeatureBag bag)
    {
        for (var i = 0; i < 16; i++)
        {
            if ((a >> i & 1) == 0) continue;
            for (var j = 0; j < 16; j++)
            {
                if ((b >> j & 1) != 0 && (a != b || j > i)) bag.Add(template, (uint)i, (uint)j);
            }
        }
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
