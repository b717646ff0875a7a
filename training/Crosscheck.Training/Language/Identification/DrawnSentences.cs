using System.Text;

namespace Crosscheck.Training.Language.Identification;

/// <summary>Sentences of 60 to 120 characters drawn from a folder of texts, one file a language (<c>LANGUAGE.txt</c>, one text a line): the same on every run.</summary>
internal static class DrawnSentences
{
    private const int Shortest = 60;
    private const int Longest = 120;

    /// <param name="count">Sentences a language; a file with fewer is left out.</param>
    public static IEnumerable<(string Language, List<string> Sentences)> Of(string folder, int count, int seed)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var sentences = File.ReadLines(file).SelectMany(Sentences).Distinct(StringComparer.Ordinal).ToArray();
            if (sentences.Length < count) continue;
            new Random(seed).Shuffle(sentences);
            yield return (LabelOf(Path.GetFileNameWithoutExtension(file)), sentences[..count].ToList());
        }
    }

    /// <summary>What the program calls the language of a file: both norms of Norwegian are one, and a second script is no other language.</summary>
    public static string LabelOf(string name) => name switch
    {
        "nb" or "nn" => "no",
        _ => name.Split('-')[0],
    };

    /// <summary>Whole sentences of the right length, and the beginnings, up to a space, of longer ones.</summary>
    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var ends = i == text.Length || (".!?:;।။።۔。！？".Contains(text[i]) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i] > '\u3000'));
            if (!ends) continue;
            var sentence = text[start..Math.Min(text.Length, i + 1)].Trim();
            start = Math.Min(text.Length, i + 1);
            if (sentence.Length > Longest)
            {
                var space = sentence.LastIndexOf(' ', Longest);
                sentence = sentence[..(space < Shortest ? Longest : space)];
            }

            if (sentence.Length >= Shortest && sentence.Count(char.IsLetter) * 2 > sentence.Length) yield return sentence.Normalize(NormalizationForm.FormC);
        }
    }
}
