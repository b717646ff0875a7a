using Crosscheck.Learning;

namespace Crosscheck.Attributions;

/// <summary>Features of the question: is this candidate the cue's content?</summary>
internal static class ContentFeatures
{
    public static void Extract(AttributionContext context, int cue, in ContentCandidate candidate, int listed, FeatureBag bag)
    {
        var tree = context.Tree;
        var shape = (uint)candidate.Shape;
        var node = candidate.Node;
        var cueLemma = context.Lemma(cue);
        var cueTag = context.Tag(cue);
        var cueRelation = context.Relation(cue);
        var first = candidate.First;
        var path = TreePath.Hash(context, cue, node);
        var side = first.End <= cue ? 0u : first.First > cue ? 1u : 2u;
        var nodeTag = context.Tag(node);
        var quoted = QuotedShare(context, candidate);
        var length = FeatureBag.Bucket(candidate.Count);

        bag.Add(100, shape, side);
        bag.Add(101, shape, path);
        bag.Add(102, shape, path, cueLemma);
        bag.Add(103, shape, path, cueTag);
        bag.Add(104, path, nodeTag);
        bag.Add(105, shape, nodeTag, side);
        bag.Add(106, shape, context.Lemma(node));
        bag.Add(107, shape, length);
        bag.Add(108, shape, length, side);
        bag.Add(109, cueLemma, shape, side);
        bag.Add(110, cueRelation, shape, path);
        bag.Add(111, shape, quoted, side);
        bag.Add(112, shape, quoted, cueLemma);
        bag.Add(113, shape, quoted, path);
        bag.Add(114, cueTag, shape, side);

        // The first words: "that", "to", "whether", an opening mark.
        bag.Add(120, context.Lemma(first.First), shape);
        bag.Add(121, context.Lemma(first.First), cueLemma);
        bag.Add(122, context.Tag(first.First), shape, side);
        bag.Add(123, context.Tag(first.First), path);
        bag.Add(124, context.Lemma(first.First), cueTag);

        // What stands between the cue and the candidate, and at its edges.
        var gap = side == 0 ? cue - first.End : first.First - cue - 1;
        bag.Add(130, shape, side, FeatureBag.Bucket(gap));
        bag.Add(131, FeatureBag.Bucket(gap), cueLemma, side);
        var beforeEdge = context.Lemma(first.First - 1);
        var afterEdge = context.Lemma(candidate.Envelope.End);
        bag.Add(132, shape, beforeEdge);
        bag.Add(133, shape, afterEdge);
        bag.Add(134, beforeEdge, context.Lemma(first.First));
        bag.Add(135, context.Tag(first.First - 1), context.Tag(candidate.Envelope.End), shape);
        var sentence = context.SentenceRange(context.Sentences[cue]);
        var touches = (first.First <= sentence.First + 1 ? 1u : 0u) + (candidate.Envelope.End >= sentence.End - 1 ? 2u : 0u);
        bag.Add(136, shape, touches, side);
        bag.Add(137, touches, cueLemma, side);
        bag.Add(138, touches, path);
        bag.Add(139, SplitsQuotation(context, candidate), shape);

        Frame(context, cue, node, shape, bag);
        if (!candidate.Second.IsEmpty)
        {
            bag.Add(150, shape, FeatureBag.Bucket(candidate.Second.Count), FeatureBag.Bucket(first.Count));
            bag.Add(151, context.Lemma(candidate.Second.First), shape);
        }

        if (candidate.Shape is ContentShape.NextSentence or ContentShape.PreviousSentence) Across(context, cue, candidate, shape, bag);
        bag.Add(160, FeatureBag.Bucket(listed), shape);
        var head = tree.Head(node);
        if (head >= 0) bag.Add(161, context.Relation(node), context.Lemma(head));
    }

    /// <summary>Which other complements the cue has: an object is less of a content beside a clause.</summary>
    private static void Frame(AttributionContext context, int cue, int node, uint shape, FeatureBag bag)
    {
        var tree = context.Tree;
        uint complements = 0;
        for (var child = tree.FirstChild(cue); child >= 0; child = tree.NextSibling(child))
        {
            complements |= context.RelationOf(child) switch
            {
                "ccomp" => 1,
                "xcomp" => 2,
                "obj" => 4,
                "obl" => 8,
                "parataxis" => 16,
                "nmod" => 32,
                "acl" => 64,
                "advcl" => 128,
                "nsubj:pass" => 256,
                _ => 0u,
            };
        }

        var relation = tree.Head(node) == cue ? context.Relation(node) : 3;
        bag.Add(140, complements, relation, shape);
        bag.Add(141, complements, relation, context.Lemma(cue));
        for (var below = tree.FirstChild(node); below >= 0; below = tree.NextSibling(below))
        {
            if (context.RelationOf(below) is "mark" or "case") bag.Add(142, relation, context.Lemma(below), context.Lemma(cue));
            if (context.RelationOf(below) is "nsubj") bag.Add(143, relation, shape);
        }
    }

    private static void Across(AttributionContext context, int cue, in ContentCandidate candidate, uint shape, FeatureBag bag)
    {
        var here = context.Sentences[cue];
        var there = context.Sentences[candidate.First.First];
        var apart = (uint)Math.Abs(context.Paragraphs[here] - context.Paragraphs[there]);
        var sentence = context.SentenceRange(here);
        var last = context.Lemma(sentence.End - 1);
        var full = candidate.First.Count >= context.SentenceRange(there).Count - 1 ? 1u : 0u;
        bag.Add(170, shape, apart, last);
        bag.Add(FeatureHash.Of(171).Add(shape).Add(full).Add(context.Quoted(candidate.First) > 0 ? 1u : 0u).Add(last));
        bag.Add(172, shape, FeatureBag.Bucket(sentence.End - cue), context.Lemma(cue));
        bag.Add(FeatureHash.Of(173).Add(shape).Add(context.Quoted(sentence) > 0 ? 1u : 0u).Add(full).Add(apart));
        bag.Add(FeatureHash.Of(174).Add(shape).Add(FeatureBag.Bucket(sentence.End - cue)).Add(last).Add(context.Tag(cue)));
    }

    private static uint QuotedShare(AttributionContext context, in ContentCandidate candidate)
    {
        if (candidate.Count == 0) return 0;
        var share = (context.Quoted(candidate.First) + context.Quoted(candidate.Second)) / (double)candidate.Count;
        return share switch { 0 => 0, < 0.3 => 1, < 0.7 => 2, < 1 => 3, _ => 4 };
    }

    /// <summary>1, 2 or 3 where the candidate cuts through a quotation at its beginning, its end or both.</summary>
    private static uint SplitsQuotation(AttributionContext context, in ContentCandidate candidate)
    {
        var range = candidate.Envelope;
        var first = context.Quotations.At(range.First);
        var last = context.Quotations.At(range.End - 1);
        uint splits = 0;
        if (first >= 0 && context.Quotations.At(range.First - 1) == first && range.First > 0) splits |= 1;
        if (last >= 0 && range.End < context.Count && context.Quotations.At(range.End) == last) splits |= 2;
        return splits;
    }
}
