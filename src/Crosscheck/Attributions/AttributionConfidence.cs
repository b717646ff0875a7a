using Crosscheck.Language;
using Crosscheck.Learning;

namespace Crosscheck.Attributions;

/// <summary>
/// How likely an attribution is right (content and source each agree with a reader's by half or more): boosted trees over how sure the pass was of its
/// parts, calibrated on articles that neither they nor the encoder learned from. Immutable.
/// </summary>
internal sealed class AttributionConfidence
{
    public const string Folder = "attributions";

    public const string TreesFile = "confidence.trees";

    /// <summary>Values that <see cref="Describe"/> fills in.</summary>
    public const int Features = 14;

    /// <summary>A source that is absent is as sure as this: beyond what any word reaches.</summary>
    private const float Absent = 40;

    private readonly BoostedTrees _trees;

    private AttributionConfidence(BoostedTrees trees) => _trees = trees;

    /// <exception cref="InvalidOperationException">The weights are missing or broken.</exception>
    public static AttributionConfidence Load(string modelFolder) => new(BoostedTrees.Load(Path.Combine(modelFolder, Folder), TreesFile));

    public double Of(AttributionContext context, CueReading reading, FoundAttribution found)
    {
        Span<float> values = stackalloc float[Features];
        Describe(context, reading, found, values);
        return _trees.Probability(values);
    }

    public static void Describe(AttributionContext context, CueReading reading, FoundAttribution found, Span<float> values)
    {
        var (words, quoted) = (0, 0);
        foreach (var part in found.Content)
        {
            words += part.Count;
            quoted += context.Quoted(part);
        }

        values[0] = reading.LogOdds;
        values[1] = reading.Margin;
        values[2] = found.HasSource ? reading.SourceMargin.Least : Absent;
        values[3] = found.HasSource ? reading.SourceMargin.Mean : Absent;
        values[4] = reading.ContentMargin.Least;
        values[5] = reading.ContentMargin.Mean;
        values[6] = found.HasSource ? Absent : reading.NoSourceMargin;
        values[7] = words;
        values[8] = found.Content.Length;
        values[9] = (float)quoted / Math.Max(1, words);
        values[10] = context.Quotations.At(found.Cue) >= 0 ? 1 : 0;
        values[11] = !found.HasSource ? 0 : context.IsProperNoun(found.SourceHead) ? 1 : context.IsNoun(found.SourceHead) ? 2 : 3;
        values[12] = context.IsVerb(found.Cue) ? 1 : context.IsNoun(found.Cue) ? 2 : 0;
        values[13] = Math.Abs(context.Sentences[found.Content[0].First] - context.Sentences[found.Cue]) + (found.HasSource ? Math.Abs(context.Sentences[found.SourceHead] - context.Sentences[found.Cue]) : 0);
    }
}
