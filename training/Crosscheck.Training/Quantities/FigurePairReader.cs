using System.Collections.Immutable;
using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Training.Quantities;

/// <summary>Reads pairs in the form of <c>claims/figures_dev.jsonl</c>, each sentence once.</summary>
internal sealed class FigurePairReader(string models)
{
    private readonly LanguageEngine _language = LanguageEngine.Load(models);
    private readonly TimeTagger _tagger = TimeTagger.Load();
    private readonly QuantityFinder _finder = QuantityFinder.Load();
    private readonly Dictionary<string, (SyntaxLayer Syntax, ImmutableArray<Quantity> All)> _read = new(StringComparer.Ordinal);

    public List<FigurePair> Read(string path)
    {
        var pairs = new List<FigurePair>();
        foreach (var line in File.ReadLines(path))
        {
            using var item = JsonDocument.Parse(line);
            var root = item.RootElement;
            var (a, b) = (Figures(root, "a"), Figures(root, "b"));
            pairs.Add(new FigurePair(
                root.GetProperty("id").GetString()!,
                root.GetProperty("story").GetString()!,
                root.GetProperty("label").GetString()!,
                a.Length > 0 && b.Length > 0 ? FigureScope.Nearest(a, b) : null));
        }

        return pairs;
    }

    private FigureInText[] Figures(JsonElement item, string side)
    {
        var sentence = item.GetProperty("sentence_" + side).GetString()!;
        if (!_read.TryGetValue(sentence, out var known))
        {
            var text = new SourceText(sentence);
            var syntax = _language.Read(text, "en", ImmutableArray.Create(text.Whole));
            _read[sentence] = known = (syntax, _finder.Find(syntax, _tagger.Find(syntax, TimeReference.Unknown), []));
        }

        return [.. QuantityComparison.WithValue(known.All, item.GetProperty("value_" + side).GetDecimal()).Select(q => new FigureInText(known.Syntax, q, All: known.All))];
    }
}
