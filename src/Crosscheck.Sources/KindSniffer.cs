using System.Text;

namespace Crosscheck.Sources;

/// <summary>The kind of bytes whose name says nothing, from the first of them.</summary>
internal static class KindSniffer
{
    /// <summary>How many bytes decide.</summary>
    public const int Reach = 4096;

    private const int TarMark = 257;

    public static FileKind KindOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("WARC/"u8)) return FileKind.Warc;
        if (head.StartsWith("PK\u0003\u0004"u8)) return FileKind.Zip;
        if (head.Length > TarMark + 5 && head.Slice(TarMark, 5).SequenceEqual("ustar"u8)) return FileKind.Tar;
        if (IsFeed(head)) return FileKind.Feed;
        return IsMime(head) ? FileKind.Mhtml : FileKind.Unknown;
    }

    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);

    /// <summary>XML whose first element is a feed's, or JSON that names the version of JSON Feed.</summary>
    public static bool IsFeed(ReadOnlySpan<byte> head)
    {
        // A feed's first element is written in ASCII; zero bytes are UTF-16's.
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, Reach)]).Replace("\0", string.Empty, StringComparison.Ordinal).AsSpan().TrimStart("\u00EF\u00BB\u00BF\u00FE\u00FF \t\r\n");
        if (text.IsEmpty) return false;
        if (text[0] == '{') return text.Contains("jsonfeed.org/version", StringComparison.Ordinal) || text.Contains("jsonfeed.org\\/version", StringComparison.Ordinal);
        while (text.StartsWith("<?") || text.StartsWith("<!"))
        {
            var end = text.StartsWith("<!--") ? text.IndexOf("-->") + 2 : DeclarationEnd(text);
            if (end < 2) return false;
            text = text[(end + 1)..].TrimStart();
        }

        foreach (var name in (ReadOnlySpan<string>)["<rss", "<feed", "<rdf:RDF", "<atom:feed", "<a:feed"])
        {
            if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length || text[name.Length] is ' ' or '>' or '\t' or '\r' or '\n')) return true;
        }

        return false;
    }

    /// <summary>Where a declaration closes; one of a document type may hold others in brackets.</summary>
    private static int DeclarationEnd(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf('>');
        var open = text.IndexOf('[');
        if (open < 0 || open > close || !text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) return close;
        var end = text.IndexOf(']');
        return end < 0 || text[end..].IndexOf('>') is not (>= 0 and var after) ? -1 : end + after;
    }

    /// <summary>A page saved with its pictures begins as a mail does.</summary>
    private static bool IsMime(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        var end = text.IndexOf("\n\r\n", StringComparison.Ordinal) is >= 0 and var crlf ? crlf : text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0) end = text.Length;
        var headers = text.AsSpan(0, end);
        return headers.IndexOf(':') is > 0 and < 40 && headers.Contains("multipart/related", StringComparison.OrdinalIgnoreCase)
            && headers.Contains("MIME-Version", StringComparison.OrdinalIgnoreCase);
    }
}
