using System.Collections.Immutable;

namespace Crosscheck.Attributions;

/// <summary>
/// "limited their statements to expressing concern": a verb of voicing that shares the subject of the verb above it. The trained search looks for
/// sources beside the cue and seldom finds that one.
/// </summary>
internal static class Voicing
{
    private const double Confidence = 0.6;

    private static readonly int Voice = WordClasses.CueClasses.Bit("voice");

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
            if (context.Xpos(i) is not ("VBG" or "VB") || (WordClasses.CueClasses.MaskOf(ActReader.LemmaOf(context, i)) & Voice) == 0 || taken.Contains(i)) continue;
            if (context.Quotations.At(i) < 0 && Read(context, i) is { } voicing) found.Add(voicing);
        }
    }

    private static Attribution? Read(AttributionContext context, int verb)
    {
        var above = context.Tree.Head(verb);
        if (above < 0 || context.RelationOf(verb) is not ("xcomp" or "advcl") || Child(context, verb, "nsubj") >= 0) return null;
        var said = Child(context, verb, "obj");
        var subject = Child(context, above, "nsubj");
        if (said < verb || subject < 0 || subject > above) return null;
        var sentence = context.SentenceRange(context.Sentences[verb]);
        var source = SourceCandidates.Core(context, subject, sentence);
        var words = ContentCandidates.Trim(context, new TokenRange(verb + 1, context.Tree.Subtree(said).End).Clip(sentence));
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
