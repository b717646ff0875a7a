using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Stories;
using Crosscheck.Text;

namespace Crosscheck.Reports.Building;

/// <summary>Records an article: its page, and the layers where it was analysed.</summary>
internal static class ArticleRecorder
{
    /// <param name="analyzed">Null: the page alone.</param>
    /// <param name="actorOf">The identifier of one of the article's own actors.</param>
    public static (DossierArticle Article, ArticleIds Ids) Record(
        Article page, string document, AnalyzedArticle? analyzed, InferredDate? inferred, Func<int?, string?> actorOf, Numbering numbers)
    {
        var id = numbers.Article();
        var layers = new LayerRecorder(actorOf);
        var parts = ImmutableArray.CreateBuilder<PartIds>();
        for (var i = 0; analyzed is not null && i < analyzed.Parts.Length; i++)
        {
            var part = analyzed.Parts[i];
            var times = TimesOf(part, inferred, i);
            var ids = new PartIds(
                part.Part,
                numbers.Attributions(part.Attributions.Length), part.Attributions.Length,
                numbers.Events(part.Events.Length), part.Events.Length,
                numbers.Quantities(part.Quantities.Length), part.Quantities.Length,
                numbers.Times(times.Length));
            parts.Add(ids);
            layers.Add(part, times, ids);
        }

        var record = new DossierArticle(
            id,
            document,
            DocumentRecord: null,
            page.DocumentSpan,
            page.Url,
            Reason(page, "url", page.Url, "the page gives no address of its own"),
            page.Outlet is { } outlet ? new DossierOutlet(outlet.Value, outlet.Basis, Measured.Probability(outlet.Confidence)) : null,
            Reason(page, "outlet", page.Outlet, "the page does not name its outlet"),
            page.Headline?.Value,
            Reason(page, "headline", page.Headline, "the page gives no headline"),
            page.Headline?.Basis,
            page.HeadlineSpan,
            page.HeadlineSpan is not null ? null : page.Headline is null ? "no headline" : "the headline does not stand in the page's text",
            SentencesOf(analyzed, TextPart.Headline),
            page.Subtitle,
            page.Authors,
            page.Agencies,
            page.Section,
            page.Language?.Value,
            Reason(page, "language", page.Language, "the text does not show its language"),
            page.Language?.Basis,
            Published(page, inferred),
            page.Published is null && inferred is null ? Reason(page, "published", null, "the page prints no date of publication") : null,
            page.Modified is { } m ? new DossierDate(m.Value.ToString(), m.Basis, Inferred: false, Measured.Probability(m.Confidence)) : null,
            [.. page.Disagreeing.Select(c => new DossierCandidate(c.Field, c.Value, c.Basis))],
            page.Body.Value,
            [.. page.Blocks.Select(b => new DossierBlock(b.Kind, b.Span, b.DocumentSpan))],
            SentencesOf(analyzed, TextPart.Body),
            [.. page.Captions.Select((c, i) => new DossierCaption(c.Text, c.Credit, c.Date, c.DocumentSpan, SentencesOf(analyzed, TextPart.Caption(i))))],
            [.. page.Notices.Select(n => new DossierNotice(n.Kind, n.DocumentSpan, n.Text, n.Names))],
            [.. page.Furniture.Select(f => new DossierFurniture(f.Kind, f.DocumentSpan, f.Text))],
            analyzed?.Covered ?? false,
            analyzed is null ? "only read" : analyzed.NotCoveredReason,
            analyzed?.AnalyzedEnd ?? 0,
            layers.Mentions,
            layers.Times,
            layers.Quantities,
            layers.Attributions,
            layers.Events,
            Actors: null);
        return (record, new ArticleIds(id, parts.ToImmutable()));
    }

    /// <summary>The part's times, or the same valued again from an inferred day.</summary>
    private static ImmutableArray<Times.TimeExpression> TimesOf(AnalyzedText part, InferredDate? inferred, int index)
    {
        if (inferred is null || index >= inferred.Times.Length) return part.Times;
        var again = inferred.Times[index];
        return again.Length == part.Times.Length ? again : part.Times;
    }

    private static DossierDate? Published(Article page, InferredDate? inferred) =>
        page.Published is { } printed ? new DossierDate(printed.Value.ToString(), printed.Basis, Inferred: false, Measured.Probability(printed.Confidence))
        : inferred is not null ? new DossierDate(inferred.Day.ToString("yyyy-MM-dd"), inferred.Basis, Inferred: true, Measured.Probability(inferred.Confidence))
        : null;

    private static string? Reason(Article page, string field, object? value, string otherwise) =>
        value is not null ? null : page.Reasons.GetValueOrDefault(field, otherwise);

    private static ImmutableArray<TextSpan> SentencesOf(AnalyzedArticle? analyzed, TextPart part)
    {
        if (analyzed is null) return [];
        foreach (var text in analyzed.Parts)
        {
            if (text.Part == part) return [.. text.Syntax.Sentences.Select(s => s.Span)];
        }

        return [];
    }
}
