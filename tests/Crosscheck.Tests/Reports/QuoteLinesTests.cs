using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Attributions;
using Crosscheck.Learning;
using Crosscheck.Reports.Quotes;
using CsvHelper;
using Xunit;

namespace Crosscheck.Tests.Reports;

public sealed class QuoteLinesTests
{
    private const string Text =
        "=Talks in Geneva\n\nÉmile Berg, the mayor of Geneva, told reporters that the bridge is safe.\nBerg denied that anybody was hurt.\nThe police declined to say when the bridge will open.\n";

    private static readonly (ReadDocument Document, ImmutableArray<AnalyzedArticle> Articles) Page = Analyze();

    private static (ReadDocument, ImmutableArray<AnalyzedArticle>) Analyze()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        var raw = new RawDocument(["page.txt"], bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), DocumentFormat.PlainText, GivenMetadata.None);
        var document = ArticleReader.Load(ModelFolder.Default).Read(raw);
        return (document, [Analyzer.Build(ModelFolder.Default).Analyze(document.Articles[0], raw)]);
    }

    private static string Written(QuoteFormat format, QuoteFilter filter)
    {
        using var stream = new MemoryStream();
        using (var lines = new QuoteLines(stream, format, filter)) lines.Write(Page.Document, Page.Articles);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static List<JsonElement> Json(QuoteFilter filter) =>
        [.. Written(QuoteFormat.Jsonl, filter).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static List<string[]> Rows(QuoteFilter filter)
    {
        using var reader = CsvReader.Create(new StringReader(Written(QuoteFormat.Csv, filter)), new CsvReaderOptions());
        reader.ReadHeader();
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))]);
        return rows;
    }

    [Fact]
    public void Every_attribution_is_a_row_and_its_spans_lead_to_its_words()
    {
        var body = Page.Articles[0].Body;
        var quotes = Json(new QuoteFilter()).FindAll(q => !q.TryGetProperty("in", out _));
        Assert.Equal(body.Attributions.Length, quotes.Count);
        Assert.NotEmpty(quotes);
        foreach (var quote in quotes)
        {
            var places = quote.GetProperty("content_spans").EnumerateArray().Select(s => body.Text.Value[s[0].GetInt32()..s[1].GetInt32()]);
            Assert.Equal(quote.GetProperty("content").GetString(), string.Join(" … ", places));
            Assert.Equal(Page.Document.Raw.Sha256, quote.GetProperty("sha256").GetString());
        }
    }

    [Theory]
    [InlineData("berg")]
    [InlineData("Emile Berg")]
    [InlineData("ÉMILE")]
    public void A_speaker_is_found_by_words_of_the_name_case_and_accents_aside(string name)
    {
        var quotes = Json(new QuoteFilter(name));
        Assert.Contains(quotes, q => q.GetProperty("act").GetString() == "denies");
        Assert.All(quotes, q => Assert.Equal("Émile Berg", q.GetProperty("speaker").GetString()));
    }

    [Fact]
    public void Part_of_a_word_is_not_a_name() => Assert.Empty(Json(new QuoteFilter("Ber")));

    [Fact]
    public void A_name_without_a_letter_is_refused() => Assert.Throws<ArgumentException>(() => new QuoteFilter(" . "));

    [Fact]
    public void Several_acts_may_be_asked_for()
    {
        var acts = Json(new QuoteFilter(acts: [SpeechAct.Denies, SpeechAct.Declines])).ConvertAll(q => q.GetProperty("act").GetString());
        Assert.Contains("denies", acts);
        Assert.Contains("declines", acts);
        Assert.All(acts, a => Assert.True(a is "denies" or "declines"));
    }

    [Fact]
    public void What_is_less_probable_than_asked_for_is_left_out()
    {
        var all = Json(new QuoteFilter()).ConvertAll(q => q.GetProperty("confidence").GetDouble());
        var least = all.Order().ElementAt(all.Count / 2);
        Assert.Equal(all.Count(c => c >= least), Json(new QuoteFilter(least: least)).Count);
    }

    [Fact]
    public void The_same_rows_come_as_CSV_with_a_header_and_as_many_fields_in_each()
    {
        var lines = Written(QuoteFormat.Csv, new QuoteFilter()).Split("\r\n");
        Assert.StartsWith("id,outlet,published,url,sha256,path,headline,speaker,role,source,act,", lines[0], StringComparison.Ordinal);
        var rows = Rows(new QuoteFilter());
        Assert.Equal(Json(new QuoteFilter()).Count, rows.Count);
        Assert.All(rows, r => Assert.Equal(lines[0].Split(',').Length, r.Length));
    }

    [Fact]
    public void A_headline_that_a_spreadsheet_would_run_gets_an_apostrophe() =>
        Assert.All(Rows(new QuoteFilter()), r => Assert.Equal("'=Talks in Geneva", r[6]));

    [Fact]
    public void Without_any_row_there_is_still_a_header() =>
        Assert.Single(Written(QuoteFormat.Csv, new QuoteFilter("Nobody")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
}
