using System.Collections.Immutable;
using Crosscheck.Learning;

namespace Crosscheck.Language.Tagging;

/// <summary>
/// Penn Treebank tags of English, decided from left to right by a linear model trained as an averaged perceptron
/// (Collins 2002), with the ambiguity classes of the words ahead as features. Immutable.
/// </summary>
internal sealed class Tagger(LinearModel model, TagDictionary dictionary)
{
    public const string WeightsName = "tagger.bin";
    public const string DictionaryName = "tag-classes.bin";

    public TagDictionary Dictionary { get; } = dictionary;

    /// <summary>The tags, by number.</summary>
    public ImmutableArray<string> Tags => model.Classes;

    /// <param name="folder">Folder of the language weights.</param>
    /// <exception cref="InvalidOperationException">A file is missing or broken.</exception>
    public static Tagger Load(string folder) =>
        new(LinearModel.Load(Path.Combine(folder, WeightsName)), TagDictionary.Load(Path.Combine(folder, DictionaryName)));

    /// <summary>Sets the number of each word's tag.</summary>
    public void Tag(SentenceWords words, Span<byte> tags)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        Span<float> scores = stackalloc float[256];
        int tag1 = -1, tag2 = -1;
        for (var i = 0; i < words.Count; i++)
        {
            TaggerFeatures.Extract(words, i, tag1, tag2, features);
            tag2 = tag1;
            tag1 = model.Best(features, scores);
            tags[i] = (byte)tag1;
        }
    }
}
