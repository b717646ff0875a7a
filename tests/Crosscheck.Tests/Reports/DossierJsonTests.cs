using System.Text;
using System.Text.Json;
using Crosscheck.Reports;
using Xunit;

namespace Crosscheck.Tests.Reports;

public sealed class DossierJsonTests
{
    private static readonly Dossier Sample = DossierBuilder.Build(SampleFindings.Build());

    [Fact]
    public void Reading_a_dossier_back_and_writing_it_gives_the_same_bytes()
    {
        var first = Bytes(Sample);
        var again = Bytes(DossierJson.Read(new MemoryStream(first)));
        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(again));
    }

    [Fact]
    public void Two_builds_of_the_same_findings_give_the_same_bytes() =>
        Assert.Equal(Bytes(Sample), Bytes(DossierBuilder.Build(SampleFindings.Build())));

    [Fact]
    public void Spans_are_written_as_two_numbers_and_cut_the_words_they_claim()
    {
        using var json = JsonDocument.Parse(Bytes(Sample));
        var article = json.RootElement.GetProperty("articles")[0];
        var text = article.GetProperty("text").GetString()!;
        var span = article.GetProperty("quantities")[0].GetProperty("span");
        Assert.Equal("At least 12 people", text[span[0].GetInt32()..span[1].GetInt32()]);
    }

    [Fact]
    public void Names_of_the_contract_are_in_snake_case_and_values_in_kebab_case()
    {
        using var json = JsonDocument.Parse(Bytes(Sample));
        var root = json.RootElement;
        Assert.Equal("crosscheck-dossier/1", root.GetProperty("format").GetString());
        Assert.Equal("text/plain", root.GetProperty("documents")[0].GetProperty("media_type").GetString());
        Assert.Equal("at-least", root.GetProperty("articles")[0].GetProperty("quantities")[0].GetProperty("modifier").GetString());
        Assert.Equal("DATE", root.GetProperty("articles")[0].GetProperty("times")[0].GetProperty("type").GetString());
        Assert.Equal("PER", root.GetProperty("actors")[0].GetProperty("type").GetString());
        Assert.Equal("single-origin", root.GetProperty("stories")[0].GetProperty("claims")[4].GetProperty("standing").GetString());
    }

    [Fact]
    public void An_unknown_date_is_null_and_says_why()
    {
        using var json = JsonDocument.Parse(Bytes(DossierBuilder.Build(WithoutInference(SampleFindings.Build()))));
        var article = json.RootElement.GetProperty("articles")[5];
        Assert.Equal(JsonValueKind.Null, article.GetProperty("published").ValueKind);
        Assert.Equal("the page prints no date of publication", article.GetProperty("published_reason").GetString());
        Assert.Equal(JsonValueKind.Null, article.GetProperty("times")[0].GetProperty("value").ValueKind);
        Assert.False(string.IsNullOrEmpty(article.GetProperty("times")[0].GetProperty("value_reason").GetString()));
    }

    [Fact]
    public void A_line_of_read_has_the_page_and_its_document_but_no_layers()
    {
        var stream = new MemoryStream();
        var lines = new ArticleLines(stream);
        foreach (var document in SampleFindings.Build().Documents) lines.Write(document);
        var written = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(6, written.Length);
        using var first = JsonDocument.Parse(written[0]);
        Assert.False(first.RootElement.TryGetProperty("mentions", out _));
        Assert.Equal("pages/harbour.txt", first.RootElement.GetProperty("document_record").GetProperty("paths")[0].GetString());
        using var last = JsonDocument.Parse(written[5]);
        Assert.Equal("a6", last.RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public void A_line_of_analyze_names_the_actors_of_its_own_article()
    {
        var findings = SampleFindings.Build();
        var stream = new MemoryStream();
        new ArticleLines(stream).Write(findings.Documents[0], [findings.Articles[0]]);
        using var line = JsonDocument.Parse(stream.ToArray());
        var speaker = line.RootElement.GetProperty("attributions")[0].GetProperty("speaker").GetString();
        var actor = line.RootElement.GetProperty("actors").EnumerateArray().Single(a => a.GetProperty("id").GetString() == speaker);
        Assert.Equal("Mara Vell", actor.GetProperty("name").GetString());
    }

    [Fact]
    public void An_unpaired_surrogate_keeps_its_one_code_unit()
    {
        var article = Sample.Articles[0] with { Text = "a\uD800b" };
        var stream = new MemoryStream();
        DossierJson.WriteArticle(article, layers: false, stream);
        using var line = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(3, line.RootElement.GetProperty("text").GetString()!.Length);
    }

    private static Findings WithoutInference(Findings findings) =>
        findings with { Grouping = findings.Grouping with { InferredDates = [.. findings.Grouping.InferredDates.Select(_ => (Crosscheck.Stories.InferredDate?)null)] } };

    private static byte[] Bytes(Dossier dossier)
    {
        var stream = new MemoryStream();
        DossierJson.Write(dossier, stream);
        return stream.ToArray();
    }
}
