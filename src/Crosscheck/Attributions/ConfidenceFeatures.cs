using Crosscheck.Learning;

namespace Crosscheck.Attributions;

/// <summary>Features of the question: is this attribution right, who said what?</summary>
internal static class ConfidenceFeatures
{
    public static void Extract(AttributionContext context, FoundAttribution found, FeatureBag bag)
    {
        var cue = Step(found.CueScore, 2);
        var content = Step(found.ContentScore, 2);
        var contentMargin = Step(found.ContentMargin, 2);
        var source = Step(found.SourceScore, 2);
        var sourceMargin = Step(found.SourceMargin, 2);
        var shape = (uint)found.Chosen.Shape;
        var lemma = context.Lemma(found.Cue);
        var named = found.Source.Node < 0 ? 0u : context.IsProperNoun(found.Source.Node) ? 1u : context.IsNoun(found.Source.Node) ? 2u : 3u;
        var inQuotes = context.Quotations.At(found.Cue) >= 0 ? 1u : 0u;
        bag.Add(500);
        bag.Add(501, cue);
        bag.Add(502, content);
        bag.Add(503, contentMargin);
        bag.Add(504, source);
        bag.Add(505, sourceMargin);
        bag.Add(506, Step(found.CueScore, 1), Step(found.ContentScore, 1), Step(found.SourceScore, 1));
        bag.Add(507, shape, Step(found.ContentScore, 1));
        bag.Add(508, shape, named);
        bag.Add(509, named, Step(found.SourceMargin, 1));
        bag.Add(510, lemma);
        bag.Add(511, lemma, Step(found.CueScore, 1));
        bag.Add(512, context.Tag(found.Cue), Step(found.CueScore, 1));
        bag.Add(513, inQuotes, Step(found.CueScore, 1));
        bag.Add(514, (uint)Math.Min(found.Content.Length, 3), shape);
        var tokens = 0;
        foreach (var part in found.Content) tokens += part.Count;
        bag.Add(515, FeatureBag.Bucket(tokens), named);
        bag.Add(516, FeatureBag.Bucket(tokens), shape);
        bag.Add(FeatureHash.Of(517).Add(Step(found.ContentMargin, 1)).Add(Step(found.ContentScore, 1)));
        bag.Add(518, context.Sentences[found.Content[0].First] == context.Sentences[found.Cue] ? 1u : 0u, shape);
    }

    /// <summary>A score in steps of one <paramref name="parts"/>-th, cut off at both ends.</summary>
    private static uint Step(float score, int parts) => (uint)(int)(MathF.Floor(Math.Clamp(score, -8, 8) * parts) + 64);
}
