using System.Text.Json;
using Crosscheck.Articles;

namespace Crosscheck.Eval.Tasks;

/// <summary>Article extraction: a folder of ID.html, ID.html.gz or ID.txt to {ID: {articleBody, title, date, authors}}.</summary>
public static class ExtractionTask
{
    private static readonly string[] Endings = [".html.gz", ".html", ".txt.gz", ".txt"];

    public static EvalTask Task { get; } = new("extraction", "a folder of pages -> body, title, date, authors", Run);

    private static Tally Run(string input, string output, int threads)
    {
        var reader = ArticleReader.Load(Path.Combine(AppContext.BaseDirectory, "models"));
        var pages =
            from path in Directory.GetFiles(input).Order(StringComparer.Ordinal)
            let ending = Array.Find(Endings, e => path.EndsWith(e, StringComparison.Ordinal))
            where ending is not null
            select (Id: Path.GetFileName(path)[..^ending.Length], Path: path);
        long words = 0;
        var items = 0;
        using var stream = File.Create(output);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        foreach (var (id, read) in Lines.Map(pages, threads, p => (p.Id, reader.Read(Document(p.Path)))))
        {
            items++;
            var article = read.Articles.MaxBy(a => a.Body.Length);
            json.WriteStartObject(id);
            json.WriteString("articleBody", article?.Body.Value ?? string.Empty);
            json.WriteString("title", article?.Headline?.Value);
            json.WriteString("date", article?.Published?.Value.Day.ToString("yyyy-MM-dd"));
            json.WriteStartArray("authors");
            foreach (var author in article is { Authors.IsEmpty: true, SignedBy: { } desk } ? [desk] : article?.Authors ?? []) json.WriteStringValue(author);
            json.WriteEndArray();
            json.WriteEndObject();
            words += article is null ? 0 : Tally.WordsIn(article.Body.Value);
        }

        json.WriteEndObject();
        return new Tally(items, words);
    }

    private static RawDocument Document(string path)
    {
        using var stream = Lines.Open(path);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var format = path.Contains(".html", StringComparison.Ordinal) ? DocumentFormat.Html : DocumentFormat.PlainText;
        return new RawDocument([path], bytes.ToArray(), string.Empty, format, GivenMetadata.None);
    }
}
