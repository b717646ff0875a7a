using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;
using Crosscheck.Sources;

namespace Crosscheck.Tests.Sources;

/// <summary>Small containers made in memory, and what is read from them.</summary>
internal static class Packed
{
    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(bytes);
        return output.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return output.ToArray();
    }

    public static byte[] Zip(params (string Name, string Text)[] files) => Zip([.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    public static byte[] Tar(params (string Name, byte[] Bytes)[] files)
    {
        using var output = new MemoryStream();
        using (var archive = new TarWriter(output, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes), ModificationTime = DateTimeOffset.UnixEpoch });
            }
        }

        return output.ToArray();
    }

    public static byte[] Tar(params (string Name, string Text)[] files) => Tar([.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    /// <summary>What a file of that name and with those bytes gives.</summary>
    public static (List<RawDocument> Documents, List<Diagnostic> Diagnostics) Read(string name, byte[] bytes, SourceOptions? options = null)
    {
        using var folder = new TempFolder();
        var path = folder.Write(name, bytes);
        return Read(new DocumentReader(options).Read([path], () => Stream.Null), folder.Path + "/");
    }

    public static (List<RawDocument> Documents, List<Diagnostic> Diagnostics) ReadStandardInput(byte[] bytes, SourceOptions? options = null) =>
        Read(new DocumentReader(options).Read(["-"], () => new OneWay(bytes)), string.Empty);

    public static string Text(this RawDocument document) => Encoding.UTF8.GetString(document.Bytes.Span);

    /// <summary>Paths without the folder that they lie in.</summary>
    private static (List<RawDocument> Documents, List<Diagnostic> Diagnostics) Read(IEnumerable<SourceItem> items, string folder)
    {
        var documents = new List<RawDocument>();
        var diagnostics = new List<Diagnostic>();
        foreach (var item in items)
        {
            if (item.Document is { } d) documents.Add(d with { Paths = [.. d.Paths.Select(p => Within(folder, p))], Container = d.Container is null ? null : Within(folder, d.Container) });
            if (item.Diagnostic is { } said) diagnostics.Add(said);
        }

        return (documents, diagnostics);
    }

    private static string Within(string folder, string path) => folder.Length == 0 ? path : path.Replace(folder, string.Empty, StringComparison.Ordinal);

    /// <summary>Bytes as a pipe gives them: in pieces, and never again.</summary>
    private sealed class OneWay(byte[] bytes) : ForwardStream
    {
        private int _next;

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(Math.Min(buffer.Length, 1000), bytes.Length - _next);
            bytes.AsSpan(_next, count).CopyTo(buffer);
            _next += count;
            return count;
        }
    }
}
