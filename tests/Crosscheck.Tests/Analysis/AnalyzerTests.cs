using System.Text;
using Crosscheck.Actors;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Learning;
using Xunit;

namespace Crosscheck.Tests.Analysis;

public sealed class AnalyzerTests
{
    [Fact]
    public void A_step_before_what_it_needs_is_refused_when_the_analyzer_is_built()
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => Analyzer.CheckOrder([new LayerStep("names", Layers.Syntax, Layers.Names, AnyLanguage: false, null, _ => { })]));
        Assert.Contains("names", wrong.Message);
    }

    [Fact]
    public void Only_the_layers_that_are_wanted_and_those_that_they_need_are_made()
    {
        var raw = new RawDocument(["talks.txt"], Encoding.UTF8.GetBytes("Ann Berg, the mayor of Kyiv, said on Monday that 12 people were killed in the city. She denied that the bridge was closed.\n"), "", DocumentFormat.PlainText, GivenMetadata.None);
        var article = ArticleReader.Load(ModelFolder.Default).Read(raw).Articles[0];
        AnalyzedText Body(Layers layers) => Analyzer.Build(ModelFolder.Default, new AnalyzerOptions { Layers = layers }).Analyze(article, raw).Body;

        var names = Body(Layers.Names);
        Assert.NotEmpty(names.Syntax.Xpos);
        Assert.NotEmpty(names.Names);
        Assert.Empty(names.Times);
        Assert.Empty(names.Attributions);
        Assert.Same(PartActors.None, names.Actors);

        var quantities = Body(Layers.Quantities);
        Assert.Equal(Body(Layers.All).Quantities, quantities.Quantities);
        Assert.NotEmpty(quantities.Attributions);
        Assert.Empty(quantities.Events);
    }

    [Fact]
    public void Work_comes_back_in_order_from_any_number_of_threads()
    {
        var items = Enumerable.Range(0, 200).ToList();
        foreach (var jobs in (int[])[1, 2, 7])
        {
            Assert.Equal(items.Select(i => i * i), OrderedWork.Map(items, jobs, i =>
            {
                Thread.Sleep(i % 3);
                return i * i;
            }));
        }
    }
}
