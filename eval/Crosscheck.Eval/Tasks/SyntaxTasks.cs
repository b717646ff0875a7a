using System.Collections.Immutable;
using System.Text;
using Crosscheck.Eval.Formats;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Eval.Tasks;

/// <summary>Tokens, sentences, tags and dependencies against a treebank.</summary>
internal static class SyntaxTasks
{
    public static EvalTask[] All { get; } =
    [
        new("syntax", "CoNLL-U in (its words and sentences kept), CoNLL-U out", RunGold),
        new("syntax-raw", "CoNLL-U in (its text lines, joined by spaces into documents), CoNLL-U out", RunRaw),
    ];

    private static Tally RunGold(string input, string output, int threads)
    {
        var engine = LanguageEngine.Load(ModelFolder);
        using var writer = Lines.Create(output);
        var count = 0;
        long words = 0;
        foreach (var (block, layer) in Lines.Map(Conllu.Read(input), threads, block => (block, Annotate(engine, block))))
        {
            count++;
            words += block.Words.Count;
            Conllu.Write(writer, layer, 0);
        }

        return new Tally(count, words);
    }

    /// <summary>The layer over the treebank's own words, read as a text with spaces between them.</summary>
    private static SyntaxLayer Annotate(LanguageEngine engine, Conllu.Block block)
    {
        var text = new StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>(block.Words.Count);
        foreach (var word in block.Words)
        {
            if (text.Length > 0) text.Append(' ');
            tokens.Add(new Token(new TextSpan(text.Length, text.Length + word[1].Length)));
            text.Append(word[1]);
        }

        return engine.Annotate(
            new SourceText(text.ToString()), "en", tokens.ToImmutable(), [new Sentence(new TextSpan(0, text.Length), 0, tokens.Count)]);
    }

    private static Tally RunRaw(string input, string output, int threads)
    {
        var engine = LanguageEngine.Load(ModelFolder);
        using var writer = Lines.Create(output);
        var documents = 0;
        long words = 0;
        foreach (var layer in Lines.Map(Documents(input), threads, text => engine.Read(new SourceText(text), "en", [])))
        {
            documents++;
            words += Tally.WordsIn(layer.Text.Value);
            for (var i = 0; i < layer.Sentences.Length; i++) Conllu.Write(writer, layer, i);
        }

        return new Tally(documents, words);
    }

    private static string ModelFolder => Path.Combine(AppContext.BaseDirectory, "models");

    private static IEnumerable<string> Documents(string input)
    {
        var text = new StringBuilder();
        foreach (var block in Conllu.Read(input))
        {
            if (block.Opens && text.Length > 0)
            {
                yield return text.ToString();
                text.Clear();
            }

            if (text.Length > 0) text.Append(' ');
            text.Append(block.Text);
        }

        if (text.Length > 0) yield return text.ToString();
    }
}
