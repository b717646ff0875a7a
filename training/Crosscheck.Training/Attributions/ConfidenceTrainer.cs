using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Attributions;

/// <summary>
/// The command <c>attribution-confidence MARKED.jsonl MODELS</c>: learns how likely an attribution is right from articles that the encoder did not train
/// on, and prints how well that holds for articles which the trees did not see either.
/// </summary>
internal static class ConfidenceTrainer
{
    private const int Folds = 8;

    public static int Run(string[] args)
    {
        if (args.Length != 2)
        {
            Console.Error.WriteLine("usage: train attribution-confidence MARKED.jsonl[.gz] MODELS_FOLDER");
            return 2;
        }

        var engine = LanguageEngine.Load(args[1]);
        var table = new ExampleTable(AttributionConfidence.Features);
        var (group, marked) = (0, 0);
        foreach (var article in MarkedArticle.Read(args[0]))
        {
            marked += article.Attributions.Count(a => !a.Content.IsEmpty || !a.Cue.IsEmpty);
            Judge(article, new AttributionContext(article.Analyse(engine)), table, group++);
        }

        var options = new BoostingOptions { Trees = 60, LearningRate = 0.08, Leaves = 6, Depth = 3, LeafWeight = 8 };
        var trees = BoostedTreesTrainer.Train(table, options, Folds);
        Report(table, BoostedTreesTrainer.CrossValidate(table, options, Folds).Select(s => BoostedTrees.Logistic((trees.Slope * s) + trees.Offset)).ToArray(), marked);
        var folder = Path.Combine(args[1], AttributionConfidence.Folder);
        Directory.CreateDirectory(folder);
        using var output = File.Create(Path.Combine(folder, AttributionConfidence.TreesFile));
        trees.Write(output);
        return 0;
    }

    /// <summary>Right as the scorer means it: content and source agree with one marked attribution by half or more, each used once, the likeliest readings first.</summary>
    private static void Judge(MarkedArticle article, AttributionContext context, ExampleTable table, int group)
    {
        var gold = article.Attributions.Select(a => (Source: Words(context, Ranges(context, a.Source)), Content: Words(context, Ranges(context, a.Content)))).ToList();
        Span<float> values = stackalloc float[AttributionConfidence.Features];
        foreach (var (reading, found) in new CueReader(context).Read().OrderByDescending(r => r.Reading.LogOdds + (0.1f * r.Reading.Margin)))
        {
            var (source, content) = (Words(context, found.Source), Words(context, found.Content));
            var match = gold.FindIndex(g => F1(g.Content, content) >= 0.5 && F1(g.Source, source) >= 0.5);
            if (match >= 0) gold.RemoveAt(match);
            AttributionConfidence.Describe(context, reading, found, values);
            table.Add(values, match >= 0, group);
        }
    }

    private static IEnumerable<TokenRange> Ranges(AttributionContext context, ImmutableArray<TextSpan> spans) =>
        spans.Select(s => context.Syntax.TokensIn(s)).Select(r => new TokenRange(r.First, r.End));

    private static HashSet<int> Words(AttributionContext context, IEnumerable<TokenRange> ranges) =>
        [.. ranges.SelectMany(r => Enumerable.Range(r.First, r.Count)).Where(i => !context.IsPunctuation(i))];

    private static double F1(HashSet<int> gold, HashSet<int> found) =>
        gold.Count + found.Count == 0 ? 1 : 2.0 * found.Count(gold.Contains) / (gold.Count + found.Count);

    /// <summary>For the floors that come into question: F1, calibration error over ten bins of equal count, and area under the curve of right against wrong.</summary>
    private static void Report(ExampleTable table, double[] confidences, int marked)
    {
        Console.WriteLine($"{table.Count} readings, {marked} marked; each judged by trees that did not see its article:");
        foreach (var floor in (double[])[0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5])
        {
            var shown = Enumerable.Range(0, table.Count).Where(i => confidences[i] >= floor).Select(i => (Confidence: confidences[i], Right: table.Answer(i))).OrderBy(e => e.Confidence).ToArray();
            var right = shown.Count(e => e.Right);
            var error = shown.Chunk((shown.Length + 9) / 10).Sum(bin => Math.Abs(bin.Average(e => e.Confidence) - bin.Average(e => e.Right ? 1.0 : 0.0)) * bin.Length / shown.Length);
            Console.WriteLine($"from {floor:F2}: {shown.Length} shown, precision {(double)right / shown.Length:F3}, recall {(double)right / marked:F3}, F1 {2.0 * right / (shown.Length + marked):F4}; calibration error {error:F3}, area {Area(shown):F3}");
        }
    }

    /// <param name="shown">In order of their confidence.</param>
    private static double Area((double Confidence, bool Right)[] shown)
    {
        long wrong = 0, ordered = 0, right = 0;
        foreach (var e in shown)
        {
            if (e.Right) (right, ordered) = (right + 1, ordered + wrong);
            else wrong++;
        }

        return right * wrong == 0 ? 0.5 : (double)ordered / (right * wrong);
    }
}
