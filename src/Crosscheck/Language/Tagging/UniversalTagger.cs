using Crosscheck.Learning;

namespace Crosscheck.Language.Tagging;

/// <summary>
/// Universal tags from Penn tags: most follow by themselves; auxiliary against verb, determiner against pronoun and preposition against
/// conjunction are told by the word, the tags about it and its relation.
/// </summary>
internal sealed class UniversalTagger
{
    public const string WeightsName = "universal.bin";

    public const int Features = 12;

    private readonly LinearModel _model;
    private readonly PartOfSpeech[] _labels;

    public UniversalTagger(LinearModel model)
    {
        _model = model;
        _labels = [.. model.Classes.Select(UposLabel.Parse)];
    }

    /// <exception cref="InvalidOperationException">The file is missing or broken.</exception>
    public static UniversalTagger Load(string folder) => new(LinearModel.Load(Path.Combine(folder, WeightsName)));

    /// <param name="tags">Hash of each word's Penn tag, in the sentence.</param>
    /// <param name="relation">Hash of the word's relation to its head.</param>
    public PartOfSpeech Tag(ReadOnlySpan<uint> words, ReadOnlySpan<uint> tags, int i, uint relation)
    {
        Span<uint> features = stackalloc uint[Features];
        Span<float> scores = stackalloc float[32];
        Extract(words, tags, i, relation, features);
        return _labels[_model.Best(features, scores)];
    }

    internal static void Extract(ReadOnlySpan<uint> words, ReadOnlySpan<uint> tags, int i, uint relation, Span<uint> features)
    {
        uint t = tags[i], w = words[i];
        uint n1 = i + 1 < tags.Length ? tags[i + 1] : 0, n2 = i + 2 < tags.Length ? tags[i + 2] : 0;
        uint p1 = i > 0 ? tags[i - 1] : 0;
        features[0] = FeatureHash.Of(0).Add(t).Value;
        features[1] = FeatureHash.Of(1).Add(t).Add(w).Value;
        features[2] = FeatureHash.Of(2).Add(t).Add(relation).Value;
        features[3] = FeatureHash.Of(3).Add(t).Add(relation).Add(w).Value;
        features[4] = FeatureHash.Of(4).Add(t).Add(n1).Value;
        features[5] = FeatureHash.Of(5).Add(t).Add(w).Add(n1).Value;
        features[6] = FeatureHash.Of(6).Add(t).Add(w).Add(n1).Add(n2).Value;
        features[7] = FeatureHash.Of(7).Add(t).Add(w).Add(p1).Value;
        features[8] = FeatureHash.Of(8).Add(t).Add(p1).Add(n1).Value;
        features[9] = FeatureHash.Of(9).Add(t).Add(w).Add(i + 1 < words.Length ? words[i + 1] : 0).Value;
        features[10] = FeatureHash.Of(10).Add(t).Add(w).Add(relation).Add(n1).Value;
        features[11] = FeatureHash.Of(11).Add(t).Add(w).Add(i > 0 ? words[i - 1] : 0).Value;
    }
}
