using System.Text.Json;
using Crosscheck.Articles;
using Crosscheck.Reports;
using Xunit;

namespace Crosscheck.Tests.Reports;

public sealed class DossierSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "dossier.schema.json"))).RootElement;

    [Fact]
    public void A_written_dossier_is_as_the_schema_says()
    {
        var stream = new MemoryStream();
        DossierJson.Write(DossierBuilder.Build(SampleFindings.Build()), stream);
        Assert.Empty(new JsonSchemaValidator(Schema).Validate(JsonDocument.Parse(stream.ToArray()).RootElement));
    }

    [Fact]
    public void A_line_of_analyze_is_an_article_of_the_schema()
    {
        var findings = SampleFindings.Build();
        var stream = new MemoryStream();
        new ArticleLines(stream).Write(findings.Documents[1], [findings.Articles[1]]);
        var article = JsonDocument.Parse($"{{\"$ref\": \"#/$defs/article\", \"$defs\": {Schema.GetProperty("$defs").GetRawText()}}}").RootElement;
        Assert.Empty(new JsonSchemaValidator(article).Validate(JsonDocument.Parse(stream.ToArray()).RootElement));
    }

    [Theory]
    [InlineData("\"format\": \"crosscheck-dossier/1\"", "\"format\": \"crosscheck-dossier/2\"")]
    [InlineData("\"kind\": \"direct\"", "\"kind\": \"shouted\"")]
    [InlineData("\"speaker\": \"p1\"", "\"speaker\": \"q1\"")]
    [InlineData("\"hedged\": false", "\"hedged\": null")]
    [InlineData("\"stance\": \"denies\"", "\"attitude\": \"denies\"")]
    public void The_schema_refuses_what_the_contract_does_not_know(string right, string wrong)
    {
        var stream = new MemoryStream();
        DossierJson.Write(DossierBuilder.Build(SampleFindings.Build()), stream);
        var json = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains(right, json, StringComparison.Ordinal);
        using var changed = JsonDocument.Parse(json.Replace(right, wrong, StringComparison.Ordinal));
        Assert.NotEmpty(new JsonSchemaValidator(Schema).Validate(changed.RootElement));
    }

    [Fact]
    public void Every_member_of_the_schema_is_documented()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "dossier.md"));
        var members = Schema.GetProperty("$defs").EnumerateObject().Select(d => d.Value).Append(Schema)
            .Where(d => d.TryGetProperty("properties", out _)).SelectMany(d => d.GetProperty("properties").EnumerateObject().Select(p => p.Name)).Distinct();
        Assert.All(members, name => Assert.Contains($"| `{name}`", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("notice", typeof(NoticeKind))]
    [InlineData("furniture", typeof(FurnitureKind))]
    [InlineData("block", typeof(BlockKind))]
    public void The_schema_knows_every_kind_that_the_reader_gives(string record, Type kinds)
    {
        var known = Schema.GetProperty("$defs").GetProperty(record).GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(v => v.GetString());
        Assert.Equal(Enum.GetNames(kinds).Select(JsonNamingPolicy.KebabCaseLower.ConvertName), known);
    }
}
