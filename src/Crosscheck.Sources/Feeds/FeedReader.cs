using System.Net;
using System.Security.Cryptography;
using System.Text;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;

namespace Crosscheck.Sources.Feeds;

/// <summary>
/// The entries of a feed (RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1), each a document at <c>file!NUMBER</c> (from 1) whose metadata has the basis
/// "feed". An entry with a summary alone is marked as incomplete.
/// </summary>
internal static class FeedReader
{
    public static IEnumerable<SourceItem> Read(byte[] bytes, Entry file)
    {
        var decoded = Articles.Decoding.Decoder.Decode(bytes, file.Charset, markup: true, file.Shown);
        foreach (var diagnostic in decoded.Diagnostics) yield return diagnostic;
        var text = decoded.Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var feed = text.StartsWith('{') ? JsonFeed.Read(text) : XmlFeed.Read(text);
        if (feed is null)
        {
            yield return new Diagnostic(DiagnosticCode.FeedBroken, Severity.Error, file.Shown, null, $"'{file.Shown}' is no feed that can be read. Fetch it again.");
            yield break;
        }

        for (var i = 0; i < feed.Entries.Count; i++) yield return Document(feed.Entries[i], feed.Head, file, i + 1);
        if (feed.Unread > 0)
        {
            yield return new Diagnostic(DiagnosticCode.FeedBroken, Severity.Error, file.Shown, null, $"{feed.Unread} entries of '{file.Shown}' are broken; {feed.Entries.Count} were read.");
        }
        else if (feed.Mended)
        {
            yield return new Diagnostic(DiagnosticCode.FeedBroken, Severity.Note, file.Shown, null, $"'{file.Shown}' is not well-formed XML; its entries were read one by one.");
        }
        else if (feed.Entries.Count == 0)
        {
            yield return new Diagnostic(DiagnosticCode.InputEmpty, Severity.Warning, file.Shown, null, $"The feed '{file.Shown}' has no entries.");
        }
    }

    private static RawDocument Document(FeedEntry entry, FeedHead head, Entry file, int number)
    {
        var full = entry.Content is { Length: > 0 };
        var text = full ? entry.Content! : entry.Summary ?? string.Empty;
        var markup = text.Length == 0 || (!entry.IsPlain && text.Contains('<', StringComparison.Ordinal));
        var outlet = file.Given.Outlet ?? entry.Source ?? FeedOutlet.Of(head.Title, entry.Address);
        var given = new GivenMetadata(entry.Address, Title(entry), entry.Published ?? entry.Changed, outlet, file.Given.Fetched)
        {
            Basis = "feed",
            FetchedBasis = file.Given.FetchedBasis ?? file.Given.Basis,
            Authors = [.. entry.Authors.Count > 0 ? entry.Authors : head.Authors],
            Incomplete = !full ? "the feed gives a summary only" : BreaksOff(text) ? "the feed's text breaks off" : null,
        };
        if (!entry.IsPlain && !markup) text = WebUtility.HtmlDecode(text);
        return new RawDocument(
            [$"{file.Shown}!{number}"], Encoding.UTF8.GetBytes(text), Hash(given, text), markup ? DocumentFormat.Html : DocumentFormat.PlainText, given, file.Shown, "utf-8", file.HttpStatus);
    }

    /// <summary>An aggregator prints the outlet behind the headline.</summary>
    private static string? Title(FeedEntry entry) =>
        entry.Source is { } source && entry.Title is { } title && title.EndsWith(" - " + source, StringComparison.Ordinal) ? title[..^(source.Length + 3)].TrimEnd() : entry.Title;

    private static bool BreaksOff(string text)
    {
        var tail = text.AsSpan(Math.Max(0, text.Length - 200)).TrimEnd();
        while (tail.EndsWith(">") && tail.LastIndexOf('<') is >= 0 and var tag) tail = tail[..tag].TrimEnd();
        return tail is [.., '\u2026'] || tail.EndsWith("...") || tail.EndsWith("[\u2026]") || tail.EndsWith("[...]") || tail.EndsWith("&#8230;") || tail.EndsWith("[&#8230;]") || tail.EndsWith("&hellip;");
    }

    /// <summary>Equal entries are one document, whichever file they came in.</summary>
    private static string Hash(GivenMetadata given, string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in (string?[])[given.Url, given.Title, given.Published, given.Outlet, .. given.Authors, text])
        {
            hash.AppendData(Encoding.UTF8.GetBytes(value ?? string.Empty));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
