using System.Collections.Immutable;

namespace Crosscheck.Attributions;

/// <summary>Reads from an attribution's words what <see cref="ActRules"/> decides on.</summary>
internal static class ActReader
{
    private static readonly WordClasses Cues = WordClasses.CueClasses;
    private static readonly WordClasses Contents = WordClasses.ContentClasses;
    private static readonly int SilenceWord = Cues.Bit("silence");
    private static readonly int Settling = Contents.Bit("settling");

    /// <summary>Content tokens that are looked at.</summary>
    private const int Reach = 80;

    /// <summary>Words at the content's beginning that tell what its main clause does.</summary>
    private const int EarlyWords = 9;

    /// <param name="cue">Tokens of the cue, in order; may be empty.</param>
    internal static ActSigns Read(AttributionContext context, ReadOnlySpan<int> cue, ReadOnlySpan<int> source, ReadOnlySpan<int> content)
    {
        content = content[..Math.Min(content.Length, Reach)];
        var (cueMask, negated, perfect, unable) = OfCue(context, cue, content);
        var sourceMask = 0;
        foreach (var token in source) sourceMask |= Cues.MaskOf(LemmaOf(context, token));
        negated |= source.Length > 0 && LemmaOf(context, source[0]) is "few" or "hardly" or "scarcely" or "nobody" or "none" or "no" or "neither" or "nothing";

        Span<char> phrase = stackalloc char[64];
        int contentMask = 0, early = 0, words = 0;
        var silence = false;
        string lead = string.Empty, second = string.Empty;
        for (var i = 0; i < content.Length; i++)
        {
            if (context.IsPunctuation(content[i])) continue;
            var lemma = LemmaOf(context, content[i]);
            if (words == 0) lead = lemma.ToString();
            if (words == 1) second = lemma.ToString();
            var mask = Contents.MaskOf(lemma, context.Syntax.Form(content[i]), context.IsVerb(content[i]));
            if (i + 1 < content.Length) mask |= Contents.MaskOf(Join(lemma, LemmaOf(context, content[i + 1]), phrase));
            contentMask |= mask;
            if (words < EarlyWords)
            {
                early |= mask;
                silence |= (Cues.MaskOf(lemma) & SilenceWord) != 0;
            }

            words++;
        }

        var infinitive = false;
        for (var i = 1; i + 1 < cue.Length; i++) infinitive |= context.Xpos(cue[i]) is "TO" && context.IsVerb(cue[i + 1]);
        var forWhat = cue.Length > 0 && context.Syntax.Form(cue[^1]) is "for";
        return new ActSigns(
            cueMask, sourceMask, negated, perfect, unable, infinitive, forWhat, contentMask, early, HeadOf(context, content), silence, lead, second, ContentMood.Read(context, source, content), source.Length > 0);
    }

    private static (int Mask, bool Negated, bool Perfect, bool Unable) OfCue(AttributionContext context, ReadOnlySpan<int> cue, ReadOnlySpan<int> content)
    {
        Span<char> phrase = stackalloc char[64];
        var mask = 0;
        bool negated = false, perfect = false, able = false, settling = false;
        for (var i = 0; i < cue.Length; i++)
        {
            var lemma = LemmaOf(context, cue[i]);
            mask |= Cues.MaskOf(lemma, context.Syntax.Form(cue[i]), context.IsVerb(cue[i]));
            if (i + 1 < cue.Length)
            {
                var next = LemmaOf(context, cue[i + 1]);
                mask |= Cues.MaskOf(Join(lemma, next, phrase)) | Cues.MaskOf(Join(context.Syntax.Form(cue[i]), next, phrase));
            }

            negated |= IsNegation(context, cue[i]) || lemma is "without";
            able |= lemma is "can" or "could" or "ca";
            settling |= (Contents.MaskOf(lemma) & Settling) != 0;
            perfect |= lemma is "have" or "without" || context.Xpos(cue[i]) is "VBG";
            // The negation of an auxiliary may stand outside the marked cue.
            for (var child = context.Tree.FirstChild(cue[i]); child >= 0 && child < cue[i]; child = context.Tree.NextSibling(child))
            {
                if (content.BinarySearch(child) >= 0) continue;
                negated |= IsNegation(context, child) || LemmaOf(context, child) is "without";
                able |= LemmaOf(context, child) is "can" or "could" or "ca";
                perfect |= LemmaOf(context, child) is "have" && context.RelationOf(child) is "aux";
            }
        }

        return (mask, negated, perfect, able && settling);
    }

    /// <summary>The cue classes of the noun that heads a content which is a noun phrase.</summary>
    private static int HeadOf(AttributionContext context, ReadOnlySpan<int> content)
    {
        foreach (var token in content)
        {
            if (context.IsPunctuation(token) || content.BinarySearch(context.Tree.Head(token)) >= 0) continue;
            return context.IsNoun(token) ? Cues.MaskOf(LemmaOf(context, token)) : 0;
        }

        return 0;
    }

    public static bool IsNegation(AttributionContext context, int token) =>
        context.Syntax.Form(token) is "not" or "n't" or "n’t" or "never" or "no" or "No" or "Not" or "Never";

    public static ReadOnlySpan<char> LemmaOf(AttributionContext context, int token) =>
        context.Syntax.Lemmas.Length > 0 ? context.Syntax.Lemmas[token] : context.Syntax.Form(token);

    /// <summary>Token indices of spans, in order.</summary>
    public static ImmutableArray<int> Tokens(AttributionContext context, ImmutableArray<Text.TextSpan> spans)
    {
        var tokens = ImmutableArray.CreateBuilder<int>();
        foreach (var span in spans.OrderBy(s => s.Start))
        {
            var (first, end) = context.Syntax.TokensIn(span);
            for (var i = first; i < end; i++)
            {
                if (tokens.Count == 0 || tokens[^1] < i) tokens.Add(i);
            }
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
