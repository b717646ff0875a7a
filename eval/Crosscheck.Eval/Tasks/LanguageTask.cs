using System.Text.Json;
using Crosscheck.Language;

namespace Crosscheck.Eval.Tasks;

/// <summary>INPUT .jsonl: id, text. OUTPUT .jsonl: id, language (null when unsure), confidence.</summary>
public static class LanguageTask
{
    public static EvalTask Task { get; } = new("language", ".jsonl (id, text) -> .jsonl (id, language, confidence)", Run);

    private static Tally Run(string input, string output, int threads)
    {
        var items = 0;
        long words = 0;
        using var writer = Lines.Create(output);
        foreach (var (line, count) in Lines.Map(Lines.ReadJson(input), threads, Identify))
        {
            writer.WriteLine(line);
            items++;
            words += count;
        }

        return new Tally(items, words);
    }

    private static (string Line, long Words) Identify(JsonElement item)
    {
        var text = item.GetProperty("text").GetString() ?? string.Empty;
        var guess = LanguageIdentifier.Identify(text);
        var line = JsonSerializer.Serialize(new { id = item.GetProperty("id").GetString(), language = guess?.Code, confidence = guess?.Confidence ?? 0 });
        return (line, Tally.WordsIn(text));
    }
}
