using Crosscheck.Language;

namespace Crosscheck.Attributions;

/// <summary>Puts right where a content begins and ends, where the grammar of the sentence leaves no doubt.</summary>
internal static class ContentLimits
{
    private static readonly int Speak = WordClasses.CueClasses.Bit("speak") | WordClasses.CueClasses.Bit("announce") | WordClasses.CueClasses.Bit("claim");

    private static readonly int Accuse = WordClasses.CueClasses.Bit("allege");

    /// <summary>Words that a clause's last complement may have.</summary>
    private const int NearestComplement = 4;

    public static List<FoundAttribution> Mend(AttributionContext context, List<FoundAttribution> found)
    {
        var byCue = new Dictionary<int, FoundAttribution>(found.Count);
        foreach (var f in found) byCue.TryAdd(f.CueParts[0].First, f);
        return found.ConvertAll(f => Whole(context, Fronted(context, Coordinated(context, f, byCue))));
    }

    /// <summary>"A has sent a message, the Kremlin announced, underscoring ...": the clause in front is what was announced.</summary>
    private static FoundAttribution Fronted(AttributionContext context, FoundAttribution found)
    {
        var cue = found.Cue;
        if (!context.IsVerb(cue) || (WordClasses.CueClasses.MaskOf(ActReader.LemmaOf(context, cue)) & Speak) == 0) return found;
        if (found.Content is not [var only] || only.First < cue || context.Sentences[only.First] != context.Sentences[cue] || !found.HasSource) return found;
        var source = found.Source[0].First;
        var sentence = context.SentenceRange(context.Sentences[cue]);
        if (source <= sentence.First || source > cue || context.Syntax.Form(source - 1) is not ",") return found;
        for (var child = context.Tree.FirstChild(cue); child >= 0 && child < source; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is not ("advcl" or "ccomp" or "parataxis") || !IsMainClause(context, child)) continue;
            var clause = ContentEdges.Trim(context, context.Tree.Subtree(child).Clip(new TokenRange(sentence.First, source)));
            return clause.IsEmpty ? found : found with { Content = [clause] };
        }

        // The treebanks also hang the saying on the clause in front of it.
        if (context.RelationOf(cue) is not "parataxis" || context.Tree.Head(cue) is not (>= 0 and var said) || said >= source || !IsMainClause(context, said)) return found;
        var front = ContentEdges.Trim(context, context.Tree.Subtree(said).Clip(new TokenRange(sentence.First, source)));
        return front.IsEmpty ? found : found with { Content = [front] };
    }

    /// <summary>"suggested {Putin had sent it} on Wednesday": a clause that is what was said goes on to its last complement where that is near.</summary>
    private static FoundAttribution Whole(AttributionContext context, FoundAttribution found)
    {
        var last = found.Content[^1];
        var verb = SourcePhrase.HeadOf(context, last);
        if (context.Tree.Head(verb) != found.Cue || context.RelationOf(verb) is not ("ccomp" or "xcomp")) return found;
        var end = last.End;
        for (; end < context.Tree.Subtree(verb).End && context.Sentences[end] == context.Sentences[verb]; end++)
        {
            if (end - last.End >= NearestComplement || context.IsPunctuation(end) || found.Holds(end) || found.CueParts.Any(p => p.Contains(end))) return found;
        }

        return end == last.End ? found : found with { Content = found.Content.SetItem(found.Content.Length - 1, new TokenRange(last.First, end)) };
    }

    private static bool IsMainClause(AttributionContext context, int verb)
    {
        var subject = false;
        for (var child = context.Tree.FirstChild(verb); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "mark") return false;
            subject |= context.RelationOf(child) is "nsubj" or "nsubj:pass" or "expl";
        }

        return subject;
    }

    /// <summary>"Israel has said X and accuses Y of Z": two cues of one source; the first one's content ends before the second.</summary>
    private static FoundAttribution Coordinated(AttributionContext context, FoundAttribution found, Dictionary<int, FoundAttribution> byCue)
    {
        if (!found.HasSource || found.Content is not [var content]) return found;
        if (found.Cue > content.First) return found;
        for (var cue = content.First + 2; cue < content.End; cue++)
        {
            var oneSource = byCue.TryGetValue(cue, out var other) && other.SourceHead == found.SourceHead;
            if (!oneSource && !IsAccusedByNobodyInside(context, cue)) continue;
            if (context.Xpos(cue - 1) is not "CC" || context.Xpos(cue) is not ("VBZ" or "VBD" or "VBP" or "MD") || context.Quotations.At(cue) >= 0) continue;
            var cut = ContentEdges.Trim(context, new TokenRange(content.First, cue - 1));
            return cut.IsEmpty ? found : found with { Content = [cut] };
        }

        return found;
    }

    /// <summary>"said the port was safe and accused Y": a verb of accusing hung on a clause whose subject is a common noun belongs to who speaks.</summary>
    private static bool IsAccusedByNobodyInside(AttributionContext context, int verb)
    {
        if (context.RelationOf(verb) is not "conj" || context.Tree.Head(verb) is not (>= 0 and var beside)) return false;
        if ((WordClasses.CueClasses.MaskOf(ActReader.LemmaOf(context, verb)) & Accuse) == 0 || SubjectOf(context, verb) >= 0) return false;
        return SubjectOf(context, beside) is >= 0 and var subject && context.Xpos(subject) is "NN" or "NNS";
    }

    private static int SubjectOf(AttributionContext context, int verb)
    {
        for (var child = context.Tree.FirstChild(verb); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "nsubj" or "nsubj:pass" or "expl") return child;
        }

        return -1;
    }
}
