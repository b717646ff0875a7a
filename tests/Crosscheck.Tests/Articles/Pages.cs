using System.Text;
using Crosscheck.Articles;
using Xunit;

namespace Crosscheck.Tests.Articles;

/// <summary>Small invented pages and what is read from them.</summary>
internal static class Pages
{
    public const string First = "The council of Nordhaven voted on Tuesday to close the old harbour bridge for repairs that may last two years.";
    public const string Second = "Engineers had warned in March that two of the eleven pillars no longer carry the load they were built for.";
    public const string Third = "Traffic will be led over the southern ring road, and the ferry will run every twenty minutes until late evening.";

    private static readonly ArticleReader Reader = ArticleReader.Load(Path.Combine(AppContext.BaseDirectory, "models"));

    public static ReadDocument Read(string html, string? charset = null) => Read(Encoding.UTF8.GetBytes(html), charset);

    public static ReadDocument Read(byte[] bytes, string? charset = null, DocumentFormat format = DocumentFormat.Html) =>
        Reader.Read(new RawDocument(["page.html"], bytes, string.Empty, format, GivenMetadata.None, Charset: charset));

    /// <summary>The one article of a page whose <c>main</c> element holds the given markup.</summary>
    public static Article Article(string inside, string head = "<title>Bridge closes</title>") =>
        Assert.Single(Read($"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{inside}</body></html>").Articles);

    public static string Paragraphs => $"<p>{First}</p>\n<p>{Second}</p>\n<p>{Third}</p>";

    public static string BodyText => $"{First}\n\n{Second}\n\n{Third}";

    /// <summary>Spans lie in bounds, blocks follow each other, and a block is more than white space.</summary>
    public static void AssertSane(ReadDocument document)
    {
        foreach (var article in document.Articles)
        {
            var end = 0;
            foreach (var block in article.Blocks)
            {
                Assert.True(block.Span.Start >= end && block.Span.End <= article.Body.Length && !block.Span.IsEmpty);
                Assert.Equal(block.Span, article.Body.Trim(block.Span));
                Assert.True(block.DocumentSpan.End <= document.Decoded.Length);
                end = block.Span.End;
            }

            Assert.Equal(end, article.Body.Length);
            Assert.All(article.Furniture, f => Assert.True(f.DocumentSpan.End <= document.Decoded.Length));
            Assert.All(article.Captions, c => Assert.True(c.DocumentSpan.End <= document.Decoded.Length));
            Assert.True(article.DocumentSpan.End <= document.Decoded.Length);
        }
    }
}
