namespace Crosscheck.Language.Encoding;

/// <summary>
/// Scaled dot-product attention of several heads inside each window (Vaswani et al. 2017, "Attention is all you need"). A window's keys and values become
/// the strips of two products, its queries their panels, so that scores and softmax run over queries side by side and add over keys in order.
/// </summary>
internal static class SelfAttention
{
    /// <param name="projected">For each piece its query, key and value, the heads of each one behind another.</param>
    /// <param name="context">Takes the values that each piece attends to, head behind head; already sized.</param>
    public static void Apply(Sheet projected, Sheet context, int heads, ReadOnlySpan<int> windowEnds, AttentionSpace space, Kernel kernel)
    {
        var headWidth = context.Features / heads;
        var scale = 1 / MathF.Sqrt(headWidth);
        var start = 0;
        foreach (var end in windowEnds)
        {
            for (var head = 0; head < heads; head++)
            {
                space.Resize(headWidth, end - start);
                space.PackKeys(projected, context.Features + (head * headWidth), start);
                space.PackValues(projected, (2 * context.Features) + (head * headWidth), start);
                for (var query = start; query < end; query += Sheet.Lanes)
                    Attend(projected, context, head * headWidth, query, Math.Min(Sheet.Lanes, end - query), scale, space, kernel);
            }

            start = end;
        }

        Finish(context);
    }

    private static void Attend(
        Sheet projected, Sheet context, int feature, int first, int queries, float scale, AttentionSpace space, Kernel kernel)
    {
        var (headWidth, keys) = (space.HeadWidth, space.Keys);
        var panel = space.Queries;
        for (var f = 0; f < headWidth; f++)
        {
            var row = panel.Slice(f * Sheet.Lanes, Sheet.Lanes);
            projected.ReadFeature(feature + f, first, row[..queries]);
            row[queries..].Clear();
        }

        var scores = space.Scores;
        kernel.Multiply(space.KeyStrips, Strips.Count(keys), headWidth, panel, panel.Length, scores, scores.Length, 1, Activation.None);
        var weights = scores[..(keys * Sheet.Lanes)];
        kernel.SoftmaxNumerators(weights, scale, space.InverseSums);
        var values = space.Values;
        kernel.Multiply(space.ValueStrips, Strips.Count(headWidth), keys, weights, weights.Length, values, values.Length, 1, Activation.None);
        kernel.ScaleLanes(values, space.InverseSums);
        for (var f = 0; f < headWidth; f++) context.WriteFeature(feature + f, first, values.Slice(f * Sheet.Lanes, queries));
    }

    /// <summary>Lanes behind the last piece carry nothing on.</summary>
    private static void Finish(Sheet context)
    {
        for (var piece = context.Pieces; piece < context.Panels * Sheet.Lanes; piece++) context.ClearPiece(piece);
    }
}
