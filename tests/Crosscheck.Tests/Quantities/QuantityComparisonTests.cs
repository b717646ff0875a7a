using Crosscheck.Quantities;
using Crosscheck.Tests.Language;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Quantities;

public sealed class QuantityComparisonTests
{
    private static readonly QuantityFinder Finder = QuantityFinder.Load();

    [Theory]
    [InlineData("12 meters", "40 feet", FigureRelation.Compatible)]
    [InlineData("12 meters", "60 feet", FigureRelation.Conflict)]
    [InlineData("90 minutes", "two hours", FigureRelation.Conflict)]
    [InlineData("700,000 people", "more than 711,000 people", FigureRelation.Conflict)]
    [InlineData("more than 700,000 people", "more than 711,000 people", FigureRelation.Compatible)]
    [InlineData("at least six people", "at least seven people", FigureRelation.Conflict)]
    [InlineData("about 100 people", "97 people", FigureRelation.Compatible)]
    [InlineData("$13.6 million", "$13,625,777", FigureRelation.Compatible)]
    [InlineData("roughly $141 million", "$139 million", FigureRelation.Conflict)]
    [InlineData("nearly 4,000 people", "more than 3,400 people", FigureRelation.Conflict)]
    [InlineData("more than 10 years", "14 years", FigureRelation.Compatible)]
    [InlineData("up to 1.5 million women", "up to 1.6 million women", FigureRelation.Conflict)]
    [InlineData("101 people", "102 people", FigureRelation.Conflict)]
    [InlineData("$50 million", "€45 million", FigureRelation.Compatible)]
    public void Two_values_of_one_thing_agree_within_their_words_and_units(string a, string b, FigureRelation relation) =>
        Assert.Equal(relation, QuantityComparison.Relation(Figure($"It was {a}."), Figure($"It was {b}.")));

    [Fact]
    public void A_tally_of_the_dead_is_of_the_same_thing_and_of_the_hurt_is_not()
    {
        var dead = Figure("The quake near Tarsen killed 30 people, officials said.");
        var more = Figure("The quake near Tarsen killed 40 people, the mayor said.");
        var hurt = Figure("Doctors in another town treated 40 patients for flu.");
        Assert.True(FigureScope.Likeness(dead, more) > FigureScope.Likeness(dead, hurt));
    }

    [Fact]
    public void What_became_of_those_counted_is_the_nearest_word_that_tells_it()
    {
        var figure = Figure("The blast wounded 12 people and left four missing.");
        Assert.Equal("injured", FigureKinds.StateNear(figure.Syntax, figure.Quantity, figure.Syntax.Text.Whole));
    }

    [Fact]
    public void A_figure_whose_match_stands_beside_the_other_is_less_likely_of_one_thing()
    {
        var dead = Figure("The quake near Tarsen killed 30 people.");
        var syntax = LanguageEngineTests.Engine.Read(new SourceText("The quake near Tarsen killed 41 people and damaged 52 houses."), "en", []);
        var all = Finder.Find(syntax, [], []);
        var houses = new FigureInText(syntax, all[1], All: all);
        Assert.True(FigureScope.Likeness(dead, houses) < FigureScope.Likeness(dead, houses with { All = default }));
    }

    [Theory]
    [InlineData("58 km (36 miles)", "35 miles", FigureRelation.Compatible)]
    [InlineData("$US1 million ($1.52 million)", "$1.5 million", FigureRelation.Compatible)]
    [InlineData("40 million euros (50 million dollars)", "52 million dollars", FigureRelation.Compatible)]
    [InlineData("58 km (41 miles)", "70 miles", FigureRelation.Conflict)]
    [InlineData("12 percent (7 percent)", "7 percent", FigureRelation.Conflict)]
    public void What_a_figure_says_again_in_brackets_counts_too(string a, string b, FigureRelation relation)
    {
        var syntax = LanguageEngineTests.Engine.Read(new SourceText($"It was {a}."), "en", []);
        var all = Finder.Find(syntax, [], []);
        Assert.Equal(relation, QuantityComparison.Relation(new FigureInText(syntax, all[0], All: all), Figure($"It was {b}.")));
    }

    [Fact]
    public void The_figure_with_a_value_is_the_one_that_says_it_before_a_range_that_ends_there()
    {
        var syntax = LanguageEngineTests.Engine.Read(new SourceText("It razed several villages, between 3 and 9 mills, and three schools."), "en", []);
        var all = Finder.Find(syntax, [], []);
        Assert.Equal("three", syntax.Text.Slice(QuantityComparison.WithValue(all, 3)!.Span));
        Assert.Equal("between 3 and 9", syntax.Text.Slice(QuantityComparison.WithValue(all, 9)!.Span));
        Assert.Null(QuantityComparison.WithValue(all, 5));
    }

    private static FigureInText Figure(string text)
    {
        var syntax = LanguageEngineTests.Engine.Read(new SourceText(text), "en", []);
        return new FigureInText(syntax, Finder.Find(syntax, [], [])[0]);
    }
}
