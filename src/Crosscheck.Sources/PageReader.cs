using System.Security.Cryptography;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;

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

        return [Page(bytes, entry)];
    }

    private static RawDocument Page(byte[] bytes, Entry entry)
    {
        var format = entry.Kind switch
        {
            FileKind.Html => DocumentFormat.Html,
            FileKind.PlainText => DocumentFormat.PlainText,
            _ => DocumentFormat.Unknown,
        };
        return new RawDocument(
            [entry.Shown], bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), format, entry.Given, entry.Container, entry.Charset, entry.HttpStatus);
    }
}
