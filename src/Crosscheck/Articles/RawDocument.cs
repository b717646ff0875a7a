using System.Collections.Immutable;

namespace Crosscheck.Articles;

/// <summary>What the media type or the name says a document is; <see cref="Unknown"/> is sniffed from the bytes.</summary>
public enum DocumentFormat
{
    Unknown,
    Html,
    PlainText,
}

/// <summary>Bytes as received, with where they came from. Identical bytes given twice are one document with two paths.</summary>
/// <param name="Paths">As given, with <c>/</c>; an entry of a container is <c>file!entry</c>.</param>
/// <param name="Charset">What the carrier (HTTP header, feed) says of the encoding; null when it says nothing. The page decides as the HTML standard sniffs.</param>
public sealed record RawDocument(
    ImmutableArray<string> Paths,
    ReadOnlyMemory<byte> Bytes,
    string Sha256,
    DocumentFormat Format,
    GivenMetadata Given,
    string? Container = null,
    string? Charset = null,
    int? HttpStatus = null)
{
    public string Path => Paths[0];
}

/// <summary>What came with the document from outside its bytes: a JSON line's fields, a sidecar file, a crawler's record, a feed's entry.</summary>
public sealed record GivenMetadata(
    string? Url = null, string? Title = null, string? Published = null, string? Outlet = null, string? Fetched = null)
{
    public static GivenMetadata None { get; } = new();

    /// <summary>The basis that these values are shown with: who gave them.</summary>
    public string Basis { get; init; } = "given";

    /// <summary>Who gave the time of fetching, where that is not <see cref="Basis"/>.</summary>
    public string? FetchedBasis { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Why the document holds less than the article, where whoever gave it says so; null for a whole one.</summary>
    public string? Incomplete { get; init; }
}
