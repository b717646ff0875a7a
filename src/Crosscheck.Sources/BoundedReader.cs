using System.IO.Compression;

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
        using Stream input = compressed ? new GZipStream(counted, CompressionMode.Decompress) : counted;
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
        catch (InvalidDataException)
        {
            // What was decompressed before the break is not shown as if it were the whole page.
            return ReadFailure.Broken;
        }

        if (compressed && !EndsWhole(counted, output.Length)) return ReadFailure.Broken;
        bytes = output.ToArray();
        return ReadFailure.None;
    }

    /// <summary>
    /// A gzip member ends with its unpacked length modulo 2^32 (RFC 1952); the framework's stream takes a file that just stops for a whole
    /// one. Of several members in one file only the last one's length is there, so it may be less.
    /// </summary>
    private static bool EndsWhole(CountingStream counted, long unpacked) =>
        counted.BytesRead >= 18 && (counted.LastFour == (uint)unpacked || (counted.Members > 1 && counted.LastFour < unpacked));

    private sealed class CountingStream(Stream inner) : Stream
    {
        private uint _window;

        public long BytesRead { get; private set; }

        /// <summary>The last four bytes read, the first of them lowest.</summary>
        public uint LastFour { get; private set; }

        /// <summary>Times that the three bytes with which a gzip member begins were seen; at least the number of members.</summary>
        public int Members { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => BytesRead;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

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

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
