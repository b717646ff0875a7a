using Crosscheck.Articles;
using Crosscheck.Articles.PlainText;
using Xunit;

namespace Crosscheck.Tests.Articles;

public sealed class WireTextTests
{
    private const string Story = Pages.First + "\n" + Pages.Second + "\n" + Pages.Third;

    [Fact]
    public void An_agencys_text_comes_apart_into_its_story_and_what_stands_around_it()
    {
        var article = Assert.Single(SamplePages.Read($"BC-NORDHAVEN-BRIDGE (UPDATE 2, PIX, TV)\nUPDATE 2-Old harbour bridge closes for two years\nBy Anna Berg\nNORDHAVEN, March 24 (Reuters) - {Story}\n(Reporting by Anna Berg; Editing by Jon Dahl)\n((anna.berg@agency.example; +44 20 7000 0000))\n-- ENDS --\n"));
        Assert.Equal("UPDATE 2-Old harbour bridge closes for two years", article.Headline!.Value);
        Assert.Equal(["Anna Berg"], article.Authors);
        Assert.Equal(["Reuters"], article.Agencies);
        Assert.Equal(Pages.BodyText, article.Body.Value);
        Assert.Equal(NoticeKind.Wire, Assert.Single(article.Notices).Kind);
        Assert.Equal(3, article.Furniture.Count(f => f.Kind == FurnitureKind.Boilerplate));
    }

    [Fact]
    public void The_stamp_under_a_text_dates_it()
    {
        var article = Assert.Single(SamplePages.Read($"bdt0123 4 pl 210  dpa 0456\n\nBrücke/Hafen/Nordhaven/\n(Zusammenfassung 1530 - neu: Fähre)\nOld harbour bridge closes for two years\n\nNordhaven (dpa) - {Story}\n\ndpa ab yyzz n1 cd\n241530 Mär 25\n"));
        Assert.Equal("2025-03-24T15:30", article.Published!.Value.ToString());
        Assert.Equal("Old harbour bridge closes for two years", article.Headline!.Value);
        Assert.Equal(Pages.BodyText, article.Body.Value);
    }

    [Fact]
    public void A_press_release_ends_where_it_says()
    {
        var article = Assert.Single(SamplePages.Read($"FOR IMMEDIATE RELEASE\n\nOld harbour bridge closes for two years\n\n{Story}\n\n###\n\nNotes to editors\nThe bridge was built in 1890.\n"));
        Assert.Equal(Pages.BodyText, article.Body.Value);
        Assert.Contains(article.Furniture, f => f.Text == "The bridge was built in 1890.");
    }

    [Fact]
    public void Texts_that_follow_each_other_in_one_file_are_several()
    {
        var stories = SamplePages.Read($"NORDHAVEN-BRIDGE\nOld harbour bridge closes\nNORDHAVEN (AP) - {Story}\nENDS\nKESTRIA-WHEAT\nWheat exports rise again\nMARSOVA (AP) - {Story}\nENDS\n");
        Assert.Equal(["Old harbour bridge closes", "Wheat exports rise again"], stories.Select(s => s.Headline!.Value));
        Assert.All(stories, s => Assert.Equal(Pages.BodyText, s.Body.Value));
    }

    [Theory]
    [InlineData("BC-PORT-BLAST", true)]
    [InlineData("AP-EU-Kestria-Blast, 1st Ld-Writethru, 230", true)]
    [InlineData("Unglück/Hafen/Kestrien/", true)]
    [InlineData("-----", true)]
    [InlineData("Eds: Updates with quotes.", true)]
    [InlineData("US-UK trade deal signed", false)]
    [InlineData("US-UK, EU sign pact", false)]
    [InlineData("Anglo-American", false)]
    [InlineData("Covid-19, two years on", false)]
    [InlineData("He said so (twice) and left.", false)]
    public void A_service_line_is_told_from_a_headline(string line, bool service) => Assert.Equal(service, WireLines.IsService(line));

    [Theory]
    [InlineData("-- ENDS --", true)]
    [InlineData("ENDS", true)]
    [InlineData("(Ends)", true)]
    [InlineData("-30-", true)]
    [InlineData("###", true)]
    [InlineData("Ends", false)]
    [InlineData("30", false)]
    [InlineData("The end.", false)]
    [InlineData("", false)]
    public void An_end_mark_is_told_from_a_line(string line, bool end) => Assert.Equal(end, WireLines.IsEnd(line));

    [Theory]
    [InlineData("241530 Mär 25", "2025-03-24T15:30")]
    [InlineData("241530 GMT Mar 25", "2025-03-24T15:30Z")]
    [InlineData("241530Z MAR 2025", "2025-03-24T15:30Z")]
    [InlineData("321530 Mar 25", null)]
    [InlineData("242530 Mar 25", null)]
    [InlineData("241530 people", null)]
    public void A_stamp_is_a_date(string line, string? date) => Assert.Equal(date, WireLines.Stamp(line)?.ToString());

    [Fact]
    public void A_mark_between_two_halves_ends_nothing()
    {
        var article = Assert.Single(SamplePages.Read($"Old harbour bridge closes\n\n{Pages.First}\n\n###\n\n{Pages.Second}\n\n{Pages.Third}\n"));
        Assert.EndsWith(Pages.Third, article.Body.Value);
    }
}
