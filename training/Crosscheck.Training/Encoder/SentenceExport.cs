using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Language.Pieces;
using Crosscheck.Text;
using Crosscheck.Training.Attributions;
using Crosscheck.Training.Language;

namespace Crosscheck.Training.Encoder;

/// <summary>
/// Writes the pieces of headlines and of texts' sentences for the training of sentence vectors, which needs no labels. One JSON line for each such field of each input
/// line: its line's id, its name, its sentences (p pieces, c letter case of each).
/// </summary>
internal static class SentenceExport
{
    private static readonly string[] Fields = ["headline", "title", "text", "a", "b"];

    public static int Run(string[] args)
    {
        if (args.Length < 3)
        {
            Console.Error.WriteLine("usage: train sentences MODELS_FOLDER OUTPUT.jsonl FILE.jsonl[.gz]...");
            return 2;
        }

        var maker = new PieceMaker(Vocabulary.Load(Path.Combine(args[0], "encoder", "vocab.txt")));
        var count = 0L;
        using (var writer = new StreamWriter(args[1]))
        {
            foreach (var line in args[2..].SelectMany(MarkedArticle.Lines).Where(l => l.Length > 0))
            {
                var json = JsonElement.Parse(line);
                foreach (var field in Fields)
                {
                    if (!json.TryGetProperty(field, out var value) || value.ValueKind != JsonValueKind.String) continue;
                    var sentences = Sentences(maker, value.GetString()!);
                    count += sentences.Length;
                    writer.WriteLine(JsonSerializer.Serialize(new { id = json.TryGetProperty("id", out var id) ? id.ToString() : string.Empty, field, sentences }));
                }
            }
        }

        Console.WriteLine($"{count:N0} sentences");
        return 0;
    }

    private static object[] Sentences(PieceMaker maker, string text)
    {
        var syntax = LanguageEngine.Tokenize(new SourceText(text), "en", Paragraphs.Of(text), out _);
        return [.. syntax.Sentences.Select(s =>
        {
            var pieces = maker.Make(text, syntax.Tokens.AsSpan()[s.FirstToken..s.EndToken]);
            return new { p = pieces.Pieces, c = pieces.Cases };
        })];
    }
}
