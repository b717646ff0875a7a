using Crosscheck.Language.Tagging;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Language;

/// <summary>Trains the tagger: ambiguity classes first, then the averaged perceptron over the program's own features.</summary>
internal static class TaggerTraining
{
    private const int Seed = 7;

    /// <summary>Of twenty sentences, as many are seen again in each other way of writing capitals.</summary>
    private const int RecasedOf = 20;

    /// <summary>A class holds the tags that a word has in at least this share of its places.</summary>
    private const double ShareInClass = 0.05;

    public static string[] TagsOf(IEnumerable<TreebankSentence> sentences) =>
        [.. sentences.SelectMany(s => s.Xpos).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static TagDictionary Classes(IEnumerable<TreebankSentence> sentences)
    {
        var counts = new Dictionary<uint, SortedDictionary<string, int>>();
        var words = new SentenceWords();
        var none = TagDictionary.Build([]);
        foreach (var sentence in sentences)
        {
            sentence.Fill(words, none);
            for (var i = 0; i < sentence.Count; i++)
            {
                if (!counts.TryGetValue(words.Lower[i], out var tags)) counts[words.Lower[i]] = tags = new(StringComparer.Ordinal);
                tags[sentence.Xpos[i]] = tags.GetValueOrDefault(sentence.Xpos[i]) + 1;
            }
        }

        var numbers = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var classes = new Dictionary<uint, ushort>();
        foreach (var (word, tags) in counts.OrderBy(c => c.Key))
        {
            var total = tags.Values.Sum();
            if (total < 2) continue;
            var name = string.Join(' ', tags.Where(t => t.Value >= total * ShareInClass).OrderByDescending(t => t.Value).Select(t => t.Key));
            if (!numbers.TryGetValue(name, out var number)) numbers[name] = number = (ushort)(numbers.Count + 1);
            classes[word] = number;
        }

        return TagDictionary.Build(classes);
    }

    public static AveragedPerceptron Train(IReadOnlyList<TreebankSentence> sentences, string[] tags, TagDictionary dictionary, int epochs)
    {
        var numbers = tags.Index().ToDictionary(t => t.Item, t => t.Index, StringComparer.Ordinal);
        var learner = new AveragedPerceptron(tags.Length);
        var seen = Recased(sentences);
        var order = Enumerable.Range(0, seen.Count).ToArray();
        var random = new Random(Seed);
        var words = new SentenceWords();
        var features = new uint[TaggerFeatures.Count];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var s in order)
            {
                var sentence = seen[s];
                sentence.Fill(words, dictionary);
                int tag1 = -1, tag2 = -1;
                for (var i = 0; i < sentence.Count; i++)
                {
                    TaggerFeatures.Extract(words, i, tag1, tag2, features);
                    tag2 = tag1;
                    tag1 = learner.Learn(features, numbers[sentence.Xpos[i]]);
                }
            }
        }

        return learner;
    }

    /// <summary>The sentences, and some of them again as headlines and careless writers put them.</summary>
    private static List<TreebankSentence> Recased(IReadOnlyList<TreebankSentence> sentences)
    {
        var seen = new List<TreebankSentence>(sentences);
        for (var i = 0; i < sentences.Count; i++)
        {
            var text = sentences[i].Text;
            var other = (i % RecasedOf) switch
            {
                0 => text.ToUpperInvariant(),
                7 => Titled(text),
                14 => text.ToLowerInvariant(),
                _ => null,
            };
            if (other is not null && other.Length == text.Length) seen.Add(sentences[i].Written(other));
        }

        return seen;
    }

    private static string Titled(string text)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            var starts = i == 0 || letters[i - 1] == ' ';
            var end = i;
            while (end < letters.Length && letters[end] != ' ') end++;
            if (starts && (i == 0 || end - i > 3)) letters[i] = char.ToUpperInvariant(letters[i]);
        }

        return new string(letters);
    }
}
