using System.Collections.Immutable;
using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Quantities;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Training.Quantities;

/// <summary>
/// Draws pairs of figures whose labels nobody gave, from articles of one story: STORIES.jsonl (id, story, text) MODELS OUT.jsonl. One unusual value
/// in two articles is taken for one thing told twice (<c>same</c>); two values, of which one stands in the other's article too, for two things (<c>other</c>).
/// They teach which words around two figures go with one thing; what the values say is left to pairs labelled by hand.
/// </summary>
internal static class WeakPairs
{
    /// <summary>Smaller whole counts and lengths of time meet by chance.</summary>
    private const decimal Unusual = 13;

    private const int MostOfAStory = 16;
    private const double Copied = 0.75;
    private const int Longest = 420;

    public static int Run(string[] arguments)
    {
        var language = LanguageEngine.Load(arguments[1]);
        var tagger = TimeTagger.Load();
        var finder = QuantityFinder.Load();
        using var writer = new StreamWriter(arguments[2]) { NewLine = "\n" };
        var number = 0;
        foreach (var story in Stories(arguments[0]))
        {
            var found = story.SelectMany(a => Figures(a.Id, a.Text, language, tagger, finder)).ToArray();
            foreach (var (a, b, same) in Draw(found))
            {
                writer.WriteLine(JsonSerializer.Serialize(new
                {
                    id = $"weak-{++number}",
                    story = story.Key,
                    label = same ? "same" : "other",
                    doc_a = a.Article,
                    value_a = a.Value,
                    sentence_a = a.Sentence,
                    doc_b = b.Article,
                    value_b = b.Value,
                    sentence_b = b.Sentence,
                }));
            }
        }

        return 0;
    }

    private static IEnumerable<IGrouping<string, (string Id, string Story, string Text)>> Stories(string path) =>
        File.ReadLines(path).Select(line =>
        {
            using var item = JsonDocument.Parse(line);
            return (Id: item.RootElement.GetProperty("id").GetString()!, Story: item.RootElement.GetProperty("story").GetString()!, Text: item.RootElement.GetProperty("text").GetString()!);
        }).GroupBy(a => a.Story).OrderBy(g => g.Key, StringComparer.Ordinal);

    private static List<Told> Figures(string article, string body, LanguageEngine language, TimeTagger tagger, QuantityFinder finder)
    {
        var text = new SourceText(body);
        var syntax = language.Read(text, "en", ImmutableArray.Create(text.Whole));
        var told = new List<Told>();
        foreach (var q in finder.Find(syntax, tagger.Find(syntax, TimeReference.Unknown), []))
        {
            if (q.DerivedFrom is not null || q.Value is not { } value || q.Unit is "rank" || syntax.SentenceAt(q.Span.Start) is var at && at < 0) continue;
            var sentence = syntax.Sentences[at].Span;
            if (sentence.Length <= Longest) told.Add(new Told(article, value, q.Unit, text.Slice(sentence)));
        }

        return told;
    }

    private static IEnumerable<(Told A, Told B, bool Same)> Draw(Told[] found)
    {
        var values = found.ToLookup(f => f.Article, f => (f.Unit, f.Value));
        var pairs = new List<(Told A, Told B, bool Same, double Alike)>();
        for (var i = 0; i < found.Length; i++)
        {
            for (var j = i + 1; j < found.Length; j++)
            {
                var (a, b) = (found[i], found[j]);
                if (a.Article == b.Article || a.Unit != b.Unit) continue;
                var alike = Alike(a.Words, b.Words);
                if (alike > Copied) continue;
                if (a.Value == b.Value)
                {
                    if (IsUnusual(a)) pairs.Add((a, b, true, alike));
                }
                else if (values[b.Article].Contains((a.Unit, a.Value)) || values[a.Article].Contains((b.Unit, b.Value)))
                {
                    pairs.Add((a, b, false, alike));
                }
            }
        }

        // Of those that are none, one half by chance and one half the most alike, which are the hardest.
        var random = new Random(5);
        var other = pairs.Where(p => !p.Same).ToArray();
        random.Shuffle(other);
        var drawn = other.Take(MostOfAStory / 2).Concat(other.Skip(MostOfAStory / 2).OrderByDescending(p => p.Alike).Take(MostOfAStory / 2));
        var same = pairs.Where(p => p.Same).ToArray();
        random.Shuffle(same);
        return same.GroupBy(p => (p.A.Unit, p.A.Value)).SelectMany(g => g.Take(3)).Take(MostOfAStory).Concat(drawn).Select(p => (p.A, p.B, p.Same));
    }

    private static bool IsUnusual(Told told) => told.Value >= Unusual || told.Value != Math.Floor(told.Value) || !(told.Unit is "count" or "fraction" or "year" or "month" or "week" or "day" or "hour" or "minute");

    private static double Alike(HashSet<string> a, HashSet<string> b) => 2.0 * a.Count(b.Contains) / Math.Max(1, a.Count + b.Count);

    private sealed record Told(string Article, decimal Value, string Unit, string Sentence)
    {
        public HashSet<string> Words { get; } = [.. Sentence.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
