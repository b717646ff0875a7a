using System.Security.Cryptography;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;

namespace Crosscheck.Sources.SavedPages;

/// <summary>
/// A page that a browser saved with its pictures in one file (MHTML, RFC 2557): one document, the file's root page; frames and pictures are
/// left, as the folder of a saved page is. Its address and the day it was saved are those that the browser wrote down.
/// </summary>
internal static class SavedPageReader
{
    public static SourceItem Read(byte[] bytes, Entry file)
    {
        var message = MimePart.Read(bytes);
        var leaves = message.Leaves().ToList();
        var root = MediaTypes.Parameter(message.Fields["Content-Type"], "start");
        var page = (root is null ? null : leaves.Find(p => p.Fields["Content-ID"]?.Trim() == root && MediaTypes.KindOf(p.Essence) is FileKind.Html))
            ?? leaves.Find(p => MediaTypes.KindOf(p.Essence) is FileKind.Html)
            ?? leaves.Find(p => p.Essence == "text/plain" && p.Content.Length > 0);
        if (page is null || page.Decoded() is not { Length: > 0 } content)
        {
            return new Diagnostic(DiagnosticCode.SavedPageBroken, Severity.Error, file.Shown, null, $"'{file.Shown}' holds no page. Save it again, or as HTML.");
        }

        var given = file.Given with
        {
            Url = file.Given.Url ?? Address(message.Fields["Snapshot-Content-Location"]) ?? Address(page.Fields["Content-Location"]) ?? Address(message.Fields["Content-Location"]),
            Fetched = file.Given.Fetched ?? message.Fields["Date"],
            FetchedBasis = file.Given.Fetched is null ? "saved page" : file.Given.FetchedBasis,
            Incomplete = file.Given.Incomplete ?? (page.IsCut ? "the saved page breaks off" : null),
        };
        return new RawDocument(
            [file.Shown], content, Convert.ToHexStringLower(SHA256.HashData(content)), page.Essence == "text/plain" ? DocumentFormat.PlainText : DocumentFormat.Html,
            given, file.Container, MediaTypes.Parameter(page.Fields["Content-Type"], "charset"), file.HttpStatus);
    }

    private static string? Address(string? value) =>
        value is not null && (value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) ? value.Trim() : null;
}
