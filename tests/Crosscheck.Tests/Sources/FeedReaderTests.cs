using System.Text;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;
using Xunit;

namespace Crosscheck.Tests.Sources;

public sealed class FeedReaderTests
{
    private const string First = "The council of Nordhaven voted on Tuesday to close the old harbour bridge for repairs that may last two years.";
    private const string Second = "Engineers had warned in March that two of the eleven pillars no longer carry the load they were built for.";

    private static readonly ArticleReader Reader = ArticleReader.Load(Path.Combine(AppContext.BaseDirectory, "models"));

    [Fact]
    public void Rss_2_with_whole_texts()
    {
        var article = One($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>World - Nordhaven Daily</title><link>https://nordhavendaily.example/</link><image><title>Logo</title></image>
            <item><title>Bridge &amp;amp; ferry</title><media:title>Photo</media:title><link>https://nordhavendaily.example/1</link><pubDate>Mon, 24 Mar 2025 08:15:00 GMT</pubDate>
            <dc:creator><![CDATA[Anna Berg and Jon Dahl]]></dc:creator><description>Short.</description><content:encoded><![CDATA[<p>{First}</p><p>{Second}</p>]]></content:encoded></item>
            </channel></rss>
            """);
        Assert.Equal("Bridge & ferry", article.Headline!.Value);
        Assert.Equal("feed", article.Headline.Basis);
        Assert.Equal("2025-03-24T08:15Z", article.Published!.Value.ToString());
        Assert.Equal("feed", article.Published.Basis);
        Assert.Equal(["Anna Berg", "Jon Dahl"], article.Authors);
        Assert.Equal("Nordhaven Daily", article.Outlet!.Value);
        Assert.Equal("https://nordhavendaily.example/1", article.Url);
        Assert.Equal($"{First}\n\n{Second}", article.Body.Value);
        Assert.Empty(article.Notices);
    }

    /// <summary>Fuzzing found that a second title or date was waited for without end.</summary>
    [Fact]
    public void What_an_entry_says_twice_counts_as_it_was_said_first()
    {
        var rss = One($"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item><title>Bridge closes</title><title>Ferry sails</title><pubDate>Mon, 24 Mar 2025 08:15:00 GMT</pubDate><dc:date>2025-03-25T10:00:00Z</dc:date><description>{First}</description></item></channel></rss>");
        Assert.Equal("Bridge closes", rss.Headline!.Value);
        Assert.Equal("2025-03-24T08:15Z", rss.Published!.Value.ToString());

        var atom = One($"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Bridge closes</title><author><name>Anna Berg</name><name>Jon Dahl</name></author><published>2025-03-24T08:15:00Z</published><updated>2025-03-24T09:15:00Z</updated><updated>2025-03-24T10:15:00Z</updated><content type='text'>{First}</content></entry></feed>");
        Assert.Equal(["Anna Berg"], atom.Authors);
        Assert.Equal("2025-03-24T08:15Z", atom.Published!.Value.ToString());
    }

    [Fact]
    public void A_summary_is_never_passed_off_as_the_article()
    {
        var article = One($"<rss version='2.0'><channel><title>T</title><item><title>A</title><link>https://daily.example/1</link><pubDate>24 Mar 2025 08:15 +0100</pubDate><description>{First}</description></item></channel></rss>");
        Assert.Equal(First, article.Body.Value);
        var notice = Assert.Single(article.Notices);
        Assert.Equal(NoticeKind.Truncated, notice.Kind);
        Assert.Contains("summary", notice.Text);
    }

    [Theory]
    [InlineData("[&#8230;]", true)]
    [InlineData("… <a href='x'></a>", true)]
    [InlineData("It opens again in 2027.", false)]
    public void A_text_that_breaks_off_is_marked(string end, bool cut)
    {
        var article = One($"<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><title>A</title><pubDate>24 Mar 2025 08:15 +0100</pubDate><content:encoded><![CDATA[<p>{First}</p><p>{Second} {end}</p>]]></content:encoded></item></channel></rss>");
        Assert.Equal(cut, article.Notices.Any(n => n.Kind == NoticeKind.Truncated));
    }

    [Fact]
    public void An_aggregator_names_the_outlet_of_each_entry()
    {
        var article = One($"<rss version='2.0'><channel><title>Search</title><item><title>Bridge closes - Harbour Post</title><link>https://aggregator.example/1</link><pubDate>24 Mar 2025 08:15 +0100</pubDate><description>{First}</description><source url='https://post.example'>Harbour Post</source></item></channel></rss>");
        Assert.Equal("Bridge closes", article.Headline!.Value);
        Assert.Equal("Harbour Post", article.Outlet!.Value);
    }

    [Theory]
    [InlineData("Latest news", "daily.example")]
    [InlineData("The Daily | World", "The Daily")]
    [InlineData("Daily: Politics", "Daily")]
    public void A_feeds_title_names_the_outlet_only_where_the_address_agrees(string title, string outlet) =>
        Assert.Equal(outlet, One($"<rss version='2.0'><channel><title>{title}</title><item><title>A</title><link>https://daily.example/1</link><pubDate>24 Mar 2025 08:15 +0100</pubDate><description>&lt;p&gt;{First}&lt;/p&gt;</description></item></channel></rss>").Outlet!.Value);

    [Fact]
    public void Rss_1()
    {
        var article = One($"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="x"><title>Daily</title><items><rdf:Seq><rdf:li resource="y"/></rdf:Seq></items></channel>
            <item rdf:about="y"><title>Bridge closes</title><link>https://daily.example/1</link><description>{First}</description><dc:date>2025-03-24T08:15:00+01:00</dc:date><dc:creator>Anna Berg</dc:creator></item></rdf:RDF>
            """);
        Assert.Equal("2025-03-24T08:15+01:00", article.Published!.Value.ToString());
        Assert.Equal(["Anna Berg"], article.Authors);
    }

    [Fact]
    public void Atom_with_xhtml_links_and_a_source()
    {
        var article = One($"""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><author><name>Nobody Else</name></author>
            <entry><title type="html">Bridge &lt;b&gt;closes&lt;/b&gt;</title><link rel="self" href="https://daily.example/self"/><link href="https://daily.example/1"/><id>urn:1</id>
            <updated>2025-03-25T00:00:00Z</updated><published>2025-03-24T08:15:00Z</published><author><name>Anna Berg</name><email>a@daily.example</email></author>
            <source><title>Harbour Post</title></source><summary>Short.</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{First}</p><p>{Second} <a href="x">5 &lt; 6</a></p></div></content></entry></feed>
            """);
        Assert.Equal("Bridge closes", article.Headline!.Value);
        Assert.Equal("2025-03-24T08:15Z", article.Published!.Value.ToString());
        Assert.Equal(["Anna Berg"], article.Authors);
        Assert.Equal("Harbour Post", article.Outlet!.Value);
        Assert.Equal("https://daily.example/1", article.Url);
        Assert.EndsWith("5 < 6", article.Body.Value);
    }

    [Fact]
    public void Json_feed()
    {
        var article = One($$"""{"version": "https://jsonfeed.org/version/1.1", "title": "Daily", "items": [{"id": "1", "url": "https://daily.example/1", "title": "Bridge closes", "content_text": "{{First}}\n\n{{Second}}", "date_published": "2025-03-24T08:15:00Z", "authors": [{"name": "Anna Berg"}]}]}""", "f.json");
        Assert.Equal("Bridge closes", article.Headline!.Value);
        Assert.Equal(["Anna Berg"], article.Authors);
        Assert.EndsWith(Second, article.Body.Value);
        Assert.Empty(article.Notices);
    }

    [Fact]
    public void Each_entry_is_a_document_of_its_own_and_equal_entries_are_one()
    {
        var documents = Packed.Read("f.rss", Bytes("<rss version='0.91'><channel><item><title>A</title><description>One.</description></item><item><title>B</title></item><item><title>A</title><description>One.</description></item></channel></rss>")).Documents;
        Assert.Equal(["f.rss!1", "f.rss!2", "f.rss!3"], documents.Select(d => d.Path));
        Assert.All(documents, d => Assert.Equal("f.rss", d.Container));
        Assert.Equal(documents[0].Sha256, documents[2].Sha256);
        Assert.NotEqual(documents[0].Sha256, documents[1].Sha256);
    }

    [Fact]
    public void Entities_are_never_expanded_and_nothing_outside_is_read()
    {
        using var folder = new TempFolder();
        var secret = folder.Write("secret.txt", "the secret");
        var bomb = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">"));
        var (documents, _) = Packed.Read("f.xml", Bytes($"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY e0 \"lol\">{bomb}<!ENTITY x SYSTEM \"file://{secret}\">]><rss version='2.0'><channel><item><title>A &x; B &e9; C</title><description>Text &nbsp;&e9;</description></item></channel></rss>"));
        var document = Assert.Single(documents);
        Assert.DoesNotContain("secret", document.Given.Title);
        Assert.DoesNotContain("lol", document.Given.Title + document.Text());
    }

    [Theory]
    [InlineData("Fish & chips", "Fish & chips")]
    [InlineData("5 < 6", "5 < 6")]
    [InlineData("a&nbsp;b", "a b")]
    [InlineData("a\u0003b", "ab")]
    [InlineData("AT&T; x", "AT&T; x")]
    public void What_breaks_most_feeds_is_mended(string printed, string read)
    {
        var (documents, diagnostics) = Packed.Read("f.rss", Bytes($"<rss version='2.0'><channel><title>T</title><item><title>{printed}</title><link>https://daily.example/1</link><description>Text & more.</description></item><item><title>Whole</title></item></channel></rss>"));
        Assert.Equal([read, "Whole"], documents.Select(d => d.Given.Title));
        Assert.Equal(DiagnosticCode.FeedBroken, Assert.Single(diagnostics).Code);
        Assert.Equal(Severity.Note, diagnostics[0].Severity);
    }

    [Fact]
    public void A_broken_entry_costs_only_itself()
    {
        var (documents, diagnostics) = Packed.Read("f.rss", Bytes("<rss version='2.0' xmlns:odd='x'><channel><title>T</title><item><title>One</title></item><item><title>Two</b></title></item><item><odd:x/><title>Three</title></item><item><title>Cut o"));
        Assert.Equal(["One", "Three"], documents.Select(d => d.Given.Title));
        var said = Assert.Single(diagnostics);
        Assert.Equal(Severity.Error, said.Severity);
        Assert.Contains("2 entries", said.Message);
    }

    [Fact]
    public void A_feed_is_told_by_its_bytes_in_folders_archives_and_pipes()
    {
        const string Feed = "<?xml version='1.0'?>\n<!-- made by hand -->\n<rss version='2.0'><channel><item><title>A</title></item></channel></rss>";
        var (documents, diagnostics) = Packed.Read("n.zip", Packed.Zip(("feed.xml", Feed), ("sitemap.xml", "<urlset/>"), ("data.json", "{}")));
        Assert.Equal("n.zip!feed.xml!1", Assert.Single(documents).Path);
        Assert.Contains("1 .json, 1 .xml", Assert.Single(diagnostics).Message);
        Assert.Single(Packed.ReadStandardInput(Bytes(Feed)).Documents);
        using var folder = new TempFolder();
        folder.Write("feed.xml", Feed);
        folder.Write("other.xml", "<other/>");
        Assert.Single(new Crosscheck.Sources.DocumentReader().Read([folder.Path], () => Stream.Null), i => i.Document is not null);
    }

    [Fact]
    public void A_feed_in_another_encoding_is_decoded_as_it_says() =>
        Assert.Equal("Grüße", Assert.Single(Packed.Read("f.rss", Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='iso-8859-1'?><rss version='2.0'><channel><item><title>Grüße</title></item></channel></rss>")).Documents).Given.Title);

    [Theory]
    [InlineData("24 Mar 0000 08:15 GMT")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("soon")]
    public void A_date_that_no_page_can_have_is_none(string date)
    {
        var document = Reader.Read(Assert.Single(Packed.Read("f.rss", Bytes($"<rss version='2.0'><channel><item><title>A</title><pubDate>{date}</pubDate><description>{First}</description></item></channel></rss>")).Documents));
        Assert.All(document.Articles, a => Assert.Null(a.Published));
    }

    [Theory]
    [InlineData("f.rss", "not XML at all")]
    [InlineData("f.rss", "<html><p>page</p></html>")]
    [InlineData("f.rss", "{\"version\": \"https://jsonfeed.org/version/1\"}")]
    public void What_is_no_feed_is_said(string name, string text) =>
        Assert.Equal(DiagnosticCode.FeedBroken, Assert.Single(Packed.Read(name, Bytes(text)).Diagnostics).Code);

    private static Article One(string feed, string name = "f.xml") => Assert.Single(Reader.Read(Assert.Single(Packed.Read(name, Bytes(feed)).Documents)).Articles);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
