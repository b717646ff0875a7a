using Crosscheck.Articles.Seams;
using Crosscheck.Eval.Pages;
using Crosscheck.Language;
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
        if (args.Length < 2)
        {
            Console.Error.WriteLine("usage: train seams-judgement MODELS FILE...");
            return 2;
        }

        var finder = SeamFinder.Load(args[0], null);
        var head = SeamHead.Load(args[0], LanguageEngine.Load(args[0]).Encoder);
        var table = new ExampleTable(SeamJudgement.Features);
        var group = 0;
        foreach (var file in args.Skip(1))
        {
            foreach (var page in GluedPages.Make(SeamParts.Of(PageArticle.Read(file), "rest"), PagesPerFile, Seed, Path.GetFileName(file))) AddPage(table, page, group++, finder, head);
            Console.WriteLine($"{file}: {group} pages, {table.Count} proposals");
        }

        var options = new BoostingOptions { Trees = 150, Leaves = 8, Depth = 4, LeafWeight = 12 };
        var judged = BoostedTreesTrainer.Train(table, options, folds: 5);
        using var output = File.Create(Path.Combine(args[0], SeamFinder.Folder, SeamJudgement.TreesFile));
        judged.Write(output);
        return 0;
    }

    private static void AddPage(ExampleTable table, GluedPage page, int group, SeamFinder finder, SeamHead head)
    {
        var text = new SourceText(page.Text);
        if (text.Length > 60_000) return;
        // What the finder does: the whole page first, then what lies on either side of a cut.
        AddRange(table, page, text, text.Whole, group, finder, head);
        if (page.Cuts.Count == 0) return;
        var cut = page.Cuts[page.Cuts.Count / 2];
        AddRange(table, page, text, new TextSpan(0, cut), group, finder, head);
        AddRange(table, page, text, new TextSpan(cut, text.Length), group, finder, head);
    }

    private static void AddRange(ExampleTable table, GluedPage page, SourceText text, TextSpan range, int group, SeamFinder finder, SeamHead head)
    {
        var features = new SeamFeatures(text, range);
        var probabilities = finder.FirstLook(features);
        var proposals = SeamJudgement.Proposals(probabilities);
        var rows = SeamJudgement.Rows(text, range, features, probabilities, proposals, head);
        for (var i = 0; i < proposals.Count; i++)
        {
            var offset = features.Places[proposals[i]].Offset;
            table.Add(rows.AsSpan(i * SeamJudgement.Features, SeamJudgement.Features), page.Cuts.Any(c => c > range.Start && Math.Abs(c - offset) <= 120), group);
        }
    }
}
