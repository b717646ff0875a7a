using Crosscheck.Articles;
using Crosscheck.Articles.Dates;
using Crosscheck.Articles.Metadata;
using Xunit;

namespace Crosscheck.Tests.Articles;

public sealed class MetadataTests
{
    private static Article Article(string head, string before = "<h1>Old harbour bridge closes for two years</h1>", string after = "") =>
        Pages.Article($"<main><article>{before}{Pages.Paragraphs}{after}</article></main>", head);

    [Theory]
    [InlineData("2020-03-15T23:30:00+01:00", "2020-03-15T23:30+01:00")]
    [InlineData("Veröffentlicht am 15. März 2020, 08:05 Uhr", "2020-03-15T08:05")]
    [InlineData("March 15th, 2020 at 3:15 pm", "2020-03-15T15:15")]
    [InlineData("15 de marzo de 2020", "2020-03-15")]
    [InlineData("le 15 mars 2020 à 18h30", "2020-03-15T18:30")]
    [InlineData("15 stycznia 2020", "2020-01-15")]
    [InlineData("15 января 2020", "2020-01-15")]
    [InlineData("Sun, 15 Mar 2020 10:00:00 GMT", "2020-03-15T10:00Z")]
    [InlineData("15.03.20", "2020-03-15")]
    [InlineData("25/03/2020", "2020-03-25")]
    [InlineData("2020年3月15日", "2020-03-15")]
    [InlineData("20200315", "2020-03-15")]
    [InlineData("2020년 3월 15일", "2020-03-15")]
    [InlineData("15 آذار / مارس 2020", "2020-03-15")]
    [InlineData("15 मार्च 2020", "2020-03-15")]
    [InlineData("15. ožujka 2020.", "2020-03-15")]
    public void Dates_are_read_as_pages_print_them(string text, string expected) => Assert.Equal(expected, DateText.First(text)?.Value.ToString());

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("0000-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("31.04.2021")]
    [InlineData("room 1203 of 4.5")]
    public void Days_that_no_calendar_has_are_no_dates(string text) => Assert.Null(DateText.First(text));

    [Fact]
    public void Linked_data_gives_date_author_and_section()
    {
        var article = Article("""
            <title>Old harbour bridge closes for two years | Nordhaven Post</title>
            <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Old harbour bridge closes for two years","datePublished":"2021-05-04T06:00:00+02:00",
            "dateModified":"2021-05-05","author":[{"@type":"Person","name":"Mara Lindqvist"},{"@type":"Organization","name":"Reuters"}],"publisher":{"name":"Nordhaven Post"},"articleSection":"Traffic"}]}</script>
            """);
        Assert.Equal("2021-05-04T06:00+02:00", article.Published?.Value.ToString());
        Assert.Equal("JSON-LD datePublished", article.Published?.Basis);
        Assert.Equal(new DateOnly(2021, 5, 5), article.Modified?.Value.Day);
        Assert.Equal(["Mara Lindqvist"], article.Authors);
        Assert.Equal(["Reuters"], article.Agencies);
        Assert.Equal("Nordhaven Post", article.Outlet?.Value);
        Assert.Equal("Traffic", article.Section);
        Assert.Equal("Old harbour bridge closes for two years", article.Headline?.Value);
    }

    [Fact]
    public void The_headline_is_kept_out_of_the_body_and_has_its_place()
    {
        var document = Pages.Read($"<title>Old harbour bridge closes for two years</title><article><h1>Old harbour bridge closes for two years</h1>{Pages.Paragraphs}</article>");
        var article = Assert.Single(document.Articles);
        Assert.Equal(Pages.BodyText, article.Body.Value);
        Assert.Equal("Old harbour bridge closes for two years", document.Decoded.Slice(article.HeadlineSpan!.Value));
    }

    [Theory]
    [InlineData("<h1><span class=dachzeile>Traffic in the north</span> <span class=headline>Old harbour bridge closes for two years</span></h1>")]
    [InlineData("<h1><span class='head__kicker'>Traffic in the north</span><span class=visually-hidden>: </span><span>Old harbour bridge closes for two years</span></h1>")]
    [InlineData("<h1 class=entry-title><span class=article-over-line>Traffic in the north</span>Old harbour bridge closes for two years</h1>")]
    [InlineData("<h1>Old harbour bridge closes for two years <small>Traffic in the north</small></h1>")]
    [InlineData("<h1><time datetime=2021-05-04>4 May 2021</time> Old harbour bridge closes for two years</h1>")]
    public void A_kicker_inside_the_heading_is_no_part_of_the_headline(string heading)
    {
        var document = Pages.Read($"<title>Traffic in the north: Old harbour bridge closes for two years</title><main><article>{heading}{Pages.Paragraphs}</article></main>");
        var article = Assert.Single(document.Articles);
        Assert.Equal("Old harbour bridge closes for two years", article.Headline?.Value);
        Assert.Equal("Old harbour bridge closes for two years", document.Decoded.Slice(article.HeadlineSpan!.Value));
        Assert.Equal(Pages.BodyText, article.Body.Value);
    }

    [Fact]
    public void A_heading_whose_words_are_all_in_one_part_is_a_headline() =>
        Assert.Equal("Old harbour bridge closes for two years", Article(string.Empty, "<h1><span class=label>Old harbour bridge closes for two years</span></h1>").Headline?.Value);

    [Theory]
    [InlineData("<p class=standfirst>Drivers will need patience until the spring after next.</p>")]
    [InlineData("<div class='story__dek'>Drivers will need patience until the spring after next.</div>")]
    [InlineData("<h2 itemprop=alternativeHeadline>Drivers will need patience until the spring after next.</h2>")]
    public void A_standfirst_is_the_subtitle(string standfirst) =>
        Assert.Equal("Drivers will need patience until the spring after next.", Article(string.Empty, $"<h1>Old harbour bridge closes for two years</h1>{standfirst}").Subtitle);

    [Theory]
    [InlineData("<div class=teaser><p>Drivers will need patience until the spring after next, and the ferry many more hands.</p></div>", true)]
    [InlineData("<div class=series-intro><p>In this series we visit the bridges of the province, the people who keep them and those who cross.</p></div>", false)]
    public void The_first_paragraph_may_be_the_standfirst_but_not_that_of_a_series(string first, bool found) =>
        Assert.Equal(found, Article(string.Empty, $"<h1>Old harbour bridge closes for two years</h1>{first}").Subtitle is not null);

    [Fact]
    public void An_element_that_holds_the_text_is_no_standfirst() =>
        Assert.Null(Pages.Article($"<main><h1>Bridge closes</h1><div class=intro>{Pages.Paragraphs}</div></main>").Subtitle);

    [Fact]
    public void A_title_loses_the_outlets_name() =>
        Assert.Equal("Bridge closes", Article("<title>Bridge closes – Nordhaven Post</title><meta property=og:site_name content='Nordhaven Post'>", before: string.Empty).Headline?.Value);

    [Fact]
    public void Dates_that_disagree_are_kept()
    {
        var article = Article("<meta property=article:published_time content=2021-05-04T08:00:00+02:00><link rel=canonical href=https://news.example/2021/05/09/bridge>");
        Assert.Equal(new DateOnly(2021, 5, 4), article.Published?.Value.Day);
        Assert.Contains(article.Disagreeing, c => c is { Field: "published", Value: "2021-05-09", Basis: "address" });
    }

    [Fact]
    public void The_time_of_a_comment_disagrees_with_nothing()
    {
        var article = Article("<meta property=article:published_time content=2021-05-04T08:00:00+02:00>", after: "<section class=comments><p>Well said. <time datetime=2021-05-09>9 May</time></p></section>");
        Assert.DoesNotContain(article.Disagreeing, c => c.Field == "published");
    }

    [Theory]
    [InlineData("<p class=date>15.03.2020</p>", "2020-03-15")]
    [InlineData("<p class=date>১৫ মার্চ, ২০২০</p>", "2020-03-15")]
    [InlineData("<p>Published on 15 March 2020, updated on 17 March 2020</p>", "2020-03-15")]
    public void A_day_printed_below_the_headline_is_the_pages_day(string printed, string expected) =>
        Assert.Equal(expected, Article(string.Empty, $"<h1>Old harbour bridge closes for two years</h1>{printed}").Published?.Value.ToString());

    [Fact]
    public void An_archives_address_does_not_date_the_page_that_it_keeps()
    {
        Assert.Equal(new DateOnly(2013, 12, 9), DateClaims.DateInUrl("https://archive.example/web/20140109030403/http://blog.example/2013/12/09/bridge")?.Value.Day);
        Assert.Null(DateClaims.DateInUrl("https://archive.example/web/20140109030403/http://blog.example/bridge"));
    }

    [Fact]
    public void What_the_page_says_of_its_last_change_is_not_its_day_of_publication()
    {
        var article = Article("<meta property=article:published_time content=2021-05-04T08:00:00+02:00><meta property=article:modified_time content=2021-05-06T08:00:00+02:00>");
        Assert.Equal(new DateOnly(2021, 5, 4), article.Published?.Value.Day);
        Assert.Equal(new DateOnly(2021, 5, 6), article.Modified?.Value.Day);
    }

    [Fact]
    public void A_desk_that_signs_is_no_person()
    {
        var article = Article("<meta name=author content=Redaktion>", "<h1>Old harbour bridge closes for two years</h1><p class=author>Redaktion</p>");
        Assert.Empty(article.Authors);
        Assert.Equal("Redaktion", article.SignedBy);
        Assert.Contains("authors", article.Reasons.Keys);
    }

    [Fact]
    public void A_house_that_the_linked_data_names_is_no_person()
    {
        var article = Article("""
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Old harbour bridge closes for two years","author":{"@type":"Organization","name":"Nordhaven Online"}}</script>
            """);
        Assert.Empty(article.Authors);
        Assert.Equal("Nordhaven Online", article.SignedBy);
    }

    [Fact]
    public void A_name_is_given_as_it_is_best_printed()
    {
        var article = Article("""
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Old harbour bridge closes for two years","author":{"@type":"Person","name":"mara.lindqvist"}}</script>
            <meta name=author content="Mara Lindqvist">
            """);
        Assert.Equal(["Mara Lindqvist"], article.Authors);
    }

    [Fact]
    public void A_date_beside_an_agency_is_no_author()
    {
        var article = Article(string.Empty, "<h1>Old harbour bridge closes for two years</h1><p class=author>AP - 16/05/2020, 12:36 PM</p>");
        Assert.Empty(article.Authors);
        Assert.Equal(["Associated Press"], article.Agencies);
    }

    [Theory]
    [InlineData("AP", "Associated Press")]
    [InlineData("NORDPOST", null)]
    [InlineData("Havenpress", "Havenpress")]
    public void A_dateline_names_an_agency_once_and_not_the_outlet(string bracket, string? agency)
    {
        var article = Pages.Article($"<main><article><h1>Old harbour bridge closes for two years</h1><p class=byline>By Mara Lindqvist and AP</p><p>NORDHAVEN ({bracket}) — {Pages.First}</p><p>{Pages.Second}</p><p>{Pages.Third}</p></article></main>", "<meta property=og:site_name content='NordPost 7'>");
        Assert.Equal(agency is null or "Associated Press" ? ["Associated Press"] : ["Associated Press", agency], article.Agencies);
    }

    [Fact]
    public void A_byline_names_people_and_agencies_apart()
    {
        List<string> people = [], agencies = [];
        AuthorNames.Read("Von Anna Berg und Tom Weiss, dpa", true, people, agencies);
        Assert.Equal(["Anna Berg", "Tom Weiss"], people);
        Assert.Equal(["dpa"], agencies);
    }

    [Fact]
    public void A_text_that_only_a_script_holds_is_found()
    {
        var body = string.Join("\\n", Enumerable.Repeat($"{Pages.First} {Pages.Second} {Pages.Third}", 2));
        var document = Pages.Read($"<title>x</title><div id=app></div><script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{body}\"}}</script>");
        var article = Assert.Single(document.Articles);
        Assert.Equal(2, article.Blocks.Length);
        Assert.StartsWith(Pages.First, article.Body.Value, StringComparison.Ordinal);
        Pages.AssertSane(document);
    }

    [Fact]
    public void Missing_fields_have_a_reason()
    {
        var article = Article("<title>Bridge closes</title>");
        Assert.Null(article.Published);
        Assert.Contains("published", article.Reasons.Keys);
        Assert.Contains("authors", article.Reasons.Keys);
    }

    [Fact]
    public void The_language_is_read_from_the_text_and_a_label_that_disagrees_is_kept()
    {
        var document = Pages.Read($"<html lang=de><article>{Pages.Paragraphs}</article>");
        var article = Assert.Single(document.Articles);
        Assert.Equal("en", article.Language?.Value);
        Assert.Contains(article.Disagreeing, c => c is { Field: "language", Value: "de" });
    }
}
