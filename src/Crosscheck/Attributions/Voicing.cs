using System.Collections.Immutable;
using Crosscheck.Language;

namespace Crosscheck.Attributions;

/// <summary>
/// "limited their statements to expressing concern": a verb of voicing that shares the subject of the verb above it; "the spokesman announced the message": a
/// verb of announcing with a thing for its object. The marked corpus has few of either, so what the trained reading passes over is read by rule.
/// </summary>
internal static class Voicing
{
    private const double Confidence = 0.6;

    private static readonly int Voice = WordClasses.CueClasses.Bit("voice");
    private static readonly int Proclaim = WordClasses.CueClasses.Bit("proclaim");

    public static void Add(AttributionContext context, List<Attribution> found)
    {
        var taken = new HashSet<int>();
        foreach (var cue in found.SelectMany(f => f.Cue))
        {
            var (first, end) = context.Syntax.TokensIn(cue);
            for (var i = first; i < end; i++) taken.Add(i);
        }

        for (var i = 0; i < context.Count; i++)
        {
            var mask = WordClasses.CueClasses.MaskOf(ActReader.LemmaOf(context, i));
            if ((mask & (Voice | Proclaim)) == 0 || taken.Contains(i) || context.Quotations.At(i) >= 0) continue;
            var subject = (mask & Voice) != 0 && context.Xpos(i) is "VBG" or "VB" ? SubjectAbove(context, i)
                : (mask & Proclaim) != 0 && context.Xpos(i) is "VBD" or "VBZ" ? Child(context, i, "nsubj") : -1;
            if (subject >= 0 && Read(context, i, subject) is { } voicing) found.Add(voicing);
        }
    }

    private static int SubjectAbove(AttributionContext context, int verb)
    {
        var above = context.Tree.Head(verb);
        if (above < 0 || context.RelationOf(verb) is not ("xcomp" or "advcl") || Child(context, verb, "nsubj") >= 0) return -1;
        return Child(context, above, "nsubj") is var subject && subject < above ? subject : -1;
    }

    private static Attribution? Read(AttributionContext context, int verb, int subject)
    {
        var said = Child(context, verb, "obj");
        if (said < verb || subject > verb) return null;
        var sentence = context.SentenceRange(context.Sentences[verb]);
        var source = SourcePhrase.Core(context, subject, sentence);
        // "The spokesman, Anna Berg, announced": the name beside the role.
        if (Child(context, subject, "appos") is >= 0 and var name && name < verb) source = new TokenRange(source.First, SourcePhrase.Core(context, name, sentence).End);
        var words = ContentEdges.Trim(context, new TokenRange(verb + 1, context.Tree.Subtree(said).End).Clip(sentence));
        if (source.IsEmpty || words.IsEmpty || source.Contains(verb)) return null;
        ImmutableArray<Text.TextSpan> cue = [context.Syntax.Tokens[verb].Span], content = [context.Syntax.Span(words.First, words.End)], voice = [context.Syntax.Span(source.First, source.End)];
        var kind = context.Quoted(words) == words.Count ? AttributionKind.Direct : context.Quoted(words) > 0 ? AttributionKind.Mixed : AttributionKind.Indirect;
        return new Attribution(voice, cue, content, kind, ActClassifier.Classify(context, voice, cue, content), false, null, null, null, Confidence);
    }

    private static int Child(AttributionContext context, int token, ReadOnlySpan<char> relation)
    {
        for (var child = context.Tree.FirstChild(token); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child).SequenceEqual(relation)) return child;
        }

        return -1;
    }
}
