namespace Crosscheck.Attributions;

/// <summary>Features of the question: does the token next to a cue's words belong to the cue ("has said", "called on", "said in a statement")?</summary>
internal static class CueSpanFeatures
{
    /// <summary>Tokens to each side of the head that a cue may take in.</summary>
    public const int Reach = 6;

    public static void Extract(AttributionContext context, int cue, int token, FeatureBag bag)
    {
        var side = token < cue ? 0u : 1u;
        var path = TreePath.Hash(context, cue, token);
        var lemma = context.Lemma(token);
        var cueLemma = context.Lemma(cue);
        var far = FeatureBag.Bucket(Math.Abs(token - cue));
        bag.Add(400, side, far);
        bag.Add(401, lemma, side);
        bag.Add(402, lemma, cueLemma);
        bag.Add(403, path, side);
        bag.Add(404, path, lemma);
        bag.Add(405, path, cueLemma);
        bag.Add(406, context.Tag(token), side, far);
        bag.Add(407, context.Tag(token), context.Tag(cue), side);
        bag.Add(408, lemma, context.Lemma(token + 1), side);
        bag.Add(409, lemma, context.Lemma(token - 1), side);
        bag.Add(410, context.Tag(token), context.Tag(token + 1), path);
        bag.Add(411, path, context.Tag(token), context.Tag(cue));
    }
}
