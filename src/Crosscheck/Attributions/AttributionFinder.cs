using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Attributions;

/// <summary>
/// Finds who says what, in the PolNeAR scheme (Newell, Margolin and Ruths 2018): the language pass read the words of each cue, its source and content; here
/// they are weighed, put right where the grammar leaves no doubt, and told what kind and act they are. Thread-safe.
/// </summary>
public sealed class AttributionFinder
{
    /// <summary>
    /// Attributions less sure than this are left out. A probability near half the best F1 is where leaving out costs as much as it gains.
    /// </summary>
    internal const double Floor = 0.35;

    /// <summary>Quoted words inside a longer content that count as quoting rather than as scare quotes.</summary>
    private const int ShortestQuotation = 3;

    private readonly AttributionConfidence _confidence;

    private AttributionFinder(AttributionConfidence confidence) => _confidence = confidence;

    /// <exception cref="InvalidOperationException">The weights are missing or broken.</exception>
    public static AttributionFinder Load(string modelFolder) => new(AttributionConfidence.Load(modelFolder));

    /// <summary>The attributions in order of their first word; none where the text has no dependencies.</summary>
    public ImmutableArray<Attribution> Find(SyntaxLayer syntax, ImmutableArray<Mention> names, ImmutableArray<TimeExpression> times)
    {
        if (!syntax.HasDependencies || syntax.Xpos.IsEmpty) return [];
        var context = new AttributionContext(syntax);
        var found = Distinct(new CueReader(context).Read().Select(r => r.Found with { Confidence = _confidence.Of(context, r.Reading, r.Found) }));
        var built = ContentLimits.Mend(context, found).ConvertAll(f => Build(context, f));
        Silences.Add(context, built);
        Hearsay.Add(context, built);
        Voicing.Add(context, built);
        built.Sort(static (a, b) => First(a).CompareTo(First(b)) is var order and not 0 ? order : a.Cue[0].CompareTo(b.Cue[0]));
        return Nesting.Mark(built);
    }

    /// <summary>Two words of one cue give one attribution twice, the second time perhaps without its source: the surer stays.</summary>
    private static List<FoundAttribution> Distinct(IEnumerable<FoundAttribution> all)
    {
        var order = all.Where(f => f.Confidence >= Floor).OrderByDescending(f => f.Confidence).ThenBy(f => f.Cue);
        var kept = new List<FoundAttribution>();
        var contents = new HashSet<(int, int)>();
        var taken = new HashSet<(int, int, int)>();
        foreach (var f in order)
        {
            var (first, end) = (f.Content[0].First, f.Content[^1].End);
            if (!f.HasSource && contents.Contains((first, end))) continue;
            contents.Add((first, end));
            if (taken.Add((first, end, f.SourceHead))) kept.Add(f);
        }

        return kept;
    }

    private Attribution Build(AttributionContext context, FoundAttribution found)
    {
        var source = Spans(context, found.Source);
        var cue = Spans(context, found.CueParts);
        var content = Spans(context, found.Content);
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

    private static ImmutableArray<TextSpan> Spans(AttributionContext context, ImmutableArray<TokenRange> parts) =>
        [.. parts.Select(p => context.Syntax.Span(p.First, p.End))];

    private static int First(Attribution attribution)
    {
        var first = attribution.Cue[0].Start;
        foreach (var span in attribution.Source) first = Math.Min(first, span.Start);
        foreach (var span in attribution.Content) first = Math.Min(first, span.Start);
        return first;
    }
}
