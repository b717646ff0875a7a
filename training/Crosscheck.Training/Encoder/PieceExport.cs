using System.Collections.Immutable;
using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Language.Pieces;
using Crosscheck.Text;
using Crosscheck.Training.Attributions;
using Crosscheck.Training.Language;
using Crosscheck.Training.Names;

namespace Crosscheck.Training.Encoder;

/// <summary>
/// Writes what the encoder's training reads: the pieces that the program itself makes of every word, so that training and use cannot drift apart.
/// One JSON line a document: its sentences (p pieces, c letter case of each, w first piece of each word) with their labels.
/// </summary>
internal static class PieceExport
{
    public static int Run(string[] args)
    {
        if (args.Length != 3)
        {
            Console.Error.WriteLine("usage: train pieces DATA_FOLDER MODELS_FOLDER OUTPUT_FOLDER");
            return 2;
        }

        var (data, models, output) = (args[0], args[1], args[2]);
        Directory.CreateDirectory(output);
        var maker = new PieceMaker(Vocabulary.Load(Path.Combine(models, "encoder", "vocab.txt")));
        foreach (var part in (string[])["train", "dev"])
        {
            foreach (var bank in (string[])["ewt", "gum"])
            {
                Write(output, $"{bank}-{part}", Documents(Treebank.Read([Path.Combine(data, "treebank", $"{bank}-{part}.conllu.gz")])).Select(d => OfTreebank(maker, d)));
            }

            Write(output, $"names-{part}", TaggedDocument.Read(Path.Combine(data, "names", $"worldwide-{part}.tsv.gz")).Select(d => OfNames(maker, d.WithJoinedClitics())));
            Write(output, $"attributions-{part}", MarkedArticle.Read(Path.Combine(data, "attribution", $"polnear-{part}.jsonl.gz")).Select(a => OfArticle(maker, a, a.Tokens())));
        }

        return 0;
    }

    private static void Write(string folder, string name, IEnumerable<object> documents)
    {
        var pieces = 0L;
        using (var writer = new StreamWriter(Path.Combine(folder, name + ".jsonl")))
        {
            foreach (var document in documents)
            {
                var line = JsonSerializer.Serialize(document);
                writer.WriteLine(line);
                pieces += line.Length;
            }
        }

        Console.WriteLine($"{name}: {pieces:N0} characters");
    }

    private static IEnumerable<List<TreebankSentence>> Documents(List<TreebankSentence> sentences)
    {
        var document = new List<TreebankSentence>();
        foreach (var sentence in sentences)
        {
            if (sentence.Opens && document.Count > 0)
            {
                yield return document;
                document = [];
            }

            document.Add(sentence);
        }

        yield return document;
    }

    private static object OfTreebank(PieceMaker maker, List<TreebankSentence> document) => new
    {
        sentences = document.Select(s =>
        {
            var pieces = maker.Make(s.Text, s.Tokens);
            return new { p = pieces.Pieces, c = pieces.Cases, w = pieces.Words, xpos = s.Xpos, upos = s.Upos, heads = s.Heads, relations = s.Relations };
        }).ToArray(),
    };

    private static object OfNames(PieceMaker maker, TaggedDocument document) => new
    {
        id = document.Id,
        sentences = document.Sentences.Select(s =>
        {
            var forms = document.Forms[s.First..s.End];
            var tokens = new Token[forms.Length];
            var at = 0;
            for (var i = 0; i < forms.Length; i++)
            {
                tokens[i] = new Token(new TextSpan(at, at + forms[i].Length));
                at += forms[i].Length + 1;
            }

            var pieces = maker.Make(string.Join(' ', forms), tokens);
            return new { p = pieces.Pieces, c = pieces.Cases, w = pieces.Words, names = document.Labels[s.First..s.End] };
        }).ToArray(),
    };

    /// <summary>Attributions as numbers of the article's tokens: source, cue, content. Of each word, in which quotation it stands (q; -1: none).</summary>
    private static object OfArticle(PieceMaker maker, MarkedArticle article, SyntaxLayer syntax)
    {
        var paragraphs = syntax.Sentences.Select(s => Paragraph(article.Text, s.Span.Start)).ToArray();
        var quotations = new QuotationMap(syntax, paragraphs);
        return new
        {
            id = article.Id,
            sentences = syntax.Sentences.Select((s, i) =>
            {
                var pieces = maker.Make(article.Text, syntax.Tokens.AsSpan()[s.FirstToken..s.EndToken]);
                var quoted = Enumerable.Range(s.FirstToken, s.TokenCount).Select(quotations.At).ToArray();
                return new { p = pieces.Pieces, c = pieces.Cases, w = pieces.Words, q = quoted, paragraph = paragraphs[i] };
            }).ToArray(),
            attributions = article.Attributions.Select(a => new[] { Tokens(syntax, a.Source), Tokens(syntax, a.Cue), Tokens(syntax, a.Content) }).ToArray(),
        };
    }

    private static int[] Tokens(SyntaxLayer syntax, ImmutableArray<TextSpan> spans) =>
        [.. spans.SelectMany(s => syntax.TokensIn(s) is var (first, end) ? Enumerable.Range(first, end - first) : [])];

    /// <summary>Number of the line that an offset stands in; empty ones do not count.</summary>
    private static int Paragraph(string text, int offset)
    {
        var number = 0;
        for (var i = 1; i < offset; i++)
        {
            if (text[i] == '\n' && text[i - 1] != '\n') number++;
        }

        return number;
    }
}
