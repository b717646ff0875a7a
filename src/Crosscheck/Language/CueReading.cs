using System.Collections.Immutable;

namespace Crosscheck.Language;

/// <summary>A word that may begin an attribution's cue, and what the pass takes for the words of its cue, source and content.</summary>
/// <param name="First">The word that the head took for the cue's first.</param>
/// <param name="LogOdds">That a cue begins there.</param>
/// <param name="Margin">By how much this reading beats the one in which no word belongs to the cue, its source or content: a log-probability ratio.</param>
/// <param name="Cue">Parts in the order of the text, as those of the others; no part is empty, but there may be none.</param>
/// <param name="SourceMargin">By how much the weakest and the mean word of the source beats its best other role; 0 without a source.</param>
/// <param name="ContentMargin">The same for the content.</param>
/// <param name="NoSourceMargin">Without a source: by how much the likeliest source word falls short.</param>
internal sealed record CueReading(
    int First, float LogOdds, float Margin, ImmutableArray<TokenRange> Cue, ImmutableArray<TokenRange> Source, ImmutableArray<TokenRange> Content,
    RoleMargin SourceMargin, RoleMargin ContentMargin, float NoSourceMargin);

/// <summary>How sure the words of a role are of it.</summary>
internal readonly record struct RoleMargin(float Least, float Mean);
