using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Quantities;
using Crosscheck.Tests.Language;
using Crosscheck.Text;
using Crosscheck.Times;
using Xunit;

namespace Crosscheck.Tests.Quantities;

public sealed class QuantityFinderTests
{
    private static readonly QuantityFinder Finder = QuantityFinder.Load();
    private static readonly TimeTagger Tagger = TimeTagger.Load();
    private static readonly TimeReference Reference = new(new DateOnly(2025, 4, 25));

    [Theory]
    [InlineData("The fire killed 47 people.", "47", 47, QuantityModifier.Exact, "count", "people")]
    [InlineData("The fire killed at least 47 people.", "at least 47", 47, QuantityModifier.AtLeast, "count", "people")]
    [InlineData("It feeds more than 2 million people.", "more than 2 million", 2_000_000, QuantityModifier.MoreThan, "count", "people")]
    [InlineData("Some 22,000 children were treated.", "Some 22,000", 22_000, QuantityModifier.About, "count", "children")]
    [InlineData("Twenty-two miners died.", "Twenty-two", 22, QuantityModifier.Exact, "count", "miners")]
    [InlineData("It cost $3.5 billion.", "$3.5 billion", 3_500_000_000, QuantityModifier.Exact, "money:USD", null)]
    [InlineData("It cost nearly €40m.", "nearly €40m", 40_000_000, QuantityModifier.Nearly, "money:EUR", null)]
    [InlineData("He owed 350 million yen.", "350 million yen", 350_000_000, QuantityModifier.Exact, "money:JPY", null)]
    [InlineData("Prices rose 80% in May.", "80%", 80, QuantityModifier.Exact, "percent", null)]
    [InlineData("Prices rose by up to 12 per cent.", "up to 12 per cent", 12, QuantityModifier.UpTo, "percent", null)]
    [InlineData("Turnout fell by 5 percentage points.", "5 percentage points", 5, QuantityModifier.Exact, "percentage-point", null)]
    [InlineData("Two-thirds of voters agreed.", "Two-thirds", 0.6666, QuantityModifier.Exact, "fraction", "voters")]
    [InlineData("About eight in 10 voters agreed.", "About eight in 10", 0.8, QuantityModifier.About, "fraction", "voters")]
    [InlineData("It is the third-largest city.", "third-largest", 3, QuantityModifier.Exact, "rank", null)]
    [InlineData("He walked 12 kilometers.", "12 kilometers", 12, QuantityModifier.Exact, "kilometer", null)]
    [InlineData("It covers 40 square miles.", "40 square miles", 40, QuantityModifier.Exact, "square-mile", null)]
    [InlineData("The siege lasted 18 months or so.", "18 months or so", 18, QuantityModifier.About, "month", null)]
    [InlineData("He is 60 years old.", "60 years old", 60, QuantityModifier.Exact, "year", null)]
    [InlineData("It takes half an hour.", "half an hour", 0.5, QuantityModifier.Exact, "hour", null)]
    [InlineData("It cost a quarter of a million dollars.", "a quarter of a million dollars", 250_000, QuantityModifier.Exact, "money:USD", null)]
    [InlineData("They bought two dozen eggs.", "two dozen", 24, QuantityModifier.Exact, "count", "eggs")]
    [InlineData("It earned 100,000 rubles or more.", "100,000 rubles or more", 100_000, QuantityModifier.AtLeast, "money:RUB", null)]
    [InlineData("He is one of a half-dozen aides who left.", "a half-dozen", 6, QuantityModifier.Exact, "count", null)]
    [InlineData("Roughly another 150 people are waiting.", "Roughly another 150", 150, QuantityModifier.About, "count", "people")]
    [InlineData("Many Americans 65 or older voted.", "65 or older", 65, QuantityModifier.AtLeast, "year", null)]
    [InlineData("The gain is ''10 times the size of the loss.''", "10 times", 10, QuantityModifier.Exact, "times", null)]
    [InlineData("It came in 172nd out of 187 countries.", "172nd", 172, QuantityModifier.Exact, "rank", null)]
    [InlineData("They reviewed 90,000 K-1 visas.", "90,000", 90_000, QuantityModifier.Exact, "count", null)]
    [InlineData("It is twice the size of Malta.", "twice", 2, QuantityModifier.Exact, "times", null)]
    public void A_figure_has_its_value_modifier_and_unit(string text, string words, double value, QuantityModifier modifier, string unit, string? counted)
    {
        var (source, quantities) = Find(text);
        var quantity = Assert.Single(quantities, q => source.Slice(q.Span) == words);
        Assert.Equal((modifier, unit), (quantity.Modifier, quantity.Unit));
        Assert.Equal(value, (double)quantity.Value!.Value, 0.001);
        if (counted is not null) Assert.Equal(counted, source.Slice(quantity.Counted!.Value));
    }

    [Theory]
    [InlineData("Between 40 and 80 percent of the houses fell.", "Between 40 and 80 percent", 40, 80, "percent")]
    [InlineData("It took two to three weeks.", "two to three weeks", 2, 3, "week")]
    [InlineData("He offered $500,000 to $1 million.", "$500,000 to $1 million", 500_000, 1_000_000, "money:USD")]
    [InlineData("It costs $5-10 million.", "$5-10 million", 5_000_000, 10_000_000, "money:USD")]
    [InlineData("They want 18- to 24-year-old men.", "18- to 24-year-old", 18, 24, "year")]
    public void A_range_has_its_two_ends(string text, string words, double low, double high, string unit)
    {
        var (source, quantities) = Find(text);
        var quantity = Assert.Single(quantities, q => source.Slice(q.Span) == words);
        Assert.Equal((null, (decimal)low, (decimal)high, QuantityModifier.Range, unit), (quantity.Value, quantity.Low, quantity.High, quantity.Modifier, quantity.Unit));
    }

    [Theory]
    [InlineData("Dozens of officers fled.", "Dozens", "count")]
    [InlineData("Tens of thousands of voters came.", "Tens of thousands", "count")]
    [InlineData("It lost billions of dollars.", "billions of dollars", "money:USD")]
    [InlineData("It took a few weeks.", "a few weeks", "week")]
    [InlineData("Several houses burned.", "Several", "count")]
    public void A_vague_figure_has_no_value(string text, string words, string unit)
    {
        var (source, quantities) = Find(text);
        var quantity = Assert.Single(quantities);
        Assert.Equal((words, null, QuantityModifier.Vague, unit), (source.Slice(quantity.Span), quantity.Value, quantity.Modifier, quantity.Unit));
    }

    [Theory]
    [InlineData("He was born on March 3, 1987.")]
    [InlineData("The train left at 10:35 a.m. on Monday.")]
    [InlineData("One of the men left.")]
    [InlineData("He came first in the race.")]
    [InlineData("He flew in a Boeing 737 to the coast.")]
    [InlineData("They cited Section 230 and Title 42.")]
    [InlineData("The G20 met.")]
    [InlineData("Critics praised the movie 13 Hours yesterday.")]
    [InlineData("The all-party, top-two primary was held.")]
    [InlineData("He doubled down on Monday.")]
    [InlineData("The hacker Gremlin 2.0 was jailed.")]
    [InlineData("He won in 2016 and in 2020.")]
    public void Dates_names_and_labels_are_no_figures(string text) => Assert.Empty(Find(text).Quantities);

    [Fact]
    public void A_change_gives_the_figure_before_it_marked_as_derived()
    {
        var (source, quantities) = Find("It identified 3,700 children in March, up 80% from the month before.");
        Assert.Collection(
            quantities,
            now => Assert.Equal((3700m, "children"), (now.Value, source.Slice(now.Counted!.Value))),
            change =>
            {
                Assert.Equal(ChangeDirection.Up, change.Change!.Direction);
                Assert.Equal("the month before", source.Slice(change.Change.From!.Value));
            },
            derived =>
            {
                Assert.Equal((2060m, QuantityModifier.About, 0), (derived.Value, derived.Modifier, derived.DerivedFrom));
                Assert.Equal("the month before", source.Slice(derived.AsOf!.Value));
                Assert.Equal("children", source.Slice(derived.Counted!.Value));
            });
    }

    [Fact]
    public void A_fall_gives_the_larger_figure_before_it()
    {
        var (_, quantities) = Find("It fed some 22,000 children in March, down 70% from February.");
        Assert.Equal(73_300m, Assert.Single(quantities, q => q.DerivedFrom is not null).Value);
    }

    [Fact]
    public void A_rate_knows_what_it_is_per_and_as_of_when()
    {
        var (source, quantities) = Find("In April the bakery made 87,000 loaves a day.");
        var quantity = Assert.Single(quantities);
        Assert.Equal(("day", "April", "loaves"), (quantity.Per, source.Slice(quantity.AsOf!.Value), source.Slice(quantity.Counted!.Value)));
    }

    [Fact]
    public void A_figure_inside_what_somebody_says_has_that_voice()
    {
        const string text = "The ministry said that 47 people had died.";
        var attribution = new Attribution(
            [new TextSpan(0, 12)], [new TextSpan(13, 17)], [new TextSpan(18, 41)], AttributionKind.Indirect, SpeechAct.Asserts, false, null, null, null, 1);
        var syntax = PlainSyntax.Read(text);
        Assert.Equal(new TextSpan(0, 12), Assert.Single(Finder.Find(syntax, [], [attribution])).SaidBy);
    }

    [Fact]
    public void Digits_are_read_in_a_language_without_word_lists()
    {
        var syntax = PlainSyntax.Read("Погибли 47 человек, ущерб 12 %.", "ru");
        Assert.Equal([47m, 12m], Finder.Find(syntax, [], []).Select(q => q.Value));
    }

    [Theory]
    [InlineData("7")]
    [InlineData(",")]
    [InlineData("of the ")]
    [InlineData("5 to ")]
    [InlineData("$")]
    [InlineData("two of ")]
    [InlineData("up 5 percent from ")]
    [InlineData("a few of a million ")]
    [InlineData("99999999999999999999999999999 million ")]
    [InlineData("1,000,000,000 trillion billion ")]
    [InlineData("between 3 and ")]
    [InlineData("\ud83d")]
    public void Hostile_text_gives_spans_in_bounds(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 20_000 / unit.Length));
        foreach (var quantity in Find(text).Quantities)
        {
            Assert.True(quantity.Span.Start >= 0 && quantity.Span.End <= text.Length && quantity.Span.Length > 0);
            Assert.True(quantity.Counted is not { } counted || counted.End <= text.Length);
        }
    }

    [Theory]
    [InlineData("7", 1_000_000)]
    [InlineData("of the ", 1_000_000)]
    [InlineData("7,000, of the ", 200_000)]
    [InlineData("7, ", 80_000)]
    [InlineData("5 to 9 May ", 80_000)]
    public void The_work_stays_in_step_with_the_length_of_the_text(string unit, int length)
    {
        var (times, figures) = Work(unit, length / 8);
        var (timesOfEight, figuresOfEight) = Work(unit, length);
        Assert.InRange(timesOfEight, 0, (8 * times) + 1000);
        Assert.InRange(figuresOfEight, 0, (8 * figures) + 1000);
        Assert.InRange(figuresOfEight + timesOfEight, 0, 400L * length);
    }

    private static (long Times, long Figures) Work(string unit, int length)
    {
        var syntax = PlainSyntax.Read(string.Concat(Enumerable.Repeat(unit, length / unit.Length)));
        var times = Tagger.Find(syntax, Reference, out var tries);
        Finder.Find(syntax, times, [], out var looks);
        return (tries, looks);
    }

    [Theory]
    [InlineData("The island's population of more than 3 million relies on ferries.", "more than 3 million", "island's population")]
    [InlineData("The clinic treated 640 children in June, up 30% from May.", "30%", "children")]
    [InlineData("The number of people hurt in the crash has risen to 19.", "19", "people")]
    [InlineData("Thirty sailors were rescued, 12 of them cadets, the port said.", "12", "cadets")]
    [InlineData("The strike killed nine villagers and wounded 31.", "31", "villagers")]
    public void What_is_counted_is_what_the_figure_numbers(string text, string words, string counted)
    {
        var syntax = LanguageEngineTests.Engine.Read(new SourceText(text), "en", []);
        var quantity = Assert.Single(Finder.Find(syntax, [], []), q => q.DerivedFrom is null && syntax.Text.Slice(q.Span) == words);
        Assert.Contains(counted, syntax.Text.Slice(quantity.Counted!.Value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The poll found Ms. Weaver leading Mr. Stone 48 percent to 43 percent.", "48 percent", "Ms. Weaver")]
    [InlineData("The poll found Ms. Weaver leading Mr. Stone 48 percent to 43 percent.", "43 percent", "Mr. Stone")]
    [InlineData("Ms. Weaver leads Mr. Stone 48 percent to 43 percent among rural voters.", "43 percent", "rural voters")]
    [InlineData("The survey asked 900 people between the ages of 20 and 35.", "between the ages of 20 and 35", "people")]
    [InlineData("The margin of error is plus or minus 3 percentage points.", "3 percentage points", "margin of error")]
    [InlineData("The mine reported a 12 percent drop in output.", "12 percent", "output")]
    [InlineData("Officials put the damage at $40 million.", "$40 million", "damage")]
    [InlineData("Men earned $40,000, compared with women's $31,000.", "$31,000", "$40,000")]
    [InlineData("They overturned 20 years of case law.", "20 years", "case law")]
    [InlineData("The blast left six wounded.", "six", "wounded")]
    [InlineData("Theft has gone down 20 percent and the prison population has gone down 10 percent.", "10 percent", "prison population")]
    [InlineData("Duties were put on foreign products worth $60 billion.", "$60 billion", "products")]
    [InlineData("They held a deal that is worth $5 million.", "$5 million", "deal")]
    [InlineData("The city sent 160 guards, up from 90 last year.", "90", "guards")]
    [InlineData("She gave two in-person interviews.", "two", "interviews")]
    public void Shares_ages_and_amounts_have_what_they_are_of(string text, string words, string counted)
    {
        var syntax = LanguageEngineTests.Engine.Read(new SourceText(text), "en", []);
        var found = Finder.Find(syntax, [], []);
        var quantity = Assert.Single(found, q => q.DerivedFrom is null && syntax.Text.Slice(q.Span) == words);
        // Where the second figure counts what the first does, the first's words are named.
        var expected = found.FirstOrDefault(q => syntax.Text.Slice(q.Span) == counted)?.Counted is { } first ? syntax.Text.Slice(first) : counted;
        Assert.Contains(expected, syntax.Text.Slice(quantity.Counted!.Value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("He beat his rival 46 to 40 percent in May.", "46", 46, QuantityModifier.Exact, "percent")]
    [InlineData("Those under age 45 stayed away.", "under age 45", 45, QuantityModifier.LessThan, "year")]
    [InlineData("Voters 45 and older came.", "45 and older", 45, QuantityModifier.AtLeast, "year")]
    [InlineData("The queen turns 70 in May.", "70", 70, QuantityModifier.Exact, "year")]
    [InlineData("She was chosen over three others.", "three", 3, QuantityModifier.Exact, "count")]
    [InlineData("There is only one witness left.", "one", 1, QuantityModifier.Exact, "count")]
    public void Shares_and_ages_are_read_with_the_words_around_them(string text, string words, double value, QuantityModifier modifier, string unit)
    {
        var (source, quantities) = Find(text);
        var quantity = Assert.Single(quantities, q => source.Slice(q.Span) == words);
        Assert.Equal(((decimal)value, modifier, unit), (quantity.Value!.Value, quantity.Modifier, quantity.Unit));
    }

    [Fact]
    public void Who_did_something_is_not_counted_by_its_object()
    {
        var syntax = LanguageEngineTests.Engine.Read(new SourceText("The raiders abducted 31."), "en", []);
        Assert.Null(Assert.Single(Finder.Find(syntax, [], [])).Counted);
    }

    [Fact]
    public void A_vague_word_has_the_least_that_it_can_mean()
    {
        var (_, quantities) = Find("Dozens of miners and tens of thousands of townspeople marched.");
        Assert.Equal([24m, 20_000m], quantities.Select(q => q.Low!.Value));
        Assert.All(quantities, q => Assert.Null(q.Value));
    }

    [Fact]
    public void A_currency_that_several_countries_share_by_name_has_no_code_of_its_own()
    {
        var (source, quantities) = Find("Each got 40,000 crowns and the king wore 2 crowns.");
        Assert.Equal(["40,000 crowns", "2"], quantities.Select(q => source.Slice(q.Span)));
        Assert.Equal(["money:XXX", "count"], quantities.Select(q => q.Unit));
    }

    private static (SourceText Source, ImmutableArray<Quantity> Quantities) Find(string text)
    {
        var syntax = PlainSyntax.Read(text);
        return (syntax.Text, Finder.Find(syntax, Tagger.Find(syntax, Reference), []));
    }
}
