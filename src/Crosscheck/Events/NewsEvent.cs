using Crosscheck.Text;

namespace Crosscheck.Events;

/// <summary>What the text as a whole gives to an event at its place (FACTUALITY guideline).</summary>
public enum Factuality
{
    Happened,
    Ongoing,
    Planned,
    Possible,
    NotHappened,
    Denied,
    Alleged,
}

/// <summary>Who did what to whom, where, when.</summary>
/// <param name="Trigger">The word that names the event.</param>
/// <param name="Actor">Words of the one who acts, or null when not said.</param>
/// <param name="Type">PLOVER type such as <c>CONSULT</c>, or null; then <paramref name="TypeReason"/> says why.</param>
/// <param name="Cameo">CAMEO code, or null.</param>
/// <param name="Time">Index in the text's times, or null.</param>
/// <param name="Attribution">Index in the text's attributions of the innermost whose content holds the trigger, or null.</param>
public sealed record NewsEvent(
    TextSpan Trigger, TextSpan? Actor, TextSpan? Recipient, string? Type, string? TypeReason, string? Mode, string? Cameo,
    Factuality Factuality, int? Time, TextSpan? Place, int? Attribution, double Confidence);
