using System.IO.Compression;
using Crosscheck.Diagnostics;

namespace Crosscheck.Sources;

internal enum ReadFailure
{
    None,
    TooLarge,
    Bomb,
    Broken,
}

/// <summary>Reads a stream whole, within bounds on size and on how far a compressed one may grow.</summary>
internal static class BoundedReader
{
    private const int FreeGrowth = 1 << 20;

    public static ReadFailure Read(Stream file, bool compressed, SourceOptions options, out byte[] bytes)
    {
        bytes = [];
        using var counted = new CountingStream(file);
        using var unpacked = compressed ? new GZipStream(counted, CompressionMode.Decompress) : null;
        var input = unpacked ?? (Stream)counted;
        using var output = new MemoryStream();
        var buffer = new byte[81920];
        try
        {
            int read;
            while ((read = input.Read(buffer)) > 0)
            {
                output.Write(buffer, 0, read);
                if (compressed && output.Length > FreeGrowth && output.Length > counted.BytesRead * options.MaxExpansion) return ReadFailure.Bomb;
                if (output.Length > options.MaxDocumentBytes) return ReadFailure.TooLarge;
            }
        }
        catch (InvalidDataException) when (compressed)
        {
            // What was decompressed before the break is not shown as if it were the whole page.
            return ReadFailure.Broken;
        }

        if (compressed && !EndsWhole(counted, output.Length)) return ReadFailure.Broken;
        bytes = output.ToArray();
        return ReadFailure.None;
    }

    /// <summary>Reads what a stream unpacks, within the same bounds; what came before a break is kept.</summary>
    public static ReadFailure Unpack(Stream unpacked, long packedLength, SourceOptions options, out byte[] bytes)
    {
        using var output = new MemoryStream();
        var buffer = new byte[81920];
        var failure = ReadFailure.None;
        try
        {
            int read;
            while (failure == ReadFailure.None && (read = unpacked.Read(buffer)) > 0)
            {
                output.Write(buffer, 0, read);
                if (output.Length > FreeGrowth && output.Length > packedLength * options.MaxExpansion) failure = ReadFailure.Bomb;
                else if (output.Length > options.MaxDocumentBytes) failure = ReadFailure.TooLarge;
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // InvalidOperationException: how the framework's Brotli stream says it.
            failure = ReadFailure.Broken;
        }

        bytes = failure is ReadFailure.None or ReadFailure.Broken ? output.ToArray() : [];
        return failure;
    }

    public static Diagnostic Failed(ReadFailure failure, string shown, SourceOptions options) => failure switch
    {
        ReadFailure.TooLarge => new Diagnostic(DiagnosticCode.InputTooLarge, Severity.Error, shown, null, $"'{shown}' is larger than {options.MaxDocumentBytes >> 20} MB. Split it into articles."),
        ReadFailure.Bomb => new Diagnostic(DiagnosticCode.CompressedBomb, Severity.Error, shown, null, $"'{shown}' grows more than {options.MaxExpansion} times when unpacked and was not read. Unpack it yourself if it is meant to."),
        _ => new Diagnostic(DiagnosticCode.CompressedBroken, Severity.Error, shown, null, $"'{shown}' is not a whole gzip file. Fetch it again."),
    };

    /// <summary>
    /// A gzip member ends with its unpacked length modulo 2^32 (RFC 1952); the framework's stream takes a file that just stops for a whole
    /// one. Of several members in one file only the last one's length is there, so it may be less.
    /// </summary>
    private static bool EndsWhole(CountingStream counted, long unpacked) =>
        counted.BytesRead >= 18 && (counted.LastFour == (uint)unpacked || (counted.Members > 1 && counted.LastFour < unpacked));

    private sealed class CountingStream(Stream inner) : ForwardStream
    {
        private uint _window;

        public long BytesRead { get; private set; }

        /// <summary>The last four bytes read, the first of them lowest.</summary>
        public uint LastFour { get; private set; }

        /// <summary>Times that the three bytes with which a gzip member begins were seen; at least the number of members.</summary>
        public int Members { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            BytesRead += read;
            foreach (var b in buffer[..read])
            {
                LastFour = (LastFour >> 8) | ((uint)b << 24);
                _window = ((_window << 8) | b) & 0xFFFFFF;
                if (_window == 0x1F8B08) Members++;
            }

            return read;
        }
    }
}
