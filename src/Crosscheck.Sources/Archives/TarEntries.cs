using System.Formats.Tar;
using System.IO.Compression;

namespace Crosscheck.Sources.Archives;

/// <summary>The files of a TAR archive (ustar, pax, GNU), in its order. Links and devices are no files.</summary>
internal static class TarEntries
{
    // An archive ends with two blocks of zeros.
    private const int BlockLength = 512;

    /// <exception cref="InvalidDataException">This is no TAR archive, or not a whole one.</exception>
    public static IEnumerable<ArchiveEntry> Read(Func<Stream> open, bool compressed, UnpackBudget budget)
    {
        using var stream = open();
        using var unpacked = compressed ? new MeteredStream(new GZipStream(stream, CompressionMode.Decompress), budget) : null;
        using var watched = new ZeroCount(unpacked ?? stream);
        using var archive = new TarReader(watched, leaveOpen: true);
        while (Next(archive) is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
            {
                yield return new ArchiveEntry(ArchiveEntry.Shown(entry.Name), entry.Length, Locked: false, () => entry.DataStream ?? Stream.Null);
            }
        }

        // The framework takes an archive that just stops between two entries for a whole one.
        if (watched.Zeros < BlockLength) throw new InvalidDataException();
    }

    private static TarEntry? Next(TarReader archive)
    {
        try
        {
            return archive.GetNextEntry();
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            // The framework's ways of saying that a header makes no sense.
            throw new InvalidDataException(e.Message, e);
        }
    }

    /// <summary>Counts the zero bytes that were read last.</summary>
    private sealed class ZeroCount(Stream inner) : ForwardStream
    {
        public long Zeros { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            var last = buffer[..read].LastIndexOfAnyExcept((byte)0);
            Zeros = last < 0 ? Zeros + read : read - last - 1;
            return read;
        }
    }
}
