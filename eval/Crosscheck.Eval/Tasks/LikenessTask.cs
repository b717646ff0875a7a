using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Eval.Tasks;

/// <summary>How near two sentences are in meaning: the cosine of their vectors, from 0 to 5 as the sets score it. A text of several sentences has the mean of theirs.</summary>
internal static class LikenessTask
{
    public static EvalTask Task { get; } = new("sts", ".jsonl (id, a, b) -> .jsonl (id, score)", Run);

    private static Tally Run(string input, string output, int threads)
    {
        var engine = LanguageEngine.Load(BodyReader.ModelFolder);
        return AttributionTasks.Write(Lines.Map(Lines.ReadJson(input), threads, item =>
        {
            var (a, b) = (item.GetProperty("a").GetString() ?? string.Empty, item.GetProperty("b").GetString() ?? string.Empty);
            var score = 5 * Math.Max(0, SentenceVectors.Likeness(Vector(engine, a), Vector(engine, b)));
            return (JsonSerializer.Serialize(new { id = item.GetProperty("id").GetString(), score }), Tally.WordsIn(a) + Tally.WordsIn(b));
        }), output);
    }

    private static float[] Vector(LanguageEngine engine, string text)
    {
        if (engine.Read(new SourceText(text), "en", []).Vectors is not { Count: > 0 } vectors) return new float[1];
        var mean = new float[vectors.Width];
        for (var sentence = 0; sentence < vectors.Count; sentence++)
        {
            for (var i = 0; i < mean.Length; i++) mean[i] += vectors[sentence][i];
        }

        var length = MathF.Sqrt(mean.Sum(x => x * x));
        return [.. mean.Select(x => x / length)];
    }
}
