using Crosscheck.Language;
using Crosscheck.Language.Tagging;
using Crosscheck.Learning;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Language;

/// <summary>Trains the step from Penn tags and relations to universal tags.</summary>
internal static class UniversalTraining
{
    private const int Epochs = 4;

    private const int Seed = 11;

    public static string[] Labels { get; } = [.. Enum.GetValues<PartOfSpeech>().Select(UposLabel.Of)];

    public static AveragedPerceptron Train(IReadOnlyList<TreebankSentence> sentences)
    {
        var learner = new AveragedPerceptron(Labels.Length);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(Seed);
        var words = new SentenceWords();
        var none = TagDictionary.Build([]);
        var features = new uint[UniversalTagger.Features];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var s in order)
            {
                var sentence = sentences[s];
                sentence.Fill(words, none);
                var tags = Array.ConvertAll(sentence.Xpos, t => FeatureHash.OfText(t));
                for (var i = 0; i < sentence.Count; i++)
                {
                    UniversalTagger.Extract(words.Lower, tags, i, FeatureHash.OfText(sentence.Relations[i]), features);
                    learner.Learn(features, (int)UposLabel.Parse(sentence.Upos[i]));
                }
            }
        }

        return learner;
    }
}
