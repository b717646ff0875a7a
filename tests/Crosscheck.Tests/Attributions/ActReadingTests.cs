using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Attributions;

/// <summary>Acts as read off sentences that the language engine has parsed: [source] {content} and &lt;cue&gt; are marked in each.</summary>
public sealed class ActReadingTests
{
    private static readonly LanguageEngine Engine = LanguageEngine.Load(ModelFolder.Default);

    [Theory]
    [InlineData("[The senator] <denied> {knowing the contractor}.", SpeechAct.Denies)]
    [InlineData("[The senator] <did not deny> {that he knew the contractor}.", SpeechAct.Asserts)]
    [InlineData("[The clerk] <said> {she was never offered a bribe}.", SpeechAct.Denies)]
    [InlineData("[A diplomat] <told> reporters {that the embassy had no involvement in the raid}.", SpeechAct.Denies)]
    [InlineData("[The minister] <replied>, {“Absolutely not.”}", SpeechAct.Denies)]
    [InlineData("[The firm] <said> {the report was baseless}.", SpeechAct.Denies)]
    [InlineData("[The guard] <said> {he had not seen the fire}.", SpeechAct.Asserts)]
    public void A_denial_answers_something(string marked, SpeechAct act) => Assert.Equal(act, ActOf(marked));

    [Theory]
    [InlineData("[The union] <said> {it will appeal the ruling}.", SpeechAct.Promises)]
    [InlineData("[The union] <said> {prices will rise next year}.", SpeechAct.Asserts)]
    [InlineData("[The mayor] <said>, {“We should close the bridge.”}", SpeechAct.Demands)]
    [InlineData("[The mayor] <said> {the council needs to close the bridge}.", SpeechAct.Demands)]
    [InlineData("[The mayor] <said> {it was important that the council close the bridge}.", SpeechAct.Demands)]
    [InlineData("[The mayor] <said> {the council should have closed the bridge}.", SpeechAct.Asserts)]
    [InlineData("[The agency] <announced> {that it would pay the farmers}.", SpeechAct.Promises)]
    [InlineData("[The agency] <scrapped plans> {to pay the farmers}.", SpeechAct.Asserts)]
    [InlineData("[The coach] <said>, {“Don't give up.”}", SpeechAct.Demands)]
    public void Modality_of_the_main_predicate_tells_a_promise_and_a_demand(string marked, SpeechAct act) => Assert.Equal(act, ActOf(marked));

    [Theory]
    [InlineData("[The judge] <refused to say> {when the trial begins}.", SpeechAct.Declines)]
    [InlineData("[The judge] <said>, {“I am not going to discuss that.”}", SpeechAct.Declines)]
    [InlineData("[The judge] <did not specify> {when the trial begins}.", SpeechAct.Declines)]
    [InlineData("[The judge] <has not said> {when the trial begins}.", SpeechAct.Silent)]
    [InlineData("[The company] <has never blamed> {the drivers for the delay}.", SpeechAct.Silent)]
    [InlineData("[The company] <chose> {to remain silent about the delay}.", SpeechAct.Silent)]
    public void Not_telling_is_declining_or_silence(string marked, SpeechAct act) => Assert.Equal(act, ActOf(marked));

    [Theory]
    [InlineData("[The engineer] <said> {he did not know why the pump failed}.", SpeechAct.Doubts)]
    [InlineData("[The engineer] <said> {he was not aware of the payments}.", SpeechAct.Denies)]
    [InlineData("[The engineer] <persuaded> {the board that the pump was safe}.", SpeechAct.Asserts)]
    [InlineData("[The engineer] <said> {it is not clear why the pump failed}.", SpeechAct.Doubts)]
    [InlineData("[The paper] <could not confirm> {the account}.", SpeechAct.Doubts)]
    [InlineData("[The harbour master] <asked> {the crew to stop loading}.", SpeechAct.Demands)]
    [InlineData("[The harbour master] <cautioned> {that the dust was a hazard}.", SpeechAct.Asserts)]
    [InlineData("[Few experts] <believe> {the pump will last}.", SpeechAct.Doubts)]
    [InlineData("[The auditor] <said> {the director embezzled the funds}.", SpeechAct.Alleges)]
    [InlineData("[The auditor] <wanted> {to know who paid the director}.", SpeechAct.Asks)]
    [InlineData("[The neighbours] <pressed again for> {an inquiry}.", SpeechAct.Demands)]
    public void Doubt_accusation_and_question_are_told_by_the_words_they_hang_on(string marked, SpeechAct act) => Assert.Equal(act, ActOf(marked));

    private static SpeechAct ActOf(string marked)
    {
        var text = new System.Text.StringBuilder();
        var open = new Dictionary<char, int>();
        var spans = new Dictionary<char, ImmutableArray<TextSpan>> { ['['] = [], ['<'] = [], ['{'] = [] };
        foreach (var c in marked)
        {
            if (c is '[' or '<' or '{') open[c] = text.Length;
            else if (c is ']') spans['['] = [new TextSpan(open['['], text.Length)];
            else if (c is '>') spans['<'] = [new TextSpan(open['<'], text.Length)];
            else if (c is '}') spans['{'] = [new TextSpan(open['{'], text.Length)];
            else text.Append(c);
        }

        var words = text.ToString();
        var syntax = Engine.Read(new SourceText(words), "en", [new TextSpan(0, words.Length)]);
        return Assert.Single(ActClassifier.Classify(syntax, [(spans['['], spans['<'], spans['{'])]));
    }
}
