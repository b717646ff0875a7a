using System.Text;
using Crosscheck.Language;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Language;

public sealed class EncoderPassTests
{
    private static SyntaxLayer Read(string text) => LanguageEngineTests.Engine.Read(new SourceText(text), "en", []);

    private static void HoldsTogether(SyntaxLayer layer)
    {
        Assert.Equal(layer.Tokens.Length, layer.Sentences.Sum(s => s.TokenCount));
        Assert.Equal(layer.Sentences.Length, layer.Vectors!.Count);
        foreach (var sentence in layer.Sentences)
        {
            var inside = Enumerable.Range(sentence.FirstToken, sentence.TokenCount).ToList();
            Assert.Single(inside, i => layer.Heads[i] == SyntaxLayer.Root);
            Assert.All(inside, i => Assert.True(layer.Heads[i] == SyntaxLayer.Root || (layer.Heads[i] >= sentence.FirstToken && layer.Heads[i] < sentence.EndToken)));
        }
    }

    [Fact]
    public void A_sentence_longer_than_a_window_is_read_in_parts_and_stays_one_tree()
    {
        var layer = Read(string.Join(" and ", Enumerable.Repeat("the mayor of the old town saw the red house", 30)) + ".");
        HoldsTogether(layer);
        Assert.Single(layer.Sentences);
    }

    [Theory]
    [InlineData("\U0001F600\U0001F601 \U0001F602")]
    [InlineData("\u200B\u200D \u0301\u0301\u0301 \u202E abc")]
    [InlineData("\u05E9\u05DC\u05D5\u05DD said Anna \u0645\u0631\u062D\u0628\u0627.")]
    [InlineData("\uD83D")]
    [InlineData(".")]
    public void Odd_text_keeps_every_token_and_its_place(string text) => HoldsTogether(Read(text));

    [Fact]
    public void A_word_without_end_costs_no_more_than_a_word()
    {
        var layer = Read("See " + new string('!', 5_000) + new string('a', 200_000) + " now.");
        HoldsTogether(layer);
    }

    [Fact]
    public void Many_threads_give_what_one_gives()
    {
        var texts = Enumerable.Range(1, 12).Select(n => string.Join(' ', Enumerable.Repeat($"Anna Berg told {n} reporters on Monday that the talks had failed.", n))).ToArray();
        static string Written(SyntaxLayer layer)
        {
            var text = new StringBuilder();
            for (var i = 0; i < layer.Tokens.Length; i++) text.Append(layer.Xpos[i]).Append(layer.Heads[i]).Append(layer.Relations[i]).Append(BitConverter.SingleToInt32Bits(layer.Names!.Of(i)[0]));
            foreach (var cue in layer.Cues) text.Append(cue.First).Append(BitConverter.SingleToInt32Bits(cue.Margin)).AppendJoin(' ', cue.Content);
            for (var s = 0; s < layer.Vectors!.Count; s++) text.Append(BitConverter.SingleToInt32Bits(layer.Vectors[s][0]));
            return text.ToString();
        }

        var alone = texts.Select(t => Written(Read(t))).ToArray();
        var together = new string[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => together[i] = Written(Read(texts[i])));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Sentences_that_mean_the_same_have_vectors_that_point_the_same_way()
    {
        var layer = Read("The president resigned on Monday. The head of state stepped down on Monday. Bananas grow in warm countries.");
        Assert.Equal(3, layer.Sentences.Length);
        var vectors = layer.Vectors!;
        Assert.True(SentenceVectors.Likeness(vectors[0], vectors[1]) > SentenceVectors.Likeness(vectors[0], vectors[2]) + .2);
    }

    [Fact]
    public void A_text_in_another_language_has_tokens_and_no_vectors()
    {
        var layer = LanguageEngineTests.Engine.Read(new SourceText("Der Minister sprach."), "de", []);
        Assert.Equal(4, layer.Tokens.Length);
        Assert.Null(layer.Vectors);
    }
}
