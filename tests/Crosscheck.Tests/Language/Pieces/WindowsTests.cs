using Crosscheck.Language.Pieces;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Language.Pieces;

public sealed class WindowsTests
{
    /// <summary>Sentences of so many tokens each; token i has its index modulo 3, plus one, pieces.</summary>
    private static (Sentence[] Sentences, int[] Starts) Text(params int[] sizes)
    {
        var sentences = new Sentence[sizes.Length];
        var starts = new List<int> { 0 };
        for (var s = 0; s < sizes.Length; s++)
        {
            var first = starts.Count - 1;
            for (var i = 0; i < sizes[s]; i++) starts.Add(starts[^1] + (starts.Count % 3) + 1);
            sentences[s] = new Sentence(new TextSpan(first, starts.Count - 1), first, starts.Count - 1);
        }

        return (sentences, [.. starts]);
    }

    [Theory]
    [InlineData(20, 3, 4, 2, 5, 1, 1, 1)]
    [InlineData(20, 3, 40, 2)]
    [InlineData(20, 100)]
    [InlineData(4, 1, 1, 1)]
    public void Windows_hold_every_token_once_within_the_limit_and_whole_sentences_where_they_fit(int limit, params int[] sizes)
    {
        var (sentences, starts) = Text(sizes);
        var windows = Windows.Cut(sentences, [], starts, limit);
        Assert.Equal(Enumerable.Range(0, starts.Length - 1), windows.SelectMany(w => Enumerable.Range(w.FirstToken, w.EndToken - w.FirstToken)));
        Assert.All(windows, w => Assert.InRange(starts[w.EndToken] - starts[w.FirstToken], 1, limit));
        foreach (var sentence in sentences.Where(s => starts[s.EndToken] - starts[s.FirstToken] <= limit))
        {
            Assert.Single(windows, w => w.FirstToken <= sentence.FirstToken && w.EndToken >= sentence.EndToken);
        }
    }

    [Fact]
    public void Sentences_stand_together_as_long_as_they_fit()
    {
        var (sentences, starts) = Text(2, 2, 2);
        Assert.Single(Windows.Cut(sentences, [], starts, 100));
    }

    [Fact]
    public void A_block_that_fits_into_a_window_is_not_divided()
    {
        var (sentences, starts) = Text(3, 3, 3, 3, 3);
        var windows = Windows.Cut(sentences, [true, false, true, false, false], starts, starts[9] + 1);
        Assert.Equal([(0, 6), (6, 15)], windows.Select(w => (w.FirstToken, w.EndToken)));
    }

    [Fact]
    public void A_block_longer_than_a_window_goes_on_sentence_by_sentence()
    {
        var (sentences, starts) = Text(3, 3, 3, 3);
        var windows = Windows.Cut(sentences, [true, true, false, false], starts, starts[6] + 1);
        Assert.Equal([(0, 3), (3, 9), (9, 12)], windows.Select(w => (w.FirstToken, w.EndToken)));
    }
}
