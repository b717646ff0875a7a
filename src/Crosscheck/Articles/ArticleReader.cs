using System.Text;
using Crosscheck.Text;

namespace Crosscheck.Articles;

/// <summary>From a document's bytes to the articles in it. Thread-safe.</summary>
public sealed class ArticleReader
{
    public static ArticleReader Load(string modelFolder) => new();

    public ReadDocument Read(RawDocument document)
    {
        var text = new SourceText(Encoding.UTF8.GetString(document.Bytes.Span));
        return new ReadDocument(document, "utf-8", "text/plain", text, [new Article { DocumentSpan = text.Whole, Body = text, Blocks = [new Block(BlockKind.Paragraph, text.Whole, text.Whole)] }], []);
    }
}
