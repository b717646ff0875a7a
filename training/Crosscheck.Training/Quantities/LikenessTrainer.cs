using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Quantities;

/// <summary>
/// Fits the weights that tell whether two figures speak of the same thing: FIGURES.jsonl (labelled pairs, and drawn ones of <see cref="WeakPairs"/>)
/// MODELS OUT.tsv [FOLDS.tsv]. Logistic regression with L2; prints conflict F1 of ten folds over stories with a bootstrap interval over stories,
/// for all labelled pairs and for each set of them; FOLDS.tsv gets each pair with what the fold that did not see its story said.
/// </summary>
internal static class LikenessTrainer
{
    private const int Folds = 10;
    private const int Rounds = 12;
    private const double Shrink = 3;

    /// <summary>What all drawn pairs together count, in labelled ones.</summary>
    private const double WeakShare = 540;

    private const int Samples = 1000;

    /// <summary>Signs that labels made from the values say nothing of.</summary>
    private static readonly HashSet<string> OfValues =
        ["state-distance", "told-elsewhere", "numbers", "distance", "close", "equal", "distance-no-state", "alike-distance", "modified", "rival", "step"];

    private static readonly bool[] IsOfValues = [.. FigureScope.Signs.Select(OfValues.Contains)];

    public static int Run(string[] arguments)
    {
        var pairs = Read(arguments[0], arguments[1]);
        var shuffled = pairs.Select(p => p.Story).Distinct().Order(StringComparer.Ordinal).ToArray();
        new Random(7).Shuffle(shuffled);
        var fold = shuffled.Select((s, i) => (s, i % Folds)).ToDictionary(p => p.s, p => p.Item2);
        for (var f = 0; f < Folds; f++)
        {
            var weights = Fit(pairs.Where(p => fold[p.Story] != f));
            foreach (var pair in pairs.Where(p => fold[p.Story] == f)) pair.Likeness = pair.Features is { } features ? Probability(features, weights) : 0;
        }

        // Each fold is cut where the other folds' pairs, all judged unseen, are told best.
        var labelled = pairs.Where(p => !p.IsWeak).ToArray();
        for (var f = 0; f < Folds; f++)
        {
            var cut = BestCut(labelled.Where(p => fold[p.Story] != f));
            foreach (var pair in labelled.Where(p => fold[p.Story] == f)) pair.Said = Label(pair, cut);
        }

        Report("all", labelled);
        foreach (var set in labelled.GroupBy(p => p.Set)) Report(set.Key, [.. set]);
        if (arguments.Length > 3) File.WriteAllLines(arguments[3], labelled.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Id}\t{p.Label}\t{p.Said}\t{p.Likeness:F3}")));

        var all = Fit(pairs);
        // The bias moves so that one half is the best cut.
        var best = BestCut(labelled);
        all[0] -= Math.Log(best / (1 - best));
        using var writer = new StreamWriter(arguments[2]) { NewLine = "\n" };
        writer.WriteLine("# Weights of the model that tells whether two figures speak of the same thing, from the trainer 'figures' on the labelled pairs. sign	weight");
        for (var i = 0; i < all.Length; i++) writer.WriteLine($"{FigureScope.Signs[i]}\t{all[i].ToString("0.####", CultureInfo.InvariantCulture)}");
        return 0;
    }

    private static double[] Fit(IEnumerable<Pair> pairs)
    {
        var examples = pairs.Where(p => p.Features is not null).ToArray();
        var weak = WeakShare / Math.Max(1, examples.Count(p => p.IsWeak));
        var model = new NewtonLogistic(FigureScope.Signs.Count + 1, Shrink);
        foreach (var pair in examples)
        {
            // The last sign is a bias of the drawn pairs, of which more are one thing than of others.
            double[] example = [.. pair.Features!, pair.IsWeak ? 1 : 0];
            for (var i = 0; i < IsOfValues.Length && pair.IsWeak; i++)
            {
                if (IsOfValues[i]) example[i] = 0;
            }

            model.Add(example, pair.Same, pair.IsWeak ? weak : 1);
        }

        return model.Solve(Rounds)[..FigureScope.Signs.Count];
    }

    private static double BestCut(IEnumerable<Pair> pairs)
    {
        var list = pairs.ToArray();
        var (best, cut) = (-1.0, 0.5);
        for (var c = 0.1; c < 0.9; c += 0.02)
        {
            var f = ConflictF1(list.Select(p => (p.Label, Label(p, c))));
            if (f > best) (best, cut) = (f, c);
        }

        return cut;
    }

    private static string Label(Pair pair, double cut) =>
        pair.Features is null || pair.Likeness < cut ? "other"
        : QuantityComparison.Relation(pair.A!.Value, pair.B!.Value) is FigureRelation.Agree or FigureRelation.Compatible ? "compatible" : "conflict";

    private static double Probability(double[] features, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += features[i] * weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static double ConflictF1(IEnumerable<(string Gold, string Said)> labels)
    {
        int right = 0, gold = 0, said = 0;
        foreach (var (g, s) in labels)
        {
            if (g == "conflict") gold++;
            if (s == "conflict") said++;
            if (g == "conflict" && s == "conflict") right++;
        }

        return gold + said == 0 ? 0 : 2.0 * right / (gold + said);
    }

    private static void Report(string set, Pair[] pairs)
    {
        var stories = pairs.Select(p => p.Story).Distinct().Order(StringComparer.Ordinal).ToArray();
        var byStory = pairs.ToLookup(p => p.Story, p => (p.Label, p.Said));
        var random = new Random(11);
        var sampled = new double[Samples];
        for (var s = 0; s < Samples; s++) sampled[s] = ConflictF1(stories.SelectMany(_ => byStory[stories[random.Next(stories.Length)]]));
        Array.Sort(sampled);
        var f1 = ConflictF1(pairs.Select(p => (p.Label, p.Said)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{set}: {pairs.Length} pairs, {pairs.Count(p => p.Label == "conflict")} conflicts, {pairs.Count(p => p.Features is null)} without both figures or of different units; conflict F1 {f1:F3}, {Folds} folds over {stories.Length} stories, 95 % {sampled[25]:F3} to {sampled[^26]:F3}"));
    }

    private static List<Pair> Read(string path, string models)
    {
        var language = LanguageEngine.Load(models);
        var tagger = TimeTagger.Load();
        var finder = QuantityFinder.Load();
        var read = new Dictionary<string, (SyntaxLayer Syntax, ImmutableArray<Quantity> All)>(StringComparer.Ordinal);
        var pairs = new List<Pair>();
        foreach (var line in File.ReadLines(path))
        {
            using var item = JsonDocument.Parse(line);
            var root = item.RootElement;
            pairs.Add(new Pair(root.GetProperty("id").GetString()!, root.GetProperty("story").GetString()!, root.GetProperty("label").GetString()!, Figure(root, "a"), Figure(root, "b")));
        }

        return pairs;

        FigureInText? Figure(JsonElement item, string side)
        {
            var sentence = item.GetProperty("sentence_" + side).GetString()!;
            if (!read.TryGetValue(sentence, out var known))
            {
                var text = new SourceText(sentence);
                var syntax = language.Read(text, "en", ImmutableArray.Create(text.Whole));
                read[sentence] = known = (syntax, finder.Find(syntax, tagger.Find(syntax, TimeReference.Unknown), []));
            }

            return QuantityComparison.WithValue(known.All, item.GetProperty("value_" + side).GetDecimal()) is { } found ? new FigureInText(known.Syntax, found, All: known.All) : null;
        }
    }

    private sealed record Pair(string Id, string Story, string Label, FigureInText? A, FigureInText? B)
    {
        /// <summary>The set that the pair is from: its identifier up to the number.</summary>
        public string Set { get; } = Id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '_');

        public bool IsWeak { get; } = Id.StartsWith("weak-", StringComparison.Ordinal);

        public bool Same => Label != "other";

        public double[]? Features { get; } = A is { } a && B is { } b && FigureScope.SameUnit(a.Quantity, b.Quantity) ? Read(a, b) : null;

        /// <summary>Probability of one thing, by the fold that did not see the story.</summary>
        public double Likeness { get; set; }

        public string Said { get; set; } = "other";

        private static double[] Read(FigureInText a, FigureInText b)
        {
            var features = new double[FigureScope.Signs.Count];
            FigureScope.Features(a, b, features);
            return features;
        }
    }
}
