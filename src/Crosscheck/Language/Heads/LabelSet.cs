using System.Collections.Immutable;
using Crosscheck.Learning;

namespace Crosscheck.Language.Heads;

/// <summary>The labels that a head tells apart, as the weights file lists them under <c>labels.NAME</c>, divided by spaces.</summary>
internal static class LabelSet
{
    /// <exception cref="InvalidOperationException">The file has no such list.</exception>
    public static ImmutableArray<string> Read(SafeTensors file, string name) =>
        file.Metadata.TryGetValue("labels." + name, out var list) && list.Length > 0 ? [.. list.Split(' ')] : throw file.Broken();

    /// <summary>Index of the highest score, the first of equals.</summary>
    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }
}
