using System.Text;
using Crosscheck.Tests.Articles;

namespace Crosscheck.Tests.Sources;

/// <summary>Files that fuzzing starts from: pages, texts, feeds, and containers that are packed again after what lies in them was changed.</summary>
internal static class FuzzFiles
{
    private const string Other = "The port of Suderby will get a second crane in autumn, its director Mats Holm said on Wednesday after a meeting of the board.";

    private static readonly string Page = $"<!doctype html><html lang=en><head><meta charset=utf-8><title>Bridge closes | Daily</title><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-03-24\"}}</script></head><body><h1>Bridge closes</h1><time datetime='2025-03-24'>x</time>{Pages.Paragraphs}<figure><figcaption>A bridge. (AP)</figcaption></figure><article><h2><a href=/1>One</a></h2><p>{Pages.First}</p></article><article><h2>Two</h2><p>{Pages.Second}</p></article><div class=live-blog><p><time>10:42</time> {Pages.Third}</p></div></body></html>";

    private static readonly string Linked = $$"""<html lang=en><head><title>Bridge closes - Daily</title><link rel=canonical href="https://daily.example/2025/03/24/bridge"><script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": ["NewsArticle"], "headline": "Bridge closes", "datePublished": "2025-03-24T08:15:00+01:00", "author": [{"@type": "Person", "name": "Anna Berg"}], "articleBody": "{{Pages.First}}\n\n{{Pages.Second}}\n\n{{Pages.Third}}"}]}</script></head><body><h1>Bridge closes</h1><p>{{Pages.First}}</p><p>Read on with an account.</p></body></html>""";

    private static readonly string LiveBlog = $"<html lang=en><head><title>Live: bridge closes</title></head><body><h1>Live: bridge closes</h1><div class=liveblog><article class=post id=p1><time datetime='2025-03-24T10:42:00Z'>10:42</time><h3>Ferry runs</h3><p>{Pages.Third}</p></article><article class=post id=p2><time datetime='2025-03-24T09:10:00Z'>09:10</time><p>{Pages.Second}</p></article><article class=post id=p3><time datetime='2025-03-24T08:15:00Z'>08:15</time><p>{Pages.First}</p></article></div></body></html>";

    private static readonly string Russian = "<?xml version='1.0' encoding='windows-1251'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd'><html xmlns='http://www.w3.org/1999/xhtml' xml:lang='ru'><head><title>Мост закрыт</title><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'/></head><body><h1>Мост закрыт</h1><p>24 марта 2025</p><p>Совет города во вторник решил закрыть старый мост на ремонт, который может продлиться два года.</p><p>Инженеры предупреждали, что две опоры больше не выдерживают нагрузки; движение пойдёт по южной дороге.</p><br/></body></html>";

    private static readonly string Japanese = "<html lang=ja><head><meta charset=Shift_JIS><title>橋が閉鎖</title></head><body><h1>橋が閉鎖</h1><p>2025年3月24日</p><p>市議会は火曜日、古い港の橋を修理のために閉鎖することを決めた。工事は二年続く見込みである。</p><p>技術者は、十一本の橋脚のうち二本が荷重に耐えられないと警告していた。フェリーは夜遅くまで運航する。</p></body></html>";

    private static readonly string Text = $"BC-NORDHAVEN-BRIDGE (UPDATE 2)\nOld harbour bridge closes\nBy Anna Berg\nNORDHAVEN, March 24 (Reuters) - {Pages.First}\n{Pages.Second}\n\n{Pages.Third}\n(Reporting by Anna Berg)\n241530 Mar 25\n-- ENDS --\nOther bridge opens\nNORDHAVEN (dpa) - {Pages.Second}\n";

    private static readonly string Glued = $"Old harbour bridge closes\n{Pages.First} {Pages.Second}\n{Pages.Third}\nSecond crane for Suderby\n{Other} It will lift ninety tonnes and cost eleven million crowns. Holm expects the first ship in October.\nThe union welcomed the plan but asked for more crews.\n";

    private static readonly string Rss = $"<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Daily</title><item><title>A &amp; B</title><link>https://daily.example/1</link><pubDate>Mon, 24 Mar 2025 08:15:00 GMT</pubDate><author>a@b (Ann)</author><source url='x'>Post</source><content:encoded><![CDATA[{Pages.Paragraphs}]]></content:encoded></item><item><title>C</title><description>{Pages.First} &lt;b&gt;x</description></item></channel></rss>";

    private static readonly string OldRss = $"<?xml version='1.0' encoding='iso-8859-1'?><!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd' [<!ENTITY daily 'The Daily'><!ENTITY nbsp '&#160;'>]><rss version='0.91'><channel><title>&daily;</title><item><title>A&nbsp;B</title><link>https://daily.example/1</link><description>{Pages.First} &eacute; &daily;</description></item></channel></rss>";

    private static readonly string Atom = $"<feed xmlns='http://www.w3.org/2005/Atom'><title>Daily</title><entry><title type='html'>A</title><link href='https://daily.example/1'/><author><name>Ann</name></author><updated>2025-03-24T08:15:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{Pages.Paragraphs}</div></content></entry></feed>";

    private static readonly string Json = $$"""{"version": "https://jsonfeed.org/version/1.1", "title": "Daily", "items": [{"id": "1", "url": "https://daily.example/1", "content_html": "<p>{{Pages.First}}</p>", "authors": [{"name": "Ann"}]}]}""";

    private static readonly string Saved = $"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{Pages.Paragraphs}=C3=BC=\r\n\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBOR\r\n--x--\r\n";

    private const string JsonLines = "{\"text\": \"One.\", \"date\": \"2025-03-24\"}\n{\"html\": \"<p>Two.</p>\"}\n";

    private const string Meta = """{"url": "https://daily.example/1", "title": "Bridge closes", "date": "2025-03-24", "outlet": "Daily"}""";

    private static readonly string[] HostileNames = ["../../p.html", "/etc/p.html", "C:\\p.html", "a\\..\\p.html", "a//p.html", "./p.html", "p.html/", "p_files/x.html", ".html", "p\u202elmth.txt", "a\tb\nc.html", new string('p', 9000) + ".html", "p.html.gz", "x.zip", "p.meta.json"];

    /// <summary>A document's bytes changed, or left as they are.</summary>
    public delegate byte[] Changing(byte[] bytes);

    /// <summary>By the file's name: its bytes, with every document in it changed on the way.</summary>
    private static readonly Dictionary<string, Func<Changing, Random, byte[]>> Files = new(StringComparer.Ordinal)
    {
        ["p.html"] = (change, _) => change(Bytes(Page)),
        ["linked.html"] = (change, _) => change(Bytes(Linked)),
        ["live.html"] = (change, _) => change(Bytes(LiveBlog)),
        ["russian.html"] = (change, _) => change(In("windows-1251", Russian)),
        ["japanese.html"] = (change, _) => change(In("shift_jis", Japanese)),
        ["p.txt"] = (change, _) => change(Bytes(Text)),
        ["glued.txt"] = (change, _) => change(Bytes(Glued)),
        ["f.rss"] = (change, _) => change(Bytes(Rss)),
        ["old.rss"] = (change, _) => change(In("iso-8859-1", OldRss)),
        ["f.atom"] = (change, _) => change(Bytes(Atom)),
        ["f.json"] = (change, _) => change(Bytes(Json)),
        ["p.mhtml"] = (change, _) => change(Bytes(Saved)),
        ["d.jsonl"] = (change, _) => change(Bytes(JsonLines)),
        ["x.warc"] = (change, random) => WarcFile.Join(
            WarcFile.Response("https://daily.example/1", change(Bytes(Page)), length: Length(random)),
            WarcFile.Response("https://daily.example/2", Packed.Gzip(change(Bytes(Page))), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"),
            WarcFile.Record("conversion", change(Bytes(Text)), "Content-Type: text/plain\r\n", length: Length(random)),
            WarcFile.Response("https://daily.example/f", Bytes(Rss), "Content-Type: application/rss+xml\r\n"),
            WarcFile.Response("https://daily.example/3", "5\r\n<p>ab\r\n0\r\n\r\n", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")),
        ["x.warc.gz"] = (change, random) => WarcFile.Join(
            Cut(WarcFile.Packed(WarcFile.Response("https://daily.example/1", change(Bytes(Page)), length: Length(random))), random), WarcFile.Packed(WarcFile.Response("https://daily.example/2"))),
        ["p.html.gz"] = (change, random) => Cut(WarcFile.Join(Packed.Gzip(change(Bytes(Page))), random.Next(4) == 0 ? Packed.Gzip(change(Bytes(Page))) : []), random),
        ["n.zip"] = (change, random) => Packed.Zip((Name(random, "a/p.html"), change(Bytes(Page))), (Name(random, "f.xml"), change(Bytes(Rss))), ("p.meta.json", change(Bytes(Meta))), ("in.zip", Packed.Zip((Name(random, "p.txt"), Bytes(Glued))))),
        ["n.tar"] = (change, random) => Packed.Tar((Name(random, "a/p.html"), change(Bytes(Page))), (Name(random, "t.txt"), change(Bytes(Text)))),
        ["n.tgz"] = (change, random) => Cut(Packed.Gzip(Packed.Tar((Name(random, "p.mhtml"), change(Bytes(Saved))))), random),
    };

    public static IEnumerable<string> Names => Files.Keys;

    /// <summary>The file of a name, changed as a seed says: its documents before they are packed, or the whole as it lies there, or both.</summary>
    public static byte[] Changed(string name, int seed)
    {
        var random = new Random(seed);
        var inside = random.Next(3) != 0;
        var bytes = Files[name](b => inside ? Mutations.Of(b, random) : b, random);
        return inside && random.Next(3) != 0 ? bytes : Mutations.Of(bytes, random);
    }

    /// <summary>A length that lies, now and then.</summary>
    private static long? Length(Random random) => random.Next(8) switch { 0 => random.NextInt64(-2, 4000), 1 => long.MaxValue, 2 => 1L << 40, 3 => int.MaxValue, _ => null };

    /// <summary>A member of a packed stream that breaks off, now and then.</summary>
    private static byte[] Cut(byte[] bytes, Random random) => random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;

    private static string Name(Random random, string usual) => random.Next(2) == 0 ? usual : HostileNames[random.Next(HostileNames.Length)];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] In(string charset, string text) => CodePagesEncodingProvider.Instance.GetEncoding(charset)?.GetBytes(text) ?? Encoding.GetEncoding(charset).GetBytes(text);
}
