using Crosscheck.Articles.Seams;
using Crosscheck.Eval.Pages;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Training.Seams;

/// <summary>
/// Shares of right and of false cuts over thresholds, on pages made of articles that the trees never saw; errors at one threshold for reading.
/// <c>train seams-judge MODELS THRESHOLD FILE.jsonl[.gz]...</c>
/// </summary>
internal static class SeamJudge
{
    private const int Tolerance = 120;
    private const int PagesPerFile = 400;
    private const int Seed = 20250324;

    private static readonly double[] Thresholds = [0.4, 0.5, 0.55, 0.6];

    public static int Run(string[] args)
    {
        var folder = Path.Combine(args[0], SeamFinder.Folder);
        var trees = BoostedTrees.Load(folder, SeamFinder.TreesFile);
        var judgement = File.Exists(Path.Combine(folder, SeamJudgement.TreesFile)) ? SeamJudgement.Load(args[0], new Lazy<LanguageEngine>(() => LanguageEngine.Load(args[0]))) : null;
        var shown = double.Parse(args[1]);
        foreach (var file in args.Skip(2))
        {
            var pages = GluedPages.Make(PageArticle.Read(file), PagesPerFile, Seed, Path.GetFileName(file)).ToList();
            foreach (var threshold in Thresholds)
            {
                int singles = 0, cut = 0, doubles = 0, right = 0, triples = 0, triplesRight = 0;
                var finder = new SeamFinder(trees, judgement, threshold);
                foreach (var page in pages)
                {
                    var text = new SourceText(page.Text);
                    var found = finder.Find(text, text.Whole);
                    var good = found.Count == page.Cuts.Count && !found.Where((f, i) => Math.Abs(f - page.Cuts[i]) > Tolerance).Any();
                    switch (page.Cuts.Count)
                    {
                        case 0:
                            singles++;
                            if (!good) cut++;
                            break;
                        case 1:
                            doubles++;
                            if (good) right++;
                            break;
                        default:
                            triples++;
                            if (good) triplesRight++;
                            break;
                    }

                    if (!good && threshold == shown) Show(page, found, finder.Best(text, text.Whole));
                }

                Console.WriteLine($"{Path.GetFileName(file),-28} at {threshold:F2}: two {Share(right, doubles)} of {doubles}, three {Share(triplesRight, triples)} of {triples}, singles cut {Share(cut, singles)} of {singles}");
            }
        }

        return 0;
    }

    private static void Show(GluedPage page, List<int> found, (int Offset, double Probability)? best)
    {
        Console.WriteLine($"--- {page.Id} length {page.Text.Length} truth [{string.Join(", ", page.Cuts)}] found [{string.Join(", ", found)}] best {best?.Offset} {best?.Probability:F3}");
        foreach (var cut in page.Cuts) Console.WriteLine($"   true  …{Around(page.Text, cut)}");
        foreach (var cut in found) Console.WriteLine($"   found …{Around(page.Text, cut)}");
    }

    private static string Around(string text, int at) =>
        (text[Math.Max(0, at - 70)..at] + "\u2503" + text[at..Math.Min(text.Length, at + 110)]).Replace("\n", "\u23CE");

    private static string Share(int part, int all) => all == 0 ? "-" : ((double)part / all).ToString("F3");
}
