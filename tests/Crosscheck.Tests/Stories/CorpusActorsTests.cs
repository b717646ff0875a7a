using System.Collections.Immutable;
using Crosscheck.Actors;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Names;
using Crosscheck.Stories;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Stories;

public sealed class CorpusActorsTests
{
    [Fact]
    public void Spellings_of_one_name_meet_across_articles()
    {
        var (actors, of) = CorpusActors.Merge([Article(Person("Youssef Tarhan")), Article(Person("Yusuf Tarhan"))]);
        Assert.Equal(of[0][0], of[1][0]);
        Assert.Equal(["Yusuf Tarhan"], actors[of[0][0]].Aliases);
    }

    [Fact]
    public void A_surname_alone_means_the_only_person_of_that_name()
    {
        var (actors, of) = CorpusActors.Merge([Article(Person("Tarhan")), Article(Person("Yusuf Tarhan"))]);
        Assert.Equal("Yusuf Tarhan", actors[of[0][0]].Name);
    }

    [Fact]
    public void Of_two_namesakes_a_surname_means_the_one_in_the_same_company()
    {
        var (actors, of) = CorpusActors.Merge(
        [
            Article(Person("Yusuf Tarhan"), Body("Baltar Grain")), Article(Person("Leila Tarhan"), Body("Marine Bureau")), Article(Person("Tarhan"), Body("Marine Bureau")),
        ]);
        Assert.Equal("Leila Tarhan", actors[of[2][0]].Name);
        Assert.NotEqual(of[0][0], of[1][0]);
    }

    [Fact]
    public void A_surname_of_two_people_without_company_stays_alone()
    {
        var (_, of) = CorpusActors.Merge([Article(Person("Yusuf Tarhan")), Article(Person("Leila Tarhan")), Article(Person("Tarhan"))]);
        Assert.Equal(3, of.Select(row => row[0]).Distinct().Count());
    }

    [Fact]
    public void Roles_of_two_countries_keep_two_people_of_one_full_name_apart()
    {
        var (_, of) = CorpusActors.Merge([Article(Person("Ali Tarhan", "Kenya")), Article(Person("Ali Tarhan", "Norway"))]);
        Assert.NotEqual(of[0][0], of[1][0]);
    }

    [Fact]
    public void An_acronym_meets_the_full_name_of_another_article()
    {
        var (actors, of) = CorpusActors.Merge([Article(Body("HWU")), Article(Body("Harbour Workers Union"))]);
        Assert.Equal(of[0][0], of[1][0]);
        Assert.Equal("Harbour Workers Union", actors[of[0][0]].Name);
    }

    [Fact]
    public void Roles_name_the_articles_that_give_them()
    {
        var role = new ActorRole("harbour chief", TextPart.Body, new TextSpan(0, 1));
        var (actors, of) = CorpusActors.Merge([Article(Person("Ali Tarhan")), Article(Person("Ali Tarhan") with { Roles = [role] })]);
        var only = Assert.Single(actors[of[0][0]].Roles);
        Assert.Equal("harbour chief", only.Text);
        Assert.Equal([1], only.Articles);
    }

    [Fact]
    public void Sources_without_a_name_are_not_merged()
    {
        var groups = new Actor("rights groups", EntityType.Group, [], [], null, IsUnnamed: true);
        var (_, of) = CorpusActors.Merge([Article(groups), Article(groups)]);
        Assert.NotEqual(of[0][0], of[1][0]);
    }

    [Fact]
    public void Many_articles_give_the_same_result_each_time()
    {
        var articles = Enumerable.Range(0, 3000).Select(i => Article(Person($"Given{i % 700} Tarhan"), Person($"Ann Number{i}"), Body($"Office {i % 50} of Ports"))).ToImmutableArray();
        var (actors, of) = CorpusActors.Merge(articles);
        var again = CorpusActors.Merge(articles);
        Assert.Equal(actors.Select(a => a.Name), again.Actors.Select(a => a.Name));
        Assert.Equal(of.SelectMany(r => r), again.ActorOf.SelectMany(r => r));
    }

    private static Actor Person(string name, string? country = null) => new(name, EntityType.Person, [], [], country);

    private static Actor Body(string name) => new(name, EntityType.Organization, [], []);

    private static AnalyzedArticle Article(params Actor[] actors) => new(
        new Article { DocumentSpan = new TextSpan(0, 0), Body = SourceText.Empty },
        new RawDocument(["a.txt"], default, "00", DocumentFormat.PlainText, GivenMetadata.None), [], [.. actors], true, null, 0, []);
}
