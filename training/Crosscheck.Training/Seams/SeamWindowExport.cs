using System.Text.Json;
using Crosscheck.Articles.Seams;
using Crosscheck.Eval.Pages;
using Crosscheck.Language.Pieces;
using Crosscheck.Text;

namespace Crosscheck.Training.Seams;

/// <summary>
/// Writes what the seam head learns from: windows around true seams and around the places of training pages that look most like one.
/// <c>train seam-windows MODELS OUTPUT.jsonl PART FILE...</c>; PART is <c>head</c> or <c>rest</c>: three quarters and one quarter of the articles.
/// </summary>
internal static class SeamWindowExport
{
    private const int PagesPerFile = 1500;
    private const int Seed = 5813;
    private const int Likely = 3;

    /// <summary>A place this near to a true seam is neither right nor wrong.</summary>
    private const int Near = 130;

    public static int Run(string[] args)
    {
        if (args.Length < 4)
        {
            Console.Error.WriteLine("usage: train seam-windows MODELS OUTPUT.jsonl head|rest FILE...");
            return 2;
        }

        var finder = SeamFinder.Load(args[0], null);
        var window = new SeamWindow(Vocabulary.Load(Path.Combine(args[0], "encoder", "vocab.txt")));
        using var writer = new StreamWriter(args[1]);
        var random = new Random(Seed);
        foreach (var file in args.Skip(3))
        {
            var articles = SeamParts.Of(PageArticle.Read(file), args[2]);
            var written = 0;
            foreach (var page in GluedPages.Make(articles, PagesPerFile, Seed, Path.GetFileName(file)))
            {
                var text = new SourceText(page.Text);
                if (text.Length > 60_000) continue;
                foreach (var (offset, seam) in Places(text, page, finder, random))
                {
                    window.Fill(text.Value, text.Whole, offset);
                    writer.WriteLine(JsonSerializer.Serialize(new
                    {
                        page = page.Id,
                        p = window.Pieces.Pieces.ToArray(),
                        c = window.Pieces.Cases.ToArray().Select(c => (int)c),
                        w = window.Pieces.Starts[..^1].ToArray(),
                        at = window.Place,
                        seam,
                    }));
                    written++;
                }
            }

            Console.WriteLine($"{file}: {articles.Count} articles, {written} windows");
        }

        return 0;
    }

    private static IEnumerable<(int Offset, bool Seam)> Places(SourceText text, GluedPage page, SeamFinder finder, Random random)
    {
        var features = new SeamFeatures(text, text.Whole);
        var probabilities = finder.FirstLook(features);
        var usable = Enumerable.Range(0, probabilities.Length).Where(p => probabilities[p] >= 0).OrderByDescending(p => probabilities[p]).ToList();
        var offsets = usable.ConvertAll(p => features.Places[p].Offset);
        foreach (var cut in page.Cuts)
        {
            if (offsets.Contains(cut)) yield return (cut, true);
        }

        var others = offsets.FindAll(o => page.Cuts.All(c => Math.Abs(c - o) > Near));
        foreach (var offset in others.Take(Likely)) yield return (offset, false);
        if (others.Count > Likely) yield return (others[random.Next(Likely, others.Count)], false);
    }
}
