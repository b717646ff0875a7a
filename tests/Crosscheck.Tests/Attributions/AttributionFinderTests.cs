using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Tests.Language;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Attributions;

public sealed class AttributionFinderTests
{
    private static readonly AttributionFinder Finder = AttributionFinder.Load(Path.Combine(AppContext.BaseDirectory, "models"));

    [Theory]
    [InlineData("The mayor held talks believed to include the harbour.", "believed", "include the harbour", true, SpeechAct.Asserts)]
    [InlineData("The owner reportedly left the island.", "reportedly", "left the island", true, SpeechAct.Asserts)]
    [InlineData("The fire led to allegations, however vague, that the owner had bribed inspectors.", "allegations", "the owner had bribed inspectors", false, SpeechAct.Alleges)]
    public void Hearsay_has_no_source(string text, string cue, string content, bool hedged, SpeechAct act)
    {
        var (source, found) = Find(text);
        var hearsay = Assert.Single(found, a => Words(source, a.Cue) == cue);
        Assert.Empty(hearsay.Source);
        Assert.Contains(content, Words(source, hearsay.Content), StringComparison.Ordinal);
        Assert.Equal((hedged, act), (hearsay.Hedged, hearsay.Act));
    }

    [Fact]
    public void Two_cues_of_one_source_keep_their_contents_apart()
    {
        var (source, found) = Find("The mayor said the port was safe and accused Brell of spreading lies.");
        var said = Assert.Single(found, a => Words(source, a.Cue).Contains("said", StringComparison.Ordinal));
        Assert.EndsWith("was safe", Words(source, said.Content), StringComparison.Ordinal);
        Assert.Equal(SpeechAct.Asserts, said.Act);
    }

    [Fact]
    public void Who_voices_something_is_the_subject_above()
    {
        var (source, found) = Find("The ministry limited its statements to expressing serious concern.");
        var voiced = Assert.Single(found, a => Words(source, a.Cue).Contains("expressing", StringComparison.Ordinal));
        Assert.Equal("The ministry", Words(source, voiced.Source));
    }

    [Theory]
    [InlineData("The firm's lawyers have not commented.", SpeechAct.Silent)]
    [InlineData("She did not mention the warning.", SpeechAct.Silent)]
    [InlineData("The minister said her office had never received a copy.", SpeechAct.Denies)]
    public void Not_answering_and_not_having_received_are_acts(string text, SpeechAct act) => Assert.Contains(Find(text).Found, a => a.Act == act);

    [Fact]
    public void Every_span_lies_in_the_text_and_holders_point_at_others()
    {
        const string words = "reportedly said that \"the , allegations of supporting mayor has not commented ” believed to deny it and accuses expressing Dolak reports . told";
        var parts = words.Split(' ');
        for (var seed = 1; seed < 40; seed++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 60).Select(i => parts[((i * i * 7) + (seed * (i + 3) * 13)) % parts.Length]));
            var (source, found) = Find(text);
            foreach (var (attribution, index) in found.Select((a, i) => (a, i)))
            {
                Assert.All(attribution.Source.Concat(attribution.Cue).Concat(attribution.Content), s => Assert.True(s.Start >= 0 && s.Length > 0 && s.End <= source.Length));
                Assert.True(attribution.Inside is not { } inside || (inside != index && inside >= 0 && inside < found.Length));
            }
        }
    }

    private static (SourceText Source, ImmutableArray<Attribution> Found) Find(string text)
    {
        var syntax = LanguageEngineTests.Engine.Read(new SourceText(text), "en", []);
        return (syntax.Text, Finder.Find(syntax, [], []));
    }

    private static string Words(SourceText text, ImmutableArray<TextSpan> spans) => string.Join(' ', spans.Select(s => text.Slice(s).ToString()));
}
