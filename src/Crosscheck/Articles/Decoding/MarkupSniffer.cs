using System.Text;

namespace Crosscheck.Articles.Decoding;

/// <summary>Whether bytes of unknown type are an HTML page (after the patterns of the WHATWG MIME Sniffing standard, section 7.1).</summary>
public static class MarkupSniffer
{
    private const int Reach = 2048;

    public static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]).Replace("\0", string.Empty, StringComparison.Ordinal);
        var text = head.AsSpan().TrimStart("\u00EF\u00BB\u00BF\u00FE\u00FF \t\r\n\f");
        if (text.Length == 0 || text[0] != '<') return false;
        foreach (var start in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<body", "<script", "<!--", "<title", "<meta", "<div", "<p", "<table", "<h1", "<article", "<style", "<a ", "<b", "<br", "<font", "<iframe", "<link", "<main", "<section"])
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
