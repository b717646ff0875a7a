using Crosscheck.Learning;
using Crosscheck.Stories;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Stories;

/// <summary>
/// <c>stories OUT BACKGROUND... -- SET...</c>: counts the background, then learns from streams of articles with known stories
/// when an article joins a story. Prints B-cubed figures of streams whose every decision was made by trees that saw nothing of the article's topic.
/// </summary>
internal static class StoryTrainer
{
    private const int Folds = 5;

    private static readonly BoostingOptions Options = new() { Trees = 120, Leaves = 8, Depth = 4, LearningRate = 0.06, LeafWeight = 3 };

    public static int Run(string[] args)
    {
        var divider = Array.IndexOf(args, "--");
        if (args.Length < 4 || divider < 2 || divider == args.Length - 1)
        {
            Console.Error.WriteLine("usage: stories OUT BACKGROUND... -- SET...");
            return 2;
        }

        var background = Background(args[1..divider]);
        Directory.CreateDirectory(args[0]);
        using (var stream = File.Create(Path.Combine(args[0], "background.bin"))) background.Write(stream);

        var sets = args[(divider + 1)..].Select(path => (Name: Path.GetFileName(path), Articles: StoryArticles.Read(path))).ToList();
        var groups = sets.SelectMany(s => s.Articles).Select(a => a.Group).Distinct(StringComparer.Ordinal).Select((g, i) => (g, i)).ToDictionary(x => x.g, x => x.i);
        var table = new ExampleTable(StoryFeatures.Count);
        foreach (var (_, articles) in sets) Observe(articles, background, groups, table);
        Console.WriteLine($"{table.Count} examples, {Enumerable.Range(0, table.Count).Count(table.Answer)} yes, {groups.Count} groups, background {background.Articles} articles");

        var (folds, slope, offset) = Learn(table);
        int FoldOf(StoryArticle article) => BoostedTreesTrainer.FoldOf(groups[article.Group], Folds);
        foreach (var (name, articles) in sets)
        {
            foreach (var threshold in (ReadOnlySpan<double>)[0.2, 0.3, 0.35, 0.4, 0.5, 0.6])
            {
                var found = Stream(articles, background, threshold, a => folds[FoldOf(a)].Calibrated(slope, offset));
                var (p, r, f) = BCubed(articles, found);
                Console.WriteLine($"{name} cross-validated, threshold {threshold:F2}: B3 P {p:F4} R {r:F4} F1 {f:F4}, {found.Distinct().Count()} stories");
            }
        }

        var final = BoostedTreesTrainer.Fit(table, [.. Enumerable.Range(0, table.Count)], Options).Calibrated(slope, offset);
        using var file = File.Create(Path.Combine(args[0], "stories.trees"));
        final.Write(file);
        return 0;
    }

    /// <summary>Trees for each fold, and the calibration of their scores on what they did not see.</summary>
    private static (BoostedTrees[] Folds, double Slope, double Offset) Learn(ExampleTable table)
    {
        var folds = Enumerable.Range(0, Folds).Select(fold => BoostedTreesTrainer.Fit(
            table, [.. Enumerable.Range(0, table.Count).Where(e => BoostedTreesTrainer.FoldOf(table.Group(e), Folds) != fold)], Options)).ToArray();
        var unseen = Enumerable.Range(0, table.Count).Select(e => folds[BoostedTreesTrainer.FoldOf(table.Group(e), Folds)].Score(table.Values(e))).ToArray();
        var (slope, offset) = PlattCalibration.Fit(unseen, table);
        return (folds, slope, offset);
    }

    private static TermRarity Background(string[] paths)
    {
        var counts = new Dictionary<ulong, int>();
        var articles = 0;
        foreach (var row in paths.SelectMany(StoryArticles.Rows))
        {
            articles++;
            foreach (var term in ArticleSketch.Of(null, StoryArticles.TextOf(row), "en", null).Terms) counts[term.Hash] = counts.GetValueOrDefault(term.Hash) + 1;
        }

        return new TermRarity(articles, counts.Where(c => c.Value >= 3).ToDictionary());
    }

    /// <summary>Lets the articles arrive, each then put where it belongs, and notes every candidate story with the right answer.</summary>
    private static void Observe(List<StoryArticle> articles, TermRarity background, Dictionary<string, int> groups, ExampleTable table)
    {
        var clusterer = new StoryClusterer(new BoostedTrees(StoryFeatures.Count, 0, [], [], [], []), background, 1);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        Span<float> features = stackalloc float[StoryFeatures.Count];
        foreach (var article in articles)
        {
            var vector = clusterer.Weigh(article.Sketch);
            foreach (var story in clusterer.Candidates(vector))
            {
                StoryFeatures.Fill(article.Sketch, vector, clusterer[story], features);
                table.Add(features, known.TryGetValue(article.Story, out var right) && right == story, groups[article.Group]);
            }

            if (!known.TryGetValue(article.Story, out var home)) known[article.Story] = home = known.Count;
            clusterer.Join(home, article.Sketch, vector);
        }
    }

    /// <summary>Clusters a stream with the trees given for each article.</summary>
    private static int[] Stream(List<StoryArticle> articles, TermRarity background, double threshold, Func<StoryArticle, BoostedTrees> judge)
    {
        var clusterer = new StoryClusterer(new BoostedTrees(StoryFeatures.Count, 0, [], [], [], []), background, 1);
        var features = new float[StoryFeatures.Count];
        var found = new int[articles.Count];
        for (var i = 0; i < articles.Count; i++)
        {
            var vector = clusterer.Weigh(articles[i].Sketch);
            var trees = judge(articles[i]);
            int best = -1;
            double most = 0;
            foreach (var story in clusterer.Candidates(vector))
            {
                StoryFeatures.Fill(articles[i].Sketch, vector, clusterer[story], features);
                var p = trees.Probability(features);
                if (p > most) (best, most) = (story, p);
            }

            found[i] = best >= 0 && most >= threshold ? best : clusterer.Stories;
            clusterer.Join(found[i], articles[i].Sketch, vector);
        }

        return found;
    }

    private static (double P, double R, double F) BCubed(List<StoryArticle> articles, int[] found)
    {
        var both = articles.Select((a, i) => (a.Story, found[i])).GroupBy(x => x).ToDictionary(g => g.Key, g => g.Count());
        var gold = articles.GroupBy(a => a.Story, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var said = found.GroupBy(x => x).ToDictionary(g => g.Key, g => g.Count());
        double p = 0, r = 0;
        foreach (var ((story, cluster), n) in both)
        {
            p += (double)n * n / said[cluster];
            r += (double)n * n / gold[story];
        }

        p /= articles.Count;
        r /= articles.Count;
        return (p, r, 2 * p * r / (p + r));
    }
}
