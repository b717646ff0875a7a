using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Attributions;

/// <summary>
/// Finds who says what, in the PolNeAR scheme (Newell, Margolin and Ruths 2018): for each word that may head a cue the best content and the
/// best source among the constituents and quotations around it, each choice by a trained linear model. Thread-safe.
/// </summary>
public sealed class AttributionFinder
{
    /// <summary>
    /// Attributions less sure than this are left out. A probability near half the best F1 is where leaving out costs as much as it gains.
    /// </summary>
    internal const double Floor = 0.3;

    /// <summary>Quoted words inside a longer content that count as quoting rather than as scare quotes.</summary>
    private const int ShortestQuotation = 3;

    private readonly AttributionModel _model;

    private AttributionFinder(AttributionModel model) => _model = model;

    /// <exception cref="InvalidOperationException">The weights are missing or broken.</exception>
    public static AttributionFinder Load(string modelFolder) => new(AttributionModel.Load(modelFolder));

    /// <summary>The attributions in order of their first word; none where the text has no dependencies.</summary>
    public ImmutableArray<Attribution> Find(SyntaxLayer syntax, ImmutableArray<Mention> names, ImmutableArray<TimeExpression> times)
    {
        if (!syntax.HasDependencies || syntax.Xpos.IsEmpty) return [];
        var context = new AttributionContext(syntax);
        var found = Distinct(new AttributionSearch(context, _model).Run());
        var built = ContentLimits.Mend(context, found).ConvertAll(f => Build(context, f));
        Silences.Add(context, built);
        Hearsay.Add(context, built);
        Voicing.Add(context, built);
        built.Sort(static (a, b) => First(a).CompareTo(First(b)) is var order and not 0 ? order : a.Cue[0].CompareTo(b.Cue[0]));
        return Nesting.Mark(built);
    }

    /// <summary>Two heads of one cue give one attribution twice: the surer stays.</summary>
    private static List<FoundAttribution> Distinct(List<FoundAttribution> all)
    {
        var order = all.Where(f => f.Confidence >= Floor).OrderByDescending(f => f.Confidence).ThenBy(f => f.Cue);
        var kept = new List<FoundAttribution>();
        var taken = new HashSet<(int, int, int)>();
        foreach (var f in order)
        {
            if (taken.Add((f.Content[0].First, f.Content[^1].End, f.Source.Node))) kept.Add(f);
        }

        return kept;
    }

    private Attribution Build(AttributionContext context, FoundAttribution found)
    {
        var syntax = context.Syntax;
        ImmutableArray<TextSpan> source = found.Source.Node < 0 ? [] : [syntax.Span(found.Source.Range.First, found.Source.Range.End)];
        ImmutableArray<TextSpan> cue = [syntax.Span(found.CueTokens.First, found.CueTokens.End)];
        ImmutableArray<TextSpan> content = [.. found.Content.Select(c => syntax.Span(c.First, c.End))];
        return new Attribution(
            source, cue, content, KindOf(context, found.Content), ActClassifier.Classify(context, source, cue, content), Circumstances.IsHedged(context, found),
            Circumstances.Addressee(context, found), Circumstances.Occasion(context, found), null, found.Confidence);
    }

    /// <summary>Direct where every word is quoted, mixed where a quotation of some length stands inside; a word or two in quotation marks are scare quotes.</summary>
    private static AttributionKind KindOf(AttributionContext context, ImmutableArray<TokenRange> content)
    {
        int words = 0, quoted = 0;
        foreach (var range in content)
        {
            for (var i = range.First; i < range.End; i++)
            {
                if (context.IsPunctuation(i)) continue;
                words++;
                if (context.Quotations.At(i) >= 0) quoted++;
            }
        }

        if (words > 0 && quoted == words) return AttributionKind.Direct;
        return quoted >= ShortestQuotation ? AttributionKind.Mixed : AttributionKind.Indirect;
    }

    private static int First(Attribution attribution)
    {
        var first = attribution.Cue[0].Start;
        foreach (var span in attribution.Source) first = Math.Min(first, span.Start);
        foreach (var span in attribution.Content) first = Math.Min(first, span.Start);
        return first;
    }
}
