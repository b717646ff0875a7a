using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Training.Quantities;

/// <summary>
/// Fits the weights that tell whether two figures speak of the same thing: FIGURES.jsonl (labelled pairs) MODELS OUT.tsv [FOLDS.tsv].
/// Logistic regression with L2 by full gradient; prints conflict F1 of ten folds over stories with a bootstrap interval over stories, for all
/// and for each set of pairs; FOLDS.tsv gets each pair with what the fold that did not see it said.
/// </summary>
internal static class LikenessTrainer
{
    private const int Folds = 10;
    private const int Steps = 3000;
    private const double Rate = 0.3;
    private const double Shrink = 0.003;
    private const int Samples = 1000;

    public static int Run(string[] arguments)
    {
        var language = LanguageEngine.Load(arguments[1]);
        var tagger = TimeTagger.Load();
        var finder = QuantityFinder.Load();
        var pairs = new List<Pair>();
        foreach (var line in File.ReadLines(arguments[0]))
        {
            using var item = JsonDocument.Parse(line);
            var root = item.RootElement;
            var a = Figure(root, "a", language, tagger, finder);
            var b = Figure(root, "b", language, tagger, finder);
            pairs.Add(new Pair(root.GetProperty("id").GetString()!, root.GetProperty("story").GetString()!, root.GetProperty("label").GetString()!, a, b));
        }

        var stories = pairs.Select(p => p.Story).Distinct().Order(StringComparer.Ordinal).ToArray();
        var shuffled = stories.ToArray();
        new Random(7).Shuffle(shuffled);
        var fold = shuffled.Select((s, i) => (s, i % Folds)).ToDictionary(p => p.s, p => p.Item2);
        var predicted = new string[pairs.Count];
        for (var f = 0; f < Folds; f++)
        {
            var weights = Fit(pairs.Where(p => fold[p.Story] != f));
            var cut = BestCut(pairs.Where(p => fold[p.Story] != f), weights);
            for (var i = 0; i < pairs.Count; i++)
            {
                if (fold[pairs[i].Story] == f) predicted[i] = Label(pairs[i], weights, cut);
            }
        }

        Report("all", pairs, predicted);
        foreach (var set in pairs.Select(p => p.Set).Distinct())
        {
            var of = Enumerable.Range(0, pairs.Count).Where(i => pairs[i].Set == set).ToArray();
            Report(set, [.. of.Select(i => pairs[i])], [.. of.Select(i => predicted[i])]);
        }

        if (arguments.Length > 3) File.WriteAllLines(arguments[3], pairs.Select((p, i) => $"{p.Id}\t{p.Label}\t{predicted[i]}"));
        var all = Fit(pairs);
        // The bias moves so that one half is the best cut.
        var best = BestCut(pairs, all);
        all[0] -= Math.Log(best / (1 - best));
        using var writer = new StreamWriter(arguments[2]) { NewLine = "\n" };
        writer.WriteLine("# Weights of the model that tells whether two figures speak of the same thing, from the trainer 'figures' on the labelled pairs. sign	weight");
        for (var i = 0; i < all.Length; i++) writer.WriteLine($"{FigureScope.Signs[i]}\t{all[i].ToString("0.####", CultureInfo.InvariantCulture)}");
        return 0;
    }

    private static double[] Fit(IEnumerable<Pair> pairs)
    {
        var examples = pairs.Where(p => p.Features is not null).ToArray();
        var weights = new double[FigureScope.Signs.Count];
        var gradient = new double[weights.Length];
        for (var step = 0; step < Steps; step++)
        {
            Array.Clear(gradient);
            foreach (var pair in examples)
            {
                var error = Probability(pair.Features!, weights) - (pair.Same ? 1 : 0);
                for (var i = 0; i < weights.Length; i++) gradient[i] += error * pair.Features![i] / examples.Length;
            }

            for (var i = 0; i < weights.Length; i++) weights[i] -= Rate * (gradient[i] + (i == 0 ? 0 : Shrink * weights[i]));
        }

        return weights;
    }

    private static double BestCut(IEnumerable<Pair> pairs, double[] weights)
    {
        var list = pairs.ToArray();
        var (best, cut) = (-1.0, 0.5);
        for (var c = 0.1; c < 0.9; c += 0.05)
        {
            var f = ConflictF1(list.Select(p => (p.Label, Label(p, weights, c))));
            if (f > best) (best, cut) = (f, c);
        }

        return cut;
    }

    private static string Label(Pair pair, double[] weights, double cut) =>
        pair.Features is null || Probability(pair.Features, weights) < cut ? "other"
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

    private static void Report(string set, List<Pair> pairs, string[] predicted)
    {
        var stories = pairs.Select(p => p.Story).Distinct().Order(StringComparer.Ordinal).ToArray();
        var byStory = pairs.Select((p, i) => (p.Story, p.Label, Said: predicted[i])).ToLookup(p => p.Story, p => (p.Label, p.Said));
        var random = new Random(11);
        var sampled = new double[Samples];
        for (var s = 0; s < Samples; s++) sampled[s] = ConflictF1(stories.SelectMany(_ => byStory[stories[random.Next(stories.Length)]]));
        Array.Sort(sampled);
        var f1 = ConflictF1(pairs.Select((p, i) => (p.Label, predicted[i])));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{set}: {pairs.Count} pairs, {pairs.Count(p => p.Label == "conflict")} conflicts, {pairs.Count(p => p.Features is null)} without both figures or of different units; conflict F1 {f1:F3}, {Folds} folds over {stories.Length} stories, 95 % {sampled[25]:F3} to {sampled[^26]:F3}"));
    }

    private static FigureInText? Figure(JsonElement item, string side, LanguageEngine language, TimeTagger tagger, QuantityFinder finder)
    {
        var text = new SourceText(item.GetProperty("sentence_" + side).GetString()!);
        var value = item.GetProperty("value_" + side).GetDecimal();
        var syntax = language.Read(text, "en", ImmutableArray.Create(text.Whole));
        foreach (var quantity in finder.Find(syntax, tagger.Find(syntax, TimeReference.Unknown), []))
        {
            if (quantity.DerivedFrom is null && (quantity.Value == value || quantity.High == value || quantity.Low == value)) return new FigureInText(syntax, quantity);
        }

        return null;
    }

    private sealed record Pair(string Id, string Story, string Label, FigureInText? A, FigureInText? B)
    {
        /// <summary>The set that the pair is from: its identifier up to the number.</summary>
        public string Set { get; } = Id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '_');

        public bool Same => Label != "other";

        public double[]? Features { get; } = A is { } a && B is { } b && FigureScope.SameUnit(a.Quantity, b.Quantity) ? Read(a, b) : null;

        private static double[] Read(FigureInText a, FigureInText b)
        {
            var features = new double[FigureScope.Signs.Count];
            FigureScope.Features(a, b, features);
            return features;
        }
    }
}
