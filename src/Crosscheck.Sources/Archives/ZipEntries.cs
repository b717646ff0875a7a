using System.Buffers.Binary;
using System.IO.Compression;

namespace Crosscheck.Sources.Archives;

/// <summary>The files of a ZIP archive, in the order of its directory (APPNOTE.TXT, the ZIP specification).</summary>
internal static class ZipEntries
{
    // The framework reads the directory whole: about a million and a half of the shortest entries.
    private const long LongestDirectory = 64L << 20;
    private const int LongestEnd = 22 + 0xFFFF;

    /// <exception cref="InvalidDataException">This is no ZIP archive, or not a whole one.</exception>
    /// <exception cref="UnpackLimitException">Its directory is too long to be held.</exception>
    public static IEnumerable<ArchiveEntry> Read(Func<Stream> open)
    {
        using var stream = open();
        if (stream.Length - DirectoryStart(stream) > LongestDirectory) throw new UnpackLimitException("has too many entries.");
        stream.Position = 0;
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\')) continue;
            yield return new ArchiveEntry(ArchiveEntry.Shown(entry.FullName), entry.Length, entry.IsEncrypted, entry.Open);
        }
    }

    /// <summary>Where the directory begins, as the record at the archive's end says; what lies behind it is all that can be directory.</summary>
    private static long DirectoryStart(Stream stream)
    {
        var tail = new byte[Math.Min(stream.Length, LongestEnd)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < 22) throw new InvalidDataException();
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (start != uint.MaxValue) return start;
        var locator = tail.AsSpan(0, end).LastIndexOf("PK\u0006\u0007"u8);
        if (locator < 0 || end - locator < 20) return start;
        var wide = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(locator + 8));
        if (wide < 0 || wide > stream.Length - 56) throw new InvalidDataException();
        Span<byte> record = stackalloc byte[56];
        stream.Position = wide;
        stream.ReadExactly(record);
        return BinaryPrimitives.ReadInt64LittleEndian(record[48..]);
    }
}
