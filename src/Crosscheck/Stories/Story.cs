using System.Collections.Immutable;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Stories;

/// <summary>The whole of what Group found: the stories, the actors across all articles, and dates inferred from companions.</summary>
/// <param name="ActorOf">For each article, for each of its actors, the index in <paramref name="Actors"/>.</param>
/// <param name="InferredDates">For each article, the date inferred for it, or null (it has its own, or none could be inferred).</param>
public sealed record Grouping(
    ImmutableArray<Story> Stories, ImmutableArray<CorpusActor> Actors, ImmutableArray<ImmutableArray<int>> ActorOf, ImmutableArray<InferredDate?> InferredDates);

/// <summary>An actor across articles, with what each article calls it.</summary>
public sealed record CorpusActor(string Name, Names.EntityType Type, ImmutableArray<string> Aliases, ImmutableArray<CorpusRole> Roles);

public sealed record CorpusRole(string Text, ImmutableArray<int> Articles);

/// <summary>A publication date worked out from other articles of the story; never printed on the page, so never used for "left out".</summary>
/// <param name="Times">For each part of the article, its times valued again from that day and marked as inferred: a new layer, the article's own is unchanged.</param>
public sealed record InferredDate(DateOnly Day, string Basis, double Confidence, ImmutableArray<ImmutableArray<TimeExpression>> Times);

/// <summary>The articles on one happening. Articles are indices into the run's list, in the order of the dossier.</summary>
/// <param name="Follows">Index of the story that this one follows, or null.</param>
public sealed record Story(
    string Title, ImmutableArray<int> Articles, int? Follows, ImmutableArray<Origin> Origins, ImmutableArray<Copy> Copies);

public enum OriginKind
{
    Own,
    Wire,
    Translation,
    Copy,
    Voice,
}

/// <summary>Where a report really comes from. A voice origin is a speaker for itself, across outlets.</summary>
/// <param name="Articles">Articles whose own (narrated) reporting comes from it; for a voice, the articles that carry it.</param>
/// <param name="Actor">For a voice: index in <see cref="Grouping.Actors"/>.</param>
public sealed record Origin(OriginKind Kind, string Name, ImmutableArray<int> Articles, ImmutableArray<OriginEvidence> Evidence, int? Actor = null);

/// <summary>The words that show it. <paramref name="InDocument"/>: the span counts in the decoded document (a notice), else in the body.</summary>
public sealed record OriginEvidence(int Article, TextSpan Span, bool InDocument);

public enum CopyRelation
{
    Identical,
    Duplicate,
    Contained,
    Partial,
    Reuse,
    Translated,
    Independent,
}

/// <summary>How two articles of a story share text. <paramref name="Score"/> is the probability that one copies the other.</summary>
public sealed record Copy(int A, int B, CopyRelation Relation, double Score, ImmutableArray<SharedPassage> Passages);

/// <summary>The same words in two bodies.</summary>
public readonly record struct SharedPassage(TextSpan A, TextSpan B);
