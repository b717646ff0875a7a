using System.Text.Json;
using Crosscheck.Attributions;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Attributions;

/// <summary>Trains the act classifier on all labelled acts, after judging the recipe in ten folds over the articles (there is one labelled set).</summary>
internal static class ActTrainer
{
    private const int Folds = 10;

    /// <summary>Arguments: marked articles, acts, the folder of all models, where to write the folds' predictions, and for a trial the parses to use.</summary>
    public static int Run(string[] args)
    {
        if (args.Length < 4)
        {
            Console.Error.WriteLine("usage: acts MARKED.jsonl[.gz] ACTS.jsonl MODELS FOLD-PREDICTIONS.jsonl [PARSES.conllu.gz]");
            return 2;
        }

        var acts = MarkedArticle.Lines(args[1]).Where(l => l.Length > 0).Select(l => JsonElement.Parse(l)).ToDictionary(
            a => (a.GetProperty("article").GetString()!, a.GetProperty("attribution").GetString()!),
            a => Enum.Parse<SpeechAct>(a.GetProperty("act").GetString()!, ignoreCase: true));
        var lessons = AttributionTrainer.Lessons(args[0], args[2], args.Length > 4 ? args[4] : null);
        var examples = new List<(string Article, string Id, Example Example)>();
        var bag = new FeatureBag();
        var labels = Enum.GetNames<SpeechAct>();
        foreach (var lesson in lessons)
        {
            foreach (var marked in lesson.Article.Attributions)
            {
                if (!acts.TryGetValue((lesson.Article.Id, marked.Id), out var act)) continue;
                bag.Clear();
                ActFeatures.Extract(
                    lesson.Context, ActFeatures.Tokens(lesson.Context, marked.Cue).AsSpan(), ActFeatures.Tokens(lesson.Context, marked.Source).AsSpan(),
                    ActFeatures.Tokens(lesson.Context, marked.Content).AsSpan(), bag);
                examples.Add((lesson.Article.Id, marked.Id, new Example(bag.Items.ToArray(), (int)act)));
            }
        }

        examples = Weighted(examples, labels.Length);
        var articles = examples.Select(e => e.Article).Distinct().Order(StringComparer.Ordinal).ToList();
        using (var output = new StreamWriter(args[3]))
        {
            for (var fold = 0; fold < Folds; fold++)
            {
                var held = articles.Where((_, i) => i % Folds == fold).ToHashSet(StringComparer.Ordinal);
                var learner = Teach(examples.Where(e => !held.Contains(e.Article)).Select(e => e.Example).ToList(), labels.Length);
                var scores = new float[labels.Length];
                foreach (var (article, id, example) in examples.Where(e => held.Contains(e.Article)))
                {
                    learner.Score(example.Features, scores);
                    var act = labels[Crosscheck.Learning.LinearModel.IndexOfHighest(scores)].ToLowerInvariant();
                    output.WriteLine(JsonSerializer.Serialize(new { article, attribution = id, act }));
                }
            }
        }

        Teach(examples.ConvertAll(e => e.Example), labels.Length).Write(AttributionModel.PathOf(Path.Combine(args[2], AttributionModel.Folder), "acts"), labels);
        return 0;
    }

    private static LogisticRegression Teach(List<Example> examples, int classes)
    {
        var learner = new LogisticRegression(classes) { Epochs = 15, Rate = 0.1f, L2 = 1e-2f };
        learner.Train(examples);
        return learner;
    }

    /// <summary>Rare acts count more, by the square root of how rare they are.</summary>
    private static List<(string Article, string Id, Example Example)> Weighted(List<(string Article, string Id, Example Example)> examples, int classes)
    {
        var counts = new int[classes];
        foreach (var (_, _, example) in examples) counts[example.Label]++;
        var most = counts.Max();
        return examples.ConvertAll(e => (e.Article, e.Id, e.Example with { Weight = MathF.Sqrt((float)most / Math.Max(1, counts[e.Example.Label])) }));
    }
}
