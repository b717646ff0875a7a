using System.Collections.Immutable;
using Crosscheck.Language.Encoding;
using Crosscheck.Learning;

namespace Crosscheck.Language.Heads;

/// <summary>
/// One linear layer over each word's state gives the scores of its Penn tag, its universal tag, whether a sentence opens with it,
/// whether an attribution's cue begins with it, and its name label. Immutable.
/// </summary>
internal sealed class TagHead
{
    private readonly DenseLayer _layer;

    private TagHead(DenseLayer layer, ImmutableArray<string> xpos, ImmutableArray<PartOfSpeech> upos, ImmutableArray<string> names)
    {
        _layer = layer;
        Xpos = xpos;
        Upos = upos;
        Names = names;
    }

    public ImmutableArray<string> Xpos { get; }

    public ImmutableArray<PartOfSpeech> Upos { get; }

    /// <summary>BIO labels of names; the first is O.</summary>
    public ImmutableArray<string> Names { get; }

    /// <exception cref="InvalidOperationException">A tensor or a list of labels is missing or does not fit.</exception>
    public static TagHead Load(SafeTensors file)
    {
        var layer = DenseLayer.Load(file, ["heads.xpos", "heads.upos", "heads.opens", "heads.cue", "heads.names"]);
        var head = new TagHead(layer, LabelSet.Read(file, "xpos"), [.. LabelSet.Read(file, "upos").Select(UposLabel.Parse)], LabelSet.Read(file, "names"));
        return layer.Outputs == head.Xpos.Length + head.Upos.Length + 2 + head.Names.Length ? head : throw file.Broken();
    }

    /// <summary>Scores of a batch, word after word; <see cref="Row"/> reads them.</summary>
    public void Apply(WordBatch batch, ref float[] scores)
    {
        _layer.Apply(batch.States, batch.Product.Output);
        if (scores.Length < batch.Count * _layer.Outputs) scores = new float[batch.Count * _layer.Outputs];
        batch.Product.Output.CopyTo(scores);
    }

    public Scores Row(float[] scores, int word) => new(this, scores.AsSpan(word * _layer.Outputs, _layer.Outputs));

    /// <summary>The scores of one word.</summary>
    internal readonly ref struct Scores(TagHead head, ReadOnlySpan<float> row)
    {
        private readonly ReadOnlySpan<float> _row = row;

        public string Xpos => head.Xpos[LabelSet.Best(_row[..head.Xpos.Length])];

        public PartOfSpeech Upos => head.Upos[LabelSet.Best(_row.Slice(head.Xpos.Length, head.Upos.Length))];

        /// <summary>Log-odds that a sentence opens here.</summary>
        public float Opens => _row[head.Xpos.Length + head.Upos.Length];

        /// <summary>Log-odds that the cue of an attribution begins here.</summary>
        public float Cue => _row[head.Xpos.Length + head.Upos.Length + 1];

        /// <summary>A score for each name label.</summary>
        public ReadOnlySpan<float> Names => _row[^head.Names.Length..];
    }
}
