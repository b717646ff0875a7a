using Crosscheck.Attributions;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Attributions;

public sealed class NestingTests
{
    [Fact]
    public void The_smallest_content_that_holds_all_parts_is_the_holder()
    {
        var outer = Said((0, 4), (5, 9), (10, 60));
        var middle = Said((12, 16), (17, 20), (21, 60));
        var inner = Said((22, 26), (27, 30), (31, 50));
        var marked = Nesting.Mark([outer, middle, inner]);
        Assert.Equal([null, 0, 1], marked.Select(a => a.Inside));
    }

    [Fact]
    public void A_source_outside_the_content_keeps_an_attribution_outside()
    {
        var first = Said((0, 4), (5, 9), (10, 30));
        var second = Said((0, 4), (12, 15), (16, 30));
        Assert.All(Nesting.Mark([first, second]), a => Assert.Null(a.Inside));
    }

    [Fact]
    public void Attributions_with_one_content_do_not_hold_each_other()
    {
        var first = Said((0, 4), (5, 9), (10, 30));
        var second = Said((0, 4), (31, 35), (10, 30));
        Assert.All(Nesting.Mark([first, second]), a => Assert.Null(a.Inside));
    }

    private static Attribution Said((int, int) source, (int, int) cue, (int, int) content) =>
        new([Span(source)], [Span(cue)], [Span(content)], AttributionKind.Indirect, SpeechAct.Asserts, false, null, null, null, 0.9);

    private static TextSpan Span((int Start, int End) range) => new(range.Start, range.End);
}
