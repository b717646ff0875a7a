using Crosscheck.Learning;

namespace Crosscheck.Claims;

/// <summary>Two carriers with the probability that they say one thing.</summary>
internal readonly record struct Link(int A, int B, double Probability);

/// <summary>
/// Judges candidate pairs twice: first by the two carriers alone, then with the first judgements about the carriers around them
/// and about third carriers that both may equal (stacking, Wolpert 1992). Thread-safe.
/// </summary>
internal sealed class ClaimLinker(BoostedTrees alone, BoostedTrees together)
{
    public const string AloneFile = "links-alone.trees", TogetherFile = "links-together.trees";

    public static ClaimLinker Load(string modelFolder) => new(Read(modelFolder, AloneFile), Read(modelFolder, TogetherFile));

    public List<Link> Link(CarrierSet set, Func<int, bool>? takesPart = null)
    {
        var candidates = CandidateLinks.Find(set, takesPart);
        var first = JudgeAlone(set, candidates, alone);
        var context = new LinkContext(set, candidates, first);
        var links = new List<Link>(candidates.Count);
        Span<float> features = stackalloc float[LinkContext.Count];
        for (var i = 0; i < candidates.Count; i++)
        {
            context.Fill(i, features);
            links.Add(new Link(candidates[i].A, candidates[i].B, together.Probability(features)));
        }

        return links;
    }

    public static double[] JudgeAlone(CarrierSet set, List<CandidateLink> candidates, BoostedTrees trees)
    {
        var first = new double[candidates.Count];
        Span<float> features = stackalloc float[LinkFeatures.Count];
        for (var i = 0; i < candidates.Count; i++)
        {
            LinkFeatures.Fill(set, candidates[i], features);
            first[i] = trees.Probability(features);
        }

        return first;
    }

    private static BoostedTrees Read(string modelFolder, string name) => BoostedTrees.Load(Path.Combine(modelFolder, "claims"), name);
}
