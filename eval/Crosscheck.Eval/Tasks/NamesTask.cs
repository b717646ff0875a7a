using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Text;

namespace Crosscheck.Eval.Tasks;

/// <summary>
/// Names. A .tsv keeps its tokens and sentences (joined by spaces into a text) and is labelled with everything the tagger labels, dates and
/// money included; a .jsonl text goes through the language engine and gets the names alone. Types: Maps/names-*.tsv say how they meet a data set's.
/// </summary>
internal static class NamesTask
{
    public static EvalTask Task { get; } = new("names", ".tsv tokens, or .jsonl texts -> the same form", Run);

    private static string Models => Path.Combine(AppContext.BaseDirectory, "models");

    private static Tally Run(string input, string output, int threads) =>
        input.Contains(".jsonl", StringComparison.Ordinal) ? RunTexts(input, output, threads) : RunTokens(input, output, threads);

    private static Tally RunTexts(string input, string output, int threads)
    {
        var language = LanguageEngine.Load(Models);
        using var writer = Lines.Create(output);
        var items = 0;
        long words = 0;
        foreach (var (line, count) in Lines.Map(Lines.ReadJson(input), threads, e => Predict(e, language)))
        {
            writer.WriteLine(line);
            items++;
            words += count;
        }

        return new Tally(items, words);
    }

    private static (string Line, long Words) Predict(JsonElement item, LanguageEngine language)
    {
        var text = item.GetProperty("text").GetString()!;
        var names = NameFinder.Find(language.Read(new SourceText(text), "en", []));
        var entities = names.Select(m => new object[] { m.Span.Start, m.Span.End, m.Type.ToString() });
        return (JsonSerializer.Serialize(new { id = item.GetProperty("id").GetString(), entities }), Tally.WordsIn(text));
    }

    private static Tally RunTokens(string input, string output, int threads)
    {
        var language = LanguageEngine.Load(Models);
        using var writer = Lines.Create(output);
        var items = 0;
        long words = 0;
        foreach (var (text, count) in Lines.Map(Documents(input), threads, d => Predict(d, language)))
        {
            writer.Write(text);
            items++;
            words += count;
        }

        return new Tally(items, words);
    }

    /// <summary>Lines of one document at a time; only the token column is kept.</summary>
    private static IEnumerable<List<string>> Documents(string input)
    {
        var lines = new List<string>();
        foreach (var line in Lines.Read(input))
        {
            if (line.StartsWith("# id", StringComparison.Ordinal) && lines.Count > 0)
            {
                yield return lines;
                lines = [];
            }

            lines.Add(line.Length == 0 || IsComment(line) ? line : line.Split('\t')[0] + "\t");
        }

        if (lines.Count > 0) yield return lines;
    }

    private static bool IsComment(string line) => line.StartsWith("# ", StringComparison.Ordinal) && !line.Contains('\t');

    private static (string Text, long Words) Predict(List<string> lines, LanguageEngine language)
    {
        var text = new StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var first = 0;
        foreach (var line in lines.Append(string.Empty))
        {
            if (line.Length == 0 && tokens.Count > first)
            {
                sentences.Add(new Sentence(new TextSpan(tokens[first].Start, tokens[^1].End), first, tokens.Count));
                first = tokens.Count;
            }

            if (line.Length < 2 || IsComment(line)) continue;
            if (text.Length > 0) text.Append(' ');
            tokens.Add(new Token(new TextSpan(text.Length, text.Length + line.Length - 1)));
            text.Append(line, 0, line.Length - 1);
        }

        var syntax = language.Annotate(new SourceText(text.ToString()), "en", tokens.ToImmutable(), sentences.ToImmutable());
        var labels = new string[tokens.Count];
        Array.Fill(labels, "O");
        foreach (var name in NameFinder.Tag(syntax))
        {
            var type = EntityTyping.Of(syntax, name)?.ToString() ?? name.Label;
            for (var i = name.FirstToken; i < name.EndToken; i++) labels[i] = (i == name.FirstToken ? "B-" : "I-") + type;
        }

        var written = new StringBuilder();
        var next = 0;
        foreach (var line in lines)
        {
            written.Append(line);
            if (line.Length >= 2 && !IsComment(line)) written.Append(labels[next++]);
            written.Append('\n');
        }

        return (written.ToString(), tokens.Count);
    }
}
