namespace Crosscheck.Sources;

/// <summary>Tells files that hold no text, from their first bytes.</summary>
internal static class BinarySniffer
{
    private const int Looked = 4096;

    /// <summary>Name of the kind ("a PDF file"), or null for what may be text.</summary>
    public static string? KindOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return "a PDF file";
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return "a ZIP archive or office document";
        if (bytes.StartsWith("\u007FELF"u8) || bytes.StartsWith("MZ"u8)) return "a program";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])) return "a PNG picture";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "a JPEG picture";
        if (bytes.StartsWith("GIF8"u8)) return "a GIF picture";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return "a gzip file without .gz in its name";

        var head = bytes[..Math.Min(Looked, bytes.Length)];
        if (IsUtf16(head)) return null;
        var odd = 0;
        foreach (var b in head)
        {
            if (b is < 0x09 or (> 0x0D and < 0x20 and not 0x1B)) odd++;
        }

        return odd * 10 > head.Length ? "a binary file" : null;
    }

    /// <summary>A byte-order mark, or zero bytes nearly all on one side of each pair.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return true;
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        return Math.Max(even, odd) > head.Length / 5 && Math.Min(even, odd) * 20 < Math.Max(even, odd);
    }
}
