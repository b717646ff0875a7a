using Crosscheck.Language;
using Xunit;

namespace Crosscheck.Tests.Attributions;

public sealed class QuotationMapTests
{
    [Theory]
    [InlineData("“ _We won _, _” she said")]
    [InlineData("\" _We won _, _\" she said")]
    [InlineData("'' _We won _, _'' she said")]
    [InlineData("`` _We won _, _'' she said")]
    [InlineData("« _We won _, _» she said")]
    [InlineData("„ _We won _, _” she said")]
    [InlineData("‘ _We won _, _’ she said")]
    public void Marks_of_every_style_bound_a_quotation(string text) => Assert.Equal(["0-5 closed"], Read(text));

    [Theory]
    [InlineData("“ _We won _, _\" she said")]
    [InlineData("\" _We won _, _” she said")]
    [InlineData("” _We won _, _” she said")]
    public void Marks_of_two_styles_still_make_a_pair(string text) => Assert.Equal(["0-5 closed"], Read(text));

    [Fact]
    public void A_quotation_without_its_closing_mark_ends_with_the_paragraph() =>
        Assert.Equal(["2-6 open"], Read("He said “ _We won again\nNobody answered"));

    [Fact]
    public void A_plural_s_apostrophe_opens_nothing() => Assert.Empty(Read("the workers _’ pay and the miners _’ pay"));

    [Fact]
    public void A_closing_mark_alone_bounds_nothing() => Assert.Empty(Read("We won _, _” she said"));

    [Fact]
    public void A_second_opener_begins_a_new_quotation() =>
        Assert.Equal(["0-3 open", "3-6 closed"], Read("“ _We won “ _again _”"));

    [Fact]
    public void A_hundred_thousand_open_marks_are_read()
    {
        var map = Map(string.Join(' ', Enumerable.Repeat("“ _a", 100_000)));
        Assert.Equal(100_000, map.Quotations.Length);
    }

    private static string[] Read(string marked) =>
        [.. Map(marked).Quotations.Select(q => $"{q.Tokens.First}-{q.Tokens.End} {(q.Closed ? "closed" : "open")}")];

    private static QuotationMap Map(string marked)
    {
        var layer = HandMade.Layer(marked);
        return new QuotationMap(layer, [.. Enumerable.Range(0, layer.Sentences.Length)]);
    }
}
