using System.Buffers.Text;
using System.Text;

namespace Crosscheck.Sources.SavedPages;

/// <summary>A MIME entity (RFC 2045, RFC 2046): its fields and its content, transfer coding not yet undone.</summary>
internal sealed record MimePart(FieldLines Fields, ReadOnlyMemory<byte> Content, bool IsCut)
{
    private const int MaximumDepth = 5;
    private const int MaximumParts = 10_000;

    public string Essence => MediaTypes.Essence(Fields["Content-Type"] ?? "text/plain");

    public static MimePart Read(ReadOnlyMemory<byte> bytes, bool isCut = false)
    {
        var fields = FieldLines.Read(bytes.Span, out var end);
        return new MimePart(fields, bytes[end..], isCut);
    }

    /// <summary>The entities inside that hold no others, in order.</summary>
    public IEnumerable<MimePart> Leaves()
    {
        var left = MaximumParts;
        return Leaves(this, 0, ref left);
    }

    /// <summary>The content with quoted-printable (RFC 2045, section 6.7) or base64 undone; what is no base64 is passed over.</summary>
    public byte[] Decoded() => Fields["Content-Transfer-Encoding"]?.Trim().ToLowerInvariant() switch
    {
        "quoted-printable" => QuotedPrintable(Content.Span),
        "base64" => FromBase64(Content.Span),
        _ => Content.ToArray(),
    };

    private static List<MimePart> Leaves(MimePart part, int depth, ref int left)
    {
        if (depth >= MaximumDepth || !part.Essence.StartsWith("multipart/", StringComparison.Ordinal) || MediaTypes.Parameter(part.Fields["Content-Type"], "boundary") is not { Length: > 0 } boundary) return [part];
        var leaves = new List<MimePart>();
        foreach (var inner in Split(part.Content, Encoding.UTF8.GetBytes("--" + boundary)))
        {
            if (left-- <= 0) break;
            leaves.AddRange(Leaves(inner, depth + 1, ref left));
        }

        return leaves;
    }

    private static IEnumerable<MimePart> Split(ReadOnlyMemory<byte> content, byte[] mark)
    {
        var at = Mark(content.Span, mark, 0);
        while (at >= 0)
        {
            var start = at + mark.Length;
            if (content.Span[start..].StartsWith("--"u8)) yield break;
            var line = content.Span[start..].IndexOf((byte)'\n');
            if (line < 0) yield break;
            start += line + 1;
            at = Mark(content.Span, mark, start);
            var end = at < 0 ? content.Length : at;
            // The line end before a boundary belongs to it.
            if (at > start && content.Span[end - 1] == '\n') end--;
            if (at > start && end > start && content.Span[end - 1] == '\r') end--;
            yield return Read(content[start..end], isCut: at < 0);
        }
    }

    /// <summary>The next boundary that begins a line.</summary>
    private static int Mark(ReadOnlySpan<byte> content, ReadOnlySpan<byte> mark, int from)
    {
        while (content[from..].IndexOf(mark) is >= 0 and var found)
        {
            from += found;
            if (from == 0 || content[from - 1] == '\n') return from;
            from += mark.Length;
        }

        return -1;
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> text)
    {
        var plain = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                plain[length++] = text[i];
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                plain[length++] = (byte)((Hex(text[i + 1]) << 4) | Hex(text[i + 2]));
                i += 2;
            }
            else
            {
                // A soft line end; spaces may have been put behind the sign.
                var end = i + 1;
                while (end < text.Length && text[end] is (byte)' ' or (byte)'\t') end++;
                if (end < text.Length && text[end] == '\r') end++;
                if (end < text.Length && text[end] == '\n') i = end;
                else plain[length++] = text[i];
            }
        }

        return plain[..length];
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static byte[] FromBase64(ReadOnlySpan<byte> text)
    {
        var clean = new byte[text.Length];
        var length = 0;
        foreach (var b in text)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/') clean[length++] = b;
            else if (b == '=') break;
        }

        length -= length % 4 == 1 ? 1 : 0;
        var padded = new byte[(length + 3) / 4 * 4];
        padded.AsSpan().Fill((byte)'=');
        clean.AsSpan(0, length).CopyTo(padded);
        var plain = new byte[Base64.GetMaxDecodedFromUtf8Length(padded.Length)];
        Base64.DecodeFromUtf8(padded, plain, out _, out var written);
        return plain[..written];
    }
}
