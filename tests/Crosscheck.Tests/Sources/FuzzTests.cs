using System.Globalization;
using System.Text;
using Crosscheck.Articles;
using Crosscheck.Sources;
using Crosscheck.Tests.Articles;
using Xunit;

namespace Crosscheck.Tests.Sources;

/// <summary>
/// Changed pages, texts, feeds, saved pages, web archives and archives, from the file to the articles: never an exception, every span in bounds. Thirty seeds each
/// run with the tests; <c>CROSSCHECK_FUZZ=SEEDS</c> runs that many, from <c>CROSSCHECK_FUZZ_FROM</c> on. A seed that failed becomes a test of its own beside the reader it broke.
/// </summary>
public sealed class FuzzTests
{
    private const int Seeds = 30;
    private const int MaxBytes = 8 << 20;

    private static readonly ArticleReader Reader = ArticleReader.Load(Path.Combine(AppContext.BaseDirectory, "models"));

    private static readonly string Page = $"<!doctype html><html lang=en><head><meta charset=utf-8><title>Bridge closes | Daily</title><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-03-24\"}}</script></head><body><h1>Bridge closes</h1><time datetime='2025-03-24'>x</time>{Pages.Paragraphs}<figure><figcaption>A bridge. (AP)</figcaption></figure><article><h2><a href=/1>One</a></h2><p>{Pages.First}</p></article><article><h2>Two</h2><p>{Pages.Second}</p></article><div class=live-blog><p><time>10:42</time> {Pages.Third}</p></div></body></html>";

    private static readonly string Text = $"BC-NORDHAVEN-BRIDGE (UPDATE 2)\nOld harbour bridge closes\nBy Anna Berg\nNORDHAVEN, March 24 (Reuters) - {Pages.First}\n{Pages.Second}\n\n{Pages.Third}\n(Reporting by Anna Berg)\n241530 Mar 25\n-- ENDS --\nOther bridge opens\nNORDHAVEN (dpa) - {Pages.Second}\n";

    private static readonly string Rss = $"<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Daily</title><item><title>A &amp; B</title><link>https://daily.example/1</link><pubDate>Mon, 24 Mar 2025 08:15:00 GMT</pubDate><author>a@b (Ann)</author><source url='x'>Post</source><content:encoded><![CDATA[{Pages.Paragraphs}]]></content:encoded></item><item><title>C</title><description>{Pages.First} &lt;b&gt;x</description></item></channel></rss>";

    private static readonly string Atom = $"<feed xmlns='http://www.w3.org/2005/Atom'><title>Daily</title><entry><title type='html'>A</title><link href='https://daily.example/1'/><author><name>Ann</name></author><updated>2025-03-24T08:15:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{Pages.Paragraphs}</div></content></entry></feed>";

    private static readonly string Json = $$"""{"version": "https://jsonfeed.org/version/1.1", "title": "Daily", "items": [{"id": "1", "url": "https://daily.example/1", "content_html": "<p>{{Pages.First}}</p>", "authors": [{"name": "Ann"}]}]}""";

    private static readonly string Saved = $"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{Pages.Paragraphs}=C3=BC=\r\n\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBOR\r\n--x--\r\n";

    private static readonly byte[] Warc = WarcFile.Join(
        WarcFile.Response("https://daily.example/1", Page), WarcFile.Response("https://daily.example/2", Packed.Gzip(Page), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"),
        WarcFile.Record("conversion", Text, "Content-Type: text/plain\r\n"), WarcFile.Response("https://daily.example/f", Rss, "Content-Type: application/rss+xml\r\n"),
        WarcFile.Response("https://daily.example/3", "5\r\n<p>ab\r\n0\r\n\r\n", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"));

    private static readonly (string Name, byte[] Bytes)[] Files =
    [
        ("p.html", Bytes(Page)), ("p.txt", Bytes(Text)), ("f.rss", Bytes(Rss)), ("f.atom", Bytes(Atom)), ("f.json", Bytes(Json)), ("p.mhtml", Bytes(Saved)), ("x.warc", Warc),
        ("x.warc.gz", WarcFile.Packed(WarcFile.Response("https://daily.example/1", Page), WarcFile.Response("https://daily.example/2"))), ("d.jsonl", Bytes("{\"text\": \"One.\", \"date\": \"2025-03-24\"}\n{\"html\": \"<p>Two.</p>\"}\n")),
        ("n.zip", Packed.Zip(("a/p.html", Page), ("f.xml", Rss), ("p.meta.json", "{}"))), ("n.tar", Packed.Tar(("a/p.html", Page), ("t.txt", Text))), ("n.tgz", Packed.Gzip(Packed.Tar(("p.mhtml", Saved)))),
    ];

    public static TheoryData<string> Names => [.. Files.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_changed_file_is_read_or_its_fault_is_said(string name)
    {
        var from = Setting("CROSSCHECK_FUZZ_FROM", 0);
        var count = Setting("CROSSCHECK_FUZZ", Seeds);
        using var folder = new TempFolder();
        for (var seed = from; seed < from + count; seed++) Run(name, seed, folder);
    }

    private static void Run(string name, int seed, TempFolder folder)
    {
        var bytes = Mutations.Of(Array.Find(Files, f => f.Name == name).Bytes, new Random(seed));
        if (bytes.Length > MaxBytes) return;
        try
        {
            foreach (var item in new DocumentReader(new SourceOptions { MaxDocumentBytes = MaxBytes }).Read([folder.Write(name, bytes)], () => Stream.Null))
            {
                Assert.True(item.Document is null != item.Diagnostic is null);
                if (item.Document is { } document) Pages.AssertSane(Reader.Read(document));
            }
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{name}, seed {seed}: {e.Message}", e);
        }
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : usual;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
