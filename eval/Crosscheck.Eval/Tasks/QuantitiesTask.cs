using System.Text.Json;
using Crosscheck.Quantities;
using Crosscheck.Text;

namespace Crosscheck.Eval.Tasks;

/// <summary>INPUT .jsonl: id, text. OUTPUT .jsonl: id, quantities as the guide of the data set has them (derived ones, which no text prints, left out).</summary>
public static class QuantitiesTask
{
    public static EvalTask Task { get; } = new("quantities", ".jsonl (id, text) -> .jsonl (id, quantities)", Run);

    private static Tally Run(string input, string output, int threads) => FigureStages.Run(input, output, threads, Find);

    private static (string Line, long Words) Find(FigureStages stages, JsonElement item)
    {
        var text = new SourceText(item.GetProperty("text").GetString() ?? string.Empty);
        var (_, printed) = stages.Read(text, Paragraphs.Of(text));
        var quantities = printed.Select(q => new
        {
            start = q.Span.Start,
            end = q.Span.End,
            value = q.Value,
            low = q.Low,
            high = q.High,
            modifier = Written(q.Modifier),
            unit = q.Unit,
            counted = Pair(q.Counted),
            as_of = Pair(q.AsOf),
            per = q.Per,
            change = q.Change is { } c ? new { direction = c.Direction.ToString().ToLowerInvariant(), from = c.From is { } f ? text.Slice(f) : null } : null,
        });
        return (JsonSerializer.Serialize(new { id = item.GetProperty("id").GetString(), quantities }), Tally.WordsIn(text.Value));
    }

    private static int[]? Pair(TextSpan? span) => span is { } s ? [s.Start, s.End] : null;

    private static string Written(QuantityModifier modifier) => modifier switch
    {
        QuantityModifier.MoreThan => "more-than",
        QuantityModifier.AtLeast => "at-least",
        QuantityModifier.LessThan => "less-than",
        QuantityModifier.AtMost => "at-most",
        QuantityModifier.UpTo => "up-to",
        _ => modifier.ToString().ToLowerInvariant(),
    };
}
