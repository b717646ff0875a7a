using System.Text.Json;
using Crosscheck.Events;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Eval.Tasks;

/// <summary>Types of events between two given parties, events of bare sentences, and the factuality of given events.</summary>
internal static class EventTasks
{
    public static EvalTask Events { get; } = new("events", ".jsonl (id, sentence, source, target) -> .jsonl (id, root)", RunEvents);

    public static EvalTask Raw { get; } = new("events-raw", ".jsonl (id, text or sentence) -> .jsonl (id, events: source, target, cameo)", RunRaw);

    public static EvalTask Factuality { get; } = new("factuality", ".jsonl (id, date, text, events: start, end) -> .jsonl (id, events: start, end, factuality)", RunFactuality);

    private static Tally RunEvents(string input, string output, int threads)
    {
        var engine = LanguageEngine.Load(BodyReader.ModelFolder);
        var typer = EventTyper.Load(BodyReader.ModelFolder);
        return AttributionTasks.Write(Lines.Map(Lines.ReadJson(input), threads, item =>
        {
            var sentence = item.GetProperty("sentence").GetString() ?? string.Empty;
            var (source, target) = PairFeatures.Locate(sentence, item.GetProperty("source").GetString() ?? string.Empty, item.GetProperty("target").GetString() ?? string.Empty);
            var typed = typer.TypeOf(engine.Read(new SourceText(sentence), "en", []), source, target);
            return (JsonSerializer.Serialize(new { id = item.GetProperty("id").GetString(), root = typed?.Type, confidence = typed?.Probability }), Tally.WordsIn(sentence));
        }), output);
    }

    private static Tally RunRaw(string input, string output, int threads)
    {
        var reader = BodyReader.Load();
        var finder = EventFinder.Load(BodyReader.ModelFolder);
        return AttributionTasks.Write(Lines.Map(Lines.ReadJson(input), threads, item =>
        {
            var text = item.TryGetProperty("text", out var given) ? given.GetString() : item.GetProperty("sentence").GetString();
            var body = reader.Read(text ?? string.Empty, null);
            var events = finder.Find(body.Syntax, body.Names, body.Times, body.Attributions);
            var line = JsonSerializer.Serialize(new
            {
                id = item.GetProperty("id").GetString(),
                events = from e in events
                         where e.Cameo is not null && e.Actor is not null && e.Recipient is not null
                         select new { source = body.Syntax.Text.Slice(e.Actor!.Value), target = body.Syntax.Text.Slice(e.Recipient!.Value), cameo = e.Cameo, type = e.Type, trigger = body.Syntax.Text.Slice(e.Trigger), factuality = NameOf(e.Factuality) },
            });
            return (line, Tally.WordsIn(body.Syntax.Text.Value));
        }), output);
    }

    private static Tally RunFactuality(string input, string output, int threads)
    {
        var reader = BodyReader.Load();
        var judge = FactualityJudge.Load(BodyReader.ModelFolder);
        return AttributionTasks.Write(Lines.Map(Lines.ReadJson(input), threads, item =>
        {
            var body = reader.Read(item);
            var spans = item.GetProperty("events").EnumerateArray().Select(e => new TextSpan(e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32())).ToArray();
            var judged = judge.Judge(body.Syntax, body.Attributions, spans);
            var line = JsonSerializer.Serialize(new
            {
                id = item.GetProperty("id").GetString(),
                events = spans.Select((s, i) => new { start = s.Start, end = s.End, factuality = NameOf(judged[i]) }),
            });
            return (line, Tally.WordsIn(body.Syntax.Text.Value));
        }), output);
    }

    private static string NameOf(Factuality kind) => kind == Crosscheck.Events.Factuality.NotHappened ? "not-happened" : kind.ToString().ToLowerInvariant();
}
