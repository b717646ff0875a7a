using System.Collections.Immutable;
using Crosscheck.Claims;
using Crosscheck.Stories;
using Crosscheck.Text;

namespace Crosscheck.Reports;

/// <summary>The articles on one happening with their claims.</summary>
/// <param name="Follows">Identifier of the story that this one follows.</param>
public sealed record DossierStory(
    string Id, string Title, ImmutableArray<string> Articles, string? Follows, ImmutableArray<DossierOrigin> Origins, ImmutableArray<DossierCopy> Copies,
    ImmutableArray<DossierClaim> Claims, ImmutableArray<DossierTimelineEntry> Timeline);

/// <param name="Actor">For a voice: the actor that speaks for itself.</param>
public sealed record DossierOrigin(
    string Id, OriginKind Kind, string Name, string? Actor, ImmutableArray<string> Articles, ImmutableArray<DossierEvidence> Evidence);

/// <summary>The words that show an origin: in the article's text, or (a notice) in the decoded document.</summary>
public sealed record DossierEvidence(string Article, TextSpan? Span, string? SpanReason, TextSpan? DocumentSpan, string Text);

/// <summary>How two articles share text. <paramref name="Passages"/>: the same words in both texts.</summary>
public sealed record DossierCopy(string A, string B, CopyRelation Relation, double Score, ImmutableArray<SharedPassage> Passages);

/// <param name="Alternatives">Claims that compete with it as explanations.</param>
/// <param name="Origins">The independent origins that assert it and answer for it: those that the standing counts.</param>
public sealed record DossierClaim(
    string Id, string Text, ClaimKind Kind, ImmutableArray<string> Alternatives, Standing Standing, double Confidence, ImmutableArray<string> Origins,
    ImmutableArray<DossierOccurrence> Occurrences, ImmutableArray<DossierConflict> Conflicts, ImmutableArray<DossierLeftOut> LeftOutBy);

public enum Voice
{
    Narrated,
    Attributed,
}

/// <param name="Span">The clause.</param>
/// <param name="Sentence">Index of its sentence in the string it stands in.</param>
/// <param name="Firm">A voice that says so itself and answers for it: its origin counts for the standing.</param>
public sealed record DossierOccurrence(
    string Article, string? In, TextSpan Span, int Sentence, string? Origin, Voice Voice, string? Speaker, string? SpeakerReason, string? Attribution,
    Stance Stance, bool Firm, double Confidence);

/// <param name="A">Index in the claim's occurrences.</param>
public sealed record DossierConflict(ConflictKind Kind, int A, int B, ConflictResolution Resolution, string Note, double Confidence);

public sealed record DossierLeftOut(string Article, string Basis);

public sealed record DossierTimelineEntry(string Time, string Event, string Article, string? Claim);
