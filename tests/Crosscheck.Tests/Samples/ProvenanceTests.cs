using System.Text.Json;
using Xunit;

namespace Crosscheck.Tests.Samples;

/// <summary>Walks every item of every result: spans in bounds, sentences in order, ids that lead somewhere.</summary>
public sealed class ProvenanceTests
{
    [Theory]
    [InlineData("putin-letter")]
    [InlineData("marsova-blast")]
    public void Every_span_of_every_item_lies_in_the_text_it_counts_in(string sample)
    {
        var root = SampleRun.Of(sample).Root;
        var walked = 0;
        foreach (var article in root.List("articles"))
        {
            foreach (var property in article.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array))
            {
                foreach (var item in property.Value.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object))
                {
                    var length = item.Text("in") switch
                    {
                        null => article.Text("text")!.Length,
                        "headline" => article.Text("headline")!.Length,
                        var caption => article.List("captions").ElementAt(int.Parse(caption[8..])).Text("text")!.Length,
                    };
                    foreach (var field in item.EnumerateObject().Where(f => f.Name != "document_span" && f.Value.ValueKind == JsonValueKind.Array))
                    {
                        walked += InBounds(field.Value, length, $"{article.Text("id")} {property.Name}.{field.Name}");
                    }
                }
            }

            var end = 0;
            foreach (var sentence in article.List("sentences"))
            {
                Assert.True(sentence[0].GetInt32() >= end && sentence[1].GetInt32() > sentence[0].GetInt32());
                end = sentence[1].GetInt32();
            }
        }

        Assert.True(walked > 100, $"only {walked} spans were walked");
    }

    [Theory]
    [InlineData("putin-letter")]
    [InlineData("marsova-blast")]
    public void Every_occurrence_lies_in_its_sentence_and_every_id_leads_somewhere(string sample)
    {
        var root = SampleRun.Of(sample).Root;
        var articles = root.List("articles").ToDictionary(a => a.Text("id")!);
        var actors = root.List("actors").Select(a => a.Text("id")!).ToHashSet();
        foreach (var story in root.List("stories"))
        {
            var origins = story.List("origins").Select(o => o.Text("id")).ToHashSet();
            foreach (var claim in story.List("claims"))
            {
                Assert.NotEmpty(claim.List("occurrences"));
                foreach (var o in claim.List("occurrences"))
                {
                    var article = articles[o.Text("article")!];
                    Assert.Contains(o.Text("origin"), origins);
                    if (o.Text("speaker") is { } speaker) Assert.Contains(speaker, actors);
                    if (o.Text("attribution") is { } q) Assert.Contains(article.List("attributions"), a => a.Text("id") == q);
                    if (o.Text("in") is not null) continue;
                    var sentence = article.List("sentences").ElementAt((int)o.Number("sentence")!.Value);
                    var span = o.Span("span")!.Value;
                    Assert.True(span.Start >= sentence[0].GetInt32() && span.End <= sentence[1].GetInt32(), $"{claim.Text("id")}: {span} outside its sentence");
                }

                var count = claim.List("occurrences").Count();
                foreach (var conflict in claim.List("conflicts")) Assert.True(conflict.Number("a") < count && conflict.Number("b") < count);
                foreach (var left in claim.List("left_out_by")) Assert.Contains(left.Text("article"), articles.Keys);
            }
        }
    }

    private static int InBounds(JsonElement value, int length, string where)
    {
        if (value.GetArrayLength() == 0) return 0;
        if (value[0].ValueKind == JsonValueKind.Array) return value.EnumerateArray().Sum(v => InBounds(v, length, where));
        if (value.GetArrayLength() != 2 || value[0].ValueKind != JsonValueKind.Number) return 0;
        var (start, end) = (value[0].GetInt32(), value[1].GetInt32());
        Assert.True(start >= 0 && start <= end && end <= length, $"{where}: [{start},{end}) of {length}");
        return 1;
    }
}
