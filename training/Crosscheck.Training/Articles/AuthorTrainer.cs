using System.Globalization;
using System.Text.Json;
using Crosscheck.Articles;
using Crosscheck.Articles.Html;
using Crosscheck.Articles.Metadata;
using Crosscheck.Learning;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Articles;

/// <summary>
/// Trains the model that picks a page's authors among the sets of names that it gives. An example is a set of a page; yes: the names that a person wrote
/// down. Pages of one host are never divided between training and judging.
/// </summary>
public static class AuthorTrainer
{
    private const int Folds = 10;

    private static readonly BoostingOptions Boosting = new() { Trees = 150, LearningRate = 0.06, Leaves = 6, Depth = 4, LeafWeight = 3, FeatureShare = 0.5 };

    private sealed record LabelledPage(string Id, string Gold, string Split, List<AuthorClaim> Claims, List<AuthorClaim> Sets, int FirstExample);

    /// <summary>From MODELS (for the body), PAGES and GOLD to the model's file; writes cross-validated scores to the console.</summary>
    public static int Run(string[] args)
    {
        if (args.Length != 4)
        {
            Console.Error.WriteLine("usage: train authors MODELS OUTPUT PAGES GOLD");
            return 2;
        }

        var table = new ExampleTable(AuthorFeatures.Count);
        var pages = ReadPages(args[2], args[3], new BodyFinder(BoostedTrees.Load(Path.Combine(args[0], "articles"), BodyFinder.ModelName)), table);
        Console.WriteLine($"{pages.Count} pages, {table.Count} sets");
        var unseen = BoostedTreesTrainer.CrossValidate(table, Boosting, Folds);
        var (slope, offset) = PlattCalibration.Fit(unseen, table);
        var likely = Array.ConvertAll(unseen, s => BoostedTrees.Logistic((slope * s) + offset));
        foreach (var least in (double[])[0, 0.1, 0.2, 0.3, 0.4, 0.5]) Console.WriteLine($"least {least}: {Score(pages, likely, least)}");
        Misses(pages, likely);
        using var file = File.Create(args[1]);
        BoostedTreesTrainer.Fit(table, [.. Enumerable.Range(0, table.Count)], Boosting).Calibrated(slope, offset).Write(file);
        return 0;
    }

    private static int Best(LabelledPage page, double[] likely)
    {
        var best = -1;
        for (var s = 0; s < page.Sets.Count; s++)
        {
            if (best < 0 || likely[page.FirstExample + s] > likely[page.FirstExample + best]) best = s;
        }

        return best;
    }

    private static string Score(List<LabelledPage> pages, double[] likely, double least)
    {
        int answered = 0, right = 0, apart = 0, named = 0;
        foreach (var page in pages)
        {
            if (page.Sets.Exists(s => s.Key == page.Gold)) named++;
            var best = Best(page, likely);
            if (best < 0 || likely[page.FirstExample + best] < least) continue;
            answered++;
            if (page.Sets[best].Key == page.Gold) right++;
            if (page.Sets[best].Key == page.Gold || page.Sets[best].Key == page.Split) apart++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{named} give the names, P {(double)right / answered:F4} R {(double)right / pages.Count:F4} F1 {2.0 * right / (answered + pages.Count):F4}; joined names taken apart F1 {2.0 * apart / (answered + pages.Count):F4}");
    }

    /// <summary>What unseen pages get wrong, for reading.</summary>
    private static void Misses(List<LabelledPage> pages, double[] likely)
    {
        var path = Path.Combine(Path.GetTempPath(), "authors-misses.tsv");
        Console.WriteLine($"What is wrong on unseen pages: {path}");
        using var file = new StreamWriter(path);
        foreach (var page in pages)
        {
            var best = Best(page, likely);
            if (best >= 0 && page.Sets[best].Key == page.Gold) continue;
            file.WriteLine($"{page.Id}\tgold {page.Gold}");
            foreach (var set in page.Sets)
            {
                var p = likely[page.FirstExample + page.Sets.IndexOf(set)];
                if (p >= 0.05 || set.Key == page.Gold) file.WriteLine($"\t{set.Key} {p:F2}\t{string.Join(" | ", page.Claims.Where(c => c.Key == set.Key).Select(c => $"{c.Place} {c.Distance}"))}");
            }
        }
    }

    private static string KeyOf(List<string> names) => new AuthorClaim([.. names], false, AuthorPlace.Head, string.Empty).Key;

    private static List<LabelledPage> ReadPages(string folder, string gold, BodyFinder bodies, ExampleTable table)
    {
        var pages = new List<LabelledPage>();
        var values = new float[AuthorFeatures.Count];
        using var labels = JsonDocument.Parse(File.ReadAllText(gold));
        foreach (var entry in labels.RootElement.EnumerateObject().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (!entry.Value.TryGetProperty("authors", out var names)) continue;
            var written = names.EnumerateArray().Select(n => n.GetString()!).ToList();
            var key = KeyOf(written);
            // Some labels write two people as one name: for learning they are two.
            var split = new List<string>();
            foreach (var name in written) AuthorNames.Read(name, strict: false, split, []);
            var apart = split.Count > 0 ? KeyOf(split) : key;
            var page = PageFiles.Read(folder, entry.Name);
            var body = bodies.Find(page);
            var linked = JsonLd.Read(page);
            var head = PageMetadata.ReadHead(page, linked, body, GivenMetadata.None);
            var (claims, _) = AuthorClaims.Collect(page, head.Meta, linked, body, head.Block);
            var sets = claims.DistinctBy(c => c.Key).ToList();
            pages.Add(new LabelledPage(entry.Name, key, apart, claims, sets, table.Count));
            foreach (var set in sets)
            {
                AuthorFeatures.Write(claims, set.Key, page, head.Outlet?.Value, values);
                table.Add(values, set.Key == key || set.Key == apart, PageFiles.HostOf(entry.Name));
            }
        }

        return pages;
    }
}
