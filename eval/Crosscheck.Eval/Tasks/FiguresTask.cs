using System.Collections.Immutable;
using System.Text.Json;
using Crosscheck.Quantities;
using Crosscheck.Text;

namespace Crosscheck.Eval.Tasks;

/// <summary>
/// INPUT .jsonl: id, sentence_a, value_a, sentence_b, value_b (which figure of each sentence is asked about). OUTPUT .jsonl: id, label
/// (conflict, compatible, other), confidence, note.
/// </summary>
public static class FiguresTask
{
    public static EvalTask Task { get; } = new("figures", ".jsonl (id, two sentences, a value of each) -> .jsonl (id, label)", Run);

    private static Tally Run(string input, string output, int threads) => FigureStages.Run(input, output, threads, Compare);

    private static (string Line, long Words) Compare(FigureStages stages, JsonElement item)
    {
        var a = Figures(item, "a", stages, out var wordsA);
        var b = Figures(item, "b", stages, out var wordsB);
        var judgement = QuantityComparison.CompareNearest(a, b) ?? new FigureJudgement(FigureRelation.Unrelated, 0.5, "one of the figures was not found");
        var label = judgement.Relation switch
        {
            FigureRelation.Conflict or FigureRelation.Update => "conflict",
            FigureRelation.Agree or FigureRelation.Compatible => "compatible",
            _ => "other",
        };
        return (JsonSerializer.Serialize(new { id = item.GetProperty("id").GetString(), label, confidence = judgement.Confidence, note = judgement.Note }), wordsA + wordsB);
    }

    /// <summary>The quantities of the sentence whose value is the one asked about.</summary>
    private static FigureInText[] Figures(JsonElement item, string side, FigureStages stages, out long words)
    {
        var text = new SourceText(item.GetProperty("sentence_" + side).GetString() ?? string.Empty);
        var value = item.GetProperty("value_" + side).GetDecimal();
        words = Tally.WordsIn(text.Value);
        var (syntax, printed) = stages.Read(text, ImmutableArray.Create(text.Whole));
        return [.. QuantityComparison.WithValue(printed, value).Select(q => new FigureInText(syntax, q, All: printed))];
    }
}
