using Crosscheck.Articles.Seams;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Articles.Seams;

public sealed class TopicShiftTests
{
    // The first half is of the quarry, the second of the choir.
    private static readonly PageWords Words = Read(
        "quarry granite drill quarry gravel blast granite quarry crane drill gravel quarry choir organ soprano choir hymn organ chapel soprano choir hymn");

    private static readonly int[] Forms = [.. Words.Words.Select(w => w.Form)];

    [Fact]
    public void A_window_that_slides_gives_what_each_window_alone_gives()
    {
        int[] divisions = [2, 3, 9, 12, 12, 17, 20];
        var slid = new TopicShift(Words, Forms, 1500).Gains(divisions, 6);
        for (var d = 0; d < divisions.Length; d++) Assert.Equal(new TopicShift(Words, Forms, 1500).Gains([divisions[d]], 6)[0], slid[d], 8);
    }

    [Fact]
    public void Asked_twice_it_answers_the_same()
    {
        var shift = new TopicShift(Words, Forms, 250);
        var first = shift.Gains([5, 12], int.MaxValue);
        shift.Gains([7, 9, 15], 4);
        Assert.Equal(first, shift.Gains([5, 12], int.MaxValue));
    }

    [Fact]
    public void The_words_turn_where_the_topic_does()
    {
        var gains = new TopicShift(Words, Forms, 250).Gains([.. Enumerable.Range(0, Forms.Length + 1)], int.MaxValue);
        Assert.Equal(12, Array.IndexOf(gains, gains.Max()));
        Assert.Equal(0, gains[0]);
        Assert.Equal(0, gains[^1]);
    }

    private static PageWords Read(string text) => PageWords.Read(new SourceText(text), new TextSpan(0, text.Length), "en");
}
