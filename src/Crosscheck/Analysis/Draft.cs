using System.Collections.Immutable;
using Crosscheck.Actors;
using Crosscheck.Articles;
using Crosscheck.Attributions;
using Crosscheck.Events;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Analysis;

/// <summary>Layers of one article while its steps run; each step sets one layer, once.</summary>
internal sealed class Draft(Article article, ImmutableArray<DraftPart> parts)
{
    public Article Article { get; } = article;

    public ImmutableArray<DraftPart> Parts { get; } = parts;

    public ActorLayer? Actors { get; set; }
}

/// <param name="text">What is analysed: the part's text, or its beginning where it is too long.</param>
/// <param name="blocks">Ranges that no sentence crosses.</param>
internal sealed class DraftPart(TextPart part, SourceText text, ImmutableArray<TextSpan> blocks)
{
    public TextPart Part { get; } = part;

    public SourceText Text { get; } = text;

    public ImmutableArray<TextSpan> Blocks { get; } = blocks;

    public SyntaxLayer Syntax { get; set; } = new(text, null, [], []);

    public ImmutableArray<Mention> Names { get; set; } = [];

    public ImmutableArray<TimeExpression> Times { get; set; } = [];

    public ImmutableArray<Attribution> Attributions { get; set; } = [];

    public ImmutableArray<Quantity> Quantities { get; set; } = [];

    public ImmutableArray<NewsEvent> Events { get; set; } = [];

    public AnalyzedText Finish(PartActors actors) => new(Part, Syntax, Names, Times, Quantities, Attributions, Events, actors);
}
