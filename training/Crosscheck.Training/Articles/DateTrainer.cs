using System.Globalization;
using System.Text.Json;
using Crosscheck.Articles;
using Crosscheck.Articles.Html;
using Crosscheck.Articles.Metadata;
using Crosscheck.Learning;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Articles;

/// <summary>
/// Trains the model that picks a page's day of publication among those it names. An example is a day of a page; yes: the day that a person wrote down.
/// Pages of one host are never divided between training and judging.
/// </summary>
public static class DateTrainer
{
    private const int Folds = 10;

    private static readonly BoostingOptions Boosting = new() { Trees = 150, LearningRate = 0.06, Leaves = 6, Depth = 4, LeafWeight = 3, FeatureShare = 0.5 };

    private sealed record LabelledPage(string Id, DateOnly Gold, List<DateClaim> Claims, List<DateOnly> Days, int FirstExample);

    /// <summary>From MODELS (for the body), then PAGES and GOLD as often as wanted, to the model's file; writes cross-validated scores to the console.</summary>
    public static int Run(string[] args)
    {
        if (args.Length < 4 || args.Length % 2 != 0)
        {
            Console.Error.WriteLine("usage: train dates MODELS OUTPUT PAGES GOLD [PAGES GOLD]...");
            return 2;
        }

        var bodies = new BodyFinder(BoostedTrees.Load(Path.Combine(args[0], "articles"), BodyFinder.ModelName));
        var table = new ExampleTable(DateFeatures.Count);
        var sets = new List<List<LabelledPage>>();
        for (var i = 2; i < args.Length; i += 2) sets.Add(ReadPages(args[i], args[i + 1], bodies, table));
        Console.WriteLine($"{sets.Sum(s => s.Count)} pages, {table.Count} days");
        var unseen = BoostedTreesTrainer.CrossValidate(table, Boosting, Folds);
        var (slope, offset) = PlattCalibration.Fit(unseen, table);
        var likely = Array.ConvertAll(unseen, s => BoostedTrees.Logistic((slope * s) + offset));
        foreach (var set in sets)
        {
            foreach (var least in (double[])[0, 0.1, 0.2, 0.3, 0.4]) Console.WriteLine($"least {least}: {Score(set, likely, least)}");
        }

        Misses(sets, likely);
        using var file = File.Create(args[1]);
        BoostedTreesTrainer.Fit(table, [.. Enumerable.Range(0, table.Count)], Boosting).Calibrated(slope, offset).Write(file);
        return 0;
    }

    private static int Best(LabelledPage page, double[] likely)
    {
        var best = -1;
        for (var d = 0; d < page.Days.Count; d++)
        {
            if (best < 0 || likely[page.FirstExample + d] > likely[page.FirstExample + best]) best = d;
        }

        return best;
    }

    private static string Score(List<LabelledPage> pages, double[] likely, double least)
    {
        int answered = 0, right = 0, named = 0;
        foreach (var page in pages)
        {
            if (page.Days.Contains(page.Gold)) named++;
            var best = Best(page, likely);
            if (best < 0 || likely[page.FirstExample + best] < least) continue;
            answered++;
            if (page.Days[best] == page.Gold) right++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages, {named} name the day, P {(double)right / answered:F4} R {(double)right / pages.Count:F4} F1 {2.0 * right / (answered + pages.Count):F4}");
    }

    /// <summary>What unseen pages get wrong, for reading.</summary>
    private static void Misses(List<List<LabelledPage>> sets, double[] likely)
    {
        var path = Path.Combine(Path.GetTempPath(), "dates-misses.tsv");
        Console.WriteLine($"What is wrong on unseen pages: {path}");
        using var file = new StreamWriter(path);
        foreach (var page in sets.SelectMany(s => s))
        {
            var best = Best(page, likely);
            if (best >= 0 && page.Days[best] == page.Gold) continue;
            file.WriteLine($"{page.Id}\tgold {page.Gold:yyyy-MM-dd}\tfound {(best < 0 ? "-" : page.Days[best].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}");
            foreach (var day in page.Days)
            {
                var p = likely[page.FirstExample + page.Days.IndexOf(day)];
                if (p < 0.1 && day != page.Gold) continue;
                file.WriteLine($"\t{day:yyyy-MM-dd} {p:F2}\t{string.Join(" | ", page.Claims.Where(c => c.Day == day).Select(c => $"{c.Place} {c.Basis} {c.Distance}"))}");
            }
        }
    }

    private static List<LabelledPage> ReadPages(string folder, string gold, BodyFinder bodies, ExampleTable table)
    {
        var pages = new List<LabelledPage>();
        var values = new float[DateFeatures.Count];
        using var labels = JsonDocument.Parse(File.ReadAllText(gold));
        foreach (var entry in labels.RootElement.EnumerateObject().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (!entry.Value.TryGetProperty("date", out var date)) continue;
            var day = DateOnly.ParseExact(date.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var page = PageFiles.Read(folder, entry.Name);
            var body = bodies.Find(page);
            var linked = JsonLd.Read(page);
            var head = PageMetadata.ReadHead(page, linked, body, GivenMetadata.None);
            var claims = DateClaims.Collect(page, head.Meta, linked, body, head.Block, head.Url);
            var days = DateFinder.Days(claims);
            pages.Add(new LabelledPage(entry.Name, day, claims, days, table.Count));
            foreach (var candidate in days)
            {
                DateFeatures.Write(claims, days, candidate, values);
                table.Add(values, candidate == day, PageFiles.HostOf(entry.Name));
            }
        }

        return pages;
    }
}
