using System.Text.Json;
using Crosscheck.Articles;
using Crosscheck.Articles.PlainText;
using Crosscheck.Diagnostics;
using Crosscheck.Eval.Pages;
using Crosscheck.Text;

namespace Crosscheck.Eval.Tasks;

/// <summary>INPUT .jsonl: id, text as a crawler left it. OUTPUT .jsonl: id, articles: [{document_span, headline, published}] in order.</summary>
public static class PagesTask
{
    public static EvalTask Task { get; } = new("pages", ".jsonl (id, text) -> .jsonl (id, articles: document_span, headline, published)", Run);

    /// <summary>Makes the input: INPUT is article files divided by commas.</summary>
    public static EvalTask Make { get; } = new("pages-make", "FILES,... -> .jsonl of glued pages (id, text, cuts)", (files, output, _) =>
        new Tally(GluedPages.Write(files.Split(','), output, 400, 20250324), 0));

    /// <summary>Scores: INPUT is what pages-make wrote, OUTPUT what pages wrote.</summary>
    public static EvalTask Score { get; } = new("pages-score", "GOLD PREDICTED: prints the shares of right and of false cuts", (gold, predicted, _) =>
    {
        Console.WriteLine(PagesScore.Of(gold, predicted));
        return default;
    });

    private static Tally Run(string input, string output, int threads)
    {
        var reader = PlainTextReader.Load(Path.Combine(AppContext.BaseDirectory, "models"));
        var items = 0;
        long words = 0;
        using var writer = Lines.Create(output);
        foreach (var (line, count) in Lines.Map(Lines.ReadJson(input), threads, item => Read(reader, item)))
        {
            writer.WriteLine(line);
            items++;
            words += count;
        }

        return new Tally(items, words);
    }

    private static (string Line, long Words) Read(PlainTextReader reader, JsonElement item)
    {
        var id = item.GetProperty("id").ToString();
        var text = item.GetProperty("text").GetString() ?? string.Empty;
        var articles = reader.Read(new SourceText(text), GivenMetadata.None, id, new List<Diagnostic>());
        var line = JsonSerializer.Serialize(new
        {
            id,
            articles = articles.Select(a => new { document_span = new[] { a.DocumentSpan.Start, a.DocumentSpan.End }, headline = a.Headline?.Value, published = a.Published?.Value.ToString() }),
        });
        return (line, Tally.WordsIn(text));
    }
}
