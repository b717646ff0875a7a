using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Claims;
using Crosscheck.Diagnostics;
using Crosscheck.Stories;

namespace Crosscheck.Reports;

/// <summary>Everything one run found, in the order of the dossier: what every writer of reports starts from.</summary>
/// <param name="Documents">In order of (published, sha256); those without an article last.</param>
/// <param name="Articles">All articles of the documents, in that order.</param>
/// <param name="Ledgers">Parallel to the grouping's stories.</param>
/// <param name="Models">SHA-256 of each model file used, by name.</param>
public sealed record Findings(
    ImmutableArray<ReadDocument> Documents,
    ImmutableArray<AnalyzedArticle> Articles,
    Grouping Grouping,
    ImmutableArray<StoryLedger> Ledgers,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableSortedDictionary<string, string> Models);
