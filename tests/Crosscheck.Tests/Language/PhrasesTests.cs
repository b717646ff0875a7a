using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Language;

public sealed class PhrasesTests
{
    /// <summary>A layer from (word, head, relation), the head counted from 1, 0 for the root.</summary>
    private static SyntaxLayer Layer(params (string Form, int Head, string Relation)[] words)
    {
        var text = new SourceText(string.Join(' ', words.Select(w => w.Form)));
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var at = 0;
        foreach (var word in words)
        {
            tokens.Add(new Token(new TextSpan(at, at + word.Form.Length)));
            at += word.Form.Length + 1;
        }

        return new SyntaxLayer(
            text, "en", tokens.ToImmutable(), [new Sentence(text.Whole, 0, words.Length)],
            heads: [.. words.Select(w => w.Head - 1)], relations: [.. words.Select(w => w.Relation)]);
    }

    private static readonly SyntaxLayer Sentence = Layer(
        ("By", 4, "case"), ("the", 4, "det"), ("new", 4, "amod"), ("mayor", 11, "obl"), ("of", 7, "case"), ("the", 7, "det"), ("town", 4, "nmod"),
        (",", 9, "punct"), ("Lee", 4, "appos"), (",", 9, "punct"), ("built", 0, "root"), (".", 11, "punct"));

    private static string Words(SyntaxLayer layer, (int First, int End) range) => layer.Text.Slice(layer.Span(range.First, range.End));

    [Fact]
    public void A_noun_phrase_leaves_out_its_preposition_and_its_apposition() =>
        Assert.Equal("the new mayor of the town", Words(Sentence, Phrases.NounPhrase(Sentence, 3)));

    [Fact]
    public void A_base_noun_phrase_ends_at_its_head() => Assert.Equal("the new mayor", Words(Sentence, Phrases.BaseNounPhrase(Sentence, 3)));

    [Fact]
    public void A_clause_leaves_out_what_joins_it_and_the_marks_at_its_edges()
    {
        var layer = Layer(
            ("He", 2, "nsubj"), ("said", 0, "root"), (",", 2, "punct"), ("that", 6, "mark"), ("they", 6, "nsubj"), ("left", 2, "ccomp"), ("early", 6, "advmod"), (".", 2, "punct"));
        Assert.Equal("they left early", Words(layer, Phrases.Clause(layer, 5)));
        Assert.Equal("He said , that they left early", Words(layer, Phrases.Clause(layer, 1)));
    }

    [Fact]
    public void Children_come_from_left_to_right()
    {
        Assert.Equal([0, 1, 2, 6, 8], Sentence.Dependencies.ChildrenOf(3).ToArray());
        Assert.Equal((0, 10), Sentence.Dependencies.Subtree(3));
        Assert.Empty(Sentence.Dependencies.ChildrenOf(0).ToArray());
    }

    [Fact]
    public void A_layer_without_dependencies_says_so()
    {
        var layer = new SyntaxLayer(new SourceText("x"), "de", [new Token(new TextSpan(0, 1))], []);
        Assert.Throws<InvalidOperationException>(() => layer.Dependencies);
    }
}
