using System.Collections.Immutable;

namespace Crosscheck.Language;

/// <summary>How well each BIO label of names fits each token, as the encoder's pass left it for the stage that finds names.</summary>
/// <param name="Labels">The first is O.</param>
/// <param name="Values">[token, label], unnormalised log-probabilities.</param>
internal sealed record NameScores(ImmutableArray<string> Labels, float[] Values)
{
    public ReadOnlySpan<float> Of(int token) => Values.AsSpan(token * Labels.Length, Labels.Length);
}
