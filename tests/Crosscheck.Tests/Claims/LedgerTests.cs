using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Attributions;
using Crosscheck.Claims;
using Crosscheck.Stories;
using Xunit;

namespace Crosscheck.Tests.Claims;

public sealed class LedgerTests
{
    private const string Fire = "A fire destroyed the covered market of Sarrow in the early hours of Monday. ";

    private const string Filler =
        "The covered market of Sarrow was built in 1911 and had been restored twice since then. Stallholders of the Sarrow market gathered behind the police tape through the morning. "
        + "The mayor of Sarrow cancelled the summer fair that the market was to open on Saturday. Firefighters from four towns brought the market fire under control after five hours. "
        + "The fire brigade of Sarrow kept two engines at the market overnight. Schools near the market in Sarrow stayed closed because of the smoke. "
        + "Insurance experts were expected to visit the burnt market later in the week. The town council of Sarrow will meet on Wednesday to discuss where the stallholders can sell. "
        + "Rain in the afternoon helped the firefighters. Traders from the market of neighbouring Brull offered the Sarrow stallholders places for the season.";

    private static Claim Holding(StoryLedger ledger, AnalyzedArticle[] articles, string words) =>
        Assert.Single(ledger.Claims, c => c.Occurrences.Any(o => articles[o.Article].Body.Text.Slice(o.Span).Contains(words, StringComparison.Ordinal)));

    [Fact]
    public void What_two_outlets_tell_themselves_is_corroborated()
    {
        AnalyzedArticle[] articles =
        [
            InventedStory.Article("Sarrow News", "2024-03-04", Fire + "Police in Sarrow arrested a night watchman of the market."),
            InventedStory.Article("Brull Gazette", "2024-03-04", "The covered market of Sarrow was destroyed by a fire early on Monday. Four towns sent their firefighters."),
        ];
        var claim = Holding(InventedStory.Keep(articles).Ledger, articles, "fire destroyed the covered market");
        Assert.Equal([0, 1], claim.Occurrences.Select(o => o.Article).Order());
        Assert.Equal(Standing.Corroborated, claim.Standing);
        Assert.Empty(claim.Conflicts);
    }

    [Fact]
    public void Copies_of_one_text_are_one_origin_however_many_print_it()
    {
        var text = Fire + Filler;
        AnalyzedArticle[] articles =
        [
            InventedStory.Article("Sarrow News", "2024-03-04", text), InventedStory.Article("Brull Gazette", "2024-03-04", text), InventedStory.Article("Coast Daily", "2024-03-05", text),
        ];
        var claim = Holding(InventedStory.Keep(articles).Ledger, articles, "fire destroyed");
        Assert.Equal(3, claim.Occurrences.Select(o => o.Article).Distinct().Count());
        Assert.Equal(Standing.SingleOrigin, claim.Standing);
    }

    [Fact]
    public void One_named_voice_in_two_outlets_is_one_origin()
    {
        AnalyzedArticle[] articles =
        [
            InventedStory.Article("Sarrow News", "2024-03-04", "Ilse Maurer said the fire insurance of the traders had ended in January. " + Fire, [new("Ilse Maurer", "said", "the fire insurance of the traders had ended in January")]),
            InventedStory.Article("Brull Gazette", "2024-03-04", "The fire insurance of the traders had ended in January, Ilse Maurer told reporters. " + Fire, [new("Ilse Maurer", "told reporters", "The fire insurance of the traders had ended in January")]),
        ];
        var (ledger, story) = InventedStory.Keep(articles);
        var claim = Holding(ledger, articles, "insurance of the traders");
        Assert.Equal(Standing.SingleOrigin, claim.Standing);
        Assert.Equal(OriginKind.Voice, story.Origins[Assert.Single(claim.Occurrences.Select(o => o.Origin).Distinct())].Kind);
    }

    [Fact]
    public void An_unnamed_source_leaves_a_claim_unconfirmed()
    {
        AnalyzedArticle[] articles =
        [
            InventedStory.Article("Sarrow News", "2024-03-04", "Two officials said the alarm of the covered market had been cut a week before. " + Fire, [new("Two officials", "said", "the alarm of the covered market had been cut a week before", Named: false)]),
        ];
        Assert.Equal(Standing.Unconfirmed, Holding(InventedStory.Keep(articles).Ledger, articles, "alarm of the covered market").Standing);
    }

    [Fact]
    public void An_allegation_and_its_denial_are_one_disputed_claim_with_both_sides()
    {
        AnalyzedArticle[] articles =
        [
            InventedStory.Article(
                "Sarrow News", "2024-03-04",
                Fire + "Stallholders accuse the Havel company of having blocked the fire doors of the market. The Havel company denied that the fire doors of the market were blocked.",
                [
                    new("Stallholders", "accuse", "the Havel company of having blocked the fire doors of the market", SpeechAct.Alleges, Named: false),
                    new("The Havel company", "denied", "the fire doors of the market were blocked", SpeechAct.Denies),
                ]),
        ];
        var claim = Holding(InventedStory.Keep(articles).Ledger, articles, "fire doors of the market were blocked");
        Assert.Equal(Standing.Disputed, claim.Standing);
        Assert.Equal([Stance.Alleges, Stance.Denies], claim.Occurrences.Select(o => o.Stance).Order());
        var conflict = Assert.Single(claim.Conflicts);
        Assert.Equal((ConflictKind.Denial, ConflictResolution.Disagreement), (conflict.Kind, conflict.Resolution));
        Assert.Contains("denied by The Havel company", conflict.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_toll_that_one_outlet_raises_is_an_update_and_not_a_contradiction()
    {
        AnalyzedArticle[] articles =
        [
            InventedStory.Article("Sarrow News", "2024-03-04", "The fire in the covered market of Sarrow injured 12 people. " + Filler, counts: [new("12", 12, "people")]),
            InventedStory.Article("Sarrow News", "2024-03-06", "The fire in the covered market of Sarrow injured 17 people. The council met.", counts: [new("17", 17, "people")]),
        ];
        var claim = Holding(InventedStory.Keep(articles).Ledger, articles, "injured 12 people");
        Assert.Equal(Standing.Updated, claim.Standing);
        Assert.Equal((ConflictKind.Number, ConflictResolution.Update), (claim.Conflicts[0].Kind, claim.Conflicts[0].Resolution));
        Assert.Contains("12 against 17", claim.Conflicts[0].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_outlets_with_two_figures_on_one_day_disagree()
    {
        AnalyzedArticle[] articles =
        [
            InventedStory.Article("Sarrow News", "2024-03-04", "The fire in the covered market of Sarrow injured 12 people. " + Filler, counts: [new("12", 12, "people")]),
            InventedStory.Article("Brull Gazette", "2024-03-04", "The fire in the covered market of Sarrow injured 17 people. The council met.", counts: [new("17", 17, "people")]),
        ];
        Assert.Equal(Standing.Disputed, Holding(InventedStory.Keep(articles).Ledger, articles, "injured 12 people").Standing);
    }

    [Fact]
    public void A_toll_that_another_outlet_gives_higher_days_later_is_an_update_but_replaces_nothing()
    {
        AnalyzedArticle[] articles =
        [
            InventedStory.Article("Sarrow News", "2024-03-04", "The fire in the covered market of Sarrow injured 12 people. " + Filler, counts: [new("12", 12, "people")]),
            InventedStory.Article("Brull Gazette", "2024-03-07", "The fire in the covered market of Sarrow injured 17 people. The council met.", counts: [new("17", 17, "people")]),
        ];
        var claim = Holding(InventedStory.Keep(articles).Ledger, articles, "injured 12 people");
        Assert.Equal(ConflictResolution.Update, Assert.Single(claim.Conflicts).Resolution);
        Assert.NotEqual(Standing.Updated, claim.Standing);
        Assert.NotEqual(Standing.Disputed, claim.Standing);
    }

    [Fact]
    public void The_missing_do_not_contradict_the_dead()
    {
        AnalyzedArticle[] articles =
        [
            InventedStory.Article("Sarrow News", "2024-03-04", "The fire in the covered market of Sarrow left 12 people dead. " + Filler, counts: [new("12", 12, "people")]),
            InventedStory.Article("Brull Gazette", "2024-03-04", "The fire in the covered market of Sarrow left 4 people missing. The council met.", counts: [new("4", 4, "people")]),
        ];
        Assert.All(InventedStory.Keep(articles).Ledger.Claims, c => Assert.Empty(c.Conflicts));
    }

    [Fact]
    public void A_claim_is_shown_in_its_sentence_where_its_clause_cannot_be_read_alone()
    {
        AnalyzedArticle[] articles = [InventedStory.Article("Sarrow News", "2024-03-04", Fire + "Ilse Maurer said the alarm of the covered market had been cut a week before.", [new("Ilse Maurer", "said", "the alarm of the covered market had been cut a week before")])];
        Assert.Equal("Ilse Maurer said the alarm of the covered market had been cut a week before.", Holding(InventedStory.Keep(articles).Ledger, articles, "alarm of the covered market").Text);
    }

    [Fact]
    public void A_subheading_carries_no_claim()
    {
        const string heading = "Smoke over the roofs of Sarrow market.";
        AnalyzedArticle[] articles = [InventedStory.Article("Sarrow News", "2024-03-04", Fire + heading, blocks: [new(BlockKind.Subheading, new(Fire.Length, Fire.Length + heading.Length), new(0, 0))])];
        Assert.DoesNotContain(InventedStory.Keep(articles).Ledger.Claims, c => c.Text.Contains("Smoke", StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_article_lets_a_voice_say_and_tells_itself_is_one_origin()
    {
        AnalyzedArticle[] articles =
        [
            InventedStory.Article(
                "Sarrow News", "2024-03-04",
                "The fire insurance of the traders of Sarrow had ended in January. " + Fire + "Ilse Maurer said the fire insurance of the traders of Sarrow had ended in January. ",
                [new("Ilse Maurer", "said", "the fire insurance of the traders of Sarrow had ended in January. ".TrimEnd(' ', '.'), Named: true)]),
        ];
        Assert.DoesNotContain(InventedStory.Keep(articles).Ledger.Claims, c => c.Standing == Standing.Corroborated);
    }

    [Fact]
    public void The_same_figure_of_another_thing_is_no_conflict_and_no_link()
    {
        AnalyzedArticle[] articles =
        [
            InventedStory.Article("Sarrow News", "2024-03-04", Fire + "The fire brigade sent 12 engines to the market hall.", counts: [new("12", 12, "engines")]),
            InventedStory.Article("Brull Gazette", "2024-03-04", Fire + "At the hospital of Brull 12 stallholders were treated for burns.", counts: [new("12", 12, "stallholders")]),
        ];
        var claim = Holding(InventedStory.Keep(articles).Ledger, articles, "sent 12 engines");
        Assert.Single(claim.Occurrences);
        Assert.Empty(claim.Conflicts);
    }

    [Fact]
    public void A_denial_alone_is_shown_as_what_one_voice_denies()
    {
        AnalyzedArticle[] articles =
        [
            InventedStory.Article("Sarrow News", "2024-03-04", Fire + "Jon Havel denied that his company had sold the roof of the market hall.", [new("Jon Havel", "denied", "his company had sold the roof of the market hall", SpeechAct.Denies)]),
        ];
        var claim = Holding(InventedStory.Keep(articles).Ledger, articles, "sold the roof");
        Assert.Equal((Standing.SingleOrigin, Stance.Denies), (claim.Standing, Assert.Single(claim.Occurrences).Stance));
    }

    [Fact]
    public void Every_occurrence_lies_in_its_sentence_and_names_an_origin_of_the_story()
    {
        AnalyzedArticle[] articles = [InventedStory.Article("Sarrow News", "2024-03-04", Fire + Filler), InventedStory.Article("Brull Gazette", "2024-03-04", Filler)];
        var (ledger, story) = InventedStory.Keep(articles);
        Assert.NotEmpty(ledger.Claims);
        Assert.All(ledger.Claims.SelectMany(c => c.Occurrences), o =>
        {
            Assert.True(articles[o.Article].Body.Syntax.Sentences[o.Sentence].Span.Contains(o.Span));
            Assert.InRange(o.Origin, 0, story.Origins.Length - 1);
            Assert.InRange(o.Confidence, 0, 1);
        });
    }

    [Fact]
    public void Equal_articles_give_an_equal_ledger()
    {
        static string Written()
        {
            AnalyzedArticle[] articles = [InventedStory.Article("Sarrow News", "2024-03-04", Fire + Filler), InventedStory.Article("Brull Gazette", "2024-03-05", Filler + " " + Fire)];
            return string.Join('\n', InventedStory.Keep(articles).Ledger.Claims.Select(c => $"{c.Text} {c.Standing} {c.Confidence} {string.Join(",", c.Occurrences)}"));
        }

        Assert.Equal(Written(), Written());
    }

    [Fact]
    public void A_story_of_five_hundred_articles_stays_bounded()
    {
        var articles = Enumerable.Range(0, 500)
            .Select(i => InventedStory.Article($"Outlet {i}", "2024-03-04", Fire + Filler + $" The market of Sarrow had {i + 20} stalls.")).ToArray();
        var (ledger, story) = InventedStory.Keep(articles);
        Assert.Equal(500, story.Articles.Length);
        Assert.InRange(ledger.Claims.Length, 1, ClaimSelection.MaxShared + ClaimSelection.MaxSingle);
    }

    [Fact]
    public void An_article_without_sentences_gives_an_empty_ledger() => Assert.Empty(InventedStory.Keep(InventedStory.Article("Sarrow News", null, "")).Ledger.Claims);
}
