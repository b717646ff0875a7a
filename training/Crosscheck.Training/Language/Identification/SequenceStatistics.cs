using System.IO.Compression;
using System.Text.Json;

namespace Crosscheck.Training.Language.Identification;

/// <summary>
/// Draws letter sequences from published statistics of them, as the language detector Lingua keeps them (five files a language, each with the share
/// of a sequence among those with the same beginning): bags that stand for sentences of news. <c>train language-sequences LANGUAGE_MODELS TARGET</c>.
/// </summary>
internal static class SequenceStatistics
{
    private const int Bags = 40_000;
    private const int Seed = 7;

    private static readonly string[] Files = ["unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"];

    // Sequences in a bag by length: words of three and four letters are in no sequence of five.
    private static readonly int[] Drawn = [0, 0, 4, 5, 9];

    public static int Run(string[] args)
    {
        Directory.CreateDirectory(args[1]);
        foreach (var folder in Directory.EnumerateDirectories(args[0]).Order(StringComparer.Ordinal))
        {
            var code = Path.GetFileName(folder);
            if (Files.Any(f => !File.Exists(Path.Combine(folder, f + ".json.br")))) continue;
            File.WriteAllLines(Path.Combine(args[1], code + ".txt"), BagsOf(folder));
            Console.WriteLine(code);
        }

        return 0;
    }

    private static IEnumerable<string> BagsOf(string folder)
    {
        var random = new Random(Seed);
        var shorter = new Dictionary<string, double>(StringComparer.Ordinal);
        var choices = new List<(string[] Sequences, double[] Sums)>();
        foreach (var file in Files)
        {
            var shares = Read(Path.Combine(folder, file + ".json.br"), shorter);
            var sequences = shares.Keys.Order(StringComparer.Ordinal).ToArray();
            var sums = new double[sequences.Length];
            var sum = 0.0;
            for (var i = 0; i < sums.Length; i++) sums[i] = sum += shares[sequences[i]];
            choices.Add((sequences, sums));
            shorter = shares;
        }

        for (var bag = 0; bag < Bags; bag++)
        {
            var drawn = new List<string>();
            for (var length = 0; length < Drawn.Length; length++)
            {
                var (sequences, sums) = choices[length];
                for (var i = 0; i < Drawn[length] && sums.Length > 0; i++)
                {
                    var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
                    drawn.Add(sequences[Math.Min(at < 0 ? ~at : at, sequences.Length - 1)]);
                }
            }

            yield return string.Join(' ', drawn);
        }
    }

    /// <summary>Share of each sequence among all of its length.</summary>
    private static Dictionary<string, double> Read(string path, Dictionary<string, double> shorter)
    {
        using var stream = new BrotliStream(File.OpenRead(path), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(stream);
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var entry in json.RootElement.GetProperty("ngrams").EnumerateObject())
        {
            var parts = entry.Name.Split('/');
            var share = double.Parse(parts[0]) / double.Parse(parts[1]);
            foreach (var sequence in entry.Value.GetString()!.Split(' '))
            {
                var before = sequence.Length == 1 ? 1 : shorter.GetValueOrDefault(sequence[..^1]);
                if (before > 0) shares[sequence] = share * before;
            }
        }

        return shares;
    }
}
