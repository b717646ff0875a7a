using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Stories;

namespace Crosscheck.Claims;

/// <summary>Aligns the claims of a story and gives each its stances, conflicts, omissions and standing. Thread-safe.</summary>
public sealed class LedgerKeeper
{
    public static LedgerKeeper Load(string modelFolder) => new();

    public StoryLedger Keep(Story story, Grouping grouping, ImmutableArray<AnalyzedArticle> articles) => new([], []);
}
