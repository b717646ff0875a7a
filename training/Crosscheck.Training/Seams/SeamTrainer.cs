using Crosscheck.Articles.Seams;
using Crosscheck.Eval.Pages;
using Crosscheck.Text;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Seams;

/// <summary>
/// Learns where stories were glued, on pages made in memory of training articles.
/// <c>train seams OUTPUT_FOLDER FILE.jsonl[.gz]...</c>
/// </summary>
internal static class SeamTrainer
{
    private const int PagesPerFile = 1500;
    private const int Seed = 4711;

    /// <summary>Of the places that are no seam only some are needed; their weight makes up for the rest.</summary>
    private const double KeptNegatives = 0.25;

    /// <summary>A place this near to a true seam is neither right nor wrong.</summary>
    private const int Near = 130;

    public static int Run(string[] args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("usage: train seams OUTPUT_FOLDER FILE...");
            return 2;
        }

        var table = new ExampleTable(SeamFeatures.Count);
        var random = new Random(Seed);
        var group = 0;
        foreach (var file in args.Skip(1))
        {
            foreach (var page in GluedPages.Make(SeamParts.Of(PageArticle.Read(file), "head"), PagesPerFile, Seed, Path.GetFileName(file)))
            {
                AddPage(table, page, group++, random);
            }

            Console.WriteLine($"{file}: {group} pages, {table.Count} places");
        }

        var options = new BoostingOptions { Trees = 250, Leaves = 24, Depth = 7, LeafWeight = 6 };
        var trees = BoostedTreesTrainer.Train(table, options, folds: 3);
        Directory.CreateDirectory(args[0]);
        using var output = File.Create(Path.Combine(args[0], SeamFinder.TreesFile));
        trees.Write(output);
        return 0;
    }

    private static void AddPage(ExampleTable table, GluedPage page, int group, Random random)
    {
        var text = new SourceText(page.Text);
        // Pages of three stories are cut twice: the second cut sees one part only, as a page of two does.
        var range = text.Whole;
        if (range.Length > 60_000) return;
        var features = new SeamFeatures(text, range);
        var rows = features.Compute();
        for (var p = 0; p < rows.Length; p++)
        {
            var (before, after) = features.WordsAround(p);
            if (before < SeamFinder.FewestWords || after < SeamFinder.FewestWords) continue;
            var offset = features.Places[p].Offset;
            var distance = page.Cuts.Count == 0 ? int.MaxValue : page.Cuts.Min(c => Math.Abs(c - offset));
            if (distance == 0) table.Add(rows[p], true, group);
            else if (distance > Near && random.NextDouble() < KeptNegatives) table.Add(rows[p], false, group, (float)(1 / KeptNegatives));
            else if (distance <= Near) table.Add(rows[p], false, group, 0.3f);
        }
    }
}
