using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Names;

public sealed class NameFinderTests
{
    private static readonly LanguageEngine Engine = LanguageEngine.Load(Path.Combine(AppContext.BaseDirectory, "models"));

    [Theory]
    [InlineData("The minister of Norway , Kari Hansen , met Ahmed Farouk in Nairobi on Tuesday .", "Norway:Polity Kari Hansen:Person Ahmed Farouk:Person Nairobi:Polity")]
    [InlineData("Officials of the Ministry of Health said Senegalese doctors worked along the Congo River .", "Ministry of Health:Organization Senegalese:Group Congo River:Location")]
    [InlineData("President Maria Lopez thanked the United Nations on Monday .", "Maria Lopez:Person United Nations:Organization")]
    [InlineData("He was born in Holland , Michigan , in 1950 .", "Holland:Polity Michigan:Polity")]
    [InlineData("Write to maria.lopez@example.org today .", "")]
    public void Names_are_found_with_their_types(string text, string expected) => Assert.Equal(expected, Find(text));

    [Fact]
    public void Dates_and_sums_of_money_are_no_names() => Assert.Empty(Find("It cost $ 30 million on 4 March 2019 ."));

    [Fact]
    public void Names_in_capitals_are_found_too() => Assert.Contains("KENYA:Polity", Find("JOHN SMITH VISITS KENYA FOR TALKS"), StringComparison.Ordinal);

    [Fact]
    public void A_text_without_words_has_no_names() => Assert.Empty(NameFinder.Find(new SyntaxLayer(SourceText.Empty, "en", [], [])));

    [Fact]
    public void Spans_stay_inside_the_text_and_do_not_overlap_whatever_the_words()
    {
        var random = new Random(5);
        string[] forms = ["\u0000", "“", "’", "’s", "'s", "-", "A", "al", "Al", "1,000", "﷽", "\uD83D", new string('Z', 5000), "U.S.", "\u0301", "Mr.", "(", ")"];
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(_ => forms[random.Next(forms.Length)]));
        var end = 0;
        foreach (var name in NameFinder.Find(Syntax(text)))
        {
            Assert.InRange(name.Span.Start, end, text.Length);
            end = name.Span.End;
            Assert.InRange(end, name.Span.Start + 1, text.Length);
            Assert.InRange(name.Confidence, 0, 1);
        }
    }

    private static string Find(string text)
    {
        var syntax = Syntax(text);
        return string.Join(' ', NameFinder.Find(syntax).Select(m => $"{syntax.Text.Slice(m.Span)}:{m.Type}"));
    }

    /// <summary>Tokens at spaces, one sentence.</summary>
    private static SyntaxLayer Syntax(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        for (var i = 0; i < text.Length;)
        {
            var end = text.IndexOf(' ', i);
            if (end < 0) end = text.Length;
            if (end > i) tokens.Add(new Token(new TextSpan(i, end)));
            i = end + 1;
        }

        return Engine.Annotate(new SourceText(text), "en", tokens.ToImmutable(), [new Sentence(new TextSpan(0, text.Length), 0, tokens.Count)]);
    }
}
