using Crosscheck.Articles.Dates;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Articles;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("2025-03-24", "2025-03-24")]
    [InlineData("2025-03-24T08:15:30Z", "2025-03-24T08:15Z")]
    [InlineData("2025-03-24T08:15:30.123+02:00", "2025-03-24T08:15+02:00")]
    [InlineData("2025-03-24 08:15", "2025-03-24T08:15")]
    [InlineData("March 24, 2025", "2025-03-24")]
    [InlineData("Mar. 24, 2025 8:15 p.m.", "2025-03-24T20:15")]
    [InlineData("24 March 2025", "2025-03-24")]
    [InlineData("24th of March, 2025", "2025-03-24")]
    [InlineData("Mon, 24 Mar 2025 08:15:00 GMT", "2025-03-24T08:15Z")]
    [InlineData("24.03.2025", "2025-03-24")]
    [InlineData("24. März 2025", "2025-03-24")]
    [InlineData("24 de marzo de 2025", "2025-03-24")]
    [InlineData("24/03/2025", "2025-03-24")]
    [InlineData("03/24/2025", "2025-03-24")]
    public void Reads_the_printed_forms(string text, string expected) =>
        Assert.Equal(expected, DateReader.ReadAt(text, 0, text.Length)?.At.ToString());

    [Theory]
    [InlineData("03/04/2025")]
    [InlineData("2025-13-01")]
    [InlineData("February 30, 2025")]
    [InlineData("May 2025")]
    [InlineData("12345-01-01")]
    [InlineData("")]
    public void What_is_no_certain_day_is_not_read(string text) => Assert.Null(DateReader.ReadAt(text, 0, text.Length));

    [Fact]
    public void Finds_a_date_inside_a_text()
    {
        const string Text = "Palestinians wait for food, northern Gaza Strip, April 24, 2025.";
        var date = DateReader.Find(Text, new TextSpan(0, Text.Length));
        Assert.Equal("April 24, 2025", Text[date!.Span.Start..date.Span.End]);
    }
}
