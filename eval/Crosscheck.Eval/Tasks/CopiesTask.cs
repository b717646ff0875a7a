using System.Text.Json;
using Crosscheck.Stories;

namespace Crosscheck.Eval.Tasks;

/// <summary>How pairs of articles share text; the pairs asked about stand in INPUT.pairs.tsv (a, b).</summary>
public static class CopiesTask
{
    public static EvalTask Task { get; } = new("copies", "articles .jsonl with INPUT.pairs.tsv -> a, b, score, label", Run);

    private static Tally Run(string input, string output, int threads)
    {
        var rows = Lines.ReadJson(input).ToList();
        var texts = rows.ConvertAll(r => new CopyText(r.GetProperty("text").GetString()!, Text(r, "outlet"), null));
        var prints = Lines.Map(texts, threads, t => Fingerprint.Of(t.Text)).ToList();
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++) at[rows[i].GetProperty("id").GetString()!] = i;
        using var writer = Lines.Create(output);
        var pairs = 0;
        foreach (var line in Lines.Read(input + ".pairs.tsv").Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length < 2 || !at.TryGetValue(cells[0], out var a) || !at.TryGetValue(cells[1], out var b)) continue;
            var copy = CopyFinder.Compare(texts, prints, a, b);
            // The scorer knows identical texts as duplicates.
            var label = copy.Relation == CopyRelation.Identical ? "duplicate" : copy.Relation.ToString().ToLowerInvariant();
            writer.WriteLine(JsonSerializer.Serialize(new { a = cells[0], b = cells[1], score = Math.Round(copy.Score, 4), label }));
            pairs++;
        }

        return new Tally(pairs, texts.Sum(t => Tally.WordsIn(t.Text)));
    }

    private static string? Text(JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
