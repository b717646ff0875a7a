using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Attributions;

public enum AttributionKind
{
    Direct,
    Indirect,
    Mixed,
}

/// <summary>What the source does towards the content (ACTS guideline).</summary>
public enum SpeechAct
{
    Asserts,
    Denies,
    Alleges,
    Doubts,
    Promises,
    Demands,
    Asks,
    Declines,
    Silent,
}

/// <summary>Who said what, in the PolNeAR scheme: source, cue and content, each perhaps in parts.</summary>
/// <param name="Source">Parts of the source; empty when the text names none.</param>
/// <param name="Inside">Index of the attribution whose content holds this one, or null.</param>
public sealed record Attribution(
    ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content,
    AttributionKind Kind, SpeechAct Act, bool Hedged, TextSpan? Addressee, TextSpan? Occasion, int? Inside, double Confidence);
