using System.Text;
using Xunit;

namespace Crosscheck.Tests.Articles;

/// <summary>Whatever the bytes are: an answer, in bounds, without deep recursion or quadratic work.</summary>
public sealed class HostileHtmlTests
{
    public static TheoryData<string, string> Floods => new()
    {
        { "divisions nested 100,000 deep", Repeat("<div>", 100_000) + Pages.Paragraphs },
        { "formatting left open before each paragraph", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<b id={i}><p>")) + Pages.Paragraphs },
        { "100,000 attributes on one element", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=1 ")) + ">" + Pages.First + "</p>" + Pages.Paragraphs },
        { "end tags that close nothing", Repeat("</p></div></b>", 50_000) + Pages.Paragraphs },
        { "end tags of other names between the start tags", Repeat("<div></foo>", 50_000) + Pages.Paragraphs },
        { "tables in tables", Repeat("<table>x<tr><td>", 20_000) + Pages.Paragraphs },
        { "a flood of character references", "<p>" + Repeat("&amp;&foo&#x;&#99999999;", 100_000) + "</p>" + Pages.Paragraphs },
        { "a script of three megabytes", "<script>var x='" + Repeat("<p>abc", 500_000) + "'</script>" + Pages.Paragraphs },
        { "unclosed drawings", Repeat("<svg><style>", 50_000) + Pages.Paragraphs },
        { "class names by the megabyte", "<div class='" + Repeat("comment-a ", 300_000) + "'>" + Pages.Paragraphs + "</div>" },
        { "a comment that never ends", Pages.Paragraphs + "<!--" + Repeat("-- >", 200_000) },
        { "a tag that never ends", Pages.Paragraphs + "<a href=\"" + Repeat("x", 500_000) },
        { "one line of open quotes", "<p>" + new string('"', 500_000) + "</p>" + Pages.Paragraphs },
        { "a content type of a hundred thousand characters", "<meta http-equiv=Content-Type content='" + Repeat("charset ", 12_500) + "'>" + Pages.Paragraphs },
        { "half of a surrogate pair in linked data", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"\\ud83d\":{},\"headline\":\"Bridge \\udc00\"}</script>" + Pages.Paragraphs },
        { "nothing", string.Empty },
        { "half a tag", "<" },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_flood_is_read_to_its_end(string what, string html)
    {
        Assert.NotEmpty(what);
        Pages.AssertSane(Pages.Read(html));
    }

    [Fact]
    public void Any_cut_of_a_page_is_readable()
    {
        var page = $"<html><head><title>A &amp; B</title><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"x\"}}</script></head><body><h1>A</h1>"
            + $"<figure><img src=a alt='b'><figcaption>c</figcaption></figure>{Pages.Paragraphs}<ul><li>a<li>b</ul><time datetime='2024-02-30'>x</time></body>";
        for (var length = 0; length <= page.Length; length += 7) Pages.AssertSane(Pages.Read(page[..length]));
    }

    [Fact]
    public void Random_bytes_are_readable()
    {
        var random = new RandomBytes(7);
        for (var i = 0; i < 200; i++) Pages.AssertSane(Pages.Read(random.Next(i * 13)));
    }

    [Fact]
    public void Random_markup_keeps_every_span_in_bounds()
    {
        var random = new RandomBytes(11);
        string[] pieces = ["<p>", "</p>", "<div class=comments>", "</div>", "<b>", "</b>", "<table>", "<td>", "x &lt; y. ", Pages.First, "&", "<a href=#>", "</a>", "<h2>", "</h2>", "<br>", "\r\n", "<!-- c -->", "<script>", "</script>", "<li>", "\uD83D\uDE00", "\0", "<svg>", "</svg>", "<blockquote>", "'\"", "<time>3 May 2021</time>", "<figcaption>", "<article>", "</article>"];
        for (var i = 0; i < 300; i++)
        {
            var html = new StringBuilder();
            foreach (var b in random.Next(60)) html.Append(pieces[b % pieces.Length]);
            Pages.AssertSane(Pages.Read(html.ToString()));
        }
    }

    private static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();

    /// <summary>A small generator of its own: equal on every machine.</summary>
    private sealed class RandomBytes(uint seed)
    {
        private uint _state = seed;

        public byte[] Next(int length)
        {
            var bytes = new byte[length];
            for (var i = 0; i < length; i++)
            {
                _state = (_state * 1664525) + 1013904223;
                bytes[i] = (byte)(_state >> 24);
            }

            return bytes;
        }
    }
}
