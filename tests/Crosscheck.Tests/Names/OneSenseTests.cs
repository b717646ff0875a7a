using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Names;

public sealed class OneSenseTests
{
    // Margins: sure (.96), rather sure (.6), below what counts as a name (.33).
    private const double Sure = 7, Fair = 2, Doubtful = 0;

    [Fact]
    public void A_reading_in_doubt_takes_the_type_that_the_text_gives_the_name_elsewhere() =>
        Assert.Equal("Organization Organization", Labels("Velora struck . Velora denied it .", ("Velora", 0, "Organization", Sure), ("Velora", 3, "Polity", Doubtful)));

    [Fact]
    public void It_counts_as_a_name_from_then_on()
    {
        var names = Applied("Velora struck . Velora denied it .", ("Velora", 0, "Organization", Sure), ("Velora", 3, "Organization", Doubtful));
        Assert.All(names, n => Assert.InRange(n.Confidence, NameConfidence.Least, 1));
    }

    [Fact]
    public void What_is_sure_stays() =>
        Assert.Equal("Organization Organization Person", Labels("Velora and Velora met Velora .", ("Velora", 0, "Organization", Sure), ("Velora", 2, "Organization", Sure), ("Velora", 4, "Person", Sure)));

    [Fact]
    public void Most_readings_decide_and_not_the_surest_alone() =>
        Assert.Equal("Polity Polity Polity", Labels("Brell , Brell and Brell .", ("Brell", 0, "Polity", Fair), ("Brell", 2, "Person", Fair + 1), ("Brell", 4, "Polity", Fair)));

    [Fact]
    public void A_last_name_alone_is_the_person() =>
        Assert.Equal("Person Person", Labels("Ana Brell spoke . Brell left .", ("Ana", 0, "Person", Sure), ("Brell", 4, "Polity", Fair)));

    [Fact]
    public void Where_all_are_in_doubt_nothing_changes() =>
        Assert.Equal("Polity Person", Labels("Brell saw Brell .", ("Brell", 0, "Polity", Doubtful), ("Brell", 2, "Person", Doubtful - 1)));

    private static string Labels(string text, params (string Word, int Token, string Label, double Margin)[] readings) =>
        string.Join(' ', Applied(text, readings).Select(n => n.Label));

    /// <summary>Readings by their first word; one that begins with "Ana" has two words.</summary>
    private static ImmutableArray<TaggedName>.Builder Applied(string text, params (string Word, int Token, string Label, double Margin)[] readings)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        for (int i = 0, end; i < text.Length; i = end + 1)
        {
            end = text.IndexOf(' ', i) is var space and >= 0 ? space : text.Length;
            tokens.Add(new Token(new TextSpan(i, end)));
        }

        var syntax = new SyntaxLayer(new SourceText(text), "en", tokens.ToImmutable(), [new Sentence(new TextSpan(0, text.Length), 0, tokens.Count)]);
        var names = ImmutableArray.CreateBuilder<TaggedName>();
        foreach (var (word, token, label, margin) in readings)
        {
            var end = token + (word == "Ana" ? 2 : 1);
            names.Add(new TaggedName(syntax.Span(token, end), token, end, label, margin));
        }

        OneSense.Apply(syntax, names);
        return names;
    }
}
