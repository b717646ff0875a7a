using Crosscheck.Articles;
using Crosscheck.Claims;
using Xunit;

namespace Crosscheck.Tests.Claims;

/// <summary>A false accusation of silence is the worst error: each condition alone keeps it away.</summary>
public sealed class OmissionTests
{
    private const string Warning = "Inspectors had written to the owner, Velden Power, in April about deep cracks in the spillway. ";

    private const string Flood =
        "The Velden dam failed on Tuesday night and flooded the villages of Oster and Malm. Soldiers brought nine hundred people of Oster to the sports hall in Kell. "
        + "The railway between Kell and Malm was washed away over two kilometres. Drinking water in Malm had to be brought by lorry. "
        + "The Velden dam company stopped its turbines when the water rose over the wall. The government of the province declared a state of emergency for the valley. ";

    private const string Retold =
        "Floods ran through Oster and Malm on Tuesday night after the Velden dam failed. The villages of Oster and Malm were flooded when the dam gave way. "
        + "In the sports hall of Kell nine hundred people from Oster slept under blankets that soldiers had brought. A state of emergency was declared for the valley by the government of the province. ";

    private const string More =
        "Farmers in Malm lost most of their cattle when the Velden dam broke. Helicopters took old people from the roofs of Oster on Wednesday morning. "
        + "The bridge at Kell was closed because the piers had been hit by tree trunks. Power was back in half of the houses by noon. "
        + "The bishop of Kell opened the cathedral to families who had nowhere to sleep. Two bakeries gave bread away to everyone who came. "
        + "Shops in the old town sold out of torches and candles within an hour of the news. The weather service forecast dry days until the weekend. ";

    private const string Second = "Three banks accused Velden Power of hiding debts from shareholders. ";

    /// <summary>Complaints to Velden Power: what the claim that is left out is about, and what the article tells too.</summary>
    private static readonly Happens[] Letters = [new("written to", "Velden Power", "ACCUSE"), new("accused", "Velden Power", "ACCUSE")];

    private static bool IsAccused(
        string? day = "2024-06-07", NoticeKind? notice = null, string? body = null, string? firstDay = "2024-06-05", string? time = null, Happens[]? events = null)
    {
        var ledger = InventedStory.Keep(
            InventedStory.Article("Kell Times", firstDay, Flood + Warning + Second, time: time is null ? null : "09:00", events: Letters),
            InventedStory.Article("Malm Post", "2024-06-06", "Cattle drowned in Malm on Tuesday night. In April inspectors had written to the owner, Velden Power, about deep cracks in the spillway.", events: Letters),
            InventedStory.Article("Valley Herald", day, body ?? Retold + Second + More, notice: notice, time: time, events: events ?? [Letters[1]])).Ledger;
        return ledger.Claims.Any(c => c.LeftOutBy.Any(l => l.Article == 2));
    }

    [Fact]
    public void An_event_is_the_same_by_its_word_or_its_type_only_with_a_shared_actor()
    {
        var claim = new ClauseEvent(1, "ACCUSE", null, 7);
        Assert.True(ClauseEvents.AreOne(claim, new ClauseEvent(1, null, 7, null)));
        Assert.True(ClauseEvents.AreOne(claim, new ClauseEvent(2, "ACCUSE", 3, 7)));
        Assert.False(ClauseEvents.AreOne(claim, new ClauseEvent(1, "ACCUSE", 3, null)));
        Assert.False(ClauseEvents.AreOne(claim, new ClauseEvent(2, "AID", null, 7)));
    }

    [Fact]
    public void Never_when_it_tells_nothing_of_the_claims_own_event() => Assert.False(IsAccused(body: Retold + More, events: []));

    [Fact]
    public void Never_when_only_the_actor_is_the_same() =>
        Assert.False(IsAccused(body: Retold + "Velden Power stopped its turbines when the water rose over the wall. " + More, events: [new("stopped", "Velden Power", "COERCE")]));

    [Fact]
    public void Never_without_a_date() => Assert.False(IsAccused(day: null));

    [Fact]
    public void Never_when_the_first_teller_has_no_date() => Assert.False(IsAccused(firstDay: null));

    [Fact]
    public void Never_when_it_was_printed_before_the_claim_was_known() => Assert.False(IsAccused(day: "2024-06-04"));

    [Fact]
    public void Never_on_the_same_day_without_times() => Assert.False(IsAccused(day: "2024-06-05"));

    [Theory]
    [InlineData(NoticeKind.Opinion)]
    [InlineData(NoticeKind.Satire)]
    [InlineData(NoticeKind.Truncated)]
    [InlineData(NoticeKind.Paywall)]
    public void Never_for_opinion_or_a_text_cut_short(NoticeKind notice) => Assert.False(IsAccused(notice: notice));

    [Fact]
    public void Never_for_a_stub() => Assert.False(IsAccused(body: Retold));

    [Fact]
    public void Never_when_something_like_it_is_there() =>
        Assert.False(IsAccused(body: Retold + Second + More + "Months ago inspectors had written to Velden Power that the spillway had deep cracks."));
}
