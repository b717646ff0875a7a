using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Xunit;

namespace Crosscheck.Tests.Attributions;

public sealed class CueReaderTests
{
    private static readonly ImmutableArray<int> Heads = [1, 3, 1, -1, 3, 3, 3, 3, 3, 3];

    private static FoundAttribution Read(ImmutableArray<TokenRange> cue, ImmutableArray<TokenRange> source, ImmutableArray<TokenRange> content)
    {
        var reading = new CueReading(3, 2, 5, cue, source, content, default, default, 0);
        var layer = HandMade.Layer("Anna Berg , said : it rained , all day", Heads, [reading]);
        return Assert.Single(new CueReader(new AttributionContext(layer)).Read()).Found;
    }

    [Fact]
    public void Parts_of_a_content_that_only_marks_divide_come_together() =>
        Assert.Equal([new TokenRange(5, 10)], Read([new(3, 4)], [new(0, 2)], [new(5, 7), new(8, 10)]).Content);

    [Fact]
    public void Marks_at_the_edges_of_source_and_content_are_left_out()
    {
        var found = Read([new(3, 4)], [new(0, 3)], [new(4, 8)]);
        Assert.Equal([new TokenRange(0, 2)], found.Source);
        Assert.Equal([new TokenRange(5, 7)], found.Content);
    }

    [Fact]
    public void Without_a_word_of_the_cue_its_first_word_is_the_cue()
    {
        var found = Read([], [], [new(5, 7)]);
        Assert.Equal([new TokenRange(3, 4)], found.CueParts);
        Assert.Equal((3, -1, false), (found.Cue, found.SourceHead, found.HasSource));
    }

    [Fact]
    public void A_source_is_known_by_the_word_that_stands_highest_in_its_tree() => Assert.Equal(1, Read([new(3, 4)], [new(0, 2)], [new(5, 7)]).SourceHead);
}
