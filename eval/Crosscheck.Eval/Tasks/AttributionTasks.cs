using System.Collections.Immutable;
using System.Text.Json;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Eval.Tasks;

/// <summary>Who says what, and which act it is: the stages as the analyzer runs them on an article's body.</summary>
internal static class AttributionTasks
{
    public static EvalTask Attribution { get; } = new("attribution", ".jsonl (id, date, text) -> .jsonl (id, attributions)", RunAttribution);

    public static EvalTask Acts { get; } = new("acts", ".jsonl (id, date, text, attributions with spans) -> .jsonl (id, attributions: id, act)", RunActs);

    private static Tally RunAttribution(string input, string output, int threads)
    {
        var reader = BodyReader.Load();
        return Write(Lines.Map(Lines.ReadJson(input), threads, item =>
        {
            var body = reader.Read(item);
            var line = JsonSerializer.Serialize(new
            {
                id = item.GetProperty("id").GetString(),
                attributions = body.Attributions.Select(a => new
                {
                    source = Pairs(a.Source),
                    cue = Pairs(a.Cue),
                    content = Pairs(a.Content),
                    act = a.Act.ToString().ToLowerInvariant(),
                    kind = a.Kind.ToString().ToLowerInvariant(),
                    hedged = a.Hedged,
                    inside = a.Inside,
                    confidence = Math.Round(a.Confidence, 4),
                }),
            });
            return (line, Tally.WordsIn(body.Syntax.Text.Value));
        }), output);
    }

    private static Tally RunActs(string input, string output, int threads)
    {
        var engine = LanguageEngine.Load(BodyReader.ModelFolder);
        return Write(Lines.Map(Lines.ReadJson(input), threads, item =>
        {
            var syntax = BodyReader.Syntax(engine, item.GetProperty("text").GetString() ?? string.Empty);
            var asked = item.GetProperty("attributions").EnumerateArray().ToArray();
            var acts = ActClassifier.Classify(syntax, [.. asked.Select(a => (Spans(a, "source", syntax), Spans(a, "cue", syntax), Spans(a, "content", syntax)))]);
            var line = JsonSerializer.Serialize(new
            {
                id = item.GetProperty("id").GetString(),
                attributions = asked.Select((a, i) => new { id = a.GetProperty("id").GetString(), act = acts[i].ToString().ToLowerInvariant() }),
            });
            return (line, Tally.WordsIn(syntax.Text.Value));
        }), output);
    }

    internal static Tally Write(IEnumerable<(string Line, long Words)> lines, string output)
    {
        var items = 0;
        long words = 0;
        using var writer = Lines.Create(output);
        foreach (var (line, count) in lines)
        {
            writer.WriteLine(line);
            items++;
            words += count;
        }

        return new Tally(items, words);
    }

    private static int[][] Pairs(ImmutableArray<TextSpan> spans) => [.. spans.Select(s => new[] { s.Start, s.End })];

    private static ImmutableArray<TextSpan> Spans(JsonElement attribution, string role, SyntaxLayer syntax)
    {
        if (!attribution.TryGetProperty(role, out var spans)) return [];
        var length = syntax.Text.Length;
        return
        [
            .. from s in spans.EnumerateArray()
               let start = Math.Clamp(s[0].GetInt32(), 0, length)
               select new TextSpan(start, Math.Clamp(s[1].GetInt32(), start, length)),
        ];
    }
}
