using Crosscheck.Attributions;
using Crosscheck.Language;
using Xunit;

namespace Crosscheck.Tests.Attributions;

public sealed class DependencyTreeTests
{
    [Fact]
    public void Children_come_in_the_order_of_the_text()
    {
        var tree = new DependencyTree(HandMade.Layer("the dog chased the cat", [1, 2, SyntaxLayer.Root, 4, 2]));
        Assert.Equal(1, tree.FirstChild(2));
        Assert.Equal(4, tree.NextSibling(1));
        Assert.Equal(-1, tree.NextSibling(4));
        Assert.Equal(new TokenRange(3, 5), tree.Subtree(4));
        Assert.Equal(new TokenRange(0, 5), tree.Subtree(2));
        Assert.True(tree.IsWithin(3, 2));
        Assert.False(tree.IsWithin(3, 1));
    }

    [Fact]
    public void A_circle_of_heads_is_cut()
    {
        var tree = new DependencyTree(HandMade.Layer("a b c d", [1, 2, 0, 2]));
        Assert.Contains(Enumerable.Range(0, 4), t => tree.Head(t) == SyntaxLayer.Root);
        for (var token = 0; token < 4; token++)
        {
            var steps = 0;
            for (var t = token; t >= 0; t = tree.Head(t)) Assert.True(++steps <= 4);
        }
    }

    [Fact]
    public void Heads_outside_the_sentence_count_as_roots()
    {
        var tree = new DependencyTree(HandMade.Layer("a b\nc d", [2, 0, 900, 3]));
        Assert.Equal(SyntaxLayer.Root, tree.Head(0));
        Assert.Equal(SyntaxLayer.Root, tree.Head(2));
        Assert.Equal(SyntaxLayer.Root, tree.Head(3));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_words_is_walked_without_recursion()
    {
        const int Words = 100_000;
        var layer = HandMade.Layer(string.Join(' ', Enumerable.Repeat("a", Words)), [.. Enumerable.Range(-1, Words)]);
        Assert.Equal(new TokenRange(0, Words), new DependencyTree(layer).Subtree(0));
    }
}
