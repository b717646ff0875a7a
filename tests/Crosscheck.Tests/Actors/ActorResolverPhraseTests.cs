using Crosscheck.Actors;
using Crosscheck.Names;
using Xunit;

namespace Crosscheck.Tests.Actors;

public sealed class ActorResolverPhraseTests
{
    [Theory]
    [InlineData("[G:Norway] 's/S harbour/N minister/N [P:Ann Vik]* left/V ./T", "Norway 's harbour minister")]
    [InlineData("The/D harbour/N minister/N ,/T [P:Ann Vik]* ,/T left/V ./T", "harbour minister")]
    [InlineData("[P:Ann Vik]* ,/T a/D senior/A adviser/N in/I the/D ministry/N ,/T left/V ./T", "senior adviser in the ministry")]
    [InlineData("[N:Norwegian] deputy/A harbour/N minister/N [P:Ann Vik]* left/V ./T", "Norwegian deputy harbour minister")]
    public void What_the_text_calls_a_person_is_a_role(string text, string role)
    {
        var person = TaggedText.Resolve(text).Actors.Single(a => a.Type == EntityType.Person);
        Assert.Equal("Ann Vik", person.Name);
        Assert.Equal(role, Assert.Single(person.Roles).Text);
    }

    [Fact]
    public void His_counterpart_is_no_role() =>
        Assert.Empty(TaggedText.Resolve("[P:Ole Dahl]* met/V his/O [N:Danish] counterpart/N ,/T [P:Ann Vik] ./T").Actors.Single(a => a.Name == "Ann Vik").Roles);

    [Theory]
    [InlineData("[P:Anna Vik]* spoke/V ./T\nShe/O* left/V ./T", "Anna Vik")]
    [InlineData("[P:Anna Vik]* met/V [P:Paul Dahl] ./T\nHe/O* left/V ./T", "Paul Dahl")]
    [InlineData("[P:Karl Vik]* met/V [P:Paul Dahl] ./T\nHe/O* left/V ./T", "Karl Vik")]
    [InlineData("[O:Harbour Union]* spoke/V ./T\nIt/O* said/V no/D ./T", "Harbour Union")]
    [InlineData("{Dock/N workers/M*} deny/V that/D ./T\nThey/O* say/V so/D ./T", "Dock workers")]
    public void A_pronoun_means_the_one_who_fits_best(string text, string expected) => Assert.Equal(expected, Pronoun(TaggedText.Resolve(text))?.Name);

    [Theory]
    [InlineData("The/D ship/N with/I [P:Karl Vik] and/D [P:Paul Dahl] left/V ./T\nHe/O* slept/V ./T")]
    [InlineData("[P:Anna Vik]* spoke/V ./T\nHe/O* left/V ./T")]
    [InlineData("[O:Harbour Union]* spoke/V ./T\nIt/O was/V clear/A ./T")]
    public void A_pronoun_that_nobody_or_two_fit_stays_open(string text) => Assert.Null(Pronoun(TaggedText.Resolve(text)));

    [Fact]
    public void The_government_of_a_country_is_the_countrys_actor()
    {
        var layer = TaggedText.Resolve("[G:Kenya]* agreed/V ./T\n{The/D [N:Kenyan] government/N*} said/V so/D ./T\n{The/D country/N 's/S leadership/N*} said/V so/D ./T");
        Assert.Equal("Kenya", layer.Actors[layer.Parts[0].Attributions[0].Speaker!.Value].Name);
        Assert.Equal(layer.Parts[0].Attributions[0].Speaker, layer.Parts[0].Attributions[1].Speaker);
        Assert.Contains("Kenyan government", layer.Actors[0].Aliases);
    }

    [Fact]
    public void A_regime_that_was_overthrown_is_not_the_government_of_today()
    {
        var layer = TaggedText.Resolve("The/D [N:Kenyan] government/N* met/V ./T\n{The/D former/A regime/N*} fled/V ./T\n[P:Bashar Tarhan] 's/S regime/N* collapse/V ./T");
        var regime = layer.Actors[layer.Parts[0].Attributions[0].Speaker!.Value];
        Assert.Equal(EntityType.Organization, regime.Type);
        Assert.Contains("former regime", regime.Aliases.Prepend(regime.Name));
        Assert.Equal(2, layer.Parts[0].Mentions.Count(m => m is { Mention.Form: MentionForm.Nominal, Actor: { } a } && layer.Actors[a] == regime));
    }

    [Fact]
    public void A_definite_noun_means_the_person_called_so()
    {
        var layer = TaggedText.Resolve("Harbour/N spokesman/N [P:Karl Vik]* spoke/V ./T\n{The/D spokesman/N*} left/V ./T");
        Assert.Equal("Karl Vik", Speaker(layer)?.Name);
    }

    [Fact]
    public void A_definite_noun_means_the_body_whose_name_holds_it_unless_its_other_words_differ()
    {
        Assert.Equal("Marine Safety Agency", Speaker(TaggedText.Resolve("[O:Marine Safety Agency]* met/V ./T\n{The/D agency/N*} said/V so/D ./T"))?.Name);
        Assert.NotEqual("Supreme Marine Court", Speaker(TaggedText.Resolve("[O:Supreme Marine Court]* met/V ./T\n{The/D appeals/N court/N*} said/V so/D ./T"))?.Name);
    }

    [Theory]
    [InlineData("{A/D [N:Kenyan] diplomatic/A source/N*} said/V so/D ./T", "Kenyan diplomatic source", EntityType.Person)]
    [InlineData("{Rights/M groups/M*} said/V so/D ./T", "Rights groups", EntityType.Group)]
    [InlineData("{An/D aid/N agency/N*} said/V so/D ./T", "aid agency", EntityType.Organization)]
    public void A_source_without_a_name_becomes_an_actor(string text, string name, EntityType type)
    {
        var speaker = Speaker(TaggedText.Resolve(text));
        Assert.Equal((name, type, true), (speaker?.Name, speaker?.Type, speaker?.IsUnnamed));
    }

    [Fact]
    public void This_newspaper_is_the_outlet() =>
        Assert.Equal("Harbour Post", TaggedText.Resolve("[P:Ann Vik]* told/V this/D newspaper/N so/D ./T").Actors[^1].Name);

    private static Actor? Pronoun(ActorLayer layer)
    {
        var pronoun = layer.Parts[0].Mentions.LastOrDefault(m => m.Mention.Form == MentionForm.Pronoun);
        return pronoun?.Actor is { } actor ? layer.Actors[actor] : null;
    }

    private static Actor? Speaker(ActorLayer layer) => layer.Parts[0].Attributions[^1].Speaker is { } speaker ? layer.Actors[speaker] : null;
}
