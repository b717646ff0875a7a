using Crosscheck.Articles.Seams;
using Crosscheck.Language.Pieces;
using Crosscheck.Learning;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Articles.Seams;

public sealed class SeamWindowTests
{
    private static readonly Vocabulary Words = Vocabulary.Load(Path.Combine(ModelFolder.Default, "encoder", "vocab.txt"));

    [Fact]
    public void The_place_is_the_first_word_after_the_offset()
    {
        const string Page = "The court closed.The river rose.";
        var window = Filled(Page, Page.IndexOf("The river", StringComparison.Ordinal));
        Assert.Equal(4, window.Place);
        Assert.Equal(Words.Find("river", opens: true), window.Pieces.Pieces[window.Pieces.Starts[window.Place + 1]]);
    }

    [Fact]
    public void Neither_side_has_more_pieces_than_the_head_reads()
    {
        var side = string.Join(' ', Enumerable.Repeat("court", 500));
        var window = Filled(side + ". " + side, side.Length + 2);
        var before = window.Pieces.Starts[window.Place];
        Assert.InRange(before, SeamWindow.Side - 16, SeamWindow.Side);
        Assert.InRange(window.Pieces.Pieces.Length - before, SeamWindow.Side - 16, SeamWindow.Side);
    }

    [Fact]
    public void One_endless_word_after_the_place_is_kept_and_bounded()
    {
        var window = Filled("Short. " + new string('x', 100_000), 7);
        Assert.Equal(2, window.Place);
        Assert.InRange(window.Pieces.Pieces.Length, 3, 2 * SeamWindow.Side);
    }

    [Fact]
    public void Blank_lines_before_the_place_do_not_hide_the_words_before_them()
    {
        var page = "The court closed." + new string('\n', 5000) + "The river rose.";
        Assert.Equal(4, Filled(page, page.IndexOf("The river", StringComparison.Ordinal)).Place);
    }

    [Fact]
    public void Nothing_before_the_range_is_looked_at()
    {
        const string Page = "Old words here. New words there.";
        var window = new SeamWindow(Words);
        window.Fill(Page, new TextSpan(16, Page.Length), 16);
        Assert.Equal(0, window.Place);
    }

    private static SeamWindow Filled(string text, int offset)
    {
        var window = new SeamWindow(Words);
        window.Fill(text, new TextSpan(0, text.Length), offset);
        return window;
    }
}
