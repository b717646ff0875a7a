using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Crosscheck.Reports;
using Xunit;

namespace Crosscheck.Tests.Reports;

public sealed class DossierHtmlTests
{
    private static readonly Dossier Sample = DossierBuilder.Build(SampleFindings.Build());
    private static readonly IHtmlDocument Page = Parse(Written(Sample));

    [Fact]
    public void The_policy_admits_the_style_and_the_script_by_their_hashes_and_nothing_else()
    {
        var policy = Page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src 'sha256-{Hash(Assert.Single(Page.QuerySelectorAll("style")).TextContent)}'", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src 'sha256-{Hash(Assert.Single(Page.QuerySelectorAll("script")).TextContent)}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_page_says_is_text_and_never_markup()
    {
        Assert.DoesNotContain(Page.All, e => e.LocalName is "img" or "iframe" or "object" or "embed" or "form" or "base");
        Assert.DoesNotContain(Page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name is "style" or "src" or "srcset"));
        Assert.Contains("<img src=x onerror=alert(1)>", Page.GetElementById("a5")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_addresses_that_a_browser_fetches_by_http_become_links_out()
    {
        var schemes = Page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => h[0] != '#').ToList();
        Assert.NotEmpty(schemes);
        Assert.All(schemes, h => Assert.StartsWith("http", h, StringComparison.Ordinal));
        Assert.Contains("javascript:alert(1)", Page.GetElementById("a5")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Identifiers_are_unique_and_every_link_has_its_target()
    {
        var ids = Page.All.Where(e => e.HasAttribute("id")).Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Page.QuerySelectorAll("[href^='#']").Select(a => a.GetAttribute("href")![1..]), target => Assert.Contains(target, ids));
    }

    [Fact]
    public void Every_sentence_stands_once_with_its_exact_words()
    {
        foreach (var article in Sample.Articles)
        {
            for (var i = 0; i < article.Sentences.Length; i++)
            {
                var span = article.Sentences[i];
                Assert.Equal(article.Text[span.Start..span.End], Page.GetElementById($"{article.Id}-s{i}")!.TextContent);
            }
        }
    }

    [Fact]
    public void Headings_go_down_one_step_at_a_time_and_tables_name_themselves()
    {
        var levels = Page.QuerySelectorAll("h1, h2, h3, h4, h5").Select(h => h.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.All(Page.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
        Assert.All(Page.QuerySelectorAll("th"), th => Assert.True(th.HasAttribute("scope")));
    }

    [Fact]
    public void The_first_screen_shows_both_sides_of_a_dispute_and_what_was_not_analysed()
    {
        var story = Page.GetElementById("s1")!;
        var dispute = story.QuerySelector(".dispute")!;
        Assert.Equal(["Mara Vell", "Castan Grain"], dispute.QuerySelectorAll("figcaption b").Select(b => b.TextContent));
        Assert.Contains("We had warned the operator twice", dispute.QuerySelectorAll("blockquote")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("denied that it had received any warning", dispute.QuerySelectorAll("blockquote")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("1 article in Arabic not analysed.", story.QuerySelector(".not-analysed")!.TextContent);
    }

    [Fact]
    public void A_refusal_reads_as_a_sentence_with_the_speakers_title() => Assert.Contains(
        Page.QuerySelectorAll(".refusals li"), li => li.TextContent.StartsWith("The port authority declined to say: when the depot was last inspected", StringComparison.Ordinal));

    [Fact]
    public void A_figure_with_three_days_is_plotted_and_a_derived_one_is_marked()
    {
        Assert.Equal(["12", "15", "17"], Page.QuerySelectorAll("#s1-figures .plot text.value").Select(t => t.TextContent));
        Assert.Contains("derived from", Assert.Single(Page.QuerySelectorAll("tr.derived")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_citation_names_words_speaker_outlet_day_address_and_offsets()
    {
        var cited = Page.GetElementById("c4")!.QuerySelector(".cited p")!.TextContent;
        Assert.StartsWith("‘“We had warned the operator twice about the dust,” Vell told The Harbour Post.’ — Mara Vell, in The Harbour Post", cited, StringComparison.Ordinal);
        Assert.Contains("12 May 2031, https://harbourpost.example/orvane-depot [a1, text 134–212; pages/harbour.txt; SHA-256 ", cited, StringComparison.Ordinal);
    }

    [Fact]
    public void Over_three_hundred_articles_each_story_has_a_page_and_every_link_between_them_leads_somewhere()
    {
        var many = Sample with
        {
            Articles = [.. Sample.Articles, .. Enumerable.Range(7, DossierHtml.MostArticlesInOneFile).Select(n => Sample.Articles[4] with { Id = "a" + n })],
        };
        var files = new MemoryFiles();
        var paths = DossierHtml.Write(many, files);
        Assert.Equal(["dossier.html", "stories/s1.html", "stories/s2.html"], paths);
        var pages = paths.ToDictionary(p => p, p => Parse(files.Text(p)));
        foreach (var (path, page) in pages)
        {
            foreach (var href in page.QuerySelectorAll("[href]").Select(a => a.GetAttribute("href")!).Where(h => !h.StartsWith("http", StringComparison.Ordinal)))
            {
                var parts = href.Split('#');
                var file = parts[0].Length == 0 ? path : parts[0].StartsWith("../", StringComparison.Ordinal) ? parts[0][3..] : Path.GetDirectoryName(path) is { Length: > 0 } f ? $"{f}/{parts[0]}" : parts[0];
                Assert.True(pages.ContainsKey(file), $"{path} leads to {href}");
                if (parts.Length > 1) Assert.NotNull(pages[file].GetElementById(parts[1]));
            }
        }
    }

    [Fact]
    public void A_dossier_of_nothing_is_a_page_that_says_so()
    {
        var empty = Sample with { Articles = [], Stories = [], Actors = [], Documents = [], Diagnostics = [] };
        Assert.Contains("0 articles", Parse(Written(empty)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Written(Dossier dossier)
    {
        var stream = new MemoryStream();
        DossierHtml.Write(dossier, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class MemoryFiles : IReportFiles
    {
        private readonly Dictionary<string, MemoryStream> _files = [];

        public Stream Create(string path) => _files[path] = new MemoryStream();

        public string Text(string path) => Encoding.UTF8.GetString(_files[path].ToArray());
    }
}
