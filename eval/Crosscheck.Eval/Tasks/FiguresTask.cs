using System.Collections.Immutable;
using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Eval.Tasks;

/// <summary>
/// INPUT .jsonl: id, sentence_a, value_a, sentence_b, value_b (which figure of each sentence is asked about). OUTPUT .jsonl: id, label
/// (conflict, compatible, other), confidence, note.
/// </summary>
public static class FiguresTask
{
    public static EvalTask Task { get; } = new("figures", ".jsonl (id, two sentences, a value of each) -> .jsonl (id, label)", Run);

    private static Tally Run(string input, string output, int threads)
    {
        var language = LanguageEngine.Load(Path.Combine(AppContext.BaseDirectory, "models"));
        var tagger = TimeTagger.Load();
        var finder = QuantityFinder.Load();
        var items = 0;
        long words = 0;
        using var writer = Lines.Create(output);
        foreach (var (line, count) in Lines.Map(Lines.ReadJson(input), threads, item => Compare(item, language, tagger, finder)))
        {
            writer.WriteLine(line);
            items++;
            words += count;
        }

        return new Tally(items, words);
    }

    private static (string Line, long Words) Compare(JsonElement item, LanguageEngine language, TimeTagger tagger, QuantityFinder finder)
    {
        var a = Figure(item, "a", language, tagger, finder, out var wordsA);
        var b = Figure(item, "b", language, tagger, finder, out var wordsB);
        var judgement = a is { } first && b is { } second
            ? QuantityComparison.Compare(first, second)
            : new FigureJudgement(FigureRelation.Unrelated, 0.5, "one of the figures was not found");
        var label = judgement.Relation switch
        {
            FigureRelation.Conflict or FigureRelation.Update => "conflict",
            FigureRelation.Agree or FigureRelation.Compatible => "compatible",
            _ => "other",
        };
        return (JsonSerializer.Serialize(new { id = item.GetProperty("id").GetString(), label, confidence = judgement.Confidence, note = judgement.Note }), wordsA + wordsB);
    }

    /// <summary>The quantity of the sentence whose value is the one asked about.</summary>
    internal static FigureInText? Figure(JsonElement item, string side, LanguageEngine language, TimeTagger tagger, QuantityFinder finder, out long words)
    {
        var text = new SourceText(item.GetProperty("sentence_" + side).GetString() ?? string.Empty);
        var value = item.GetProperty("value_" + side).GetDecimal();
        words = Tally.WordsIn(text.Value);
        var syntax = language.Read(text, "en", ImmutableArray.Create(text.Whole));
        var times = tagger.Find(syntax, TimeReference.Unknown);
        Quantity? found = null;
        foreach (var quantity in finder.Find(syntax, times, []))
        {
            if (quantity.DerivedFrom is null && (quantity.Value == value || quantity.High == value || quantity.Low == value)) found ??= quantity;
        }

        return found is null ? null : new FigureInText(syntax, found);
    }
}
