using Crosscheck.Text;

namespace Crosscheck.Claims;

/// <summary>A clause of the body that may carry a claim, with the voice that says it.</summary>
/// <param name="Article">Index in the run's articles.</param>
/// <param name="Text">Its words as they are compared: with the subject that it leaves out, and the names that its pronouns mean.</param>
/// <param name="Attribution">Index in the body's attributions, or null when the outlet says it itself.</param>
/// <param name="Speaker">Index in the grouping's actors, or null.</param>
/// <param name="Named">The speaker is named: it answers for its words. False too for an unnamed source.</param>
/// <param name="Hearsay">Told by one voice of another: inside another attribution.</param>
/// <param name="Origin">Index in the story's origins.</param>
/// <param name="Voice">Equal for clauses of one voice in the story.</param>
internal sealed record Clause(
    int Article, TextSpan Span, int Sentence, string Text, int? Attribution, int? Speaker, bool Named, bool Hearsay, int Origin, string Voice,
    Stance Stance, ClaimKind Kind, double Confidence)
{
    /// <summary>Stem of the word that the clause says of its subject; null when it is a light verb or unknown.</summary>
    public ulong? Predicate { get; init; }

    /// <summary>A voice that says so itself and answers for it.</summary>
    public bool IsFirm => Stance == Stance.Asserts && !Hearsay && (Attribution is null || Named);

    /// <summary>Says that the claim does not hold.</summary>
    public bool IsAgainst => Stance == Stance.Denies;

    public bool IsFor => Stance is Stance.Asserts or Stance.Alleges or Stance.Hedges;
}
