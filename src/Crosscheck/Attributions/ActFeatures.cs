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

    /// <param name="cue">Tokens of the cue, in order; may be empty.</param>
    public static void Extract(AttributionContext context, ReadOnlySpan<int> cue, ReadOnlySpan<int> source, ReadOnlySpan<int> content, FeatureBag bag)
    {
        bag.Add(600);
        var cueMask = 0;
        var negated = false;
        Span<char> phrase = stackalloc char[64];
        for (var i = 0; i < cue.Length; i++)
        {
            var lemma = LemmaOf(context, cue[i]);
            var mask = Cues.MaskOf(lemma);
            if (i + 1 < cue.Length) mask |= Cues.MaskOf(Join(lemma, LemmaOf(context, cue[i + 1]), phrase));
            cueMask |= mask;
            negated |= IsNegation(context, cue[i]);
            bag.Add(601, context.Lemma(cue[i]));
        }

        // "said it would not": the negation of an auxiliary may stand outside the marked cue.
        foreach (var token in cue)
        {
            for (var child = context.Tree.FirstChild(token); child >= 0; child = context.Tree.NextSibling(child))
            {
                if (child < token && IsNegation(context, child) && content.IndexOf(child) < 0) negated = true;
            }
        }

        var no = negated ? 1u : 0u;
        Classes(602, cueMask, no, bag);
        bag.Add(603, no);
        var contentMask = 0;
        var early = 0;
        uint quoted = 0, question = 0, second = 0, first = 0;
        var length = Math.Min(content.Length, Reach);
        for (var i = 0; i < length; i++)
        {
            var lemma = LemmaOf(context, content[i]);
            var mask = Contents.MaskOf(lemma) | Contents.MaskOf(context.Syntax.Form(content[i]));
            if (i + 1 < length) mask |= Contents.MaskOf(Join(lemma, LemmaOf(context, content[i + 1]), phrase));
            contentMask |= mask;
            if (i < 8) early |= mask;
            if (context.Quotations.At(content[i]) >= 0) quoted = 1;
            var form = context.Syntax.Form(content[i]);
            if (form is "?") question = 1;
            if (lemma is "you" or "your" && quoted == 1) second = 1;
            if (i < 6 && form is "I" or "we" or "We" or "he" or "she" or "it" or "they") first = 1;
        }

        if (content.Length > 0 && context.Syntax.Form(content[^1]) is "?") question = 2;
        Classes(610, contentMask, 0, bag);
        Classes(611, early, no, bag);
        Classes(612, early, first, bag);
        Pairs(613, cueMask, contentMask, bag);
        Pairs(614, contentMask, contentMask, bag);
        bag.Add(615, quoted, question);
        bag.Add(616, second, quoted);
        bag.Add(617, question);
        bag.Add(618, source.Length == 0 ? 0u : 1u);
        if (content.Length > 0)
        {
            var lead = content[0];
            for (var i = 0; i < Math.Min(3, length) && context.IsPunctuation(lead); i++) lead = content[i];
            bag.Add(620, context.Lemma(lead));
            bag.Add(621, context.Tag(lead));
            Classes(622, cueMask, context.Lemma(lead), bag);
            Classes(623, cueMask, context.Tag(lead) == VerbTag ? 1u : 0u, bag);
        }

        if (cue.Length > 0) bag.Add(624, context.Lemma(cue[^1]), content.Length > 0 ? context.Lemma(content[0]) : 0);
    }

    private static readonly uint VerbTag = FeatureHash.OfText("VB");

    public static bool IsNegation(AttributionContext context, int token) =>
        context.Syntax.Form(token) is "not" or "n't" or "n’t" or "never" or "no" or "No" or "Not" or "Never" or "without";

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
