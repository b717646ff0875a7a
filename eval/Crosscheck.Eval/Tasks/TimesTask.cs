using System.Globalization;
using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Eval.Tasks;

/// <summary>INPUT .jsonl: id, dct, text. OUTPUT .jsonl: id, timexes with start, end, type, value, mod.</summary>
public static class TimesTask
{
    public static EvalTask Task { get; } = new("times", ".jsonl (id, dct, text) -> .jsonl (id, timexes)", Run);

    private static Tally Run(string input, string output, int threads)
    {
        var language = LanguageEngine.Load(Path.Combine(AppContext.BaseDirectory, "models"));
        var tagger = TimeTagger.Load();
        var items = 0;
        long words = 0;
        using var writer = Lines.Create(output);
        foreach (var (line, count) in Lines.Map(Lines.ReadJson(input), threads, item => Find(item, language, tagger)))
        {
            writer.WriteLine(line);
            items++;
            words += count;
        }

        return new Tally(items, words);
    }

    private static (string Line, long Words) Find(JsonElement item, LanguageEngine language, TimeTagger tagger)
    {
        var text = new SourceText(item.GetProperty("text").GetString() ?? string.Empty);
        var syntax = language.Read(text, "en", Paragraphs.Of(text));
        var timexes = tagger.Find(syntax, Reference(item)).Select(t => new
        {
            start = t.Span.Start,
            end = t.Span.End,
            type = t.Type.ToString().ToUpperInvariant(),
            value = t.Value ?? string.Empty,
            mod = t.Modifier,
        });
        return (JsonSerializer.Serialize(new { id = item.GetProperty("id").GetString(), timexes }), Tally.WordsIn(text.Value));
    }

    private static TimeReference Reference(JsonElement item) =>
        item.TryGetProperty("dct", out var dct) && dct.GetString() is { Length: >= 10 } said
            && DateOnly.TryParseExact(said.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new TimeReference(day)
            : TimeReference.Unknown;
}
