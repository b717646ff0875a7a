using Crosscheck.Events;
using Xunit;

namespace Crosscheck.Tests.Events;

public sealed class ActionLexiconTests
{
    [Theory]
    [InlineData("057", "SUPPORT", null)]
    [InlineData("042", "CONSULT", "visit")]
    [InlineData("0841", "YIELD", "release")]
    [InlineData("163", "COERCE", "restrict")]
    [InlineData("1712", "ASSAULT", "destroy")]
    [InlineData("191", "COERCE", "restrict")]
    [InlineData("1831", "ASSAULT", "suicide-attack")]
    public void The_longest_known_code_gives_type_and_mode(string code, string type, string? mode) =>
        Assert.Equal(new ActionType(type, mode), ActionLexicon.Instance.TypeOf(code));

    [Fact]
    public void Every_line_of_the_list_has_a_type_or_stands_for_none()
    {
        string[] probes = ["arrest", "accuse", "meet", "attack", "praise", "reject", "threaten", "negotiate", "deport", "bomb"];
        foreach (var probe in probes)
        {
            var entry = Assert.Single(ActionLexicon.Instance.Verb(probe), e => e.Condition == ActionCondition.None);
            Assert.NotNull(ActionLexicon.Instance.TypeOf(entry.Code!));
        }
    }

    [Fact]
    public void A_line_with_a_condition_goes_before_one_without()
    {
        var entries = ActionLexicon.Instance.Verb("threaten");
        Assert.Equal(ActionCondition.Object, entries[0].Condition);
        Assert.Equal(ActionCondition.None, entries[^1].Condition);
    }
}
