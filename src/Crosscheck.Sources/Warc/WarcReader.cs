using Crosscheck.Articles;
using Crosscheck.Diagnostics;

namespace Crosscheck.Sources.Warc;

/// <summary>
/// The pages of a WARC file (ISO 28500, versions 1.0 and 1.1), each at <c>file!OFFSET</c>, streamed: memory holds one record. Responses, resources
/// and conversions hold pages; what else the file holds is counted.
/// </summary>
internal sealed class WarcReader(SourceOptions options, PageReader pages)
{
    private const int FaultsSaid = 100;

    public IEnumerable<SourceItem> Read(Stream stream, Entry file)
    {
        using var input = new WarcInput(stream, file.Compressed, options);
        var records = new WarcRecords(input, options);
        var passed = new PassedOver();
        var any = false;
        var faults = 0;
        while (input.NextPart())
        {
            while (records.Next() is { } record)
            {
                any = true;
                if (record.Fault is not null && faults++ < FaultsSaid) yield return Faulty(record, file);
                foreach (var item in Pages(record, file, passed)) yield return item;
            }

            if (input.State is MemberState.Broken or MemberState.Bomb && faults++ < FaultsSaid) yield return Faulty(input, file);
        }

        if (!any) yield return new Diagnostic(DiagnosticCode.RecordBroken, Severity.Error, file.Shown, null, $"'{file.Shown}' holds no WARC record. Fetch it again.");
        if (faults > FaultsSaid) yield return new Diagnostic(DiagnosticCode.RecordBroken, Severity.Error, file.Shown, null, $"{faults - FaultsSaid} further records of '{file.Shown}' are broken.");
        if (passed.Count > 0)
        {
            yield return new Diagnostic(DiagnosticCode.RecordsPassedOver, Severity.Note, file.Shown, null, $"Records of '{file.Shown}' that are no pages: {passed}.");
        }
    }

    private static Diagnostic Faulty(WarcRecord record, Entry file) => new(
        DiagnosticCode.RecordBroken, Severity.Warning, $"{file.Shown}!{record.Place}", null, $"The record at {record.Place} of '{file.Shown}' {record.Fault}; it was read as far as it goes.");

    private static Diagnostic Faulty(WarcInput input, Entry file) => input.State == MemberState.Bomb
        ? new(DiagnosticCode.CompressedBomb, Severity.Error, file.Shown, null, $"What begins at {input.Place} of '{file.Shown}' grows too far when unpacked and was left; the rest was read.")
        : new(DiagnosticCode.CompressedBroken, Severity.Error, file.Shown, null, $"What begins at {input.Place} of '{file.Shown}' is not whole; the rest was read.");

    private IEnumerable<SourceItem> Pages(WarcRecord record, Entry file, PassedOver passed)
    {
        switch (record.Type)
        {
            case "response":
                return Response(record, file, passed);
            case "resource" or "conversion":
                return Content(record, record.Block, record.Fields["Content-Type"], null, record.Fault is not null, file, passed);
            case "warcinfo" or "request" or "metadata":
                // These speak of the crawl and of other records.
                return [];
            default:
                passed.Add(record.Type.Length is > 0 and < 30 ? record.Type : "of no type");
                return [];
        }
    }

    private IEnumerable<SourceItem> Response(WarcRecord record, Entry file, PassedOver passed)
    {
        if (record.TooLarge) return Content(record, [], null, null, false, file, passed);
        if (HttpMessage.Read(record.Block, options) is not { } message)
        {
            passed.Add(MediaTypes.Essence(record.Fields["Content-Type"]) is { Length: > 0 } type && !type.StartsWith("application/http", StringComparison.Ordinal) ? type : "without an HTTP header");
            return [];
        }

        if (message.Status is < 200 or > 299)
        {
            passed.Add($"HTTP {message.Status}");
            return [];
        }

        if (message.Failure is ReadFailure.Bomb or ReadFailure.TooLarge) return [BoundedReader.Failed(message.Failure, $"{file.Shown}!{record.Place}", options)];
        return Content(record, message.Body, message.Fields["Content-Type"], message.Status, record.Fault is not null || message.Failure == ReadFailure.Broken, file, passed);
    }

    private IEnumerable<SourceItem> Content(WarcRecord record, byte[] bytes, string? contentType, int? status, bool cut, Entry file, PassedOver passed)
    {
        if (record.TooLarge) return [BoundedReader.Failed(ReadFailure.TooLarge, $"{file.Shown}!{record.Place}", options)];
        var essence = MediaTypes.Essence(contentType);
        var kind = MediaTypes.KindOf(essence);
        if (kind is not { } readable || IsForMachines(record.Target) || (readable == FileKind.Feed && !KindSniffer.IsFeed(bytes)))
        {
            passed.Add(essence.Length is > 0 and < 60 ? essence : "of no type");
            return [];
        }

        if (bytes.Length == 0 || BinarySniffer.KindOf(bytes) is not null)
        {
            passed.Add(bytes.Length == 0 ? "empty" : "binary");
            return [];
        }

        cut |= record.Fields["WARC-Truncated"] is not null;
        var given = new GivenMetadata(Url: record.Target, Fetched: record.Fields["WARC-Date"])
        {
            Basis = "WARC record",
            Incomplete = cut ? "the crawler's record was cut off" : null,
        };
        return pages.Read(bytes, file.Inside(record.Place, readable, given) with { Charset = MediaTypes.Parameter(contentType, "charset"), HttpStatus = status });
    }

    /// <summary>What a site tells crawlers is no page.</summary>
    private static bool IsForMachines(string? target) => target is not null && (target.EndsWith("/robots.txt", StringComparison.OrdinalIgnoreCase) || target.StartsWith("dns:", StringComparison.OrdinalIgnoreCase));
}
