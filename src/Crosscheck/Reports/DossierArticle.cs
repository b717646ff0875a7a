using System.Collections.Immutable;
using Crosscheck.Articles;
using Crosscheck.Text;

namespace Crosscheck.Reports;

/// <summary>One story's text with its metadata and layers. Spans count in <see cref="Text"/> unless named document span or the item says <c>in</c>.</summary>
/// <param name="DocumentRecord">The document, repeated on the lines of <c>read</c> and <c>analyze</c>, which have no list of documents.</param>
/// <param name="Actors">The article's own actors, on the lines of <c>analyze</c>; null in a dossier, whose actors stand across articles.</param>
public sealed record DossierArticle(
    string Id,
    string Document,
    DossierDocument? DocumentRecord,
    TextSpan DocumentSpan,
    string? Url,
    string? UrlReason,
    DossierOutlet? Outlet,
    string? OutletReason,
    string? Headline,
    string? HeadlineReason,
    string? HeadlineBasis,
    TextSpan? HeadlineSpan,
    string? HeadlineSpanReason,
    ImmutableArray<TextSpan> HeadlineSentences,
    string? Subtitle,
    ImmutableArray<string> Authors,
    ImmutableArray<string> Agencies,
    string? Section,
    string? Language,
    string? LanguageReason,
    string? LanguageBasis,
    DossierDate? Published,
    string? PublishedReason,
    DossierDate? Modified,
    ImmutableArray<DossierCandidate> Disagreeing,
    string Text,
    ImmutableArray<DossierBlock> Blocks,
    ImmutableArray<TextSpan> Sentences,
    ImmutableArray<DossierCaption> Captions,
    ImmutableArray<DossierNotice> Notices,
    ImmutableArray<DossierFurniture> Furniture,
    bool Analyzed,
    string? AnalyzedReason,
    int AnalyzedEnd,
    ImmutableArray<DossierMention> Mentions,
    ImmutableArray<DossierTime> Times,
    ImmutableArray<DossierQuantity> Quantities,
    ImmutableArray<DossierAttribution> Attributions,
    ImmutableArray<DossierEvent> Events,
    ImmutableArray<DossierActor>? Actors)
{
    /// <summary>The string that an item's spans count in, by its <c>in</c>: null for the text, <c>headline</c>, or <c>caption:N</c>.</summary>
    public string TextOf(string? part)
    {
        if (part is null) return Text;
        if (part == "headline") return Headline ?? string.Empty;
        return CaptionIndex(part) is { } i ? Captions[i].Text : string.Empty;
    }

    /// <summary>Sentences of that string.</summary>
    public ImmutableArray<TextSpan> SentencesOf(string? part)
    {
        if (part is null) return Sentences;
        if (part == "headline") return HeadlineSentences;
        return CaptionIndex(part) is { } i ? Captions[i].Sentences : [];
    }

    private int? CaptionIndex(string part) =>
        part.StartsWith("caption:", StringComparison.Ordinal) && int.TryParse(part.AsSpan(8), out var i) && i >= 0 && i < Captions.Length ? i : null;
}

public sealed record DossierOutlet(string Name, string Basis, double Confidence);

/// <param name="Value">ISO 8601: a day, or a time to the minute with its zone where known.</param>
/// <param name="Inferred">Worked out from other articles of the story, not printed on the page.</param>
public sealed record DossierDate(string Value, string Basis, bool Inferred, double Confidence);

/// <summary>A value of a field that another place of the page gave and that disagrees.</summary>
public sealed record DossierCandidate(string Field, string Value, string Basis);

public sealed record DossierBlock(BlockKind Kind, TextSpan Span, TextSpan DocumentSpan);

/// <param name="Sentences">Offsets in <paramref name="Text"/>.</param>
public sealed record DossierCaption(string Text, string? Credit, string? Date, TextSpan DocumentSpan, ImmutableArray<TextSpan> Sentences);

/// <param name="Names">Who the notice names: the outlet that translated, the agency that contributed.</param>
public sealed record DossierNotice(NoticeKind Kind, TextSpan DocumentSpan, string Text, string? Names);

public sealed record DossierFurniture(FurnitureKind Kind, TextSpan DocumentSpan, string Text);
