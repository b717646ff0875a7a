using Crosscheck.Articles.Seams;
using Crosscheck.Eval.Pages;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Seams;

/// <summary>
/// Learns to judge the places that the first trees propose, on pages made of articles that neither those trees nor the head saw.
/// <c>train seams-judgement MODELS FILE.jsonl[.gz]...</c>
/// </summary>
internal static class SeamJudgementTrainer
{
    private const int PagesPerFile = 1200;
    private const int Seed = 9091;

    public static int Run(string[] args)
    {
        var folder = Path.Combine(args[0], SeamFinder.Folder);
        var trees = BoostedTrees.Load(folder, SeamFinder.TreesFile, SeamFeatures.Count);
        var head = SeamHead.Load(args[0], LanguageEngine.Load(args[0]).Encoder);
        var table = new ExampleTable(SeamJudgement.Features);
        var group = 0;
        foreach (var file in args.Skip(1))
        {
            foreach (var page in GluedPages.Make(SeamParts.Of(PageArticle.Read(file), "rest"), PagesPerFile, Seed, Path.GetFileName(file))) AddPage(table, page, group++, trees, head);
            Console.WriteLine($"{file}: {group} pages, {table.Count} proposals");
        }

        var options = new BoostingOptions { Trees = 150, Leaves = 8, Depth = 4, LeafWeight = 12 };
        var judged = BoostedTreesTrainer.Train(table, options, folds: 5);
        using var output = File.Create(Path.Combine(folder, SeamJudgement.TreesFile));
        judged.Write(output);
        return 0;
    }

    private static void AddPage(ExampleTable table, GluedPage page, int group, BoostedTrees trees, SeamHead head)
    {
        var text = new SourceText(page.Text);
        if (text.Length > 60_000) return;
        // What the finder does: the whole page first, then what lies on either side of a cut.
        AddRange(table, page, text, text.Whole, group, trees, head);
        if (page.Cuts.Count == 0) return;
        var cut = page.Cuts[page.Cuts.Count / 2];
        AddRange(table, page, text, new TextSpan(0, cut), group, trees, head);
        AddRange(table, page, text, new TextSpan(cut, text.Length), group, trees, head);
    }

    private static void AddRange(ExampleTable table, GluedPage page, SourceText text, TextSpan range, int group, BoostedTrees trees, SeamHead head)
    {
        var features = new SeamFeatures(text, range);
        var probabilities = new double[features.Places.Count];
        for (var p = 0; p < probabilities.Length; p++)
        {
            if (features.WordsAround(p) is not ( >= SeamFinder.FewestWords, >= SeamFinder.FewestWords)) continue;
            var row = new float[SeamFeatures.Count];
            features.Write(p, row);
            probabilities[p] = trees.Probability(row);
        }

        var proposals = SeamJudgement.Proposals(probabilities);
        var rows = SeamJudgement.Rows(text, range, features, probabilities, proposals, head);
        for (var i = 0; i < proposals.Count; i++)
        {
            var offset = features.Places[proposals[i]].Offset;
            table.Add(rows.AsSpan(i * SeamJudgement.Features, SeamJudgement.Features), page.Cuts.Any(c => c > range.Start && Math.Abs(c - offset) <= 120), group);
        }
    }
}
