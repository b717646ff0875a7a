using Crosscheck.Learning;

namespace Crosscheck.Attributions;

/// <summary>Features of the question: is this word the head of a cue?</summary>
internal static class CueFeatures
{
    /// <summary>Words that never carry a cue are not asked about.</summary>
    public static bool IsCandidate(AttributionContext context, int token)
    {
        if (context.IsPunctuation(token)) return context.Syntax.Form(token) is ":" || IsDashBesideQuotation(context, token);
        return context.Xpos(token) is not ("DT" or "CD" or "PRP" or "PRP$" or "POS" or "CC" or "EX" or "MD" or "WDT" or "WP" or "WP$");
    }

    /// <summary>A quotation, a dash, a name: the dash is the cue.</summary>
    private static bool IsDashBesideQuotation(AttributionContext context, int token) =>
        context.Syntax.Form(token) is "―" or "—" or "–" or "--" or "-" or "~"
        && context.Quotations.At(token) < 0 && (context.Quotations.At(token - 1) >= 0 || context.Quotations.At(token + 1) >= 0);

    public static void Extract(AttributionContext context, int token, FeatureBag bag)
    {
        var tree = context.Tree;
        var lemma = context.Lemma(token);
        var tag = context.Tag(token);
        var relation = context.Relation(token);
        var head = tree.Head(token);
        var headLemma = head >= 0 ? context.Lemma(head) : 2;
        var headTag = head >= 0 ? context.Tag(head) : 2;

        bag.Add(0);
        bag.Add(1, lemma);
        bag.Add(2, lemma, tag);
        bag.Add(3, tag, relation);
        bag.Add(4, lemma, relation);
        bag.Add(5, headLemma, relation);
        bag.Add(6, headTag, tag, relation);
        bag.Add(7, lemma, headLemma);
        bag.Add(8, FeatureHash.OfText(context.Syntax.Form(token)));

        Around(context, token, lemma, tag, bag);
        Below(context, token, lemma, tag, bag);
        Quotes(context, token, lemma, tag, bag);
        if (head >= 0) Siblings(context, token, head, lemma, bag);
    }

    private static void Around(AttributionContext context, int token, uint lemma, uint tag, FeatureBag bag)
    {
        bag.Add(10, context.Lemma(token - 1), lemma);
        bag.Add(11, lemma, context.Lemma(token + 1));
        bag.Add(12, context.Tag(token - 1), tag);
        bag.Add(13, tag, context.Tag(token + 1));
        bag.Add(14, context.Lemma(token - 1));
        bag.Add(15, context.Lemma(token + 1));
        bag.Add(16, context.Tag(token - 1), tag, context.Tag(token + 1));
        bag.Add(17, context.Tag(token + 1), context.Tag(token + 2), tag);
        bag.Add(18, context.Tag(token - 2), context.Tag(token - 1), tag);
        bag.Add(19, lemma, context.Tag(token + 1));
        bag.Add(20, lemma, context.Tag(token - 1));
        bag.Add(21, lemma, context.Lemma(token + 1), context.Lemma(token + 2));
        var form = context.Syntax.Form(token);
        if (form.Length > 4) bag.Add(22, FeatureHash.OfLowerText(form[^3..]), tag);
    }

    private static void Below(AttributionContext context, int token, uint lemma, uint tag, FeatureBag bag)
    {
        var tree = context.Tree;
        uint frame = 0;
        for (var child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
        {
            var relation = context.Relation(child);
            var side = child < token ? 0u : 1u;
            bag.Add(30, relation, side);
            bag.Add(31, relation, side, lemma);
            bag.Add(32, relation, context.Lemma(child));
            bag.Add(33, relation, context.Lemma(child), lemma);
            bag.Add(34, relation, context.Tag(child), tag);
            if (context.RelationOf(child) is "ccomp" or "xcomp" or "acl" or "advcl" or "obl" or "nmod" or "obj" or "parataxis")
            {
                frame = FeatureHash.Of(1).Add(frame).Add(relation).Value;
                for (var below = tree.FirstChild(child); below >= 0; below = tree.NextSibling(below))
                {
                    if (context.RelationOf(below) is "mark" or "case") bag.Add(35, relation, context.Lemma(below), lemma);
                }
            }

            if (context.RelationOf(child) is "nsubj" or "nsubj:pass" && context.IsProperNoun(child)) bag.Add(36, lemma);
        }

        bag.Add(37, frame, tag);
        bag.Add(38, frame, lemma);
    }

    private static void Quotes(AttributionContext context, int token, uint lemma, uint tag, FeatureBag bag)
    {
        var quotations = context.Quotations;
        var sentence = context.SentenceRange(context.Sentences[token]);
        var inside = quotations.At(token) >= 0 ? 1u : 0u;
        var after = QuoteNear(context, token, 1, sentence);
        var before = QuoteNear(context, token, -1, sentence);
        var opens = quotations.At(sentence.First) >= 0 ? 1u : 0u;
        var closes = quotations.At(sentence.End - 1) >= 0 ? 1u : 0u;
        bag.Add(50, inside, tag);
        bag.Add(51, inside, lemma);
        bag.Add(52, after, before, inside);
        bag.Add(53, after, tag, inside);
        bag.Add(54, before, tag, inside);
        bag.Add(55, lemma, after, inside);
        bag.Add(56, lemma, before, inside);
        bag.Add(57, opens, closes, tag);
        bag.Add(58, (uint)(token == sentence.First ? 1 : 0), (uint)(token >= sentence.End - 2 ? 1 : 0), tag);
        bag.Add(59, FeatureBag.Bucket(sentence.Count), tag);
        if (sentence.End < context.Count && quotations.At(sentence.End) >= 0) bag.Add(60, tag, closes);
    }

    /// <summary>0: no quotation within eight tokens on that side; else a bucket of how far it is.</summary>
    private static uint QuoteNear(AttributionContext context, int token, int step, TokenRange sentence)
    {
        var i = token + step;
        for (var distance = 1; distance <= 8 && sentence.Contains(i); distance++, i += step)
        {
            if (context.Quotations.At(i) >= 0 && context.Quotations.At(i) != context.Quotations.At(token)) return FeatureBag.Bucket(distance);
        }

        return 0;
    }

    private static void Siblings(AttributionContext context, int token, int head, uint lemma, FeatureBag bag)
    {
        var tree = context.Tree;
        for (var sibling = tree.FirstChild(head); sibling >= 0; sibling = tree.NextSibling(sibling))
        {
            if (sibling == token) continue;
            if (context.RelationOf(sibling) is "nsubj" or "nsubj:pass" or "mark" or "case" or "aux" or "cop")
            {
                bag.Add(70, context.Relation(sibling), context.Lemma(sibling), context.Relation(token));
                bag.Add(71, context.Relation(sibling), lemma);
            }
        }

        var grand = tree.Head(head);
        if (grand >= 0) bag.Add(72, context.Relation(token), context.Relation(head), context.Lemma(grand));
    }
}
