using System.Globalization;
using Crosscheck.Language;
using Crosscheck.Language.Identification;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Language.Identification;

/// <summary>
/// The curve from evidence to the probability that a language is right, for <see cref="LanguageEvidence"/>, from texts that the weights never saw. Languages
/// that cannot be named, and noise, make up a part. <c>train languages-confidence MODEL_FOLDER STRANGE_FOLDER FOLDER...</c>; of the second only languages without a name are read.
/// </summary>
internal static class ConfidenceFit
{
    private const int TextsPerLanguage = 300;
    private const int Seed = 11;
    private const double StrangeShare = 0.04;
    private const double NoiseShare = 0.03;
    private const int MostLetters = 2500;
    private const int FewestRight = 500;
    private const int FewestWrong = 50;

    public static int Run(string[] args)
    {
        var random = new Random(Seed);
        var learned = LanguageWeights.Load(args[0]);
        var known = args.Skip(2).SelectMany(Directory.EnumerateFiles).Order(StringComparer.Ordinal)
            .Where(f => learned.Codes.Contains(LabelOf(f))).SelectMany(f => Pieces(f, random).Select(p => (Text: p, Label: LabelOf(f)))).ToList();
        var strange = Directory.EnumerateFiles(args[1]).Order(StringComparer.Ordinal)
            .Where(f => !learned.Codes.Contains(LabelOf(f))).SelectMany(f => Pieces(f, random).Select(p => (Text: p, Label: "?"))).ToList();
        var noise = Enumerable.Range(0, 2000).Select(_ => (Text: Noise(random), Label: "?")).ToList();
        var fitted = new LanguageWeights([.. learned.All.Select(w => (w.Script, w.Weights.With(Fit(w.Script, w.Weights, learned.Of(w.Script) == w.Weights, known, strange, noise))))]);
        fitted.Write(args[0]);
        Show("known", fitted, known);
        Show("other languages", fitted, strange);
        Show("noise", fitted, noise);
        return 0;
    }

    /// <summary>Weights that share a script with others are fitted on texts of their own languages alone; too few texts leave them as they are.</summary>
    private static Certainty Fit(Script script, SequenceWeights weights, bool isWide, params List<(string Text, string Label)>[] texts)
    {
        double[] shares = isWide ? [1, StrangeShare * texts[0].Count / texts[1].Count, NoiseShare * texts[0].Count / texts[2].Count] : [1, 0, 0];
        var fit = new NewtonLogistic(3, 1e-6);
        int right = 0, wrong = 0;
        for (var kind = 0; kind < texts.Length; kind++)
        {
            foreach (var (text, label) in texts[kind])
            {
                if (shares[kind] == 0 || (!isWide && !weights.Codes.Contains(label)) || ScriptOf(text) != script) continue;
                var evidence = LanguageEvidence.Read(text, script, weights, MostLetters);
                var code = weights.Codes[evidence.Best];
                var isRight = code == label || (isWide && weights.Close(evidence.Best)?.Codes.Contains(label) == true);
                if (isRight) right++;
                else wrong++;
                fit.Add([1, evidence.Strength, isWide ? evidence.Height : 0], isRight, shares[kind]);
            }
        }

        if (right < FewestRight || wrong < FewestWrong) return weights.Certainty;
        var solved = fit.Solve(30);
        var certainty = new Certainty((float)solved[0], (float)Math.Max(0, solved[1]), (float)Math.Max(0, solved[2]));
        Console.WriteLine($"{script} {string.Join(' ', weights.Codes)}: {right} right, {wrong} wrong, {certainty}");
        return certainty;
    }

    private static Script ScriptOf(string text) => Scripts.Of(text.FirstOrDefault(c => Scripts.Of(c) != Script.None));

    private static void Show(string name, LanguageWeights weights, List<(string Text, string Label)> texts)
    {
        Console.WriteLine(name);
        foreach (var group in texts.Where(t => weights.Of(ScriptOf(t.Text)) is not null).Select(t => (Guess: Guess(weights, t.Text), t.Label))
            .GroupBy(t => Math.Floor(t.Guess.Confidence * 10)).OrderBy(g => g.Key))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  confidence from {group.Key / 10:F1}: {group.Count()} texts, {group.Average(g => g.Guess.Code == g.Label ? 1.0 : 0):F3} right"));
        }
    }

    private static (string Code, double Confidence) Guess(LanguageWeights weights, string text)
    {
        var (code, confidence, amongClose) = LanguageEvidence.Identify(text, ScriptOf(text), weights.Of(ScriptOf(text))!, MostLetters);
        return (code, confidence * amongClose);
    }

    private static string LabelOf(string file) => DrawnSentences.LabelOf(Path.GetFileNameWithoutExtension(file));

    private static IEnumerable<string> Pieces(string file, Random random)
    {
        var lines = File.ReadAllLines(file);
        if (lines.Length < 20) yield break;
        for (var i = 0; i < TextsPerLanguage; i++)
        {
            var length = (int)(20 * Math.Pow(30, random.NextDouble()));
            var text = lines[random.Next(lines.Length)];
            while (text.Length < length) text += " " + lines[random.Next(lines.Length)];
            yield return text[..(text.IndexOf(' ', length - 1) is var space && space > 0 ? space : text.Length)];
        }
    }

    private static string Noise(Random random)
    {
        var words = Enumerable.Range(0, random.Next(3, 20)).Select(_ => new string([.. Enumerable.Range(0, random.Next(2, 9)).Select(_ => (char)random.Next('a', 'z' + 1))]));
        return string.Join(' ', words);
    }
}
