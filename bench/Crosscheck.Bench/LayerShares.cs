using System.Collections.Immutable;
using System.Globalization;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Learning;
using Crosscheck.Sources;

namespace Crosscheck.Bench;

/// <summary>
/// What share of an article's analysis each layer takes, warm, on one thread. Times are of the thread, and for each layer of each article the least of all
/// rounds counts, so that a busy neighbour disturbs least.
/// </summary>
internal static class LayerShares
{
    public static void Run(string folder, int rounds)
    {
        var reader = ArticleReader.Load(ModelFolder.Default);
        var analyzer = Analyzer.Build(ModelFolder.Default);
        var articles = new DocumentReader().Read([folder], () => Stream.Null).Select(i => i.Document).OfType<RawDocument>()
            .SelectMany(d => reader.Read(d).Articles.Select(a => (Article: a, Document: d)))
            .Where(a => a.Article.Language is { Value: var code } && Analyzer.CoveredLanguages.Contains(code))
            .ToImmutableArray();
        if (articles.IsEmpty) throw new InvalidOperationException($"No article in a covered language in '{folder}'.");

        var least = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var order = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < articles.Length; i++)
            {
                var before = ThreadTime.Seconds;
                analyzer.Analyze(articles[i].Article, articles[i].Document, step =>
                {
                    if (!least.TryGetValue(step, out var times))
                    {
                        least[step] = times = [.. Enumerable.Repeat(double.MaxValue, articles.Length)];
                        order.Add(step);
                    }

                    var now = ThreadTime.Seconds;
                    times[i] = Math.Min(times[i], now - before);
                    before = ThreadTime.Seconds;
                });
            }
        }

        var whole = least.Values.Sum(t => t.Sum());
        var words = articles.Sum(a => a.Article.Body.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        Print($"{articles.Length} articles, {words} words, {rounds} rounds: {whole * 1000 / articles.Length:f1} ms an article, {words / whole:f0} words a second");
        Print($"| layer | ms an article | share |\n| --- | --- | --- |");
        foreach (var step in order) Print($"| {step} | {least[step].Sum() * 1000 / articles.Length:f2} | {least[step].Sum() / whole:p1} |");
        Print($"| times and quantities together | {Of("times") + Of("quantities"):f2} | {(Of("times") + Of("quantities")) * articles.Length / 1000 / whole:p1} |");

        double Of(string step) => least[step].Sum() * 1000 / articles.Length;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
