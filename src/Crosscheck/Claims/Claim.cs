using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Claims;

/// <summary>The record of one story: its claims and its timeline.</summary>
public sealed record StoryLedger(ImmutableArray<Claim> Claims, ImmutableArray<TimelineEntry> Timeline);

public enum ClaimKind
{
    Fact,
    Plan,
    Explanation,
    Opinion,
}

public enum Standing
{
    Corroborated,
    SingleOrigin,
    Disputed,
    Unconfirmed,
    Updated,
}

/// <summary>A voice's stance towards a claim.</summary>
public enum Stance
{
    Asserts,
    Alleges,
    Hedges,
    Denies,
    Doubts,
    Declines,
    Silent,
}

/// <summary>One checkable proposition of a story with every sentence that carries it.</summary>
/// <param name="Text">What says it best, as printed: a clause that can be read by itself, else its whole sentence.</param>
/// <param name="Alternatives">Indices of claims of the ledger that compete with it as explanations.</param>
/// <param name="Confidence">Probability that all occurrences say this one proposition and the standing is right.</param>
public sealed record Claim(
    string Text, ClaimKind Kind, ImmutableArray<int> Alternatives, Standing Standing, double Confidence,
    ImmutableArray<Occurrence> Occurrences, ImmutableArray<Conflict> Conflicts, ImmutableArray<LeftOut> LeftOutBy);

/// <param name="Part">The string that <paramref name="Span"/> counts in.</param>
/// <param name="Span">The clause.</param>
/// <param name="Sentence">Index of its sentence in that part.</param>
/// <param name="Origin">Index in the story's origins.</param>
/// <param name="Attributed">False: the outlet says it itself.</param>
/// <param name="Speaker">Index in <see cref="Stories.Grouping.Actors"/>, or null.</param>
/// <param name="Attribution">Index in the part's attributions, or null.</param>
/// <param name="Firm">A voice that says so itself and answers for it: its origin counts for the standing.</param>
public sealed record Occurrence(
    int Article, TextPart Part, TextSpan Span, int Sentence, int Origin, bool Attributed, int? Speaker, int? Attribution, Stance Stance, double Confidence,
    bool Firm = false);

public enum ConflictKind
{
    Number,
    Date,
    Fact,
    Denial,
}

public enum ConflictResolution
{
    Disagreement,
    Update,
}

/// <summary>Two occurrences (indices in the claim's) that cannot both be right.</summary>
public sealed record Conflict(ConflictKind Kind, int A, int B, ConflictResolution Resolution, string Note, double Confidence);

public sealed record LeftOut(int Article, string Basis);

/// <summary>An event of an article on the story's time line.</summary>
/// <param name="Time">ISO date or month; never empty.</param>
/// <param name="Event">Index in the part's events.</param>
/// <param name="Claim">Index in the ledger's claims, or null.</param>
public sealed record TimelineEntry(string Time, int Article, TextPart Part, int Event, int? Claim);
