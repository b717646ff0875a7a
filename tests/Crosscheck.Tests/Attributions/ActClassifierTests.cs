using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Attributions;

public sealed class ActClassifierTests
{
    /// <summary>Cue and content are given by their words; the layer has no tree, so the words alone decide.</summary>
    [Theory]
    [InlineData("The mayor denied taking money", "The mayor", "denied", "taking money", SpeechAct.Denies)]
    [InlineData("The mayor said there was no wrongdoing", "The mayor", "said", "there was no wrongdoing", SpeechAct.Denies)]
    [InlineData("The mayor accused rivals of theft", "The mayor", "accused", "rivals of theft", SpeechAct.Alleges)]
    [InlineData("The mayor declined to comment", "The mayor", "declined", "to comment", SpeechAct.Declines)]
    [InlineData("The mayor did not specify when he left", "The mayor", "did not specify", "when he left", SpeechAct.Declines)]
    [InlineData("The mayor has not said when he left", "The mayor", "has not said", "when he left", SpeechAct.Silent)]
    [InlineData("The mayor vowed to rebuild the bridge", "The mayor", "vowed", "to rebuild the bridge", SpeechAct.Promises)]
    [InlineData("The mayor urged residents to leave", "The mayor", "urged", "residents to leave", SpeechAct.Demands)]
    [InlineData("The mayor asked whether the bridge was safe", "The mayor", "asked", "whether the bridge was safe", SpeechAct.Asks)]
    [InlineData("The mayor doubted that the bridge was safe", "The mayor", "doubted", "that the bridge was safe", SpeechAct.Doubts)]
    [InlineData("The mayor said that the bridge was safe", "The mayor", "said", "that the bridge was safe", SpeechAct.Asserts)]
    public void The_words_of_cue_and_content_tell_the_act(string text, string source, string cue, string content, SpeechAct act)
    {
        var layer = Layer(text);
        Assert.Equal(act, Assert.Single(ActClassifier.Classify(layer, [(Span(text, source), Span(text, cue), Span(text, content))])));
    }

    [Fact]
    public void An_attribution_without_words_asserts() =>
        Assert.Equal(SpeechAct.Asserts, Assert.Single(ActClassifier.Classify(Layer("Nothing."), [([], [], [])])));

    private static ImmutableArray<TextSpan> Span(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return [new TextSpan(at, at + words.Length)];
    }

    private static SyntaxLayer Layer(string text)
    {
        var layer = HandMade.Layer(text);
        Dictionary<string, string> lemmas = new(StringComparer.Ordinal)
        {
            ["denied"] = "deny",
            ["accused"] = "accuse",
            ["declined"] = "decline",
            ["did"] = "do",
            ["has"] = "have",
            ["said"] = "say",
            ["vowed"] = "vow",
            ["urged"] = "urge",
            ["asked"] = "ask",
            ["doubted"] = "doubt",
            ["was"] = "be",
        };
        var words = layer.Tokens.Select(t => text.Substring(t.Start, t.Span.Length)).ToList();
        return new SyntaxLayer(
            layer.Text, "en", layer.Tokens, layer.Sentences, default,
            [.. words.Select(w => lemmas.ContainsKey(w) ? "VBD" : w is "to" ? "TO" : "NN")], [.. words.Select(w => lemmas.GetValueOrDefault(w, w.ToLowerInvariant()))]);
    }
}
