using System.Collections.Immutable;
using Crosscheck.Learning;

namespace Crosscheck.Names;

/// <summary>
/// Labels every token with the best sequence of BIO labels (structured averaged perceptron, Collins 2002; Viterbi decoding), twice:
/// the second pass also sees what the first one said of the same words all over the document (stacking, Krishnan and Manning 2006).
/// </summary>
internal sealed class NameTagger(LinearModel first, LinearModel second)
{
    public ImmutableArray<string> Labels => first.Classes;

    /// <summary>Label numbers of all tokens.</summary>
    /// <param name="margins">Receives for each token how far its label's best sequence beats the best one with another label there.</param>
    public int[] Tag(NameTokens tokens, float[] margins)
    {
        var features = NameFeatures.Extract(tokens, out var starts);
        var labels = new int[tokens.Count];
        Pass(first, tokens, features, starts, labels, margins);
        features = StackedFeatures.Extract(tokens, features, ref starts, labels, Labels);
        Pass(second, tokens, features, starts, labels, margins);
        return labels;
    }

    internal static void Pass(LinearModel model, NameTokens tokens, uint[] features, int[] starts, int[] labels, float[] margins)
    {
        var decoder = new SequenceDecoder(model.Classes);
        var classes = model.Classes.Length;
        decoder.SetTransitions(model.Add);
        foreach (var (from, end) in tokens.Sentences)
        {
            if (end == from) continue;
            var scores = decoder.Room(end - from);
            for (var i = from; i < end; i++) model.Score(features.AsSpan(starts[i]..starts[i + 1]), scores.AsSpan((i - from) * classes, classes));
            decoder.Decode(end - from, labels.AsSpan(from, end - from), margins.AsSpan(from, end - from));
        }
    }
}
