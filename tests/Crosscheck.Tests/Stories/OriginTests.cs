using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Stories;
using Crosscheck.Text;
using Crosscheck.Times;
using Xunit;

namespace Crosscheck.Tests.Stories;

public sealed class OriginTests
{
    private const string Report =
        "A landslide above the village of Tarn has blocked the only road to the Orso valley, the district office said on Sunday. "
        + "Forty families spent the night in the school of Tarn while engineers from Orso looked at the slope, the mayor Ilva Brandt said in Tarn. "
        + "Rain is expected again on Tuesday and the Orso river has risen by half a metre since the landslide, the office said.";

    private static Story Only(OutletRegister? outlets, params AnalyzedArticle[] articles)
    {
        var grouping = new StoryGrouper(TimeTagger.Load(), outlets ?? OutletRegister.Empty).Group([.. articles]);
        return Assert.Single(grouping.Stories);
    }

    [Fact]
    public void Three_outlets_with_one_agency_text_are_one_origin()
    {
        var story = Only(null,
            Invented.Article("TARN (Reuters) - " + Report, "Daily Orso", "2024-05-06"),
            Invented.Article(Report, "Valley Post", "2024-05-06"),
            Invented.Article(Report + " More in our next edition.", "Evening Tarn", "2024-05-07"));
        var origin = Assert.Single(story.Origins);
        Assert.Equal((OriginKind.Wire, "Reuters", 3), (origin.Kind, origin.Name, origin.Articles.Length));
        var evidence = Assert.Single(origin.Evidence);
        Assert.Equal("Reuters", ("TARN (Reuters) - " + Report)[evidence.Span.Start..evidence.Span.End]);
    }

    [Fact]
    public void A_credit_of_reporters_names_no_agency_but_the_dateline_does()
    {
        var notice = new Notice(NoticeKind.Wire, new TextSpan(0, 10), "Reporting by Ana Lind; Editing by Jo Marsh", "Ana Lind");
        Assert.Equal("Orso Valley Agency", Assert.Single(Only(null, Invented.Article("TARN (OVA) - " + Report + " He spoke to Orso Valley Agency.", "Daily Orso", notices: [notice])).Origins).Name);
        Assert.Equal((OriginKind.Own, "Daily Orso"), Assert.Single(Only(null, Invented.Article(Report, "Daily Orso", notices: [notice])).Origins) is var own ? (own.Kind, own.Name) : default);
    }

    [Fact]
    public void A_copy_without_credit_is_one_origin_named_after_the_earliest()
    {
        var story = Only(null, Invented.Article(Report, "Daily Orso", "2024-05-06"), Invented.Article(Report, "Valley Post", "2024-05-07"));
        var origin = Assert.Single(story.Origins);
        Assert.Equal((OriginKind.Copy, "Daily Orso"), (origin.Kind, origin.Name));
    }

    [Fact]
    public void A_translation_comes_from_an_unnamed_original()
    {
        var notice = new Notice(NoticeKind.Translated, new TextSpan(0, 10), "This article was translated by Valley Post.", "Valley Post");
        var origin = Assert.Single(Only(null, Invented.Article(Report, "Valley Post", notices: [notice])).Origins);
        Assert.Equal((OriginKind.Translation, "unnamed original of Valley Post"), (origin.Kind, origin.Name));
        Assert.True(Assert.Single(origin.Evidence).InDocument);
    }

    [Fact]
    public void Outlets_of_one_owner_count_once_when_the_list_says_so()
    {
        AnalyzedArticle[] articles =
        [
            Invented.Article(Report, "Daily Orso", "2024-05-06"),
            Invented.Article("The landslide at Tarn in the Orso valley drove forty families from their homes. " + Report[..119] + " " + Invented.Words(7, 60), "Valley Post", "2024-05-06"),
        ];
        Assert.Equal(2, Only(null, articles).Origins.Length);
        var list = new OutletRegister([new OutletEntry("orso.example", "Daily Orso", "Orso Media", null, []), new OutletEntry("post.example", "Valley Post", "Orso Media", null, [])]);
        Assert.Single(Only(list, articles).Origins);
    }

    [Fact]
    public void An_agencys_own_page_is_its_own_report() =>
        Assert.Equal(OriginKind.Own, Assert.Single(Only(null, Invented.Article("TARN (Reuters) - " + Report, "Reuters")).Origins).Kind);

    [Fact]
    public void Two_pages_of_one_outlet_are_one_origin() =>
        Assert.Single(Only(null,
            Invented.Article(Report, "Daily Orso", "2024-05-06"),
            Invented.Article("More than forty families are still in the school of Tarn as the landslide blocks the Orso road. " + Report[120..], "The daily orso", "2024-05-07")).Origins);

    [Fact]
    public void Two_happenings_are_two_stories()
    {
        var grouping = new StoryGrouper(TimeTagger.Load(), OutletRegister.Empty).Group(
        [
            Invented.Article(Report, "Daily Orso", "2024-05-06"),
            Invented.Article("The central bank of Velland raised its main rate to 5.25 percent, and Governor Kord said inflation in Velland would fall by winter.", "Daily Orso", "2024-05-06"),
        ]);
        Assert.Equal(2, grouping.Stories.Length);
        Assert.All(grouping.Stories, s => Assert.Single(s.Articles));
    }

    [Fact]
    public void Every_article_is_in_exactly_one_story_and_one_origin_of_its_own()
    {
        var articles = Enumerable.Range(0, 60).Select(i => Invented.Article(Invented.Words(i / 3, 80) + Invented.Words(1000 + i, 10), $"Outlet {i % 7}")).ToImmutableArray();
        var grouping = new StoryGrouper(TimeTagger.Load(), OutletRegister.Empty).Group(articles);
        Assert.Equal(Enumerable.Range(0, 60), grouping.Stories.SelectMany(s => s.Articles).Order());
        Assert.All(grouping.Stories, s => Assert.Equal(s.Articles.Order(), s.Origins.Where(o => o.Kind != OriginKind.Voice).SelectMany(o => o.Articles).Order()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("(")]
    [InlineData("(Reuters")]
    [InlineData("told the")]
    [InlineData("\ud83d\ud83d")]
    public void Odd_bodies_group_without_harm(string body) => Only(null, Invented.Article(body));
}
