using Crosscheck.Articles;
using Crosscheck.Diagnostics;
using Xunit;

namespace Crosscheck.Tests.Articles;

public sealed class SeveralStoriesTests
{
    private const string Other = "An explosion tore through a grain terminal in the port of Marsova on Monday, killing seven workers and injuring twelve, the regional governor said.";
    private const string Third = "The national bank of Kestria raised its key rate by half a point to 4.5 per cent on Wednesday, the third rise in a row, and gave no reason.";

    private static string Live(string attributes) => Page("<h1>Live: Nordhaven bridge closes</h1><div class='live-blog'>" + string.Concat(
        Report(attributes.Replace("T", "2025-03-24T10:42:00+01:00", StringComparison.Ordinal), "10:42", "<h3>Bridge closed</h3>", Pages.First),
        Report(attributes.Replace("T", "2025-03-24T10:15:00+01:00", StringComparison.Ordinal), "10:15", string.Empty, Other),
        Report(attributes.Replace("T", "2025-03-24T09:58:00+01:00", StringComparison.Ordinal), "09:58", "<h3>Bank raises rate</h3>", Third)) + "</div>");

    [Fact]
    public void Each_report_of_a_live_blog_is_an_article_with_its_time()
    {
        var articles = Pages.Read(Live("datetime='T'")).Articles;
        Assert.Equal(["2025-03-24T10:42+01:00", "2025-03-24T10:15+01:00", "2025-03-24T09:58+01:00"], articles.Select(a => a.Published!.Value.ToString()));
        Assert.Equal(["Bridge closed", null, "Bank raises rate"], articles.Select(a => a.Headline?.Value));
        Assert.Equal([Pages.First, Other, Third], articles.Select(a => a.Body.Value));
        Assert.All(articles, a => Assert.Equal("Live: Nordhaven bridge closes", Assert.Single(a.Notices, n => n.Kind == NoticeKind.LiveEntry).Text));
    }

    [Fact]
    public void A_time_of_day_alone_is_of_the_pages_day()
    {
        var page = Live(string.Empty).Replace("<title>", "<meta property='article:published_time' content='2025-03-24T10:00:00+01:00'><title>", StringComparison.Ordinal);
        Assert.Equal(["2025-03-24T10:42+01:00", "2025-03-24T10:15+01:00", null], Pages.Read(page).Articles.Select(a => a.Published?.Value.ToString()));
    }

    [Fact]
    public void A_page_of_whole_stories_gives_each()
    {
        static string Story(string heading, string day, string text) => $"<article><h2>{heading}</h2><time datetime='{day}T08:00:00Z'>x</time><p>{text}</p><p>{Pages.Second}</p><p>{text}</p><p>{Pages.Third}</p></article>";
        var read = Pages.Read(Page(Story("Bridge closes", "2025-03-24", Pages.First) + Story("Seven die", "2025-03-25", Other) + Story("Bank raises rate", "2025-03-26", Third)));
        Assert.Equal(["Bridge closes", "Seven die", "Bank raises rate"], read.Articles.Select(a => a.Headline!.Value));
        Assert.Equal(["2025-03-24T08:00Z", "2025-03-25T08:00Z", "2025-03-26T08:00Z"], read.Articles.Select(a => a.Published!.Value.ToString()));
        Assert.All(read.Articles.Zip(read.Articles.Skip(1)), pair => Assert.Equal(pair.Second.DocumentSpan.Start, pair.First.DocumentSpan.End));
        Pages.AssertSane(read);
    }

    [Theory]
    [InlineData("teaser")]
    [InlineData("card")]
    public void A_list_of_articles_is_told_as_such(string name)
    {
        var read = Pages.Read(Page("<h1>World news</h1>" + Teasers(name, 8)));
        Assert.Empty(read.Articles);
        Assert.Contains(read.Diagnostics, d => d.Code == DiagnosticCode.ListPage && d.Message.Contains("8 articles", StringComparison.Ordinal));
    }

    [Fact]
    public void Teasers_under_an_article_do_not_make_a_list_of_it()
    {
        var article = Assert.Single(Pages.Read(Page($"<h1>Bridge closes</h1><div>{Pages.Paragraphs}</div><section>{Teasers("teaser", 6)}</section>")).Articles);
        Assert.Equal(Pages.BodyText, article.Body.Value);
    }

    private static string Teasers(string name, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"<article class='{name}'><h2><a href='/{i}'>Story number {i} of the week in Nordhaven</a></h2><p>{(i % 2 == 0 ? Other : Third)}</p></article>"));

    private static string Report(string attributes, string clock, string heading, string text) => $"<div class='report'><time {attributes}>{clock}</time>{heading}<p>{text}</p><div class='share'><a href='#'>Share</a></div></div>";

    private static string Page(string main) => $"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Daily</title></head><body><nav><a href='/'>Home</a></nav><main>{main}</main><footer><p>Copyright Daily</p></footer></body></html>";
}
