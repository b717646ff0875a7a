using System.Collections.Immutable;
using Crosscheck.Articles;

namespace Crosscheck.Reports.Building;

/// <summary>The documents of a run and their identifiers, found again by identity or by path.</summary>
internal sealed class DocumentIndex
{
    private readonly Dictionary<(string Sha256, string Path), string> _byIdentity = [];
    private readonly Dictionary<string, string> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);

    public DocumentIndex(ImmutableArray<ReadDocument> documents, Numbering numbers)
    {
        var records = ImmutableArray.CreateBuilder<DossierDocument>(documents.Length);
        foreach (var document in documents)
        {
            var record = Record(document, numbers.Document());
            _order[record.Id] = records.Count;
            records.Add(record);
            _byIdentity.TryAdd((document.Raw.Sha256, document.Raw.Path), record.Id);
            foreach (var path in document.Raw.Paths) _byPath.TryAdd(path, record.Id);
        }

        Records = records.ToImmutable();
    }

    public ImmutableArray<DossierDocument> Records { get; }

    public string IdOf(RawDocument raw) =>
        _byIdentity.TryGetValue((raw.Sha256, raw.Path), out var id) ? id : AtPath(raw.Path)
            ?? throw new ArgumentException($"The findings hold an article of '{raw.Path}' but not that document.");

    public string? AtPath(string? path) => path is not null && _byPath.TryGetValue(path, out var id) ? id : null;

    /// <summary>Place of a document in the dossier; -1 for none, which sorts first.</summary>
    public int OrderOf(string? id) => id is null ? -1 : _order[id];

    public static DossierDocument Record(ReadDocument document, string id)
    {
        var raw = document.Raw;
        return new DossierDocument(
            id,
            raw.Paths,
            raw.Sha256,
            raw.Bytes.Length,
            document.Encoding,
            document.MediaType,
            raw.Given.Url,
            raw.Given.Url is null ? "no address came with the document" : null,
            raw.Given.Fetched,
            raw.Given.Fetched is null ? "no time of fetching came with the document" : null,
            raw.Given.Fetched is null ? null : raw.Given.FetchedBasis ?? raw.Given.Basis,
            raw.Container,
            raw.HttpStatus,
            raw.HttpStatus is null ? "not an HTTP response" : null);
    }
}
