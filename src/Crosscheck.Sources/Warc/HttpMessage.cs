using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Crosscheck.Sources.Warc;

/// <summary>An HTTP response as a crawler kept it (RFC 9110, RFC 9112): status, fields, and the body with its transfer and content codings undone.</summary>
/// <param name="Failure">Why the body is not whole; what there is of a broken one was kept.</param>
internal sealed record HttpMessage(int Status, FieldLines Fields, byte[] Body, ReadFailure Failure)
{
    /// <summary>The message, or null for bytes that begin with no status line.</summary>
    public static HttpMessage? Read(byte[] bytes, SourceOptions options)
    {
        var line = bytes.AsSpan(0, Math.Min(bytes.Length, 64));
        if (!line.StartsWith("HTTP/"u8) || line.IndexOf((byte)' ') is not (> 0 and var space)) return null;
        if (!Utf8Parser.TryParse(line[(space + 1)..], out int status, out _)) return null;
        var first = bytes.AsSpan().IndexOf((byte)'\n') + 1;
        if (first == 0) return null;
        var fields = FieldLines.Read(bytes.AsSpan(first), out var end);
        ReadOnlyMemory<byte> body = bytes.AsMemory(first + end);
        // Some crawlers undo the chunks and keep the field: then the body does not read as chunks.
        if (Has(fields["Transfer-Encoding"], "chunked") && Unchunk(body.Span) is { } joined) body = joined;
        var failure = Decode(fields["Content-Encoding"], ref body, options);
        return new HttpMessage(status, fields, failure is ReadFailure.None or ReadFailure.Broken ? body.ToArray() : [], failure);
    }

    private static bool Has(string? value, string word) => value is not null && value.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The chunks joined (RFC 9112, section 7.1), as far as they go; null where the first is none.</summary>
    private static byte[]? Unchunk(ReadOnlySpan<byte> body)
    {
        using var joined = new MemoryStream();
        var at = 0;
        var any = false;
        while (at < body.Length)
        {
            var rest = body[at..];
            var line = rest[..Math.Min(rest.Length, 1024)].IndexOf((byte)'\n');
            if (line < 0) break;
            var size = Encoding.Latin1.GetString(rest[..line]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0) break;
            any = true;
            if (length == 0) break;
            var chunk = rest[(line + 1)..];
            chunk = chunk[..Math.Min(length, chunk.Length)];
            joined.Write(chunk);
            at += line + 1 + chunk.Length;
            while (at < body.Length && body[at] is (byte)'\r' or (byte)'\n') at++;
        }

        return any ? joined.ToArray() : null;
    }

    private static ReadFailure Decode(string? codings, ref ReadOnlyMemory<byte> body, SourceOptions options)
    {
        if (codings is null) return ReadFailure.None;
        foreach (var coding in codings.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse().Take(4))
        {
            // Many crawlers undo the coding and keep the field: bytes that are not so coded are as they should be.
            Func<Stream, Stream>? undo = coding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" when KindSniffer.IsGzip(body.Span) => s => new GZipStream(s, CompressionMode.Decompress),
                "deflate" when body.Length > 1 && (body.Span[0] & 0x0F) == 8 && ((body.Span[0] << 8) + body.Span[1]) % 31 == 0 => s => new ZLibStream(s, CompressionMode.Decompress),
                "br" when !LooksLikeText(body.Span) => s => new BrotliStream(s, CompressionMode.Decompress),
                _ => null,
            };
            if (undo is null) continue;
            using var packed = new MemoryStream(body.ToArray());
            using var unpacked = undo(packed);
            var failure = BoundedReader.Unpack(unpacked, body.Length, options, out var plain);
            // The framework takes a gzip stream that just stops for a whole one; its last four bytes are its length (RFC 1952).
            if (failure == ReadFailure.None && unpacked is GZipStream && BinaryPrimitives.ReadUInt32LittleEndian(body.Span[^4..]) != (uint)plain.Length) failure = ReadFailure.Broken;
            body = plain;
            if (failure != ReadFailure.None) return failure;
        }

        return ReadFailure.None;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) || bytes.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{', ..];
}
