using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Reports.Html;
using Crosscheck.Text;

namespace Crosscheck.Reports.Quotes;

/// <summary>
/// One attribution on its own, with the page it stands on and its words: what <c>crosscheck quotes</c> prints. Spans count as in docs/dossier.md: UTF-16
/// code units of the article's text, or of the string that <paramref name="In"/> names.
/// </summary>
/// <param name="Published">ISO 8601, as printed on the page; never inferred, since no other article is looked at.</param>
/// <param name="Sha256">Of the document's bytes.</param>
/// <param name="Path">Where the document lay, as given.</param>
/// <param name="Speaker">The name of the actor that the source means.</param>
/// <param name="Role">What the article calls that actor.</param>
/// <param name="Source">The source's words, parts divided by an ellipsis; null where the text names none.</param>
/// <param name="Addressee">The name of the actor it is said to, else the words for it.</param>
public sealed record Quote(
    string Id, string? Outlet, string? OutletReason, string? Published, string? PublishedReason, string? Url, string? UrlReason, string Sha256, string Path, string? Headline,
    string? Speaker, string? SpeakerReason, string? Role, string? Source, SpeechAct Act, AttributionKind Kind, bool Hedged, string? Addressee, string? Occasion,
    string? Cue, string? Content, string? In, ImmutableArray<TextSpan> SourceSpans, ImmutableArray<TextSpan> CueSpans, ImmutableArray<TextSpan> ContentSpans, double Confidence)
{
    internal static Quote Of(DossierDocument document, DossierArticle article, DossierAttribution attribution, DossierActor? speaker, DossierActor? addressee) => new(
        attribution.Id, article.Outlet?.Name, article.OutletReason, article.Published?.Value, article.PublishedReason, article.Url ?? document.Url,
        article.Url is null && document.Url is null ? article.UrlReason ?? document.UrlReason : null, document.Sha256, document.Paths[0], article.Headline,
        speaker?.Name, attribution.SpeakerReason, speaker is { Roles: [var role, ..] } ? Wording.OneLine(role.Text) : null,
        Words(article, attribution, attribution.Source), attribution.Act, attribution.Kind, attribution.Hedged,
        addressee?.Name ?? (attribution.AddresseeSpan is { } to ? DossierView.Words(article, attribution.In, to) : null),
        attribution.Occasion is { } occasion ? Wording.OneLine(occasion) : null,
        Words(article, attribution, attribution.Cue), Words(article, attribution, attribution.Content), attribution.In,
        attribution.Source, attribution.Cue, attribution.Content, attribution.Confidence);

    private static string? Words(DossierArticle article, DossierAttribution attribution, ImmutableArray<TextSpan> spans) =>
        spans.IsDefaultOrEmpty ? null : DossierView.Words(article, attribution.In, spans);
}
