using Crosscheck.Articles;
using Crosscheck.Articles.Notices;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Articles;

public sealed class NoticeFinderTests
{
    [Theory]
    [InlineData(NoticeKind.Translated, "The Tarn Review", "This article was translated by The Tarn Review.")]
    [InlineData(NoticeKind.Wire, "Ana Brisk", "Reporting by Ana Brisk; Editing by Tom Ferrow")]
    [InlineData(NoticeKind.Wire, null, "Jane Roe in Tarn contributed to this report.")]
    [InlineData(NoticeKind.Correction, null, "Correction: The mill was built in 1811.")]
    [InlineData(NoticeKind.Correction, null, "An earlier version of this story gave the wrong name of the mill.")]
    [InlineData(NoticeKind.Clarification, null, "This article has been clarified to say who paid.")]
    [InlineData(NoticeKind.Update, null, "This story has been updated with the mayor's answer.")]
    [InlineData(NoticeKind.Update, null, "This is a developing story.")]
    [InlineData(NoticeKind.Unverified, null, "The Review has not independently verified the claims of this report.")]
    [InlineData(NoticeKind.Responsibility, null, "The views expressed are those of the author.")]
    [InlineData(NoticeKind.Sponsored, "Baltar Grain", "Sponsored by Baltar Grain")]
    [InlineData(NoticeKind.MachineMade, null, "This text was automatically translated.")]
    [InlineData(NoticeKind.Paywall, null, "Subscribe to read the whole story.")]
    [InlineData(NoticeKind.Truncated, null, "Read the full story on our site")]
    [InlineData(NoticeKind.Satire, null, "This article is satire.")]
    public void Says_what_a_notice_is_and_whom_it_names(NoticeKind kind, string? names, string text)
    {
        var notice = NoticeFinder.Classify(new SourceText(text), new TextSpan(0, text.Length));
        Assert.Equal(kind, notice?.Kind);
        Assert.Equal(names, notice?.Names);
    }

    [Theory]
    [InlineData("The minister corrected his earlier statement on Tuesday.")]
    [InlineData("An earlier version of the bill was voted down in May.")]
    [InlineData("The book was translated by her sister and sold well.")]
    [InlineData("Both papers updated their reports within the hour.")]
    [InlineData("")]
    public void A_sentence_about_others_is_no_notice(string text) =>
        Assert.Null(NoticeFinder.Classify(new SourceText(text), new TextSpan(0, text.Length)));

    [Fact]
    public void Sentences_of_a_notice_are_cut_from_the_text_before_them()
    {
        const string Text = "The mill will open again in May. Ana Brisk contributed to this report.";
        var reading = NoticeFinder.Read(Text);
        Assert.False(reading.IsWhole);
        Assert.Equal("The mill will open again in May.", Text[reading.Rest.Start..reading.Rest.End]);
        Assert.Equal(NoticeKind.Wire, Assert.Single(reading.Notices).Kind);
    }

    [Fact]
    public void What_follows_a_correction_belongs_to_it()
    {
        var reading = NoticeFinder.Read("Correction: A name was wrong. The mayor is called Ostrik. He is not her brother.");
        Assert.True(reading.IsWhole);
        Assert.Equal(3, reading.Notices.Length);
    }
}
