using Crosscheck.Text;
using Crosscheck.Times;
using Xunit;

namespace Crosscheck.Tests.Times;

public sealed class TimeTaggerTests
{
    private static readonly TimeTagger Tagger = TimeTagger.Load();

    /// <summary>A Wednesday.</summary>
    private static readonly TimeReference Reference = new(new DateOnly(2024, 5, 15));

    [Theory]
    [InlineData("The bridge opened on March 20, 2021.", "March 20, 2021", "2021-03-20")]
    [InlineData("The bridge opened on 20 March 2021.", "20 March 2021", "2021-03-20")]
    [InlineData("It was founded in 1987.", "1987", "1987")]
    [InlineData("The ministry said on Thursday that it had closed the port.", "Thursday", "2024-05-09")]
    [InlineData("The talks will begin on Friday.", "Friday", "2024-05-17")]
    [InlineData("The owner could not be reached Tuesday.", "Tuesday", "2024-05-14")]
    [InlineData("The party scheduled a march Thursday.", "Thursday", "2024-05-16")]
    [InlineData("Output has fallen since December.", "December", "2023-12")]
    [InlineData("He arrived last week.", "last week", "2024-W19")]
    [InlineData("He arrived yesterday.", "yesterday", "2024-05-14")]
    [InlineData("It closed at the end of January.", "the end of January", "2024-01")]
    [InlineData("Prices rose in the third quarter of 2023.", "the third quarter of 2023", "2023-Q3")]
    [InlineData("The festival began in the 1990s.", "the 1990s", "199")]
    [InlineData("They met two weeks ago.", "two weeks ago", "2024-W18")]
    [InlineData("They met three days ago.", "three days ago", "2024-05-12")]
    [InlineData("The plant closed five years ago.", "five years ago", "2019")]
    [InlineData("She is now the mayor.", "now", "PRESENT_REF")]
    [InlineData("They recently moved.", "recently", "PAST_REF")]
    [InlineData("Sales fell in fiscal 2014.", "fiscal 2014", "2014")]
    [InlineData("It snowed in the winter of 2010.", "the winter of 2010", "2010-WI")]
    [InlineData("It was the coldest day of the 20th century.", "the 20th century", "19")]
    [InlineData("The vote was held on 2023-11-02.", "2023-11-02", "2023-11-02")]
    [InlineData("Earlier this year the firm moved.", "Earlier this year", "2024")]
    [InlineData("The law came into force last December.", "last December", "2023-12")]
    [InlineData("They were married on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25")]
    [InlineData("The index fell on May 2 and ended the day at 40.", "the day", "2024-05-02")]
    [InlineData("Shops closed on Good Friday.", "Good Friday", "2024-03-29")]
    public void A_date_has_its_value(string text, string words, string value) => AssertTime(text, words, TimeType.Date, value);

    [Theory]
    [InlineData("The siege lasted three weeks.", "three weeks", "P3W")]
    [InlineData("The firm lost money in the year ended March 31.", "the year", "P1Y")]
    [InlineData("It took two and a half years.", "two and a half years", "P2Y6M")]
    [InlineData("It took 5 1/2 hours.", "5 1/2 hours", "PT5H30M")]
    [InlineData("A two-month ceasefire ended.", "two-month", "P2M")]
    [InlineData("He waited for several days.", "several days", "PXD")]
    [InlineData("He ruled for twenty-five years.", "twenty-five years", "P25Y")]
    [InlineData("It was shut for the past decade.", "the past decade", "P10Y")]
    [InlineData("The mill stood for two centuries.", "two centuries", "P200Y")]
    [InlineData("They quarrelled for decades.", "decades", "PXY")]
    [InlineData("It rained for half an hour.", "half an hour", "PT30M")]
    public void A_duration_has_its_value(string text, string words, string value) => AssertTime(text, words, TimeType.Duration, value);

    [Theory]
    [InlineData("The train left at 10:35 a.m. on May 3, 2024.", "10:35 a.m. on May 3, 2024", "2024-05-03T10:35")]
    [InlineData("It struck at 9 p.m. Monday.", "9 p.m. Monday", "2024-05-13T21:00")]
    [InlineData("The bank spoke at 18:00 UTC on Monday.", "18:00 UTC on Monday", "2024-05-13T18:00Z")]
    [InlineData("They met on Monday night.", "Monday night", "2024-05-13TNI")]
    public void A_time_of_day_has_its_value(string text, string words, string value) => AssertTime(text, words, TimeType.Time, value);

    [Theory]
    [InlineData("The bakery makes 87,000 loaves a day.", "a day", "P1D")]
    [InlineData("The council meets every Tuesday.", "every Tuesday", "XXXX-WXX-2")]
    [InlineData("The shop is inspected every month.", "every month", "P1M")]
    public void A_repeated_time_has_its_value(string text, string words, string value) => AssertTime(text, words, TimeType.Set, value);

    [Fact]
    public void A_sentence_counts_from_the_time_that_the_text_spoke_of()
    {
        AssertTime("The army cut supplies on March 2. It resumed its attacks two weeks later.", "two weeks later", TimeType.Date, "2024-03-16");
        AssertTime("In March 2020 prices rose by 4 percent. They had fallen the month before.", "the month before", TimeType.Date, "2020-02");
    }

    [Fact]
    public void Without_a_day_of_publication_a_relative_time_says_what_would_fix_it_and_a_full_date_keeps_its_value()
    {
        var times = Tagger.Find(PlainSyntax.Read("He said on Thursday that the fire of May 3, 2021 was out."), TimeReference.Unknown);
        Assert.Collection(
            times,
            thursday =>
            {
                Assert.Null(thursday.Value);
                Assert.Contains("date", thursday.ValueReason, StringComparison.Ordinal);
            },
            full => Assert.Equal("2021-05-03", full.Value));
    }

    [Fact]
    public void A_value_that_rests_on_an_inferred_day_is_marked()
    {
        var times = Tagger.Find(PlainSyntax.Read("He said so on Thursday, not in 2019."), new TimeReference(new DateOnly(2025, 3, 21), Inferred: true));
        Assert.Equal([true, false], times.Select(t => t.Inferred));
    }

    [Theory]
    [InlineData("They may march to the square.")]
    [InlineData("The second man was the son of the first.")]
    [InlineData("Prices may fall.")]
    [InlineData("The Sun reported it.")]
    [InlineData("She is 37 years old.")]
    [InlineData("A 60-year-old woman was charged.")]
    [InlineData("He left the sea in his 30s.")]
    [InlineData("Some 2000 soldiers came.")]
    public void Words_that_only_look_like_times_are_left_alone(string text) => Assert.Empty(Tagger.Find(PlainSyntax.Read(text), Reference));

    [Theory]
    [InlineData("1,")]
    [InlineData("of the ")]
    [InlineData("the last year of the ")]
    [InlineData("12:")]
    [InlineData("two hundred and ")]
    [InlineData("'98's ")]
    [InlineData("May 9999999999999999999 ")]
    [InlineData("99999999999999999999999999 years ago ")]
    [InlineData("\ud800")]
    [InlineData("31 February 2021, ")]
    [InlineData("9999-12-31 two centuries later ")]
    public void Hostile_text_gives_spans_in_bounds_and_in_order(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 2000));
        var last = 0;
        foreach (var time in Tagger.Find(PlainSyntax.Read(text), Reference))
        {
            Assert.True(time.Span.Start >= last && time.Span.End <= text.Length && time.Span.Length > 0);
            last = time.Span.End;
        }
    }

    [Theory]
    [InlineData("7")]
    [InlineData(",")]
    [InlineData("of the ")]
    public void A_megabyte_of_one_thing_completes(string unit) =>
        Tagger.Find(PlainSyntax.Read(string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length))), Reference);

    [Fact]
    public void A_day_once_given_with_its_year_keeps_it()
    {
        var syntax = PlainSyntax.Read("The Nov. 9, 2019, fire killed six. Since the Nov. 9 fire the mill stands empty.");
        Assert.Equal(["2019-11-09", "2019-11-09"], Tagger.Find(syntax, Reference).Select(t => t.Value));
    }

    private static void AssertTime(string text, string words, TimeType type, string value)
    {
        var syntax = PlainSyntax.Read(text);
        var times = Tagger.Find(syntax, Reference);
        var start = text.IndexOf(words, StringComparison.Ordinal);
        var time = Assert.Single(times, t => t.Span.Overlaps(new TextSpan(start, start + words.Length)));
        Assert.Equal((words, type, value), (syntax.Text.Slice(time.Span), time.Type, time.Value));
    }
}
