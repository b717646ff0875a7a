using System.Text.Json;
using Crosscheck.Attributions;
using Crosscheck.Events;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;
using Crosscheck.Training.Attributions;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Events;

/// <summary>Trains the factuality of events on labelled articles, after judging the recipe in ten folds over the articles (there is one labelled set).</summary>
internal static class FactualityTrainer
{
    private const int Folds = 10;

    /// <summary>Arguments: labelled articles, the folder of all models, where to write the folds' predictions.</summary>
    public static int Run(string[] args)
    {
        if (args.Length < 3)
        {
            Console.Error.WriteLine("usage: factuality LABELLED.jsonl MODELS FOLD-PREDICTIONS.jsonl");
            return 2;
        }

        var engine = LanguageEngine.Load(args[1]);
        var finder = AttributionFinder.Load(args[1]);
        var labels = Enum.GetNames<Factuality>();
        var names = labels.Select(l => l == nameof(Factuality.NotHappened) ? "not-happened" : l.ToLowerInvariant()).ToArray();
        var examples = new List<(int Article, string Id, int Start, int End, Example Example)>();
        var bag = new FeatureBag();
        var article = 0;
        foreach (var line in MarkedArticle.Lines(args[0]).Where(l => l.Length > 0))
        {
            var item = JsonElement.Parse(line);
            var syntax = new MarkedArticle(item.GetProperty("id").GetString()!, item.GetProperty("text").GetString()!, []).Analyse(engine);
            var attributions = finder.Find(syntax, [], []);
            var context = new AttributionContext(syntax);
            var holders = new Holders(context, attributions);
            foreach (var e in item.GetProperty("events").EnumerateArray())
            {
                var span = new TextSpan(e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32());
                var token = Math.Max(0, PairFeatures.HeadOf(context, span));
                bag.Clear();
                FactualitySigns.Extract(context, token, FactualitySigns.Read(context, token), holders.Of(token) is { } h ? holders[h] : null, bag);
                var label = Array.IndexOf(names, e.GetProperty("factuality").GetString());
                examples.Add((article, item.GetProperty("id").GetString()!, span.Start, span.End, new Example(bag.Items.ToArray(), label)));
            }

            article++;
        }

        // Rare kinds count more, by less than their rarity.
        var counts = new int[labels.Length];
        foreach (var e in examples) counts[e.Example.Label]++;
        var most = counts.Max();
        examples = examples.ConvertAll(e => e with { Example = e.Example with { Weight = MathF.Pow((float)most / Math.Max(1, counts[e.Example.Label]), 0.2f) } });
        using (var output = new StreamWriter(args[2]))
        {
            foreach (var group in examples.GroupBy(e => e.Article))
            {
                var learner = Teach(examples.Where(e => e.Article % Folds != group.Key % Folds).Select(e => e.Example).ToList(), labels.Length);
                var scores = new float[labels.Length];
                var judged = group.Select(e =>
                {
                    learner.Score(e.Example.Features, scores);
                    return new { start = e.Start, end = e.End, factuality = names[LinearModel.IndexOfHighest(scores)] };
                });
                output.WriteLine(JsonSerializer.Serialize(new { id = group.First().Id, events = judged }));
            }
        }

        Teach(examples.ConvertAll(e => e.Example), labels.Length).Write(Path.Combine(args[1], EventTyper.Folder, "factuality.bin"), labels, 0.01f);
        return 0;
    }

    private static LogisticRegression Teach(List<Example> examples, int classes)
    {
        var learner = new LogisticRegression(classes) { Epochs = 20, Rate = 0.05f, L2 = 1e-2f };
        learner.Train(examples);
        return learner;
    }
}
