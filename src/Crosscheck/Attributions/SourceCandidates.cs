namespace Crosscheck.Attributions;

/// <summary>Words that may be a cue's source; no node for "the text names none".</summary>
internal readonly record struct SourceCandidate(int Node, TokenRange Range, bool Core)
{
    public static SourceCandidate None { get; } = new(-1, TokenRange.None, false);
}

/// <summary>Lists the noun phrases of the cue's sentence that stand outside the content.</summary>
internal static class SourceCandidates
{
    private const int Reach = 60;

    public static void List(AttributionContext context, int cue, in ContentCandidate content, List<SourceCandidate> found)
    {
        found.Clear();
        found.Add(SourceCandidate.None);
        var sentence = context.SentenceRange(context.Sentences[cue]);
        var window = sentence.Clip(new TokenRange(cue - Reach, cue + Reach + 1));
        for (var node = window.First; node < window.End; node++)
        {
            if (node == cue || content.Contains(node) || !IsNominal(context, node)) continue;
            var core = Core(context, node, window);
            if (!core.IsEmpty && !core.Contains(cue) && !Touches(core, content)) found.Add(new SourceCandidate(node, core, true));
            var full = context.Tree.Subtree(node).Clip(window);
            full = Without(full, cue, content, node);
            full = TrimRight(context, full);
            if (!full.IsEmpty && full != core && full.Contains(node)) found.Add(new SourceCandidate(node, full, false));
        }
    }

    private static bool Touches(TokenRange range, in ContentCandidate content) => range.Overlaps(content.First) || range.Overlaps(content.Second);

    private static bool IsNominal(AttributionContext context, int node)
    {
        var tag = context.Xpos(node);
        if (tag is ['N', ..] or "PRP" or "PRP$" or "WP" or "WP$") return true;
        return tag is "DT" or "CD" or "JJ" or "JJR" or "JJS" or "WDT" or "FW" or "VBG" or "EX"
            && context.RelationOf(node) is "nsubj" or "nsubj:pass" or "obj" or "obl" or "nmod" or "nmod:poss" or "root";
    }

    /// <summary>The noun phrase without what follows a comma, a relative clause or a participle.</summary>
    internal static TokenRange Core(AttributionContext context, int node, TokenRange window)
    {
        var tree = context.Tree;
        var (first, end) = (node, node + 1);
        for (var child = tree.FirstChild(node); child >= 0; child = tree.NextSibling(child))
        {
            var relation = context.RelationOf(child);
            var range = tree.Subtree(child);
            if (child < node && relation is "det" or "amod" or "compound" or "nummod" or "nmod:poss" or "flat" or "predet") first = Math.Min(first, range.First);
            if (child > node && relation is "flat" or "nmod" or "compound" or "fixed" or "conj" or "nummod" && range.First <= end + 1) end = Math.Max(end, range.End);
        }

        return TrimRight(context, new TokenRange(first, end).Clip(window));
    }

    /// <summary>The part of a range around a node that leaves out the cue and the content.</summary>
    private static TokenRange Without(TokenRange range, int cue, in ContentCandidate content, int node)
    {
        var (first, end) = (range.First, range.End);
        Cut(new TokenRange(cue, cue + 1));
        Cut(content.First);
        Cut(content.Second);
        return new TokenRange(first, end);

        void Cut(TokenRange hole)
        {
            if (hole.IsEmpty || !hole.Overlaps(new TokenRange(first, end))) return;
            if (node < hole.First) end = Math.Min(end, hole.First);
            else if (node >= hole.End) first = Math.Max(first, hole.End);
        }
    }

    private static TokenRange TrimRight(AttributionContext context, TokenRange range)
    {
        var (first, end) = (range.First, range.End);
        while (end > first && (context.IsPunctuation(end - 1) || context.Xpos(end - 1) is "CC" or "POS" or "IN" or "MD")) end--;
        while (first < end && (context.IsPunctuation(first) || context.RelationOf(first) is "case" or "mark" or "cc")) first++;
        return first < end ? new TokenRange(first, end) : TokenRange.None;
    }
}
