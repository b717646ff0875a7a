using Crosscheck.Language;
using Crosscheck.Language.Identification;

namespace Crosscheck.Training.Language.Identification;

/// <summary>The command <c>languages MODEL_FOLDER STATISTICS_FOLDER TEXT_FOLDER...</c>: weights of letter sequences for each script that languages share.</summary>
internal static class LanguageTrainer
{
    private const int Seed = 20250324;
    private const float Rate = 0.1f;

    /// <summary>The languages of a script by the names of their files, and how many sequences tell them apart.</summary>
    private static readonly (Script Script, int Sequences, string Languages)[] Shared =
    [
        (Script.Latin, 16_000,
            "af az br bs ca ceb cs cy da de en eo es et eu fi fo fr fy ga gd gl ha hr ht hu id ig is it jv ku la lb lt lv mg ms mt nb nl nn oc om pl pt ro rw sk sl sn so sq sr st su sv sw tk tl tn tr ts uz vi xh yo zu"),
        (Script.Cyrillic, 6_000, "be bg kk ky mk mn ru sr tg tt uk uz"),
        (Script.Arabic, 4_000, "ar ckb fa ps sd ug ur"),
        (Script.Devanagari, 3_000, "hi mr ne"),
        (Script.Hebrew, 1_000, "he yi"),
        (Script.Bengali, 1_000, "as bn"),
        (Script.Ethiopic, 2_000, "am ti"),
        (Script.Tibetan, 1_000, "bo dz"),
    ];

    /// <summary>Languages that are told apart in a second look, in which rarer words count too.</summary>
    private static readonly (Script Script, int Sequences, string Languages)[] Close =
    [
        (Script.Latin, 20_000, "bs hr sr"),
        (Script.Latin, 20_000, "id ms"),
        (Script.Latin, 10_000, "da nb nn"),
        (Script.Latin, 10_000, "xh zu"),
        (Script.Latin, 10_000, "gl pt"),
        (Script.Latin, 10_000, "cs sk"),
        (Script.Latin, 10_000, "ceb tl"),
    ];

    private static readonly Plan Wide = new(Texts: 10_000, Counted: 2500, Fewest: 6, News: 1, Hidden: 0.2f);
    private static readonly Plan Narrow = new(Texts: 60_000, Counted: 60_000, Fewest: 30, News: 6, Hidden: 0.4f);

    public static int Run(string[] args)
    {
        if (args.Length < 3)
        {
            Console.Error.WriteLine("usage: train languages MODEL_FOLDER STATISTICS_FOLDER TEXT_FOLDER...");
            return 2;
        }

        var all = new List<(Script, SequenceWeights)>();
        foreach (var (script, sequences, names) in Shared) all.Add((script, Learn(script, sequences, names, Wide, args)));
        foreach (var (script, sequences, names) in Close) all.Add((script, Learn(script, sequences, names, Narrow, args)));
        new LanguageWeights(all).Write(args[0]);
        return 0;
    }

    private static SequenceWeights Learn(Script script, int sequences, string names, Plan plan, string[] args)
    {
        var languages = names.Split(' ').Select(n => Read(n, script, plan.News, args[1], args[2..])).Where(l => !l.IsEmpty).ToArray();
        var learner = new SequenceLearner(languages, Seed, plan.Hidden);
        learner.Choose(sequences * 4, plan.Counted, plan.Fewest);
        Console.WriteLine($"{script}, {names}: {learner.Learn(languages.Length * plan.Texts / 4, Rate):F4} right on the way");
        learner.Prune(sequences, plan.Texts / 20);
        Console.WriteLine($"  {learner.Learn(languages.Length * plan.Texts, Rate):F4} right on the way");
        return learner.Finish(DrawnSentences.LabelOf);
    }

    private static LanguageTexts Read(string name, Script script, double weight, string statistics, string[] folders)
    {
        var texts = new LanguageTexts(name, script);
        var rewrite = Transliteration.Into(name, script);
        texts.Add(Path.Combine(statistics, name + ".txt"), false, weight, rewrite);
        foreach (var folder in folders) texts.Add(Path.Combine(folder, name + ".txt"), true, 1, rewrite);
        return texts;
    }

    /// <param name="Texts">Texts of each language that are learned from.</param>
    /// <param name="Counted">Texts of each language that sequences are chosen from.</param>
    /// <param name="Fewest">How often one language at least must show a sequence.</param>
    /// <param name="News">How much statistics of news count against one other source.</param>
    /// <param name="Hidden">Share of words that a text loses while it is learned from.</param>
    private sealed record Plan(int Texts, int Counted, int Fewest, double News, float Hidden);
}
