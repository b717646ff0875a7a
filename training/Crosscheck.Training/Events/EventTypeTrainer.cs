using System.Collections.Immutable;
using System.Text.Json;
using Crosscheck.Attributions;
using Crosscheck.Events;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;
using Crosscheck.Training.Attributions;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Events;

/// <summary>Trains the PLOVER type of a pair on labelled sentences, after judging the recipe in ten folds (there is one labelled set).</summary>
internal static class EventTypeTrainer
{
    private const int Folds = 10;

    /// <summary>Arguments: labelled sentences, the folder of all models, where to write the folds' predictions.</summary>
    public static int Run(string[] args)
    {
        if (args.Length < 3)
        {
            Console.Error.WriteLine("usage: event-types LABELLED.jsonl MODELS FOLD-PREDICTIONS.jsonl");
            return 2;
        }

        var engine = LanguageEngine.Load(args[1]);
        var items = MarkedArticle.Lines(args[0]).Where(l => l.Length > 0).Select(l => JsonElement.Parse(l)).ToList();
        var labels = items.Select(i => i.GetProperty("root").GetString()!).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var examples = new List<(string Id, Example Example)>();
        var bag = new FeatureBag();
        foreach (var item in items)
        {
            var context = new AttributionContext(engine.Read(new SourceText(item.GetProperty("sentence").GetString()!), "en", []));
            var (source, target) = PairFeatures.Locate(
                item.GetProperty("sentence").GetString()!, item.GetProperty("source").GetString()!, item.GetProperty("target").GetString()!);
            bag.Clear();
            PairFeatures.Extract(context, Math.Max(0, PairFeatures.HeadOf(context, source)), Math.Max(0, PairFeatures.HeadOf(context, target)), bag);
            examples.Add((item.GetProperty("id").GetString()!, new Example(bag.Items.ToArray(), labels.IndexOf(item.GetProperty("root").GetString()!))));
        }

        using (var output = new StreamWriter(args[2]))
        {
            for (var fold = 0; fold < Folds; fold++)
            {
                var learner = Teach(examples.Where((_, i) => i % Folds != fold).Select(e => e.Example).ToList(), labels.Length);
                var scores = new float[labels.Length];
                foreach (var (id, example) in examples.Where((_, i) => i % Folds == fold))
                {
                    learner.Score(example.Features, scores);
                    output.WriteLine(JsonSerializer.Serialize(new { id, root = labels[LinearModel.IndexOfHighest(scores)] }));
                }
            }
        }

        Teach(examples.ConvertAll(e => e.Example), labels.Length).Write(Path.Combine(args[1], EventTyper.Folder, "types.bin"), labels, 0.01f);
        return 0;
    }

    private static LogisticRegression Teach(List<Example> examples, int classes)
    {
        var learner = new LogisticRegression(classes) { Epochs = 20, Rate = 0.05f, L2 = 1e-3f, MinimumCount = 2 };
        learner.Train(examples);
        return learner;
    }
}
