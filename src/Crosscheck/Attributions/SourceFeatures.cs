namespace Crosscheck.Attributions;

/// <summary>Features of the question: is this candidate the cue's source?</summary>
internal static class SourceFeatures
{
    public static void Extract(AttributionContext context, int cue, in ContentCandidate content, in SourceCandidate candidate, FeatureBag bag)
    {
        var cueLemma = context.Lemma(cue);
        var cueTag = context.Tag(cue);
        var passive = Passive(context, cue);
        var shape = (uint)content.Shape;
        if (candidate.Node < 0)
        {
            bag.Add(200);
            bag.Add(201, cueLemma);
            bag.Add(202, cueTag, passive);
            bag.Add(203, cueLemma, passive);
            bag.Add(204, context.Relation(cue), cueTag);
            bag.Add(205, shape, cueTag);
            bag.Add(206, shape, cueLemma);
            bag.Add(207, HasSubject(context, cue), cueTag, context.Relation(cue));
            bag.Add(208, HasSubject(context, cue), cueLemma);
            var head = context.Tree.Head(cue);
            if (head >= 0) bag.Add(209, context.Lemma(head), context.Relation(cue));
            return;
        }

        var node = candidate.Node;
        var core = candidate.Core ? 1u : 0u;
        var path = TreePath.Hash(context, cue, node);
        var side = node < cue ? 0u : 1u;
        var tag = context.Tag(node);
        var relation = context.Relation(node);
        bag.Add(210, core, path);
        bag.Add(211, path, cueLemma);
        bag.Add(212, path, cueTag, passive);
        bag.Add(213, path, tag);
        bag.Add(214, tag, relation, side);
        bag.Add(215, context.Lemma(node));
        bag.Add(216, context.Lemma(node), cueLemma);
        bag.Add(217, relation, cueTag, passive);
        bag.Add(218, side, cueLemma);
        bag.Add(219, path, shape);
        bag.Add(220, core, tag);
        bag.Add(221, core, FeatureBag.Bucket(candidate.Range.Count));
        bag.Add(222, side, FeatureBag.Bucket(Math.Abs(node - cue)), cueTag);
        bag.Add(223, side, FeatureBag.Bucket(Math.Abs(node - cue)), cueLemma);
        bag.Add(224, relation, side, shape);
        bag.Add(225, context.Lemma(candidate.Range.First - 1), context.Lemma(candidate.Range.End));
        bag.Add(226, context.Lemma(candidate.Range.End), core);
        bag.Add(227, context.Tag(candidate.Range.First - 1), context.Tag(candidate.Range.End), core);
        bag.Add(228, context.Quotations.At(node) >= 0 ? 1u : 0u, tag);
        bag.Add(229, core, path, FeatureBag.Bucket(candidate.Range.Count));
        var between = Between(context, cue, candidate.Range, content);
        bag.Add(230, between, side);
        bag.Add(231, between, path);
        bag.Add(232, between, tag, side);
        for (var child = context.Tree.FirstChild(node); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "case") bag.Add(233, context.Lemma(child), path);
            if (context.RelationOf(child) is "case") bag.Add(234, context.Lemma(child), cueLemma, passive);
            if (candidate.Core) bag.Add(235, context.Relation(child), context.Tag(child));
        }

        var above = context.Tree.Head(node);
        if (above >= 0) bag.Add(236, context.Lemma(above), relation);
    }

    private static uint Passive(AttributionContext context, int cue)
    {
        for (var child = context.Tree.FirstChild(cue); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "nsubj:pass" or "aux:pass") return 1;
        }

        return 0;
    }

    private static uint HasSubject(AttributionContext context, int cue)
    {
        for (var child = context.Tree.FirstChild(cue); child >= 0; child = context.Tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "nsubj") return 1;
            if (context.RelationOf(child) is "nsubj:pass") return 2;
            if (context.RelationOf(child) is "nmod:poss") return 3;
        }

        return 0;
    }

    /// <summary>What lies between source and cue: nothing, few words, a comma, a verb, the content.</summary>
    private static uint Between(AttributionContext context, int cue, TokenRange range, in ContentCandidate content)
    {
        var (first, end) = range.End <= cue ? (range.End, cue) : (cue + 1, range.First);
        uint seen = 0;
        for (var i = first; i < end; i++)
        {
            if (context.Syntax.Form(i) is ",") seen |= 1;
            if (context.IsVerb(i)) seen |= 2;
            if (content.Contains(i)) seen |= 4;
            if (context.IsNoun(i)) seen |= 8;
        }

        return seen;
    }
}
