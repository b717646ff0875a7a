using System.Text.Json;
using Crosscheck.Articles.Seams;
using Crosscheck.Eval.Pages;
using Crosscheck.Language.Pieces;
using Crosscheck.Learning;
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
        var trees = BoostedTrees.Load(Path.Combine(args[0], SeamFinder.Folder), SeamFinder.TreesFile);
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
                foreach (var (offset, seam) in Places(text, page, trees, random))
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

    private static IEnumerable<(int Offset, bool Seam)> Places(SourceText text, GluedPage page, BoostedTrees trees, Random random)
    {
        var features = new SeamFeatures(text, text.Whole);
        var usable = Enumerable.Range(0, features.Places.Count).Where(p => features.WordsAround(p) is var (before, after) && before >= SeamFinder.FewestWords && after >= SeamFinder.FewestWords).ToList();
        var rows = new float[usable.Count * SeamFeatures.Count];
        for (var i = 0; i < usable.Count; i++) features.Write(usable[i], rows.AsSpan(i * SeamFeatures.Count, SeamFeatures.Count));
        var scores = new double[usable.Count];
        trees.Score(rows, scores);
        var offsets = usable.ConvertAll(p => features.Places[p].Offset);
        foreach (var cut in page.Cuts)
        {
            if (offsets.Contains(cut)) yield return (cut, true);
        }

        var others = Enumerable.Range(0, offsets.Count).Where(i => page.Cuts.All(c => Math.Abs(c - offsets[i]) > Near)).OrderByDescending(i => scores[i]).ToList();
        foreach (var i in others.Take(Likely)) yield return (offsets[i], false);
        if (others.Count > Likely) yield return (offsets[others[random.Next(Likely, others.Count)]], false);
    }
}
