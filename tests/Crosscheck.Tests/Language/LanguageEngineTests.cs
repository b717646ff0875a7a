using System.Text;
using Crosscheck.Language;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Language;

public sealed class LanguageEngineTests
{
    internal static LanguageEngine Engine { get; } = LanguageEngine.Load(Path.Combine(AppContext.BaseDirectory, "models"));

    private static SyntaxLayer Read(string text) => Engine.Read(new SourceText(text), "en", []);

    private static string Row(SyntaxLayer layer, Func<int, string> of) => string.Join(' ', Enumerable.Range(0, layer.Tokens.Length).Select(of));

    [Fact]
    public void An_empty_text_has_no_tokens() => Assert.Empty(Engine.Read(SourceText.Empty, "en", []).Tokens);

    [Fact]
    public void Blocks_that_leave_the_text_or_overlap_are_taken_as_far_as_they_go()
    {
        var layer = Engine.Read(new SourceText("one two"), "en", [new TextSpan(2, 4), new TextSpan(3, 99), new TextSpan(50, 60)]);
        Assert.Equal("onetwo", string.Concat(Enumerable.Range(0, layer.Tokens.Length).Select(i => layer.Form(i).ToString())));
    }

    [Theory]
    [InlineData("The old mayor said on Monday that she would not resign.", "DT JJ NN VBD IN NNP IN PRP MD RB VB .")]
    [InlineData("They have been told to leave the city.", "PRP VBP VBN VBN TO VB DT NN .")]
    [InlineData("It's Anna's third book.", "PRP VBZ NNP POS JJ NN .")]
    public void Words_get_their_Penn_tags(string text, string expected)
    {
        var layer = Read(text);
        Assert.Equal(expected, Row(layer, i => layer.Xpos[i]));
    }

    [Theory]
    [InlineData("The old mayor said on Monday that she would not resign.", "DET ADJ NOUN VERB ADP PROPN SCONJ PRON AUX PART VERB PUNCT")]
    [InlineData("She has left and has a house.", "PRON AUX VERB CCONJ VERB DET NOUN PUNCT")]
    public void Words_get_their_universal_tags(string text, string expected)
    {
        var layer = Read(text);
        Assert.Equal(expected, Row(layer, i => UposLabel.Of(layer.Upos[i])));
    }

    [Theory]
    [InlineData("The children were running, but Paris didn't care.", "the child be run , but Paris do not care .")]
    [InlineData("Ministers denied the stories.", "minister deny the story .")]
    public void Words_get_their_lemmas(string text, string expected)
    {
        var layer = Read(text);
        Assert.Equal(expected, Row(layer, i => layer.Lemmas[i]));
    }

    [Fact]
    public void A_plain_clause_gets_its_subject_object_and_root()
    {
        var layer = Read("The minister denied the report yesterday.");
        Assert.Equal([1, 2, SyntaxLayer.Root, 4, 2, 2, 2], layer.Heads);
        Assert.Equal(["det", "nsubj", "root", "det", "obj"], layer.Relations[..5]);
    }

    [Fact]
    public void Heads_count_through_the_whole_text()
    {
        var layer = Read("It rained. The minister denied the report.");
        Assert.Equal(3 + 2, layer.Heads[4]);
        Assert.Equal(2, layer.Heads.Count(h => h == SyntaxLayer.Root));
    }

    [Fact]
    public void Other_languages_get_tokens_and_sentences_only()
    {
        var layer = Engine.Read(new SourceText("Der Minister kam. Er ging."), "de", []);
        Assert.False(layer.HasTags);
        Assert.False(layer.HasDependencies);
        Assert.Equal(2, layer.Sentences.Length);
    }

    [Theory]
    [InlineData("word ", 30_000)]
    [InlineData("(\"", 10_000)]
    [InlineData("a, ", 20_000)]
    [InlineData("\uD83D ", 10_000)]
    [InlineData("IN THE END. ", 5_000)]
    [InlineData("👍", 20_000)]
    public void Every_sentence_is_a_tree_with_one_root_whatever_the_text(string part, int times)
    {
        var layer = Read(new StringBuilder().Insert(0, part, times).ToString());
        Assert.True(layer.HasDependencies);
        foreach (var sentence in layer.Sentences) AssertTree(layer, sentence);
    }

    private static void AssertTree(SyntaxLayer layer, Sentence sentence)
    {
        var roots = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (layer.Heads[i] == SyntaxLayer.Root)
            {
                roots++;
                Assert.Equal("root", layer.Relations[i]);
                Assert.Equal((sentence.FirstToken, sentence.EndToken), layer.Dependencies.Subtree(i));
            }
            else
            {
                Assert.InRange(layer.Heads[i], sentence.FirstToken, sentence.EndToken - 1);
                Assert.NotEqual("root", layer.Relations[i]);
            }
        }

        Assert.Equal(1, roots);
    }

    [Fact]
    public void Many_threads_read_the_same_layer()
    {
        const string Text = "The minister, who had denied it, said that the U.S. would not pay $5 million. \"Never!\" she added.";
        var expected = Read(Text);
        Parallel.For(0, 64, _ =>
        {
            var layer = Read(Text);
            Assert.Equal(expected.Xpos, layer.Xpos);
            Assert.Equal(expected.Heads, layer.Heads);
            Assert.Equal(expected.Relations, layer.Relations);
            Assert.Equal(expected.Lemmas, layer.Lemmas);
        });
    }

    [Fact]
    public void Weights_that_are_not_there_are_a_broken_install() =>
        Assert.Throws<InvalidOperationException>(() => LanguageEngine.Load(Path.Combine(Path.GetTempPath(), "no-such-models")));
}
