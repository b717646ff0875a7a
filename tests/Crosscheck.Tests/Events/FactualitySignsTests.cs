using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Events;
using Crosscheck.Language;
using Crosscheck.Tests.Attributions;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Events;

/// <summary>Sentences as rows "word/tag/head/relation", heads counted from one.</summary>
public sealed class FactualitySignsTests
{
    [Theory]
    [InlineData("Troops/NNS/2/nsubj left/VBD/0/root", 1, Factuality.Happened)]
    [InlineData("Troops/NNS/4/nsubj did/VBD/4/aux not/RB/4/advmod leave/VB/0/root", 3, Factuality.NotHappened)]
    [InlineData("Troops/NNS/3/nsubj may/MD/3/aux leave/VB/0/root", 2, Factuality.Possible)]
    [InlineData("Troops/NNS/3/nsubj will/MD/3/aux leave/VB/0/root", 2, Factuality.Planned)]
    [InlineData("Troops/NNS/3/nsubj are/VBP/3/aux leaving/VBG/0/root", 2, Factuality.Ongoing)]
    [InlineData("Troops/NNS/2/nsubj refused/VBD/0/root to/TO/4/mark leave/VB/2/xcomp", 3, Factuality.NotHappened)]
    [InlineData("Troops/NNS/2/nsubj vowed/VBD/0/root to/TO/4/mark leave/VB/2/xcomp", 3, Factuality.Planned)]
    [InlineData("Troops/NNS/3/nsubj allegedly/RB/3/advmod looted/VBD/0/root", 2, Factuality.Alleged)]
    [InlineData("if/IN/3/mark troops/NNS/3/nsubj leave/VBP/0/root", 2, Factuality.Possible)]
    public void The_words_around_an_event_tell_its_factuality(string rows, int trigger, Factuality expected)
    {
        var context = new AttributionContext(Layer(rows));
        Assert.Equal(expected, FactualitySigns.Guess(FactualitySigns.Read(context, trigger), null));
    }

    [Fact]
    public void What_a_denial_holds_is_denied()
    {
        var context = new AttributionContext(Layer("Troops/NNS/2/nsubj looted/VBD/0/root"));
        var denial = new Attribution([], [new TextSpan(0, 1)], [new TextSpan(0, 1)], AttributionKind.Indirect, SpeechAct.Denies, false, null, null, null, 1);
        Assert.Equal(Factuality.Denied, FactualitySigns.Guess(FactualitySigns.Read(context, 1), denial));
    }

    private static SyntaxLayer Layer(string rows)
    {
        var cells = rows.Split(' ').Select(r => r.Split('/')).ToArray();
        var plain = HandMade.Layer(string.Join(' ', cells.Select(c => c[0])));
        Dictionary<string, string> lemmas = new(StringComparer.Ordinal)
        {
            ["left"] = "leave",
            ["leaving"] = "leave",
            ["did"] = "do",
            ["are"] = "be",
            ["refused"] = "refuse",
            ["vowed"] = "vow",
            ["looted"] = "loot",
        };
        return new SyntaxLayer(
            plain.Text, "en", plain.Tokens, plain.Sentences, default,
            [.. cells.Select(c => c[1])], [.. cells.Select(c => lemmas.GetValueOrDefault(c[0], c[0].ToLowerInvariant()))],
            [.. cells.Select(c => int.Parse(c[2]) - 1)], [.. cells.Select(c => c[3])]);
    }
}
