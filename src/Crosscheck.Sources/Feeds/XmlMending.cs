using System.Net;
using System.Text;

namespace Crosscheck.Sources.Feeds;

/// <summary>
/// What breaks most feeds, put right without guessing at structure: an ampersand that begins no reference of XML (a reference of HTML becomes its character), a
/// less-than sign that begins no tag, and characters that XML does not allow. What stands in CDATA and in tags stays as it is.
/// </summary>
internal static class XmlMending
{
    private const int LongestReference = 32;

    public static string Mend(string xml)
    {
        var mended = new StringBuilder(xml.Length);
        for (var i = 0; i < xml.Length; i++)
        {
            var c = xml[i];
            if (c == '<' && xml.AsSpan(i).StartsWith("<![CDATA["))
            {
                var close = xml.IndexOf("]]>", i, StringComparison.Ordinal);
                var end = close < 0 ? xml.Length : close + 3;
                AppendAllowed(mended, xml.AsSpan(i, end - i));
                i = end - 1;
            }
            else if (c == '<' && !(i + 1 < xml.Length && (char.IsLetter(xml[i + 1]) || xml[i + 1] is '/' or '!' or '?' or '_')))
            {
                mended.Append("&lt;");
            }
            else if (c == '&')
            {
                i += Reference(mended, xml.AsSpan(i, Math.Min(LongestReference, xml.Length - i))) - 1;
            }
            else
            {
                AppendAllowed(mended, xml.AsSpan(i, 1));
            }
        }

        return mended.ToString();
    }

    /// <returns>How many characters were taken.</returns>
    private static int Reference(StringBuilder mended, ReadOnlySpan<char> at)
    {
        var end = at.IndexOf(';');
        var name = end > 1 ? at[1..end] : default;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos" || (name.Length > 1 && name[0] == '#' && IsNumber(name[1..])))
        {
            mended.Append(at[..(end + 1)]);
            return end + 1;
        }

        var known = name.IsEmpty ? string.Empty : WebUtility.HtmlDecode(at[..(end + 1)].ToString());
        if (known.Length is 1 or 2 && known[0] != '&')
        {
            mended.Append(known);
            return end + 1;
        }

        mended.Append("&amp;");
        return 1;
    }

    private static bool IsNumber(ReadOnlySpan<char> digits)
    {
        var hex = digits[0] == 'x';
        if (hex) digits = digits[1..];
        if (digits.Length is 0 or > 6) return false;
        foreach (var c in digits)
        {
            if (!(hex ? char.IsAsciiHexDigit(c) : char.IsAsciiDigit(c))) return false;
        }

        return true;
    }

    private static void AppendAllowed(StringBuilder mended, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c >= ' ' || c is '\t' or '\n' or '\r') mended.Append(c);
        }
    }
}
