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
    [InlineData("<p>Published on 4 May 2021 at 10:15Updated on 5 May 2021 at 9:00</p>")]
    [InlineData("<p>https://pictures.example/p/Cx72kPq/</p>")]
    [InlineData("<p><a href=/x>>> The ferry and its timetable <<</a></p>")]
    [InlineData("<p><a href=/x>+++ All about the bridge in our ticker +++</a></p>")]
    [InlineData("<p><em>The bridge seen from the ferry / Photo: Ida Moen</em></p>")]
    [InlineData("<blockquote><p>Two of the eleven pillars no longer carry the load they were built for, engineers had warned in March.</p></blockquote>")]
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

    [Theory]
    [InlineData("<figure><img src=a><div>The bridge on Monday.</div></figure>", "The bridge on Monday.", null)]
    [InlineData("<span class=img-cptn>The bridge on Monday.</span>", "The bridge on Monday.", null)]
    [InlineData("<p>Foto: Ida Moen</p>", "", "Ida Moen")]
    [InlineData("<p><em>The bridge on Monday / Photo: Ida Moen</em></p>", "The bridge on Monday", "Ida Moen")]
    public void What_stands_with_a_picture_is_a_caption(string picture, string text, string? credit)
    {
        var article = Read($"<h1>Bridge closes</h1>{picture}{Pages.Paragraphs}");
        Assert.Equal(Pages.BodyText, article.Body.Value);
        var caption = Assert.Single(article.Captions);
        Assert.Equal((text, credit), (caption.Text, caption.Credit));
    }

    [Fact]
    public void A_credit_of_its_own_belongs_to_the_caption_beside_it()
    {
        var article = Read($"<h1>Bridge closes</h1><figure><img src=a><figcaption>The bridge on Monday.</figcaption><div class=credit>Photo: Ida Moen</div></figure>{Pages.Paragraphs}");
        var caption = Assert.Single(article.Captions);
        Assert.Equal(("The bridge on Monday.", "Ida Moen"), (caption.Text, caption.Credit));
    }

    [Fact]
    public void Pictures_beside_each_other_keep_their_own_credits()
    {
        var article = Read($"<h1>Bridge closes</h1><div><figure><figcaption>The bridge on Monday.</figcaption></figure><figure><figcaption>Photo: Ida Moen</figcaption></figure><figure><figcaption>The ferry.</figcaption></figure></div>{Pages.Paragraphs}");
        Assert.Equal([("The bridge on Monday.", null), ("", "Ida Moen"), ("The ferry.", null)], article.Captions.Select(c => (c.Text, c.Credit)));
    }

    [Theory]
    [InlineData("<h2 class=subhead>A town waits for its ferry</h2>", BlockKind.Paragraph)]
    [InlineData("<h2>A town waits for its ferry.</h2>", BlockKind.Paragraph)]
    [InlineData("<h2>A town waits for its ferry</h2>", BlockKind.Subheading)]
    public void A_standfirst_set_as_a_heading_is_a_paragraph(string lead, BlockKind kind)
    {
        var article = Read($"<h1>Bridge closes</h1><div class=text>{lead}{Pages.Paragraphs}</div>");
        Assert.StartsWith("A town waits", article.Body.Value, StringComparison.Ordinal);
        Assert.Equal(kind, article.Blocks[0].Kind);
    }

    [Theory]
    [InlineData("<article class=next><figure><img src=a><figcaption>Photo: Ida Moen</figcaption></figure><h2><a href=/x>Ferry runs late</a></h2></article>")]
    [InlineData("<ul><li><a href=/x><figure><img src=a><figcaption><h3>Ferry runs late</h3></figcaption></figure></a></ul>")]
    [InlineData("<div class=caption><a href=#>Expand</a></div>")]
    [InlineData("<figure><figcaption>Advertisement</figcaption></figure>")]
    public void Another_articles_picture_a_button_and_a_label_are_no_captions(string after) =>
        Assert.Empty(Pages.Article($"<main><article><h1>Bridge closes</h1>{Pages.Paragraphs}</article>{after}</main>").Captions);

    [Fact]
    public void A_subheading_like_the_others_is_body()
    {
        const string heading = "No ferry at night";
        var parts = string.Concat(Enumerable.Range(1, 3).Select(i => $"<div class=part><h2>{(i == 2 ? heading : "Part " + i)}</h2></div><div class=part><p>{Pages.First} ({i})</p><p>{Pages.Second} ({i})</p></div>"));
        Assert.Contains(heading, Read($"<h1>Bridge closes</h1>{parts}").Body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_footer_is_no_story_beside_a_short_article()
    {
        var legal = string.Concat(Enumerable.Range(1, 6).Select(i => $"<p>The editors of the Nordhaven Post are entered in the register of the province under number {i}, and all use of its texts needs their written consent.</p>"));
        var article = Pages.Article($"<main><article><h1>Bridge closes</h1>{Pages.Paragraphs}</article></main><footer>{legal}</footer>");
        Assert.Equal(Pages.BodyText, article.Body.Value);
    }

    [Fact]
    public void A_lead_set_as_a_heading_is_a_paragraph()
    {
        var article = Read($"<h1>Bridge closes</h1><h2>{Pages.First} {Pages.Third}</h2><p>{Pages.Second}</p><h3>No ferry at night</h3><p>The ferry of the port authority rests from midnight until five, as it has done since the first winter of its service.</p>");
        Assert.Equal(BlockKind.Paragraph, article.Blocks[0].Kind);
        Assert.Contains(article.Blocks, b => b.Kind == BlockKind.Subheading);
    }

    [Fact]
    public void A_bold_line_that_is_no_sentence_is_a_subheading()
    {
        var article = Read($"<h1>Bridge closes</h1><p>{Pages.First}</p><p><b>No ferry at night</b></p><p>{Pages.Second}</p><p><b>Who will pay for the bridge?</b></p><p>{Pages.Third}</p>");
        Assert.Equal("No ferry at night", article.Body.Slice(Assert.Single(article.Blocks, b => b.Kind == BlockKind.Subheading).Span));
    }

    [Fact]
    public void Everything_left_out_is_listed()
    {
        var article = Read($"{Pages.Paragraphs}<div class=share-bar><a href=#>Share</a></div><div class=newsletter>Subscribe to our newsletter</div>");
        Assert.Contains(article.Furniture, f => f.Kind == FurnitureKind.Share);
        Assert.Contains(article.Furniture, f => f.Kind == FurnitureKind.Newsletter);
    }
}
