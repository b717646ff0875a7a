using Crosscheck.Articles;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Articles;

/// <summary>The two pages that Crosscheck started from.</summary>
public sealed class SeedPageTests
{
    private static readonly string Observer = SamplePages.TextOf("putin-letter/000_74ccb485b80ae7db.txt");
    private static readonly string Awsat = SamplePages.TextOf("putin-letter/001_6030e5746e44852e.txt");

    [Fact]
    public void A_date_glued_before_the_first_sentence_is_the_day_of_publication()
    {
        var article = Assert.Single(SamplePages.Read(Observer));
        Assert.Equal("2025-03-24", article.Published?.Value.ToString());
        Assert.Equal("date field before the text", article.Published?.Basis);
        Assert.StartsWith("In a surprising move, Russian President", article.Body.Value, StringComparison.Ordinal);
        Assert.Equal("date 2025-03-24", Assert.Single(article.Furniture).Text);
    }

    [Fact]
    public void A_page_without_a_headline_gets_none()
    {
        var article = Assert.Single(SamplePages.Read(Observer));
        Assert.Null(article.Headline);
        Assert.Contains("headline", article.Reasons.Keys);
    }

    [Fact]
    public void The_closing_notice_is_read_sentence_by_sentence_and_names_the_outlet()
    {
        var article = Assert.Single(SamplePages.Read(Observer));
        Assert.Equal(
            [NoticeKind.Translated, NoticeKind.Edited, NoticeKind.Unverified, NoticeKind.Responsibility],
            article.Notices.Select(n => n.Kind));
        Assert.Equal("This article was translated and edited by The Syrian Observer.", article.Notices[0].Text);
        Assert.Equal("The Syrian Observer", article.Outlet?.Value);
        Assert.Equal("closing notice", article.Outlet?.Basis);
        Assert.EndsWith("toward the country\u2019s transitional phase.", article.Body.Value, StringComparison.Ordinal);
        Assert.Equal(7, article.Blocks.Length);
    }

    [Fact]
    public void Two_stories_are_cut_at_the_second_headline()
    {
        var articles = SamplePages.Read(Awsat);
        Assert.Equal(2, articles.Count);
        Assert.Equal("Putin\u2019s Message to Syria\u2019s Al-Sharaa: A Step Toward Restoring Ties?", articles[0].Headline?.Value);
        Assert.Equal("UN Food Agency Says Its Food Stocks in Gaza Have Run out under Israel\u2019s Blockade", articles[1].Headline?.Value);
        Assert.Equal(new TextSpan(0, articles[1].DocumentSpan.Start), articles[0].DocumentSpan);
        Assert.Equal(Awsat.IndexOf("UN Food Agency Says", StringComparison.Ordinal), articles[1].DocumentSpan.Start);
        Assert.Equal(Awsat.Length, articles[1].DocumentSpan.End);
        Assert.StartsWith("Russian President Vladimir Putin has sent", articles[0].Body.Value, StringComparison.Ordinal);
        Assert.EndsWith("the interests of both sides.", articles[0].Body.Value, StringComparison.Ordinal);
        Assert.StartsWith("The World Food Program says", articles[1].Body.Value, StringComparison.Ordinal);
        Assert.EndsWith("released in ceasefire deals.", articles[1].Body.Value, StringComparison.Ordinal);
        Assert.Equal([13, 13], articles.Select(a => a.Blocks.Length));
    }

    [Fact]
    public void Only_the_first_printing_of_a_headline_or_caption_is_kept()
    {
        foreach (var article in SamplePages.Read(Awsat))
        {
            Assert.Equal(
                [FurnitureKind.RepeatedCaption, FurnitureKind.Widget, FurnitureKind.RepeatedHeadline, FurnitureKind.RepeatedCaption, FurnitureKind.RepeatedCaption],
                article.Furniture.Select(f => f.Kind));
            Assert.Equal("TT", article.Furniture[1].Text);
            Assert.Single(article.Captions);
        }
    }

    [Fact]
    public void Captions_give_their_credit_and_date()
    {
        var articles = SamplePages.Read(Awsat);
        Assert.Equal("RT", articles[0].Captions[0].Credit);
        Assert.Null(articles[0].Captions[0].Date);
        Assert.EndsWith("at the end of January", articles[0].Captions[0].Text, StringComparison.Ordinal);
        Assert.Equal("Reuters", articles[1].Captions[0].Credit);
        Assert.Equal("2025-04-24", articles[1].Captions[0].Date);
        Assert.All(articles, a => Assert.Empty(a.Agencies));
    }

    [Fact]
    public void An_outlet_named_only_by_those_who_tell_it_things_is_likely_and_no_more()
    {
        var articles = SamplePages.Read(Awsat);
        Assert.Equal(["Asharq Al-Awsat", "Asharq Al-Awsat"], articles.Select(a => a.Outlet?.Value));
        Assert.InRange(articles[0].Outlet!.Confidence, 0.5, 0.7);
        Assert.True(articles[1].Outlet!.Confidence < articles[0].Outlet!.Confidence);
    }

    [Fact]
    public void No_date_is_made_up()
    {
        var articles = SamplePages.Read(Awsat);
        Assert.All(articles, a => Assert.Null(a.Published));
        Assert.Contains("2025-04-24", articles[1].Reasons["published"], StringComparison.Ordinal);
    }

    [Fact]
    public void Both_pages_are_English() =>
        Assert.All([.. SamplePages.Read(Observer), .. SamplePages.Read(Awsat)], a => Assert.Equal("en", a.Language?.Value));
}
