using Crosscheck.Articles.Captions;
using Xunit;

namespace Crosscheck.Tests.Articles;

public sealed class CaptionParserTests
{
    [Theory]
    [InlineData("A girl waits for food in Tarn, April 24, 2025. (Reuters)", "A girl waits for food in Tarn, April 24, 2025.", "Reuters", "2025-04-24")]
    [InlineData("The mayor leaves the hall. Photo: Ana Brisk/AFP", "The mayor leaves the hall.", "Ana Brisk/AFP", null)]
    [InlineData("Smoke over the port on 12 May 2025 (AP Photo/Tom Ferrow)", "Smoke over the port on 12 May 2025", "AP Photo/Tom Ferrow", "2025-05-12")]
    [InlineData("The mill at dusk. Tom Ferrow via AP", "The mill at dusk.", "Tom Ferrow via AP", null)]
    [InlineData("The mill at dusk. REUTERS/Tom Ferrow", "The mill at dusk.", "REUTERS/Tom Ferrow", null)]
    [InlineData("The mill at dusk (built in 1811)", "The mill at dusk (built in 1811)", null, null)]
    [InlineData("Image: mill.example", "", "mill.example", null)]
    [InlineData("Image: the mill at dusk", "Image: the mill at dusk", null, null)]
    [InlineData("© anna / stock", "", "anna / stock", null)]
    [InlineData("The mill at dusk / photo: from the archive", "The mill at dusk", "from the archive", null)]
    [InlineData("", "", null, null)]
    public void Divides_text_credit_and_date(string caption, string text, string? credit, string? date)
    {
        var parts = CaptionParser.Parse(caption);
        Assert.Equal(text, parts.Text);
        Assert.Equal(credit, parts.Credit);
        Assert.Equal(date, parts.Date);
    }

    [Theory]
    [InlineData("The senator said so on Friday (D-Ohio).")]
    [InlineData("She is the oldest of four sisters (42).")]
    [InlineData("He said and/or was the word that cost most.")]
    public void A_sentence_that_closes_with_brackets_is_no_caption(string line) => Assert.False(CaptionParser.LooksLikeCaption(line));
}
