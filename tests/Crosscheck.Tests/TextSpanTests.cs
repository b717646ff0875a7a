using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void A_reversed_span_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(3, 2));

    [Fact]
    public void Touching_spans_do_not_overlap() => Assert.False(new TextSpan(0, 2).Overlaps(new TextSpan(2, 4)));

    [Fact]
    public void Trim_drops_white_space_at_both_edges()
    {
        var text = new SourceText(" a b\u00A0\n");
        Assert.Equal("a b", text.Slice(text.Trim(text.Whole)));
    }
}
