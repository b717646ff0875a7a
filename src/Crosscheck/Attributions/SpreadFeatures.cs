using Crosscheck.Learning;

namespace Crosscheck.Attributions;

/// <summary>Features of the question: does a content go on in the neighbouring sentence?</summary>
internal static class SpreadFeatures
{
    /// <param name="edge">The content's part that the sentence would follow (or stand before).</param>
    /// <param name="next">The sentence asked about.</param>
    /// <param name="step">1 for the following sentence, -1 for the one before.</param>
    /// <param name="added">Sentences already added on this side.</param>
    /// <param name="rivalCue">How probable it is, 0 to 1, that the sentence holds a cue of its own outside quotation marks.</param>
    public static void Extract(AttributionContext context, int cue, TokenRange edge, int next, int step, int added, double rivalCue, bool otherSide, FeatureBag bag)
    {
        var side = step > 0 ? 1u : 0u;
        var here = context.Sentences[step > 0 ? edge.End - 1 : edge.First];
        var range = context.SentenceRange(next);
        var quotations = context.Quotations;
        var apart = (uint)Math.Min(3, Math.Abs(context.Paragraphs[next] - context.Paragraphs[here]));
        var edgeQuote = quotations.At(step > 0 ? edge.End - 1 : edge.First);
        var nextQuote = quotations.At(step > 0 ? range.First : range.End - 1);
        var same = edgeQuote >= 0 && edgeQuote == nextQuote ? 1u : 0u;
        var closed = edgeQuote >= 0 && quotations.Quotations[edgeQuote].Closed ? 1u : 0u;
        var quoted = context.Quoted(range);
        var share = quoted == 0 ? 0u : quoted >= range.Count - 1 ? 2u : 1u;
        var opens = quotations.At(range.First) >= 0 ? 1u : 0u;
        var edgeQuoted = edgeQuote >= 0 ? 1u : 0u;
        var cueSentence = context.SentenceRange(context.Sentences[cue]);
        var cueOutside = quotations.At(cue) < 0 ? 1u : 0u;
        var cueLast = FeatureBag.Bucket(Math.Min(6, cueSentence.End - cue));
        var rival = (uint)(Math.Clamp(rivalCue, 0, 1) * 5);
        // Whether the content already stands on the cue's far side in the cue's own sentence.
        var sameSentence = context.Sentences[step > 0 ? edge.End - 1 : edge.First] == context.Sentences[cue] ? 1u : 0u;
        var cueAtSide = step > 0 ? (cue >= edge.End ? 1u : 0u) : cue < edge.First ? 1u : 0u;

        bag.Add(FeatureHash.Of(300).Add(side).Add(same).Add(apart).Add(share).Add(edgeQuoted));
        bag.Add(FeatureHash.Of(301).Add(side).Add(same).Add(apart).Add(share).Add(edgeQuoted).Add(closed).Add(opens));
        bag.Add(FeatureHash.Of(302).Add(side).Add(share).Add(rival).Add(apart).Add(edgeQuoted));
        bag.Add(FeatureHash.Of(303).Add(side).Add(share).Add(opens).Add(apart).Add(cueAtSide).Add(sameSentence).Add(edgeQuoted));
        bag.Add(FeatureHash.Of(304).Add(side).Add(share).Add(apart).Add(cueAtSide).Add(sameSentence).Add(rival).Add(edgeQuoted).Add(same));
        bag.Add(FeatureHash.Of(305).Add(side).Add((uint)Math.Min(added, 6)).Add(share).Add(apart).Add(same));
        bag.Add(FeatureHash.Of(306).Add(side).Add(context.Lemma(cue)).Add(share));
        bag.Add(FeatureHash.Of(307).Add(side).Add(context.Lemma(cue)).Add(edgeQuoted).Add(share).Add(apart));
        bag.Add(FeatureHash.Of(308).Add(side).Add(cueLast).Add(cueOutside).Add(share).Add(apart).Add(edgeQuoted));
        bag.Add(FeatureHash.Of(309).Add(side).Add(rival).Add(share).Add(same).Add(closed));
        bag.Add(FeatureHash.Of(310).Add(side).Add(FeatureBag.Bucket(range.Count)).Add(share).Add(edgeQuoted));
        bag.Add(FeatureHash.Of(311).Add(side).Add(context.Lemma(cueSentence.End - 1)).Add(share).Add(apart).Add(sameSentence));
        bag.Add(FeatureHash.Of(312).Add(side).Add(otherSide ? 1u : 0u).Add(share).Add(apart).Add(edgeQuoted));
        bag.Add(FeatureHash.Of(313).Add(side).Add(context.Lemma(range.First)).Add(share).Add(edgeQuoted));
        bag.Add(FeatureHash.Of(314).Add(side).Add(closed).Add(edgeQuoted).Add(opens).Add(apart).Add((uint)Math.Min(added, 2)));
    }
}
