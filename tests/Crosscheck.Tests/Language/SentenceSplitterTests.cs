using System.Text;
using Crosscheck.Language;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Language;

public sealed class SentenceSplitterTests
{
    private static List<Sentence> Split(string text, List<Token> tokens, Tokenizer? tokenizer = null)
    {
        var sentences = new List<Sentence>();
        (tokenizer ?? Tokenizer.English).Tokenize(text, new TextSpan(0, text.Length), tokens);
        SentenceSplitter.Split(text, tokens, 0, sentences);
        return sentences;
    }

    [Theory]
    [InlineData("It rained. We left.", "It rained.|We left.")]
    [InlineData("Mr. Lee met Gen. Ruiz. They spoke.", "Mr. Lee met Gen. Ruiz.|They spoke.")]
    [InlineData("He lives in the U.S. The house is small.", "He lives in the U.S.|The house is small.")]
    [InlineData("He runs the U.S. Navy yard.", "He runs the U.S. Navy yard.")]
    [InlineData("She left at 5 p.m. Then it rained.", "She left at 5 p.m.|Then it rained.")]
    [InlineData("“We won.” The crowd cheered.", "“We won.”|The crowd cheered.")]
    [InlineData("\"We won.\" The crowd cheered.", "\"We won.\"|The crowd cheered.")]
    [InlineData("\"Did we win?\" he asked.", "\"Did we win?\" he asked.")]
    [InlineData("\"Stop!\" the guard cried. Nobody did.", "\"Stop!\" the guard cried.|Nobody did.")]
    [InlineData("It is the end.The next day it rained.", "It is the end.|The next day it rained.")]
    [InlineData("Shares fell 3.5 percent. Analysts shrugged...", "Shares fell 3.5 percent.|Analysts shrugged...")]
    [InlineData("Was it so? No! Yes.", "Was it so?|No!|Yes.")]
    [InlineData("It grew (see below.) And it fell.", "It grew (see below.)|And it fell.")]
    [InlineData("It was proved.[12] Others doubt it.", "It was proved.[12]|Others doubt it.")]
    [InlineData("Storm hits coast\n\nThousands fled.", "Storm hits coast|Thousands fled.")]
    [InlineData("Storm hits coast\nThousands fled.", "Storm hits coast|Thousands fled.")]
    [InlineData("• First thing\n• Second thing", "• First thing|• Second thing")]
    [InlineData("a long line of words that a mail program broke after seventy\nCharacters or so.", "a long line of words that a mail program broke after seventy\nCharacters or so.")]
    [InlineData("i stayed home. the weather was poor. it was fine", "i stayed home.|the weather was poor.|it was fine")]
    public void English_sentences_end_where_a_reader_ends_them(string text, string expected)
    {
        var sentences = Split(text, []);
        Assert.Equal(expected, string.Join('|', sentences.Select(s => text[s.Span.Start..s.Span.End])));
    }

    [Fact]
    public void A_full_width_stop_ends_a_sentence()
    {
        const string Text = "今日は雨です。明日は晴れです。";
        Assert.Equal(2, Split(Text, [], Tokenizer.General).Count);
    }

    [Fact]
    public void Every_token_is_in_one_sentence_and_no_sentence_is_too_long()
    {
        foreach (var text in (string[])[new StringBuilder().Insert(0, "word, ", 200_000).ToString(), new StringBuilder().Insert(0, "(\" ", 100_000).ToString(), new StringBuilder().Insert(0, "! ) ", 100_000).ToString(), new string('.', 3000)])
        {
            var tokens = new List<Token>();
            var at = 0;
            foreach (var sentence in Split(text, tokens))
            {
                Assert.Equal(at, sentence.FirstToken);
                Assert.InRange(sentence.TokenCount, 1, SentenceSplitter.LongestSentence);
                Assert.Equal(tokens[sentence.FirstToken].Start, sentence.Span.Start);
                Assert.Equal(tokens[sentence.EndToken - 1].End, sentence.Span.End);
                at = sentence.EndToken;
            }

            Assert.Equal(tokens.Count, at);
        }
    }

    [Fact]
    public void No_sentence_crosses_a_block_and_text_outside_blocks_is_kept()
    {
        var text = new SourceText("Heading here one paragraph goes on tail");
        var layer = LanguageEngineTests.Engine.Read(text, "en", [new TextSpan(0, 7), new TextSpan(8, 26)]);
        Assert.Equal(["Heading", "here one paragraph", "goes on tail"], layer.Sentences.Select(s => text.Slice(s.Span)));
    }
}
