using Crosscheck.Analysis;
using Xunit;

namespace Crosscheck.Tests.Analysis;

public sealed class AnalyzerTests
{
    [Fact]
    public void A_step_before_what_it_needs_is_refused_when_the_analyzer_is_built()
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => Analyzer.CheckOrder([new LayerStep("names", Layers.Syntax, Layers.Names, AnyLanguage: false, _ => { })]));
        Assert.Contains("names", wrong.Message);
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
