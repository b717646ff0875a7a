using System.Collections.Immutable;
using Crosscheck.Articles.Decoding;
using Crosscheck.Articles.Html;
using Crosscheck.Diagnostics;
using Crosscheck.Text;

namespace Crosscheck.Articles;

/// <summary>From a document's bytes to the articles in it. Thread-safe.</summary>
public sealed class ArticleReader
{
    private readonly HtmlReader _html = new();

    private ArticleReader()
    {
    }

    public static ArticleReader Load(string modelFolder) => new();

    public ReadDocument Read(RawDocument document)
    {
        var bytes = document.Bytes.Span;
        var markup = document.Format switch
        {
            DocumentFormat.Html => true,
            DocumentFormat.PlainText => false,
            _ => MarkupSniffer.LooksLikeHtml(bytes),
        };
        var decoded = Decoder.Decode(bytes, document.Charset, markup, document.Path);
        var text = new SourceText(decoded.Text);
        var diagnostics = new List<Diagnostic>(decoded.Diagnostics);
        var articles = markup ? _html.Read(text, document.Given, document.Path, diagnostics) : ReadText(text);
        return new ReadDocument(document, decoded.Encoding, markup ? "text/html" : "text/plain", text, articles, [.. diagnostics]);
    }

    private static ImmutableArray<Article> ReadText(SourceText text) =>
        [new Article { DocumentSpan = text.Whole, Body = text, Blocks = [new Block(BlockKind.Paragraph, text.Whole, text.Whole)] }];
}
