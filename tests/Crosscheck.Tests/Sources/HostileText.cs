using System.Globalization;
using System.Text;

namespace Crosscheck.Tests.Sources;

/// <summary>
/// Changes a document the way those do who mean harm or know no better: by what its format turns on. Tags doubled, torn open and swapped, thousands of levels, floods of
/// entities, attributes and one character, lies about charsets, lengths and days, foreign records in the text. One call is one change; sizes are small mostly and rarely huge.
/// </summary>
internal static class HostileText
{
    private const int MaxBytes = 3 << 20;

    private static readonly string[] Charsets =
        ["utf-7", "utf-16le", "utf-16", "utf-32", "iso-2022-jp", "shift_jis", "euc-kr", "gb18030", "big5", "windows-1251", "ibm866", "x-user-defined", "replacement", "latin1", "hz-gb-2312", "utf-8-but-not", ""];

    private static readonly string[] Levels =
        ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<article>", "<section><h2>x</h2>", "<font>", "<a href=x>", "<svg>", "<math><mi>", "<select>", "<template>", "<noscript>", "<p>", "<item>", "<entry>", "<content type='xhtml'>", "[", "{\"a\":", "(", "\u201c"];

    private static readonly string[] Entities =
        ["&amp;", "&lt;p&gt;", "&nbsp;", "&#xD800;", "&#0;", "&#x1F600;", "&#99999999999999999999;", "&NotEqualTilde;", "&a;", "&", "&amp;lt;p&amp;gt;", "%a;", "\\ud800", "\\u0000", "=ED=A0=80", "=0"];

    private static readonly string[] Characters =
        ["a", "W", "中", "ก", "ا", " ", "\t", "\n", "\r", "<", ">", "&", "\"", "'", "-", ".", ",", "1", "/", "=", "[", "{", "(", "|", "*", "_", "#", ":", "\u0301", "\u200d", "\u200b", "\u202e", "\ufeff", "\ufffd", "\0", "\u00a0", "\U0001F468\u200D", "ß", "İ", "\u2028", "a.", "A. ", "1,", "a@", "http://", "</p>", "<br>", "- \n", "\n\n", "<!--", "--"];

    private static readonly string[] Years = ["0000", "0001", "9999", "1582", "2400", "10000", "-1", "١٤٤٦", "２０２５", "2567"];

    private static readonly string[] Days = ["0000-00-00", "9999-12-31T23:59:60.999999999+99:99", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2025-02-30", "31/31/2025", "24 Mar 0000", "2025-03-24T99:99", "-2025-03-24", "1e9", "NaN"];

    private static readonly string[] Controls = ["\0", "\a", "\b", "\v", "\f", "\u001b[2J", "\u007f", "\u0085", "\u009b", "\u202e", "\u2066", "\ufffe", "\r", "\n", "%00", "%0d%0a", "javascript:", "file:///", "//", "\\\\", "http://[::1", "http://\u00ad.xn--", "../../"];

    private static readonly string[] Foreign =
    [
        "\r\n--x\r\n", "\r\n--x--\r\n", "\r\n\r\n--x\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\n", "\r\n\r\nWARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
        "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE rss [<!ENTITY a '&b;&b;&b;&b;'><!ENTITY b '&a;&a;'>]>", "<!DOCTYPE rss SYSTEM 'file:///etc/passwd'>", "</channel></rss>", "]]>", "</script>", "<plaintext>", "<textarea>", "<title>", "<frameset>", "<base href='::'>", "PK\u0003\u0004",
        "<script type=application/ld+json>{\"articleBody\":\"", "<meta http-equiv=refresh content=0>", "<svg><style><!--</style>", "HTTP/1.1 999 No\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n", "Content-Type: text/html; charset=\"\r\n", "{\"text\": 1}\n", "[[[[", "\n-- ENDS --\n", "By A, B, C and D\n",
    ];

    private static readonly Action<List<byte>, Random>[] Steps =
    [
        RepeatTag, RemoveTag, SwapTags, Nest, (b, r) => Flood(b, r, Entities), Attributes, Charset, (b, r) => Flood(b, r, Characters), Number, Year,
        (b, r) => Insert(b, r, Days), Control, (b, r) => Insert(b, r, ["\\ud800", "&#xD800;", "\\udc00\\ud800"]), Surrogate, (b, r) => Insert(b, r, Foreign), Recode, Double,
    ];

    public static void Change(List<byte> bytes, Random random)
    {
        if (bytes.Count is > 0 and < MaxBytes) Steps[random.Next(Steps.Length)](bytes, random);
    }

    /// <summary>Times that something is repeated: as often below ten as between ten thousand and a hundred thousand.</summary>
    private static int Many(Random random, int unit) => Math.Max(1, Math.Min((int)Math.Pow(10, random.NextDouble() * 5), MaxBytes / 4 / Math.Max(1, unit)));

    private static void RepeatTag(List<byte> bytes, Random random)
    {
        if (Tag(bytes, random, closing: false) is not var (start, end)) return;
        Repeat(bytes, end, bytes.GetRange(start, end - start), Many(random, end - start));
    }

    private static void RemoveTag(List<byte> bytes, Random random)
    {
        if (Tag(bytes, random, closing: random.Next(2) == 0) is var (start, end)) bytes.RemoveRange(start, end - start);
    }

    private static void SwapTags(List<byte> bytes, Random random)
    {
        if (Tag(bytes, random, closing: true) is not var (start, end)) return;
        var tag = bytes.GetRange(start, end - start);
        bytes.RemoveRange(start, end - start);
        if (Tag(bytes, random, closing: true) is var (_, other)) bytes.InsertRange(other, tag);
    }

    private static void Nest(List<byte> bytes, Random random)
    {
        var level = Levels[random.Next(Levels.Length)];
        Repeat(bytes, Place(bytes, random), [.. Encoding.UTF8.GetBytes(level)], Many(random, level.Length));
    }

    private static void Flood(List<byte> bytes, Random random, string[] of)
    {
        var what = Encoding.UTF8.GetBytes(of[random.Next(of.Length)]);
        Repeat(bytes, Place(bytes, random), [.. what], Many(random, what.Length) * (random.Next(8) == 0 ? 8 : 1));
    }

    private static void Attributes(List<byte> bytes, Random random)
    {
        if (Tag(bytes, random, closing: false) is not var (_, end)) return;
        var flood = new StringBuilder();
        var same = random.Next(2) == 0;
        for (var i = Many(random, 12); i > 0; i--) flood.Append(same ? " class=x" : string.Create(CultureInfo.InvariantCulture, $" a{i}='{i}'"));
        bytes.InsertRange(end - 1, Encoding.UTF8.GetBytes(flood.ToString()));
    }

    private static void Charset(List<byte> bytes, Random random)
    {
        var name = Charsets[random.Next(Charsets.Length)];
        string[] ways = [$"<meta charset={name}>", $"<meta http-equiv=Content-Type content='text/html; charset={name}'>", $"<?xml version='1.0' encoding='{name}'?>", $"Content-Type: text/html; charset={name}\r\n", "\u00fe\u00ff", "\u00ff\u00fe", "\u00ef\u00bb\u00bf"];
        bytes.InsertRange(random.Next(2) == 0 ? 0 : random.Next(bytes.Count), Encoding.Latin1.GetBytes(ways[random.Next(ways.Length)]));
    }

    private static void Number(List<byte> bytes, Random random)
    {
        if (Digits(bytes, random, 1) is not var (start, end)) return;
        bytes.RemoveRange(start, end - start);
        string[] lies = ["", "0", "1", "-1", "3", "2147483647", "2147483648", "4294967295", "9223372036854775807", "99999999999999999999", "0x10", "1e308", "1,5"];
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(lies[random.Next(lies.Length)]));
    }

    private static void Year(List<byte> bytes, Random random)
    {
        if (Digits(bytes, random, 4) is not var (start, end)) return;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(Years[random.Next(Years.Length)]));
    }

    /// <summary>Behind a colon with two slashes where there is one: in an address.</summary>
    private static void Control(List<byte> bytes, Random random)
    {
        var from = random.Next(bytes.Count);
        var at = bytes.FindIndex(from, b => b == ':');
        bytes.InsertRange(at < 0 ? from : Math.Min(bytes.Count, at + random.Next(6)), Encoding.UTF8.GetBytes(Controls[random.Next(Controls.Length)]));
    }

    /// <summary>Half a pair, as UTF-8 must not have it.</summary>
    private static void Surrogate(List<byte> bytes, Random random) => bytes.InsertRange(Place(bytes, random), (byte[])[0xED, (byte)random.Next(0xA0, 0xC0), 0x80]);

    private static void Insert(List<byte> bytes, Random random, string[] of) => bytes.InsertRange(Place(bytes, random), Encoding.UTF8.GetBytes(of[random.Next(of.Length)]));

    private static void Recode(List<byte> bytes, Random random)
    {
        if (random.Next(3) != 0) return;
        var text = Encoding.UTF8.GetString([.. bytes]);
        bytes.Clear();
        bytes.AddRange((random.Next(3) switch { 0 => Encoding.Unicode, 1 => Encoding.BigEndianUnicode, _ => Encoding.UTF32 }).GetBytes(text));
    }

    /// <summary>The whole document again and again.</summary>
    private static void Double(List<byte> bytes, Random random) => Repeat(bytes, bytes.Count, bytes.GetRange(0, bytes.Count), Math.Min(Many(random, bytes.Count), 60));

    private static void Repeat(List<byte> bytes, int at, List<byte> what, int times)
    {
        var flood = new List<byte>(what.Count * times);
        for (var i = 0; i < times; i++) flood.AddRange(what);
        bytes.InsertRange(at, flood);
    }

    private static int Place(List<byte> bytes, Random random) => random.Next(bytes.Count + 1);

    private static (int Start, int End)? Tag(List<byte> bytes, Random random, bool closing)
    {
        for (var tries = 0; tries < 8 && bytes.Count > 2; tries++)
        {
            var start = bytes.FindIndex(random.Next(bytes.Count), b => b == '<');
            var end = start < 0 ? -1 : bytes.FindIndex(start, b => b == '>');
            if (end > 0 && end - start < 400 && bytes[start + 1] == '/' == closing) return (start, end + 1);
        }

        return null;
    }

    private static (int Start, int End)? Digits(List<byte> bytes, Random random, int least)
    {
        for (var tries = 0; tries < 8 && bytes.Count > 0; tries++)
        {
            var start = bytes.FindIndex(random.Next(bytes.Count), b => char.IsAsciiDigit((char)b));
            if (start < 0) continue;
            var end = start;
            while (end < bytes.Count && char.IsAsciiDigit((char)bytes[end])) end++;
            if (end - start >= least) return (start, end);
        }

        return null;
    }
}
