using Crosscheck.Actors;
using Crosscheck.Names;
using Xunit;

namespace Crosscheck.Tests.Actors;

public sealed class ActorResolverNameTests
{
    [Fact]
    public void A_surname_means_the_person_named_in_full()
    {
        var layer = NamedText.Resolve("Minister [P:Irena Volkova] spoke .\n[P:Volkova] left .");
        Assert.Equal("Irena Volkova", layer.Meant(1)?.Name);
        Assert.Equal(["Volkova"], layer.Meant(1)!.Aliases);
        Assert.Equal("Minister", Assert.Single(layer.Meant(1)!.Roles).Text);
    }

    [Fact]
    public void A_headlines_surname_meets_the_full_name_of_the_body() =>
        Assert.Equal("Irena Volkova", NamedText.Resolve("[P:Irena Volkova] spoke .", "[P:Volkova] Speaks").Meant(0, part: 1)?.Name);

    [Theory]
    [InlineData("Ahmad al - Tarhan", "Al - Tarhan")]
    [InlineData("Ahmad al - Tarhan", "Tarhan")]
    [InlineData("Mohammed Karim", "Muhammad Karim")]
    [InlineData("Youssef Tarhan", "Yusuf Tarhan")]
    [InlineData("Oleh Rudensky", "Rudenskyy")]
    [InlineData("José Muñoz", "Munoz")]
    [InlineData("Pedro Luis Gómez Ortega", "Gómez Ortega")]
    [InlineData("J. Smithers", "John Smithers")]
    public void Spellings_of_one_name_are_one_person(string first, string second)
    {
        var layer = NamedText.Resolve($"[P:{first}] spoke .\n[P:{second}] left .");
        Assert.NotNull(layer.Meant(0));
        Assert.Same(layer.Meant(0), layer.Meant(1));
    }

    [Theory]
    [InlineData("Anton Baltar", "Viktor Baltar")]
    [InlineData("John Smithers", "Jane Smithers")]
    [InlineData("Paul Karlin", "Paula Karlin")]
    public void Two_first_names_keep_two_people_of_one_surname_apart(string first, string second)
    {
        var layer = NamedText.Resolve($"[P:{first}] spoke .\n[P:{second}] left .");
        Assert.NotSame(layer.Meant(0), layer.Meant(1));
    }

    [Fact]
    public void A_surname_of_two_people_means_the_one_seen_last()
    {
        var layer = NamedText.Resolve("[P:Anton Baltar] spoke .\n[P:Baltar] went .\n[P:Viktor Baltar] came .\n[P:Baltar] sat .");
        Assert.Equal("Anton Baltar", layer.Meant(1)?.Name);
        Assert.Equal("Viktor Baltar", layer.Meant(3)?.Name);
    }

    [Fact]
    public void A_title_tells_two_people_of_one_surname_apart()
    {
        var layer = NamedText.Resolve("[P:Anna Karlin] met [P:Paul Karlin] .\nMrs. [P:Karlin] spoke .");
        Assert.Equal("Anna Karlin", layer.Meant(2)?.Name);
    }

    [Theory]
    [InlineData("[O:Harbour Workers Union] ( [O:HWU] ) struck .\n[O:HWU] won .", 2)]
    [InlineData("[O:Bureau of Marine Safety] came .\n[O:BMS] left .", 1)]
    [InlineData("The [O:WHO] came .\n[O:World Health Organisation] left .", 1)]
    [InlineData("The [O:Marine Defence Programme] came .\n[O:Marine Defense Program] left .", 1)]
    public void An_organisation_and_its_acronym_or_other_spelling_are_one(string text, int last)
    {
        var layer = NamedText.Resolve(text);
        Assert.NotNull(layer.Meant(0));
        Assert.Same(layer.Meant(0), layer.Meant(last));
    }

    [Fact]
    public void A_capital_and_a_seat_that_act_are_the_countrys_government()
    {
        var layer = NamedText.Resolve("[G:France] agreed .\n[G:Paris] denied it .\nThe [L:Élysée] said so .");
        Assert.Equal("France", layer.Meant(1)?.Name);
        Assert.Same(layer.Meant(0), layer.Meant(2));
        Assert.Equal("France", layer.Meant(0)?.Country);
    }

    [Fact]
    public void A_capital_where_something_happens_is_the_city()
    {
        var layer = NamedText.Resolve("[G:France] agreed .\nThey met in [G:Paris] .");
        Assert.Equal("Paris", layer.Actors[^1].Name);
    }

    [Fact]
    public void Ministries_of_two_countries_are_two()
    {
        var layer = NamedText.Resolve("[G:Kenya] 's [O:Health Ministry] spoke .\nThe [N:Ugandan] [O:Health Ministry] answered .\nThe [O:Kenyan Health Ministry] replied .");
        Assert.Equal("Kenya's Health Ministry", layer.Meant(1)?.Name.Replace(" 's", "'s", StringComparison.Ordinal));
        Assert.NotSame(layer.Meant(1), layer.Meant(3));
        Assert.Same(layer.Meant(1), layer.Meant(4));
    }

    [Fact]
    public void An_adjective_is_no_name_of_the_country() =>
        Assert.DoesNotContain("Kenyan", NamedText.Resolve("[G:Kenya] spoke .\nA [N:Kenyan] ship .").Actors.SelectMany(a => a.Aliases));

    [Fact]
    public void Ten_thousand_people_of_one_surname_are_read()
    {
        var text = string.Join('\n', Enumerable.Range(0, 10_000).Select(i => $"[P:N{i}ame Baltar] saw [P:Baltar] ."));
        var layer = NamedText.Resolve(text);
        Assert.Equal(20_000, layer.Parts[0].Mentions.Length);
        Assert.Equal("N9999ame Baltar", layer.Meant(19_999)?.Name);
    }

    [Fact]
    public void Actors_stand_in_order_of_appearance()
    {
        var layer = NamedText.Resolve("[P:Zoe Young] met [P:Adam Abel] .");
        Assert.Equal(["Zoe Young", "Adam Abel"], layer.Actors.Select(a => a.Name));
        Assert.All(layer.Actors, a => Assert.Equal(EntityType.Person, a.Type));
    }

    [Fact]
    public void A_text_without_names_has_no_actors() => Assert.Empty(ActorResolver.Load().Resolve([NamedText.Part("Nothing here .")], "Outlet").Actors);
}
