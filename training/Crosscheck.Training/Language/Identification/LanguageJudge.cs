using System.Globalization;
using Crosscheck.Language;

namespace Crosscheck.Training.Language.Identification;

/// <summary>How often the language of a drawn sentence is named rightly. <c>train languages-judge [--show] FOLDER...</c>, each with one text file a language.</summary>
internal static class LanguageJudge
{
    private const int PerLanguage = 20;
    private const int Seed = 20250601;

    public static int Run(string[] args)
    {
        var show = args.Contains("--show");
        foreach (var folder in args.Where(a => a != "--show")) Judge(folder, show);
        return 0;
    }

    private static void Judge(string folder, bool show)
    {
        int right = 0, unsure = 0, all = 0, good = 0, languages = 0;
        var confusions = new SortedDictionary<(string Language, string Guess), int>();
        foreach (var group in DrawnSentences.Of(folder, PerLanguage, Seed).Where(d => LanguageIdentifier.Languages.Contains(d.Language)).GroupBy(d => d.Language))
        {
            int rightHere = 0, allHere = 0;
            foreach (var sentence in group.SelectMany(d => d.Sentences))
            {
                var guess = LanguageIdentifier.Identify(sentence);
                allHere++;
                if (guess?.Code == group.Key)
                {
                    rightHere++;
                    continue;
                }

                if (guess is null) unsure++;
                var pair = (group.Key, guess?.Code ?? "-");
                confusions[pair] = confusions.GetValueOrDefault(pair) + 1;
                if (show) Console.WriteLine($"  {group.Key} as {guess?.Code ?? "-"} {guess?.Confidence:F2}: {sentence}");
            }

            right += rightHere;
            all += allHere;
            languages++;
            if (rightHere >= 0.95 * allHere) good++;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{folder}: {right} of {all} right ({(double)right / all:F4}), {unsure} without an answer; {good} of {languages} languages at .95 or more"));
        Console.WriteLine("  " + string.Join(", ", confusions.OrderByDescending(c => c.Value).Select(c => $"{c.Key.Language} as {c.Key.Guess} {c.Value}")));
    }
}
