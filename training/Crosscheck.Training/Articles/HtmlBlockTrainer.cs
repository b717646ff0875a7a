using System.Globalization;
using System.Text;
using System.Text.Json;
using Crosscheck.Articles.Html;
using Crosscheck.Learning;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Articles;

/// <summary>
/// Trains the block model of HTML reading from weak labels: a block that holds a phrase which the body must contain is text, one that holds a phrase
/// which it must not contain is furniture, and blocks between two neighbouring blocks of text in one element are text with less weight. Pages of one
/// host are never divided between training and judging.
/// </summary>
public static class HtmlBlockTrainer
{
    private const int Folds = 5;
    private const int ShortestPhrase = 8;

    private static readonly BoostingOptions Boosting = new() { Trees = 220, LearningRate = 0.07, Leaves = 16, Depth = 7, LeafWeight = 3 };

    private sealed record LabelledPage(string Id, int Group, Page Page, string[] With, string[] Without, List<(int Block, bool Text, float Weight)> Labels, string[] Folded);

    /// <summary>From PAGES (a folder), GOLD (gold.json) to the model's file; writes cross-validated phrase scores to the console.</summary>
    public static int Run(string[] args)
    {
        if (args.Length is not (2 or 3))
        {
            Console.Error.WriteLine("usage: train html-blocks PAGES GOLD [MODEL]");
            return 2;
        }

        var pages = ReadPages(args[0], args[1]);
        var table = new ExampleTable(BlockFeatures.Count);
        var values = new float[BlockFeatures.Count];
        foreach (var page in pages)
        {
            var features = new BlockFeatures(page.Page);
            foreach (var (block, text, weight) in page.Labels)
            {
                features.Write(block, values);
                table.Add(values, text, page.Group, weight);
            }
        }

        Console.WriteLine($"{pages.Count} pages, {table.Count} labelled blocks");
        var all = Enumerable.Range(0, table.Count).ToArray();
        var gains = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var unseen = BoostedTreesTrainer.CrossValidate(table, Boosting, Folds);
        var right = all.Count(e => (unseen[e] > 0) == table.Answer(e));
        Console.WriteLine($"labelled blocks right, unseen hosts: {(double)right / table.Count:F4}");
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = BoostedTreesTrainer.Fit(table, [.. all.Where(e => BoostedTreesTrainer.FoldOf(table.Group(e), Folds) != fold)], Boosting);
            foreach (var page in pages.Where(p => BoostedTreesTrainer.FoldOf(p.Group, Folds) == fold))
            {
                var features = new BlockFeatures(page.Page);
                var scores = new double[page.Page.Blocks.Length];
                for (var b = 0; b < scores.Length; b++)
                {
                    features.Write(b, values);
                    scores[b] = BodyFinder.LogOdds(BoostedTrees.Logistic(model.Score(values)));
                }

                gains[page.Id] = scores;
            }
        }

        foreach (var options in Variants()) Console.WriteLine($"{options}: {Score(pages, gains, options)}");
        Misses(pages, gains);
        if (args.Length == 3)
        {
            using var file = File.Create(args[2]);
            BoostedTreesTrainer.Train(table, Boosting, Folds).Write(file);
        }

        return 0;
    }

    private static IEnumerable<DecodingOptions> Variants() =>
        from whole in (bool[])[false, true]
        from power in whole ? (double[])[0.5] : [0.25, 0.5, 0.75, 1]
        from cost in (double[])[0, 0.5, 1, 1.5]
        from threshold in (double[])[-0.5, 0, 0.5]
        select new DecodingOptions(power, cost, threshold, whole);

    private static string Score(List<LabelledPage> pages, Dictionary<string, double[]> gains, DecodingOptions options)
    {
        int tp = 0, fp = 0, fn = 0;
        foreach (var page in pages)
        {
            var body = Body(page, gains[page.Id], options);
            foreach (var phrase in page.With)
            {
                if (body.Contains(phrase, StringComparison.Ordinal)) tp++;
                else fn++;
            }

            fp += page.Without.Count(phrase => body.Contains(phrase, StringComparison.Ordinal));
        }

        return string.Create(CultureInfo.InvariantCulture, $"P {(double)tp / (tp + fp):F4} R {(double)tp / (tp + fn):F4} F1 {2.0 * tp / ((2.0 * tp) + fp + fn):F4}");
    }

    private static string Body(LabelledPage page, double[] gains, DecodingOptions options)
    {
        var body = new StringBuilder();
        foreach (var b in BodyFinder.Decode(page.Page, gains, gains, options).Blocks) body.Append(page.Folded[b]).Append(' ');
        return body.ToString();
    }

    /// <summary>The phrases that unseen pages lose or keep, for reading.</summary>
    private static void Misses(List<LabelledPage> pages, Dictionary<string, double[]> gains)
    {
        using var file = new StreamWriter(Path.Combine(Path.GetTempPath(), "html-blocks-misses.tsv"), false, new UTF8Encoding(false));
        foreach (var page in pages)
        {
            var scores = gains[page.Id];
            var found = BodyFinder.Decode(page.Page, scores, scores, DecodingOptions.Default);
            var body = Body(page, scores, DecodingOptions.Default);
            foreach (var (phrase, wanted) in page.With.Select(p => (p, true)).Concat(page.Without.Select(p => (p, false))))
            {
                if (body.Contains(phrase, StringComparison.Ordinal) == wanted) continue;
                var block = Array.FindIndex(page.Folded, f => f.Contains(phrase, StringComparison.Ordinal));
                var node = block < 0 ? -1 : page.Page.Blocks[block].Node;
                var inside = node >= 0 && found.Container >= 0 && page.Page.IsInside(node, found.Container);
                file.WriteLine(string.Join('\t', wanted ? "lost" : "kept", page.Id, phrase, block < 0 ? "no block" : $"{scores[block]:F2}", inside ? "inside" : "outside",
                    block < 0 ? string.Empty : Path_(page.Page, node) + " " + page.Page.MarkOf(page.Page.Blocks[block]), block < 0 ? string.Empty : page.Folded[block][..Math.Min(80, page.Folded[block].Length)]));
            }
        }
    }

    private static string Path_(Page page, int node)
    {
        var path = new List<string>();
        for (var n = node; n >= 0 && path.Count < 5; n = page.Nodes[n].Parent) path.Add($"{page.Nodes[n].Tag}.{page.Nodes[n].Words}");
        path.Reverse();
        return string.Join(" > ", path);
    }

    private static List<LabelledPage> ReadPages(string folder, string gold)
    {
        var pages = new List<LabelledPage>();
        using var labels = JsonDocument.Parse(File.ReadAllText(gold));
        foreach (var entry in labels.RootElement.EnumerateObject().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var page = PageFiles.Read(folder, entry.Name);
            var folded = Array.ConvertAll(page.Blocks, b => b.Text.Replace('\n', ' '));
            var with = Phrases(entry.Value, "with");
            var without = Phrases(entry.Value, "without");
            pages.Add(new LabelledPage(entry.Name, PageFiles.HostOf(entry.Name), page, with, without, Label(page, folded, with, [.. without, .. Phrases(entry.Value, "comments")]), folded));
        }

        return pages;
    }

    private static List<(int Block, bool Text, float Weight)> Label(Page page, string[] folded, string[] with, string[] without)
    {
        var answers = new bool?[folded.Length];
        foreach (var phrase in without.Where(p => p.Length >= ShortestPhrase))
        {
            for (var b = 0; b < folded.Length; b++)
            {
                if (folded[b].Contains(phrase, StringComparison.Ordinal)) answers[b] = false;
            }
        }

        foreach (var phrase in with.Where(p => p.Length >= ShortestPhrase))
        {
            var holders = Enumerable.Range(0, folded.Length).Where(b => folded[b].Contains(phrase, StringComparison.Ordinal)).ToList();
            if (holders.Count == 1) answers[holders[0]] = answers[holders[0]] == false ? null : true;
        }

        var labels = new List<(int, bool, float)>();
        var last = -1;
        for (var b = 0; b < folded.Length; b++)
        {
            if (answers[b] is not { } answer) continue;
            labels.Add((b, answer, 1));
            if (answer && last >= 0)
            {
                for (var between = last + 1; between < b; between++)
                {
                    if (answers[between] is null && page.Nodes[page.Blocks[between].Node].Parent == page.Nodes[page.Blocks[b].Node].Parent && page.Nodes[page.Blocks[last].Node].Parent == page.Nodes[page.Blocks[b].Node].Parent)
                        labels.Add((between, true, 0.15f));
                }
            }

            last = answer ? b : -1;
        }

        return labels;
    }

    private static string[] Phrases(JsonElement page, string name) =>
        page.TryGetProperty(name, out var list)
            ? [.. list.EnumerateArray().Select(p => string.Join(' ', p.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))]
            : [];
}
