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
        new("syntax-raw", "CoNLL-U in (its text lines, joined by spaces into documents), CoNLL-U out", (input, output, threads) => RunRaw(RunningText(input), output, threads)),
        new("syntax-raw-paragraphs", "CoNLL-U in (its text lines, in the paragraphs that newpar marks), CoNLL-U out", (input, output, threads) => RunRaw(Paragraphs(input), output, threads)),
    ];

    private static Tally RunGold(string input, string output, int threads)
    {
        var engine = LanguageEngine.Load(ModelFolder);
        using var writer = Lines.Create(output);
        var count = 0;
        long words = 0;
        foreach (var layer in Lines.Map(Grouped(input), threads, document => Annotate(engine, document)))
        {
            count += layer.Sentences.Length;
            words += layer.Tokens.Length;
            for (var i = 0; i < layer.Sentences.Length; i++) Conllu.Write(writer, layer, i);
        }

        return new Tally(count, words);
    }

    /// <summary>The layer over a document's own words and sentences, read as a text with spaces between the words.</summary>
    private static SyntaxLayer Annotate(LanguageEngine engine, List<Conllu.Block> document)
    {
        var text = new StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>(document.Count);
        foreach (var block in document)
        {
            var first = tokens.Count;
            foreach (var word in block.Words)
            {
                if (text.Length > 0) text.Append(' ');
                tokens.Add(new Token(new TextSpan(text.Length, text.Length + word[1].Length)));
                text.Append(word[1]);
            }

            sentences.Add(new Sentence(new TextSpan(tokens[first].Start, text.Length), first, tokens.Count));
        }

        return engine.Annotate(new SourceText(text.ToString()), "en", tokens.ToImmutable(), sentences.ToImmutable());
    }

    private static Tally RunRaw(IEnumerable<RawText> texts, string output, int threads)
    {
        var engine = LanguageEngine.Load(ModelFolder);
        using var writer = Lines.Create(output);
        var documents = 0;
        long words = 0;
        foreach (var layer in Lines.Map(texts, threads, raw => engine.Read(new SourceText(raw.Text), "en", raw.Blocks)))
        {
            documents++;
            words += Tally.WordsIn(layer.Text.Value);
            for (var i = 0; i < layer.Sentences.Length; i++) Conllu.Write(writer, layer, i);
        }

        return new Tally(documents, words);
    }

    private static string ModelFolder => Path.Combine(AppContext.BaseDirectory, "models");

    private readonly record struct RawText(string Text, ImmutableArray<TextSpan> Blocks);

    private static IEnumerable<RawText> RunningText(string input) => Grouped(input).Select(d => new RawText(string.Join(' ', d.Select(b => b.Text)), []));

    /// <summary>A blank line between paragraphs, as the treebanks' raw texts have it (CoNLL 2018 shared task); each is a block, as an article's paragraphs are.</summary>
    private static IEnumerable<RawText> Paragraphs(string input)
    {
        foreach (var document in Grouped(input))
        {
            var text = new StringBuilder();
            var blocks = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var block in document)
            {
                var opens = blocks.Count == 0 || block.Comments.Any(c => c.StartsWith("# newpar", StringComparison.Ordinal));
                if (text.Length > 0) text.Append(opens ? "\n\n" : " ");
                var start = opens ? text.Length : blocks[^1].Start;
                text.Append(block.Text);
                if (!opens) blocks.RemoveAt(blocks.Count - 1);
                blocks.Add(new TextSpan(start, text.Length));
            }

            yield return new RawText(text.ToString(), blocks.ToImmutable());
        }
    }

    private static IEnumerable<List<Conllu.Block>> Grouped(string input)
    {
        var document = new List<Conllu.Block>();
        foreach (var block in Conllu.Read(input))
        {
            if (block.Opens && document.Count > 0)
            {
                yield return document;
                document = [];
            }

            document.Add(block);
        }

        if (document.Count > 0) yield return document;
    }
}
