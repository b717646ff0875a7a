namespace Crosscheck.Language.Identification;

/// <summary>A logistic curve from what stands out in a text's scores to the probability that the best language is right.</summary>
/// <param name="PerStrength">For the margin to the next language, times the square root of the letters read: a mean over more letters strays less.</param>
/// <param name="PerHeight">For the distance to the average language: noise and languages that have no name here do not rise far above it.</param>
internal readonly record struct Certainty(float Offset, float PerStrength, float PerHeight)
{
    public double Of(LanguageEvidence evidence) =>
        1 / (1 + Math.Exp(-(Offset + (PerStrength * evidence.Strength) + (PerHeight * evidence.Height))));
}
