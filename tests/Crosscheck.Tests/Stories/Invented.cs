using System.Collections.Immutable;
using System.Text;
using Crosscheck.Actors;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Tests.Stories;

/// <summary>Articles made up for tests, without language layers.</summary>
internal static class Invented
{
    public static AnalyzedArticle Article(
        string body, string? outlet = null, string? day = null, string? headline = null, ImmutableArray<Notice> notices = default,
        ImmutableArray<string> agencies = default, string? time = null, string language = "en")
    {
        var text = new SourceText(body);
        var article = new Article
        {
            DocumentSpan = text.Whole,
            Body = text,
            Headline = headline is null ? null : new Sourced<string>(headline, "test", 1),
            Outlet = outlet is null ? null : new Sourced<string>(outlet, "test", 1),
            Published = day is null ? null : new Sourced<PublishedAt>(new PublishedAt(DateOnly.Parse(day), time is null ? null : TimeOnly.Parse(time)), "test", 1),
            Language = new Sourced<string>(language, "test", 1),
            Notices = notices.IsDefault ? [] : notices,
            Agencies = agencies.IsDefault ? [] : agencies,
        };
        var bytes = Encoding.UTF8.GetBytes(body);
        var document = new RawDocument(["invented.txt"], bytes, text.Sha256, DocumentFormat.PlainText, GivenMetadata.None);
        var part = new AnalyzedText(TextPart.Body, new SyntaxLayer(text, language, [], []), [], [], [], [], [], new PartActors([], [], [], []));
        return new AnalyzedArticle(article, document, [part], [], Covered: true, NotCoveredReason: null, body.Length, []);
    }

    /// <summary>Words that no two seeds share, for filler.</summary>
    public static string Words(int seed, int count)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < 3 + random.Next(4); k++) text.Append("bcdfgklmnprst"[random.Next(13)]).Append("aeiou"[random.Next(5)]);
            text.Append(i % 12 == 11 ? ". " : " ");
        }

        return text.ToString();
    }
}
