using Crosscheck.Articles;
using Xunit;

namespace Crosscheck.Tests.Articles;

public sealed class HtmlEdgesTests
{
    private static Article Read(string inside) => Pages.Article($"<main><article>{inside}</article></main>");

    [Fact]
    public void A_figures_caption_is_kept_apart_with_its_credit()
    {
        var article = Read($"<p>{Pages.First}</p><figure><img src=a><figcaption>The bridge on Monday. Photo: Ida Moen/AFP</figcaption></figure><p>{Pages.Second}</p><p>{Pages.Third}</p>");
        Assert.Equal(Pages.BodyText, article.Body.Value);
        Assert.Equal("Ida Moen/AFP", Assert.Single(article.Captions).Credit);
    }

    [Fact]
    public void A_bar_between_caption_and_credit_is_no_caption()
    {
        var article = Read($"<p>{Pages.First}</p><figure><img src=a><figcaption><p>The bridge on Monday.</p><p>|</p></figcaption></figure><p>{Pages.Second}</p><p>{Pages.Third}</p>");
        Assert.Equal("The bridge on Monday.", Assert.Single(article.Captions).Text);
    }

    [Theory]
    [InlineData("<p><a href=/x>Read more: The ferry and its timetable</a></p>")]
    [InlineData("<p>Lesen Sie auch: <a href=/x>Die Fähre und ihr Fahrplan</a></p>")]
    [InlineData("<blockquote class=twitter-tweet><p>Bridge closed, take the ferry everybody!</p></blockquote>")]
    [InlineData("<p>4 May 2021, 10:15</p>")]
    [InlineData("<p>* * *</p>")]
    public void What_only_points_elsewhere_or_says_nothing_is_no_body(string line) =>
        Assert.Equal(Pages.BodyText, Read($"<p>{Pages.First}</p><p>{Pages.Second}</p>{line}<p>{Pages.Third}</p>").Body.Value);

    [Theory]
    [InlineData("<p><em>Got a tip? Write to <a href=\"mailto:desk@nordhavenpost.example\">desk@nordhavenpost.example</a>, and tell us what you saw.</em></p>")]
    [InlineData("<p>(Mara Lindqvist)</p>")]
    [InlineData("<p>ml</p>")]
    public void What_the_outlet_adds_below_the_text_is_no_body(string line) =>
        Assert.Equal(Pages.BodyText, Pages.Article($"<main><h1>Bridge closes</h1>{Pages.Paragraphs}{line}</main>").Body.Value);

    [Fact]
    public void A_text_that_stands_twice_is_read_once() =>
        Assert.Equal(Pages.BodyText, Pages.Article($"<h1>Bridge closes</h1><div class=\"wide\">{Pages.Paragraphs}</div><div class=\"narrow\">{Pages.Paragraphs}</div>").Body.Value);

    [Fact]
    public void A_standfirst_that_repeats_the_text_is_read_where_the_text_has_it() =>
        Assert.Equal(Pages.BodyText, Pages.Article($"<main><h1>Bridge closes</h1><h2>{Pages.Second}</h2>{Pages.Paragraphs}</main>").Body.Value);

    [Fact]
    public void Everything_left_out_is_listed()
    {
        var article = Read($"{Pages.Paragraphs}<div class=share-bar><a href=#>Share</a></div><div class=newsletter>Subscribe to our newsletter</div>");
        Assert.Contains(article.Furniture, f => f.Kind == FurnitureKind.Share);
        Assert.Contains(article.Furniture, f => f.Kind == FurnitureKind.Newsletter);
    }
}
