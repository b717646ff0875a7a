using System.Text.Json;
using Crosscheck.Attributions;

namespace Crosscheck.Training.Attributions;

internal static class Check
{
    public static int Run(string[] args)
    {
        var lessons = AttributionTrainer.Lessons(args[0], args[1], args.Length > 3 ? args[3] : null);
        var model = AttributionModel.Load(args[1], AttributionModel.Folder);
        using var output = new StreamWriter(args[2]);
        int contents = 0, oracle = 0, chosen = 0, src = 0, noHead = 0;
        foreach (var lesson in lessons)
        {
            var c = lesson.Context;
            var search = new AttributionSearch(c, model);
            var items = search.Run().Where(f => f.Confidence >= 0.28).Select(f => new
            {
                source = f.Source.Node < 0 ? [] : new[] { Pair(f.Source.Range) },
                cue = new[] { Pair(f.CueTokens) },
                content = f.Content.Select(Pair).ToArray(),
                conf = f.Confidence,
                shape = f.Chosen.Shape.ToString(),
            }).ToArray();
            int[] Pair(TokenRange r) => [c.Syntax.Tokens[r.First].Start, c.Syntax.Tokens[r.End - 1].End];
            output.WriteLine(JsonSerializer.Serialize(new { id = lesson.Article.Id, attributions = items }));
            var list = new List<ContentCandidate>();
            foreach (var g in lesson.Gold)
            {
                if (g.Content.Count == 0) continue;
                contents++;
                if (g.Cue < 0) { noHead++; continue; }
                ContentCandidates.List(c, g.Cue, list);
                var q = AttributionLearner.ContentQuality(c, g, list);
                if (q.Length > 0 && q.Max() >= 0.8) oracle++;
                var f = search.Follow(g.Cue, 0, new double[c.Syntax.Sentences.Length]);
                if (f != null && GoldTokens.F1(g.Content, GoldTokens.Words(c, f.Content)) >= 0.5)
                {
                    chosen++;
                    if (GoldTokens.F1(g.Source, GoldTokens.Words(c, [f.Source.Range])) >= 0.5) src++;
                }
            }
        }
        Console.WriteLine($"gold {contents}, no cue head {noHead}, content oracle {oracle}, chosen given cue {chosen}, and source {src}");
        return 0;
    }
}
