using Crosscheck.Attributions;
using Crosscheck.Reports.Html;
using Xunit;

namespace Crosscheck.Tests.Reports;

public sealed class WordingTests
{
    [Theory]
    [InlineData("2031-05-12", "12 May 2031")]
    [InlineData("2031-05-12T14:30+02:00", "12 May 2031, 14:30+02:00")]
    [InlineData("2031-05-12TEV", "12 May 2031, evening")]
    [InlineData("2031-05", "May 2031")]
    [InlineData("2031-W19", "2031-W19")]
    [InlineData("P2W", "2 weeks")]
    [InlineData("PT1H", "1 hour")]
    [InlineData("PXD", "PXD")]
    [InlineData("PAST_REF", "in the past, no day said")]
    public void A_time_reads_as_people_say_it(string value, string said) => Assert.Equal(said, Wording.Time(value));

    [Theory]
    [InlineData(SpeechAct.Denies, "taking money", "denied")]
    [InlineData(SpeechAct.Denies, "that it had no part in the raid", "denied it, saying")]
    [InlineData(SpeechAct.Denies, "“We didn’t”", "denied it, saying")]
    [InlineData(SpeechAct.Declines, "when the letter was sent", "declined to say")]
    [InlineData(SpeechAct.Declines, "to comment", "declined")]
    [InlineData(SpeechAct.Declines, "to a request for comment", "gave no answer")]
    [InlineData(SpeechAct.Declines, "on the cause of the fire", "gave no answer")]
    [InlineData(SpeechAct.Alleges, "that the depot was overfilled", "alleged")]
    [InlineData(SpeechAct.Alleges, "the operator of hiding a letter", "accused")]
    [InlineData(SpeechAct.Doubts, "whether the depot was safe", "doubted")]
    [InlineData(SpeechAct.Doubts, "it was too early to say", "was unsure, saying")]
    [InlineData(SpeechAct.Silent, "", "was silent")]
    [InlineData(SpeechAct.Silent, "about the letter", "was silent")]
    [InlineData(SpeechAct.Silent, "when it was sent", "was silent on")]
    public void The_verb_of_an_act_goes_with_what_follows_it(SpeechAct act, string content, string verb) => Assert.Equal(verb, ActWording.Verb(act, content));

    [Theory]
    [InlineData("2031-05-12", "2031-05-12", "12 May 2031")]
    [InlineData("2031-05-12", "2031-05-14", "12 to 14 May 2031")]
    [InlineData("2031-04-30", "2031-05-02", "30 April to 2 May 2031")]
    [InlineData("2030-12-30", "2031-01-02", "30 December 2030 to 2 January 2031")]
    public void What_two_days_share_is_said_once(string first, string last, string said) => Assert.Equal(said, Wording.Days(first, last));

    [Theory]
    [InlineData(1234, "1234")]
    [InlineData(644000, "644\u202F000")]
    [InlineData(-1200000.5, "−1\u202F200\u202F000.5")]
    public void Long_numbers_are_grouped(double value, string said) => Assert.Equal(said, Wording.Number((decimal)value));
}
