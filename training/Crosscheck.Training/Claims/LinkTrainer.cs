using Crosscheck.Claims;
using Crosscheck.Learning;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Claims;

/// <summary>
/// <c>claim-links OUT TRAIN_UNITS TRAIN_GOLD [DEV_UNITS DEV_GOLD]</c>: learns which carriers say one thing. Prints the link F1 over thresholds
/// from cross-validation over stories, then that of the development stories.
/// </summary>
internal static class LinkTrainer
{
    private const int Folds = 5;

    private static readonly BoostingOptions Alone = new() { Trees = 220, Leaves = 16, Depth = 6, LearningRate = 0.06, LeafWeight = 6, Shrinkage = 4 };

    private static readonly BoostingOptions Together = new() { Trees = 160, Leaves = 12, Depth = 5, LearningRate = 0.05, LeafWeight = 8, Shrinkage = 6 };

    public static int Run(string[] args)
    {
        if (args.Length is not (3 or 5))
        {
            Console.Error.WriteLine("usage: claim-links OUT TRAIN_UNITS TRAIN_GOLD [DEV_UNITS DEV_GOLD]");
            return 2;
        }

        var stories = ClaimStories.Read(args[1], args[2]);
        var candidates = stories.ConvertAll(s => CandidateLinks.Find(s.Carriers));
        var first = new ExampleTable(LinkFeatures.Count);
        var features = new float[LinkContext.Count];
        for (var s = 0; s < stories.Count; s++)
        {
            foreach (var link in candidates[s])
            {
                LinkFeatures.Fill(stories[s].Carriers, link, features.AsSpan(0, LinkFeatures.Count));
                first.Add(features.AsSpan(0, LinkFeatures.Count), stories[s].Together.Contains((link.A, link.B)), s);
            }
        }

        var gold = stories.Sum(s => s.CrossPairs);
        Console.WriteLine($"{stories.Count} stories, {first.Count} candidates, {gold} gold pairs of two articles, {Enumerable.Range(0, stories.Count).Sum(s => candidates[s].Count(c => IsCross(stories[s], c) && stories[s].Together.Contains((c.A, c.B))))} of them candidates");

        // The second judgement learns from first judgements of stories that the first trees had not seen.
        var unseen = BoostedTreesTrainer.CrossValidate(first, Alone, Folds);
        var (slope, offset) = PlattCalibration.Fit(unseen, first);
        var judged = unseen.Select(x => BoostedTrees.Logistic((slope * x) + offset)).ToArray();
        Sweep("first judgement, cross-validated", stories, candidates, judged);
        var second = new ExampleTable(LinkContext.Count);
        var at = 0;
        for (var s = 0; s < stories.Count; s++)
        {
            var context = new LinkContext(stories[s].Carriers, candidates[s], judged[at..(at + candidates[s].Count)]);
            at += candidates[s].Count;
            for (var i = 0; i < candidates[s].Count; i++)
            {
                context.Fill(i, features);
                second.Add(features, stories[s].Together.Contains((candidates[s][i].A, candidates[s][i].B)), s);
            }
        }

        var unseenTogether = BoostedTreesTrainer.CrossValidate(second, Together, Folds);
        var (slope2, offset2) = PlattCalibration.Fit(unseenTogether, second);
        Sweep("second judgement, cross-validated", stories, candidates, [.. unseenTogether.Select(x => BoostedTrees.Logistic((slope2 * x) + offset2))]);

        var alone = BoostedTreesTrainer.Fit(first, [.. Enumerable.Range(0, first.Count)], Alone).Calibrated(slope, offset);
        var together = BoostedTreesTrainer.Fit(second, [.. Enumerable.Range(0, second.Count)], Together).Calibrated(slope2, offset2);
        Directory.CreateDirectory(args[0]);
        using (var file = File.Create(Path.Combine(args[0], ClaimLinker.AloneFile))) alone.Write(file);
        using (var file = File.Create(Path.Combine(args[0], ClaimLinker.TogetherFile))) together.Write(file);

        if (args.Length == 5)
        {
            var dev = ClaimStories.Read(args[3], args[4]);
            var linker = new ClaimLinker(alone, together);
            var links = dev.ConvertAll(s => linker.Link(s.Carriers));
            Sweep("development stories", dev, links.ConvertAll(l => l.ConvertAll(x => new CandidateLink(x.A, x.B, 0, 0, 0))), [.. links.SelectMany(l => l.Select(x => x.Probability))]);
        }

        return 0;
    }

    private static bool IsCross(ClaimStory story, CandidateLink link) => story.Carriers.All[link.A].Article != story.Carriers.All[link.B].Article;

    private static void Sweep(string name, List<ClaimStory> stories, List<List<CandidateLink>> candidates, double[] judged)
    {
        var gold = stories.Sum(s => s.CrossPairs);
        foreach (var threshold in (ReadOnlySpan<double>)[0.2, 0.25, 0.3, 0.35, 0.4, 0.5])
        {
            int said = 0, right = 0, at = 0;
            for (var s = 0; s < stories.Count; s++)
            {
                foreach (var link in candidates[s])
                {
                    if (judged[at++] < threshold || !IsCross(stories[s], link)) continue;
                    said++;
                    if (stories[s].Together.Contains((link.A, link.B))) right++;
                }
            }

            double p = (double)right / Math.Max(1, said), r = (double)right / gold;
            Console.WriteLine($"{name}, threshold {threshold:F2}: link P {p:F4} R {r:F4} F1 {2 * p * r / Math.Max(1e-9, p + r):F4}");
        }
    }
}
