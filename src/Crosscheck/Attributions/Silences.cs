using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Attributions;

/// <summary>
/// Sources that are told to keep silent ("has remained silent", "have not commented"): an attribution without content; and those that gave no answer to what they
/// were asked ("did not respond to a request for comment"). The marked corpus hardly has any, so these are read by rule.
/// </summary>
internal static class Silences
{
    private const double Confidence = 0.8;

    private static readonly int Silence = WordClasses.CueClasses.Bit("silence");

    private static readonly int Answer = WordClasses.CueClasses.Bit("answer") | WordClasses.CueClasses.Bit("request-object");

    public static void Add(AttributionContext context, List<Attribution> found)
    {
        for (var i = 0; i < context.Count; i++)
        {
            var mask = WordClasses.CueClasses.MaskOf(ActReader.LemmaOf(context, i));
            if ((mask & (Silence | Answer)) == 0) continue;
            if (((mask & Silence) != 0 ? Read(context, i) : Unanswered(context, i)) is not { } silence) continue;
            if (!found.Exists(f => f.Cue.Any(c => c.Overlaps(silence.Cue[0])))) found.Add(silence);
        }
    }

    /// <summary>"X remained silent": the adjective under its verb, or the verb under the adjective as copula.</summary>
    private static Attribution? Read(AttributionContext context, int word)
    {
        var tree = context.Tree;
        if (context.Xpos(word) is not ("JJ" or "RB" or "NN" or "VBN") || context.Quotations.At(word) >= 0) return null;
        var verb = tree.Head(word);
        var predicate = verb >= 0 && context.RelationOf(word) is "xcomp" or "obj" or "advmod" or "acl" or "obl" && ActReader.LemmaOf(context, verb) is "remain" or "stay" or "keep" or "fall" or "go" or "maintain"
            ? verb
            : HasCopula(context, word) ? word : -1;
        if (predicate < 0) return null;
        for (var child = tree.FirstChild(predicate); child >= 0; child = tree.NextSibling(child))
        {
            if (context.RelationOf(child) is not "nsubj" || ActReader.IsNegation(context, child)) continue;
            var source = SourcePhrase.Core(context, child, context.SentenceRange(context.Sentences[child]));
            if (source.IsEmpty || source.Contains(word)) return null;
            var cue = context.Syntax.Span(Math.Min(Cue(context, predicate), word), Math.Max(predicate, word) + 1);
            return new Attribution(
                [context.Syntax.Span(source.First, source.End)], [cue], ImmutableArray<TextSpan>.Empty, AttributionKind.Indirect, SpeechAct.Silent, false, null, null, null, Confidence);
        }

        return null;
    }

    /// <summary>"The insurers have not commented": nothing follows that could be a content. "Did not respond to a request": what was not answered is the content.</summary>
    private static Attribution? Unanswered(AttributionContext context, int verb)
    {
        if (context.Xpos(verb) is not ("VBN" or "VB") || context.Quotations.At(verb) >= 0 || ActReader.LemmaOf(context, verb) is not ("comment" or "respond" or "reply" or "answer")) return null;
        bool negated = false, perfect = false;
        var (subject, asked) = (-1, -1);
        for (var child = context.Tree.FirstChild(verb); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "ccomp" or "xcomp" or "aux:pass") return null;
            if (context.RelationOf(child) is "nsubj") subject = child;
            else if (child > verb && context.RelationOf(child) is "obj" or "obl" && context.IsNoun(child)) asked = asked < 0 ? child : asked;
            negated |= ActReader.IsNegation(context, child);
            perfect |= context.RelationOf(child) is "aux" && ActReader.LemmaOf(context, child) is "have";
        }

        if (!negated || subject < 0 || subject > verb || (asked < 0 && !perfect)) return null;
        var sentence = context.SentenceRange(context.Sentences[verb]);
        var source = SourcePhrase.Core(context, subject, sentence);
        var content = asked < 0 ? TokenRange.None : ContentEdges.Trim(context, context.Tree.Subtree(asked).Clip(sentence));
        if (source.IsEmpty || source.Contains(verb)) return null;
        return new Attribution(
            [context.Syntax.Span(source.First, source.End)], [context.Syntax.Span(Math.Max(source.End, Cue(context, verb)), verb + 1)],
            content.IsEmpty ? [] : [context.Syntax.Span(content.First, content.End)], AttributionKind.Indirect,
            content.IsEmpty ? SpeechAct.Silent : SpeechAct.Declines, false, null, null, null, Confidence);
    }

    private static bool HasCopula(AttributionContext context, int word)
    {
        for (var child = context.Tree.FirstChild(word); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "cop") return true;
        }

        return false;
    }

    /// <summary>The first auxiliary of a predicate, or itself.</summary>
    private static int Cue(AttributionContext context, int predicate)
    {
        for (var child = context.Tree.FirstChild(predicate); child >= 0 && child < predicate; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "aux" or "cop") return child;
        }

        return predicate;
    }
}
