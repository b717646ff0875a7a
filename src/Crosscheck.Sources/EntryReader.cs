using System.IO.Compression;
using Crosscheck.Sources.Archives;
using Crosscheck.Sources.Warc;

namespace Crosscheck.Sources;

/// <summary>From the bytes of a file, or of an entry in a container, to documents: knows which reader each kind needs. Never throws for what the bytes hold.</summary>
internal sealed class EntryReader
{
    private readonly SourceOptions _options;
    private readonly PageReader _pages = new();

    public EntryReader(SourceOptions options) => _options = options;

    /// <param name="open">Gives the bytes from their start.</param>
    /// <param name="again">Whether <paramref name="open"/> can be called more than once.</param>
    public IEnumerable<SourceItem> Read(Func<Stream> open, Entry entry, bool again) => BrokenOff.Said(entry.Shown, Items(open, entry, again));

    private IEnumerable<SourceItem> Items(Func<Stream> open, Entry entry, bool again)
    {
        if (entry.Kind is FileKind.Zip or FileKind.Tar)
        {
            foreach (var item in Archive(open, entry, again)) yield return item;
            yield break;
        }

        using var stream = open();
        using var peeked = entry.Kind is FileKind.Unknown ? PeekedStream.Of(stream) : null;
        var known = peeked is null ? entry : Sniffed(peeked.Head, entry);
        var input = peeked ?? stream;
        foreach (var item in known.Kind switch
        {
            FileKind.JsonLines => new JsonLinesReader(_options).Read(input, known),
            FileKind.Warc => new WarcReader(_options, _pages).Read(input, known),
            FileKind.Zip or FileKind.Tar => Archive(again ? open : () => input, known, again),
            _ => Whole(input, known),
        }) yield return item;
    }

    /// <summary>An archive is read twice, names first: one that comes once only is held.</summary>
    private IEnumerable<SourceItem> Archive(Func<Stream> open, Entry entry, bool again)
    {
        if (again) return new ArchiveReader(_options, this).Read(open, entry);
        using var stream = open();
        var failed = BoundedReader.Read(stream, compressed: false, _options, out var bytes);
        return failed == ReadFailure.None
            ? new ArchiveReader(_options, this).Read(() => new MemoryStream(bytes, writable: false), entry)
            : [BoundedReader.Failed(failed, entry.Shown, _options)];
    }

    private IEnumerable<SourceItem> Whole(Stream stream, Entry entry)
    {
        var failed = BoundedReader.Read(stream, entry.Compressed, _options, out var bytes);
        return failed == ReadFailure.None ? _pages.Read(bytes, entry) : [BoundedReader.Failed(failed, entry.Shown, _options)];
    }

    private static Entry Sniffed(ReadOnlySpan<byte> head, Entry entry)
    {
        if (!entry.Compressed && !KindSniffer.IsGzip(head)) return entry with { Kind = KindSniffer.KindOf(head) };
        using var packed = new MemoryStream(head.ToArray());
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        var first = new byte[KindSniffer.Reach];
        var filled = 0;
        try
        {
            filled = unpacked.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            // Whoever reads it all says that it is broken.
        }

        return entry with { Kind = KindSniffer.KindOf(first.AsSpan(0, filled)), Compressed = true };
    }
}
