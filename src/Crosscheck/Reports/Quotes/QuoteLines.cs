using System.Collections.Immutable;
using System.Globalization;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Reports.Building;
using Crosscheck.Text;
using CsvHelper;

namespace Crosscheck.Reports.Quotes;

public enum QuoteFormat
{
    /// <summary>RFC 4180 with a header, UTF-8; a field that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    Csv,

    /// <summary>A JSON object a line.</summary>
    Jsonl,
}

/// <summary>Writes the attributions of articles as they come, a row each; identifiers count on through the stream, wanted or not. Not thread-safe.</summary>
/// <param name="stream">Stays open.</param>
public sealed class QuoteLines(Stream stream, QuoteFormat format, QuoteFilter filter) : IDisposable
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    private static readonly string[] Columns =
    [
        "id", "outlet", "published", "url", "sha256", "path", "headline", "speaker", "role", "source", "act", "kind", "hedged", "addressee", "occasion", "cue", "content",
        "in", "source_spans", "cue_spans", "content_spans", "confidence",
    ];

    private readonly Numbering _numbers = new();
    private readonly CsvWriter? _csv = format == QuoteFormat.Csv ? Headed(stream) : null;

    /// <summary>A document's attributions that the filter accepts, in order of the text.</summary>
    /// <returns>How many were written.</returns>
    public int Write(ReadDocument document, IEnumerable<AnalyzedArticle> articles)
    {
        var written = 0;
        foreach (var article in AnalyzedLines.Record(document, articles, _numbers))
        {
            if (article is not { DocumentRecord: { } source, Actors: { } known }) continue;
            var actors = known.ToDictionary(a => a.Id, StringComparer.Ordinal);
            foreach (var attribution in article.Attributions.Where(filter.AcceptsAct))
            {
                var quote = Quote.Of(source, article, attribution, Find(actors, attribution.Speaker), Find(actors, attribution.Addressee));
                if (!filter.AcceptsSpeaker(Find(actors, attribution.Speaker), quote.Source)) continue;
                if (_csv is null) DossierJson.WriteQuote(quote, stream);
                else Row(_csv, quote);
                written++;
            }
        }

        _csv?.Flush();
        return written;
    }

    public void Dispose() => _csv?.Dispose();

    private static DossierActor? Find(Dictionary<string, DossierActor> actors, string? id) => id is null ? null : actors.GetValueOrDefault(id);

    private static CsvWriter Headed(Stream stream)
    {
        var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader(Columns);
        return csv;
    }

    private static void Row(CsvWriter csv, Quote quote)
    {
        foreach (var value in (ReadOnlySpan<string?>)
        [
            quote.Id, quote.Outlet, quote.Published, quote.Url, quote.Sha256, quote.Path, quote.Headline, quote.Speaker, quote.Role, quote.Source,
            DossierNames.Of(quote.Act), DossierNames.Of(quote.Kind), quote.Hedged ? "true" : "false", quote.Addressee, quote.Occasion, quote.Cue, quote.Content,
            quote.In, Places(quote.SourceSpans), Places(quote.CueSpans), Places(quote.ContentSpans), quote.Confidence.ToString("0.####", CultureInfo.InvariantCulture),
        ])
        {
            csv.WriteField(value);
        }

        csv.EndRecord();
    }

    /// <summary>"12:40 57:61": half-open, a space between parts.</summary>
    private static string Places(ImmutableArray<TextSpan> spans) =>
        spans.IsDefaultOrEmpty ? string.Empty : string.Join(' ', spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}:{s.End}")));
}
