using System.Collections.Immutable;
using Crosscheck.Actors;
using Crosscheck.Articles;
using Crosscheck.Attributions;
using Crosscheck.Diagnostics;
using Crosscheck.Events;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Analysis;

/// <summary>An article with all its layers. Immutable; every item's span counts in the text of its part.</summary>
/// <param name="Covered">The language layers were made; otherwise <paramref name="NotCoveredReason"/> says why they are empty.</param>
/// <param name="AnalyzedEnd">Offset in the body up to which it was analysed (the whole of it, unless it was very long).</param>
public sealed record AnalyzedArticle(
    Article Article, RawDocument Document, ImmutableArray<AnalyzedText> Parts, ImmutableArray<Actor> Actors,
    bool Covered, string? NotCoveredReason, int AnalyzedEnd, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The body; always the first part.</summary>
    public AnalyzedText Body => Parts[0];
}

/// <summary>The layers of one part of an article.</summary>
public sealed record AnalyzedText(
    TextPart Part,
    SyntaxLayer Syntax,
    ImmutableArray<Mention> Names,
    ImmutableArray<TimeExpression> Times,
    ImmutableArray<Quantity> Quantities,
    ImmutableArray<Attribution> Attributions,
    ImmutableArray<NewsEvent> Events,
    PartActors Actors)
{
    public SourceText Text => Syntax.Text;
}
