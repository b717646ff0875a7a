using System.Collections.Immutable;
using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Eval.Tasks;

/// <summary>The stages that figures need, and the run of a task that reads them off each line of a file.</summary>
internal sealed class FigureStages
{
    private readonly LanguageEngine _language = LanguageEngine.Load(Path.Combine(AppContext.BaseDirectory, "models"));
    private readonly TimeTagger _tagger = TimeTagger.Load();
    private readonly QuantityFinder _finder = QuantityFinder.Load();

    /// <summary>One line of output for each of input, in order.</summary>
    public static Tally Run(string input, string output, int threads, Func<FigureStages, JsonElement, (string Line, long Words)> answer)
    {
        var stages = new FigureStages();
        var items = 0;
        long words = 0;
        using var writer = Lines.Create(output);
        foreach (var (line, count) in Lines.Map(Lines.ReadJson(input), threads, item => answer(stages, item)))
        {
            writer.WriteLine(line);
            items++;
            words += count;
        }

        return new Tally(items, words);
    }

    /// <summary>The figures that a text prints, without those derived from others.</summary>
    public (SyntaxLayer Syntax, ImmutableArray<Quantity> Printed) Read(SourceText text, ImmutableArray<TextSpan> paragraphs)
    {
        var syntax = _language.Read(text, "en", paragraphs);
        return (syntax, [.. _finder.Find(syntax, _tagger.Find(syntax, TimeReference.Unknown), []).Where(q => q.DerivedFrom is null)]);
    }
}
