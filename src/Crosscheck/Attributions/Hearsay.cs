using System.Collections.Immutable;
using Crosscheck.Language;

namespace Crosscheck.Attributions;

/// <summary>
/// What a text passes on without saying whose word it is: "talks believed to include", "reportedly agreeing", "allegations that", "accusations of
/// supporting". The marked corpus asks for a source nearly always, so these are read by rule.
/// </summary>
internal static class Hearsay
{
    private const double Confidence = 0.6;

    /// <summary>Words that may stand between a noun and its clause as an aside: "allegations, albeit indirect, that".</summary>
    private const int LongestAside = 6;

    private static readonly int Adverb = WordClasses.CueClasses.Bit("hearsay-adverb");
    private static readonly int Belief = WordClasses.CueClasses.Bit("belief");
    private static readonly int Noun = WordClasses.CueClasses.Bit("hearsay-noun");

    public static void Add(AttributionContext context, List<Attribution> found)
    {
        // Tokens in some cue: 1, or 2 for one that is a cue alone.
        var taken = new byte[context.Count];
        foreach (var cue in found.SelectMany(f => f.Cue))
        {
            var (first, end) = context.Syntax.TokensIn(cue);
            for (var i = first; i < end; i++) taken[i] = (byte)(end - first == 1 ? 2 : Math.Max(taken[i], (byte)1));
        }

        for (var i = 0; i < context.Count; i++)
        {
            var mask = WordClasses.CueClasses.MaskOf(ActReader.LemmaOf(context, i));
            if ((mask & (Adverb | Belief | Noun)) == 0 || context.Quotations.At(i) >= 0) continue;
            // An adverb belongs to the clause, not to a verb of speaking in it; the other cues are left to what was found with them.
            if (taken[i] > ((mask & Adverb) != 0 ? 1 : 0)) continue;
            var read = (mask & Adverb) != 0 ? OfAdverb(context, i) : (mask & Belief) != 0 && context.Xpos(i) is "VBN" ? OfBelief(context, i)
                : (mask & Noun) != 0 && context.IsNoun(i) ? OfNoun(context, i) : default;
            if (read.IsDefaultOrEmpty) continue;
            var cue = context.Syntax.Tokens[i].Span;
            ImmutableArray<Text.TextSpan> content = [.. read.Select(r => context.Syntax.Span(r.First, r.End))];
            var hedged = (mask & Noun) == 0;
            found.Add(new Attribution([], [cue], content, AttributionKind.Indirect, ActClassifier.Classify(context, [], [cue], content), hedged, null, null, null, Confidence));
        }
    }

    /// <summary>The clause that the adverb stands in, on both sides of it.</summary>
    private static ImmutableArray<TokenRange> OfAdverb(AttributionContext context, int adverb)
    {
        var head = context.Tree.Head(adverb);
        if (head < 0 || context.RelationOf(adverb) is not "advmod" || !context.IsVerb(head)) return [];
        var clause = context.Tree.Subtree(head).Clip(context.SentenceRange(context.Sentences[adverb]));
        return Parts(ContentEdges.Trim(context, new TokenRange(clause.First, adverb)), ContentEdges.Trim(context, new TokenRange(adverb + 1, clause.End)));
    }

    /// <summary>"is believed to include", "talks believed to include": the infinitive.</summary>
    private static ImmutableArray<TokenRange> OfBelief(AttributionContext context, int verb)
    {
        for (var child = context.Tree.FirstChild(verb); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (child < verb || context.RelationOf(child) is not ("xcomp" or "ccomp") || verb + 1 >= context.Count || context.Xpos(verb + 1) is not "TO") continue;
            if (context.RelationOf(verb) is not ("acl" or "amod") && !IsPassive(context, verb)) return [];
            return Parts(ContentEdges.Trim(context, context.Tree.Subtree(child)), TokenRange.None);
        }

        return [];
    }

    private static bool IsPassive(AttributionContext context, int verb)
    {
        for (var child = context.Tree.FirstChild(verb); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "aux:pass" or "nsubj:pass") return true;
        }

        return false;
    }

    /// <summary>"reports that ...", "allegations, albeit indirect, that ...", "accusations of supporting ...".</summary>
    private static ImmutableArray<TokenRange> OfNoun(AttributionContext context, int noun)
    {
        var sentence = context.SentenceRange(context.Sentences[noun]);
        var at = noun + 1;
        if (at < sentence.End && context.Syntax.Form(at) is ",")
        {
            var close = at + 1;
            while (close < Math.Min(sentence.End, at + LongestAside) && context.Syntax.Form(close) is not ",") close++;
            if (close >= sentence.End || context.Syntax.Form(close) is not ",") return [];
            at = close + 1;
        }

        if (at + 1 >= sentence.End) return [];
        var head = context.Tree.Head(at);
        if (head <= at || !sentence.Contains(head)) return [];
        var opens = context.Syntax.Form(at) is "that" ? context.IsVerb(head) || context.RelationOf(at) is "mark"
            : context.Syntax.Form(at) is "of" && context.Xpos(at + 1) is "VBG" && head == at + 1;
        if (!opens || HasSource(context, noun)) return [];
        var clause = context.Tree.Subtree(head).Clip(sentence);
        return Parts(ContentEdges.Trim(context, new TokenRange(at, clause.End)), TokenRange.None);
    }

    /// <summary>"Kyiv's allegations", "allegations by": the text names whose they are, and the trained search is asked.</summary>
    private static bool HasSource(AttributionContext context, int noun)
    {
        for (var child = context.Tree.FirstChild(noun); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "nmod:poss") return true;
        }

        return false;
    }

    private static ImmutableArray<TokenRange> Parts(TokenRange first, TokenRange second) =>
        first.IsEmpty ? (second.IsEmpty ? [] : [second]) : second.IsEmpty ? [first] : [first, second];
}
