using System.Globalization;
using Crosscheck.Quantities;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Quantities;

/// <summary>
/// Fits the weights that tell whether two figures speak of the same thing: FIGURES.jsonl (labelled pairs, and drawn ones of <see cref="WeakPairs"/>)
/// MODELS OUT.tsv [FOLDS.tsv [HELD.jsonl]]. Logistic regression with L2; prints conflict F1 of ten folds over stories, the mean of several deals of the
/// stories into folds, with a bootstrap interval over stories, for all labelled pairs and for each set of them; FOLDS.tsv gets each pair with what the folds
/// that did not see its story said. Pairs of HELD.jsonl are judged by those folds too, and nothing is fitted to them.
/// </summary>
internal static class LikenessTrainer
{
    private const int Folds = 10;
    private const int Deals = 10;
    private const int Rounds = 12;
    private const double Shrink = 6;

    /// <summary>What all drawn pairs together count, in labelled ones.</summary>
    private const double WeakShare = 100;

    private const int Samples = 1000;

    /// <summary>Labels made from the values say nothing of the signs that are made of the values, nor does the number of figures beside go with them.</summary>
    private static readonly bool[] IsOfValues = [.. FigureScope.Signs.Select(s => FigureScope.ValueSigns.Contains(s) || s == "beside-state")];

    public static int Run(string[] arguments)
    {
        var reader = new FigurePairReader(arguments[1]);
        var pairs = reader.Read(arguments[0]);
        var labelled = pairs.Where(p => !p.IsWeak).ToArray();
        var held = arguments.Length > 4 ? reader.Read(arguments[4]).ToArray() : [];
        for (var deal = 0; deal < Deals; deal++) Judge(pairs, labelled, held, deal);
        Report("all", labelled);
        foreach (var set in labelled.GroupBy(p => p.Set)) Report(set.Key, [.. set]);
        if (held.Length > 0) Report("held out", held);
        if (arguments.Length > 3) File.WriteAllLines(arguments[3], labelled.Concat(held).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Id}\t{p.Label}\t{p.Said[0]}\t{p.Likeness.Average():F3}")));

        var all = Fit(pairs);
        // The bias moves so that one half is the best cut.
        var best = BestCut(labelled, Deals - 1);
        all[0] -= Math.Log(best / (1 - best));
        using var writer = new StreamWriter(arguments[2]) { NewLine = "\n" };
        writer.WriteLine("# Weights of the model that tells whether two figures speak of the same thing, from the trainer 'figures' on the labelled pairs. sign	weight");
        for (var i = 0; i < all.Length; i++) writer.WriteLine($"{FigureScope.Signs[i]}\t{all[i].ToString("0.####", CultureInfo.InvariantCulture)}");
        return 0;
    }

    /// <summary>Deals the stories into folds and judges each pair by the weights, and the cut, of the folds that did not see its story.</summary>
    private static void Judge(List<FigurePair> pairs, FigurePair[] labelled, FigurePair[] held, int deal)
    {
        var shuffled = pairs.Concat(held).Select(p => p.Story).Distinct().Order(StringComparer.Ordinal).ToArray();
        new Random(7 + deal).Shuffle(shuffled);
        var fold = shuffled.Select((s, i) => (s, i % Folds)).ToDictionary(p => p.s, p => p.Item2);
        for (var f = 0; f < Folds; f++)
        {
            var weights = Fit(pairs.Where(p => fold[p.Story] != f));
            foreach (var pair in labelled.Concat(held).Where(p => fold[p.Story] == f)) pair.Likeness.Add(pair.Features is { } features ? Probability(features, weights) : 0);
        }

        for (var f = 0; f < Folds; f++)
        {
            var cut = BestCut(labelled.Where(p => fold[p.Story] != f), deal);
            foreach (var pair in labelled.Concat(held).Where(p => fold[p.Story] == f)) pair.Said.Add(Label(pair, deal, cut));
        }
    }

    private static double[] Fit(IEnumerable<FigurePair> pairs)
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

    /// <summary>
    /// The cut at which the conflict F1 that the probabilities promise is best. Counting the labels instead picks a cut by the few pairs that lie near it,
    /// which is worth less on pairs unseen.
    /// </summary>
    private static double BestCut(IEnumerable<FigurePair> pairs, int deal)
    {
        var differing = pairs.Where(p => p.Features is not null && !p.MayAgree).Select(p => p.Likeness[deal]).ToArray();
        var promised = differing.Sum();
        var (best, cut) = (-1.0, 0.5);
        for (var c = 0.1; c < 0.9; c += 0.02)
        {
            var (said, right) = (0, 0.0);
            foreach (var likeness in differing)
            {
                if (likeness < c) continue;
                said++;
                right += likeness;
            }

            if (2 * right / (said + promised) is var f && f > best) (best, cut) = (f, c);
        }

        return cut;
    }

    private static string Label(FigurePair pair, int deal, double cut) =>
        pair.Features is null || pair.Likeness[deal] < cut ? "other" : pair.MayAgree ? "compatible" : "conflict";

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

    private static void Report(string set, FigurePair[] pairs)
    {
        var stories = pairs.Select(p => p.Story).Distinct().Order(StringComparer.Ordinal).ToArray();
        var byStory = pairs.ToLookup(p => p.Story);
        var random = new Random(11);
        var sampled = new double[Samples];
        for (var s = 0; s < Samples; s++) sampled[s] = MeanF1([.. stories.SelectMany(_ => byStory[stories[random.Next(stories.Length)]])]);
        Array.Sort(sampled);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{set}: {pairs.Length} pairs, {pairs.Count(p => p.Label == "conflict")} conflicts, {pairs.Count(p => p.Features is null)} without both figures or of different units; conflict F1 {MeanF1(pairs):F3}, {Folds} folds over {stories.Length} stories, mean of {Deals} deals, 95 % {sampled[25]:F3} to {sampled[^26]:F3}"));
    }

    private static double MeanF1(FigurePair[] pairs) => Enumerable.Range(0, Deals).Average(d => ConflictF1(pairs.Select(p => (p.Label, p.Said[d]))));
}
