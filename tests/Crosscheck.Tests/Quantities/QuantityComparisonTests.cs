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
    [InlineData("2.6 percent", "2.58 percent", FigureRelation.Compatible)]
    [InlineData("36 percent", "35.7 percent", FigureRelation.Compatible)]
    [InlineData("30 percent", "35.7 percent", FigureRelation.Conflict)]
    [InlineData("2.5 percent", "2.58 percent", FigureRelation.Conflict)]
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
        Assert.Equal(2, all.Length);
        Assert.Equal(relation, QuantityComparison.Relation(new FigureInText(syntax, all[0], All: all), Figure($"It was {b}.")));
    }

    [Fact]
    public void The_figure_with_a_value_is_the_one_that_says_it_before_a_range_that_ends_there()
    {
        var syntax = LanguageEngineTests.Engine.Read(new SourceText("It razed several villages, between 3 and 9 mills, and three schools."), "en", []);
        var all = Finder.Find(syntax, [], []);
        Assert.Equal("three", syntax.Text.Slice(Assert.Single(QuantityComparison.WithValue(all, 3)).Span));
        Assert.Equal("between 3 and 9", syntax.Text.Slice(Assert.Single(QuantityComparison.WithValue(all, 9)).Span));
        Assert.Empty(QuantityComparison.WithValue(all, 5));
    }

    [Fact]
    public void Where_two_figures_have_one_value_the_one_that_is_nearer_to_the_other_sentence_is_meant()
    {
        var some = Figures("The blast in Tarsen killed two guards and wounded two others.");
        var others = Figures("In Tarsen three people were wounded.");
        var (a, _) = FigureScope.Nearest(some, others);
        Assert.Equal(some[1].Quantity.Span, a.Quantity.Span);
    }

    [Fact]
    public void What_became_of_the_counted_is_told_by_the_verb_before_the_nearest_word()
    {
        var figures = Figures("The storm killed 14 people and injured 32 others, and 200 people were left homeless.");
        Assert.Equal(["dead", "injured", "displaced"], figures.Select(f => new FigureProfile(f).State));
    }

    [Theory]
    [InlineData("12 dead in a ferry wreck off Tarsen", "The ferry wreck killed 15 passengers.")]
    [InlineData("12 dead in a ferry wreck off Tarsen", "Fifteen people died when the ferry sank.")]
    public void A_headline_s_dead_are_persons_who_died(string headline, string sentence)
    {
        FigureProfile a = new(Figures(headline)[0]), b = new(Figures(sentence)[0]);
        Assert.Equal("dead", a.State);
        Assert.Equal(a.State, b.State);
        Assert.True(a.IsOfPersons && b.IsOfPersons);
    }

    [Fact]
    public void Words_of_saying_and_days_tell_nothing_of_what_is_measured()
    {
        var figure = Figures("Police said on Monday that the mill employed 40 workers, the agency reported.")[0];
        var words = new FigureProfile(figure).Sentence.Words(0, int.MaxValue);
        Assert.Contains("mill", words);
        Assert.DoesNotContain("say", words);
        Assert.DoesNotContain("monday", words);
        Assert.DoesNotContain("agency", words);
    }

    [Fact]
    public void A_figure_far_into_a_sentence_without_end_still_has_its_words()
    {
        var figures = Figures(string.Concat(Enumerable.Repeat("the mill and ", 400)) + "the blast killed 30 people in Tarsen");
        Assert.Contains("tarsen", new FigureProfile(figures[^1]).Near);
    }

    private static FigureInText Figure(string text) => Figures(text)[0] with { All = default };

    private static FigureInText[] Figures(string text)
    {
        var syntax = LanguageEngineTests.Engine.Read(new SourceText(text), "en", []);
        var all = Finder.Find(syntax, [], []);
        return [.. all.Select(q => new FigureInText(syntax, q, All: all))];
    }
}
