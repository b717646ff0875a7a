using System.Buffers;
using System.Text;

namespace Crosscheck.Articles.Decoding;

/// <summary>The encoding that a page's own first 1024 bytes name (HTML standard, "prescan a byte stream to determine its encoding").</summary>
internal static class MetaPrescan
{
    private const int Reach = 1024;
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n;\"'/>");

    /// <summary>The label that the first <c>meta</c> (or an XML declaration) gives, or null.</summary>
    public static string? Label(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]);
        if (head.StartsWith("<?xml", StringComparison.Ordinal) && head.IndexOf("?>", StringComparison.Ordinal) is > 0 and var end)
        {
            var declared = After(head.AsSpan(0, end), "encoding");
            if (declared is not null) return declared;
        }

        var at = 0;
        while ((at = head.IndexOf('<', at)) >= 0)
        {
            if (head.AsSpan(at).StartsWith("<!--"))
            {
                var close = head.IndexOf("-->", at + 2, StringComparison.Ordinal);
                if (close < 0) return null;
                at = close + 3;
                continue;
            }

            at++;
            if (!head.AsSpan(at).StartsWith("meta", StringComparison.OrdinalIgnoreCase)) continue;
            var stop = head.IndexOf('>', at);
            var tag = head.AsSpan(at, (stop < 0 ? head.Length : stop) - at);
            if (After(tag, "charset") is { } label) return label;
        }

        return null;
    }

    /// <summary>The value behind <c>name =</c>, quoted or bare.</summary>
    private static string? After(ReadOnlySpan<char> tag, string name)
    {
        var found = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (found < 0) return null;
        var rest = tag[(found + name.Length)..].TrimStart();
        if (rest.Length == 0 || rest[0] != '=') return null;
        rest = rest[1..].TrimStart();
        if (rest.Length == 0) return null;
        if (rest[0] is '"' or '\'')
        {
            var quote = rest[1..].IndexOf(rest[0]);
            return quote < 0 ? null : rest.Slice(1, quote).Trim().ToString();
        }

        var end = rest.IndexOfAny(ValueEnds);
        return (end < 0 ? rest : rest[..end]).ToString();
    }
}
