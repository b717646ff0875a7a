using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Attributions;

/// <summary>
/// Trains the attribution finder: folds over the articles give each found attribution a verdict from weights that never saw it, the
/// confidence learns from those, and the shipped weights learn from all.
/// </summary>
internal static class AttributionTrainer
{
    private const int Folds = 2;
    private const int Epochs = 4;
    private const int Seed = 11;

    /// <summary>Arguments: marked articles, the folder of all models (the parser's weights are read there, the new ones written), and for a trial the CoNLL-U parses to use instead of the program's own.</summary>
    public static int Run(string[] args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("usage: attributions MARKED.jsonl[.gz] MODELS [PARSES.conllu.gz]");
            return 2;
        }

        var lessons = Lessons(args[0], args[1], args.Length > 2 ? args[2] : null);
        var folder = Path.Combine(args[1], AttributionModel.Folder);
        Directory.CreateDirectory(folder);
        var confidence = new SparseLearner { Rate = 0.05f, L2 = 1e-4f };
        var judged = new List<(uint[] Features, bool Right)>();
        var scratch = Directory.CreateTempSubdirectory("attributions").FullName;
        for (var fold = 0; fold < Folds; fold++)
        {
            var taught = lessons.Where((_, i) => i % Folds != fold).ToList();
            var model = Teach(taught, scratch, null);
            foreach (var lesson in lessons.Where((_, i) => i % Folds == fold)) Judge(lesson, model, judged);
            Console.Error.WriteLine($"fold {fold + 1}: {judged.Count} found so far, {judged.Count(j => j.Right)} right");
        }

        var order = Enumerable.Range(0, judged.Count).ToArray();
        var random = new Random(Seed);
        for (var epoch = 0; epoch < 8; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order) confidence.Learn(judged[i].Features, judged[i].Right);
        }

        Teach(lessons, folder, confidence);
        Directory.Delete(scratch, true);
        return 0;
    }

    public static List<Lesson> Lessons(string marked, string models, string? parses)
    {
        var articles = MarkedArticle.Read(marked).ToList();
        Func<MarkedArticle, SyntaxLayer?> analyse;
        if (parses is null)
        {
            var engine = LanguageEngine.Load(models);
            analyse = a => a.Analyse(engine);
        }
        else
        {
            var layers = SilverSyntax.Read(parses, articles.ToDictionary(a => a.Id, a => a.Text, StringComparer.Ordinal));
            analyse = a => layers.GetValueOrDefault(a.Id);
        }

        var lessons = new List<Lesson>();
        foreach (var article in articles)
        {
            if (analyse(article) is not { } syntax) continue;
            var context = new AttributionContext(syntax);
            lessons.Add(new Lesson(article, context, GoldTokens.Of(context, article)));
        }

        return lessons;
    }

    private static AttributionModel Teach(List<Lesson> lessons, string folder, SparseLearner? confidence)
    {
        var learner = new AttributionLearner();
        learner.Train(lessons, Epochs, Seed);
        learner.Cue.Write(AttributionModel.PathOf(folder, "cue"));
        learner.CueSpan.Write(AttributionModel.PathOf(folder, "cue-span"));
        learner.Content.Write(AttributionModel.PathOf(folder, "content"));
        learner.Source.Write(AttributionModel.PathOf(folder, "source"));
        learner.Spread.Write(AttributionModel.PathOf(folder, "spread"));
        (confidence ?? new SparseLearner()).Write(AttributionModel.PathOf(folder, "confidence"));
        return AttributionModel.Load(Path.GetDirectoryName(folder)!, Path.GetFileName(folder));
    }

    /// <summary>Right as the scorer means it: content and source agree with one marked attribution by half or more, each used once.</summary>
    private static void Judge(Lesson lesson, AttributionModel model, List<(uint[] Features, bool Right)> judged)
    {
        var context = lesson.Context;
        var found = new AttributionSearch(context, model).Run();
        var used = new HashSet<GoldTokens>(ReferenceEqualityComparer.Instance);
        var bag = new FeatureBag();
        foreach (var attribution in found.OrderByDescending(f => f.CueScore))
        {
            var content = GoldTokens.Words(context, attribution.Content);
            var source = GoldTokens.Words(context, [attribution.Source.Range]);
            var match = lesson.Gold.Find(g => !used.Contains(g) && GoldTokens.F1(g.Content, content) >= 0.5 && GoldTokens.F1(g.Source, source) >= 0.5);
            if (match is not null) used.Add(match);
            bag.Clear();
            ConfidenceFeatures.Extract(context, attribution, bag);
            judged.Add((bag.Items.ToArray(), match is not null));
        }
    }
}
