using System.Security.Cryptography;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;
using Crosscheck.Sources.Feeds;
using Crosscheck.Sources.SavedPages;

namespace Crosscheck.Sources;

/// <summary>From the whole bytes of a page, a text, a feed or a saved page to documents.</summary>
internal sealed class PageReader
{
    public IEnumerable<SourceItem> Read(byte[] bytes, Entry entry)
    {
        if (bytes.Length == 0) return [new Diagnostic(DiagnosticCode.InputEmpty, Severity.Warning, entry.Shown, null, $"'{entry.Shown}' is empty.")];
        if (BinarySniffer.KindOf(bytes) is { } binary)
        {
            return [new Diagnostic(DiagnosticCode.InputBinary, Severity.Error, entry.Shown, null, $"'{entry.Shown}' is {binary}, not a page or a text. Save it as text or HTML.")];
        }

        return entry.Kind switch
        {
            FileKind.Feed => FeedReader.Read(bytes, entry),
            FileKind.Mhtml => [SavedPageReader.Read(bytes, entry)],
            _ => [Page(bytes, entry)],
        };
    }

    private static RawDocument Page(byte[] bytes, Entry entry)
    {
        var format = entry.Kind switch
        {
            FileKind.Html => DocumentFormat.Html,
            FileKind.PlainText => DocumentFormat.PlainText,
            _ => DocumentFormat.Unknown,
        };
        var given = format == DocumentFormat.PlainText ? entry.Given : SavedPageMark.Complete(entry.Given, bytes);
        return new RawDocument(
            [entry.Shown], bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), format, given, entry.Container, entry.Charset, entry.HttpStatus);
    }
}
