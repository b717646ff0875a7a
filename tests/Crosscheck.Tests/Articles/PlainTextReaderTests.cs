using Crosscheck.Articles;
using Crosscheck.Diagnostics;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Articles;

public sealed class PlainTextReaderTests
{
    private const string Wire = """
        Storm closes Velmar harbour for second day

        By Ana Brisk and Tom Ferrow

        VELMAR, March 3 (Reuters) - The harbour of Velmar stayed closed on Tuesday after a storm tore away part of its northern mole, the port authority said.

        "We cannot let ships in before divers have looked at the foundations," harbour master Lena Ostrik told reporters.

        Eleven vessels were waiting at anchor.

        (Reporting by Ana Brisk; Editing by Tom Ferrow)
        """;

    [Fact]
    public void A_wire_text_gives_headline_byline_dateline_and_credit()
    {
        var article = Assert.Single(SamplePages.Read(Wire));
        Assert.Equal("Storm closes Velmar harbour for second day", article.Headline?.Value);
        Assert.Equal(["Ana Brisk", "Tom Ferrow"], article.Authors);
        Assert.Equal(["Reuters"], article.Agencies);
        Assert.Equal(NoticeKind.Wire, Assert.Single(article.Notices).Kind);
        Assert.StartsWith("The harbour of Velmar", article.Body.Value, StringComparison.Ordinal);
        Assert.EndsWith("waiting at anchor.", article.Body.Value, StringComparison.Ordinal);
        Assert.Equal([FurnitureKind.Byline, FurnitureKind.Dateline], article.Furniture.Select(f => f.Kind));
        AssertNothingLost(Wire);
    }

    [Fact]
    public void Blocks_map_back_to_the_page()
    {
        var document = new SourceText(Wire);
        var article = Assert.Single(SamplePages.Read(Wire));
        foreach (var block in article.Blocks) Assert.Equal(document.Slice(block.DocumentSpan), article.Body.Slice(block.Span));
        Assert.Equal(document.Slice(article.HeadlineSpan!.Value), article.Headline?.Value);
    }

    [Fact]
    public void Windows_line_ends_change_nothing()
    {
        var unix = Assert.Single(SamplePages.Read(Wire.ReplaceLineEndings("\n")));
        var windows = Assert.Single(SamplePages.Read(Wire.ReplaceLineEndings("\r\n")));
        Assert.Equal(unix.Body.Value, windows.Body.Value);
        Assert.Equal(unix.Headline?.Value, windows.Headline?.Value);
    }

    [Fact]
    public void A_text_wrapped_at_a_column_is_read_in_paragraphs()
    {
        const string Page = """
            Mill at Tarn reopens after four years of repairs to its roof

            The mill at Tarn, which burned down in the autumn four years ago,
            opened its doors again on Saturday with a fair that brought some
            two thousand people to the village, the mayor of Tarn said.

            The repairs cost three million and were paid for by the county and
            by a collection among the people of the valley, which the parish
            began in the week after the fire and closed only last month.
            """;
        var article = Assert.Single(SamplePages.Read(Page));
        Assert.Equal("Mill at Tarn reopens after four years of repairs to its roof", article.Headline?.Value);
        Assert.Equal(2, article.Blocks.Length);
        AssertNothingLost(Page);
    }

    [Fact]
    public void A_text_without_any_line_end_is_one_article()
    {
        const string Page = "The mill at Tarn opened its doors again on Saturday. The mayor of Tarn said that two thousand people came. The repairs to the mill cost three million.";
        var article = Assert.Single(SamplePages.Read(Page));
        Assert.Equal(Page, article.Body.Value);
        Assert.Null(article.Headline);
    }

    [Fact]
    public void Subheadings_and_lists_stay_in_the_body_under_their_names()
    {
        const string Page = """
            Tarn council passes its budget after a night of talks

            The council of Tarn passed its budget on Friday by nine votes to six, after talks that lasted until the morning.

            What will change

            The budget raises the fee for the ferry and lowers the tax on houses, and it pays for a new roof on the school.

            - The ferry will cost two crowns more from the first of May.
            - The school closes for three weeks in August.

            The mayor thanked both sides and said that he had not slept since Thursday.
            """;
        var article = Assert.Single(SamplePages.Read(Page));
        Assert.Equal(
            [BlockKind.Paragraph, BlockKind.Subheading, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.ListItem, BlockKind.Paragraph],
            article.Blocks.Select(b => b.Kind));
        AssertNothingLost(Page);
    }

    [Fact]
    public void Buttons_advertisements_and_links_are_furniture()
    {
        const string Page = """
            Tarn council passes its budget after a night of talks
            Share
            Listen to this article
            The council of Tarn passed its budget on Friday by nine votes to six, after talks that lasted until the morning.
            Advertisement
            The mayor thanked both sides and said that he had not slept since Thursday.
            Related stories
            Ferry to cost more from May
            School roof leaks again
            """;
        var article = Assert.Single(SamplePages.Read(Page));
        Assert.Equal(2, article.Blocks.Length);
        Assert.Equal(
            [FurnitureKind.Share, FurnitureKind.Widget, FurnitureKind.Advertisement, FurnitureKind.Related, FurnitureKind.Related, FurnitureKind.Related],
            article.Furniture.Select(f => f.Kind));
        AssertNothingLost(Page);
    }

    [Fact]
    public void A_caption_printed_again_in_other_words_is_a_repeat()
    {
        const string Page = """
            Tarn council passes its budget after a night of talks

            The mayor of Tarn leaves the town hall on Friday morning, after the vote on the budget. (AFP)
            The mayor of Tarn leaves the town hall on Friday morning after the budget vote (AFP)

            The council of Tarn passed its budget on Friday by nine votes to six, after talks that lasted until the morning.
            """;
        var article = Assert.Single(SamplePages.Read(Page));
        Assert.Equal("AFP", Assert.Single(article.Captions).Credit);
        Assert.Equal(FurnitureKind.RepeatedCaption, Assert.Single(article.Furniture).Kind);
        Assert.Single(article.Blocks);
    }

    [Fact]
    public void What_came_with_the_page_is_shown_as_given()
    {
        var given = new GivenMetadata(Title: "Storm closes Velmar harbour for second day", Published: "2025-03-04T10:15:00Z", Outlet: "Velmar Post");
        var article = SamplePages.Reader.Read(new SourceText(Wire), given, "page.txt", [])[0];
        Assert.Equal("given", article.Outlet?.Basis);
        Assert.Equal("2025-03-04T10:15Z", article.Published?.Value.ToString());
        Assert.Contains("given", article.Headline!.Basis, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\r\n \t\n")]
    [InlineData("\0\0\0")]
    public void A_page_without_ink_gives_a_diagnostic_and_no_article(string page)
    {
        var diagnostics = new List<Diagnostic>();
        Assert.Empty(SamplePages.Reader.Read(new SourceText(page), GivenMetadata.None, "page.txt", diagnostics));
        Assert.Equal(DiagnosticCode.NoArticle, Assert.Single(diagnostics).Code);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Share")]
    [InlineData("date 2025-03-24")]
    [InlineData("By Jane Doe")]
    [InlineData("A girl waits for food. (Reuters)")]
    [InlineData("Same line here\nSame line here\nSame line here\n")]
    [InlineData("\uFEFFSame line here\0\nAnother line\0")]
    [InlineData("\ud800 broken \udc00 pairs. And more.And more")]
    [InlineData("This article was translated by X.")]
    public void Nothing_of_a_small_page_is_lost(string page)
    {
        Assert.NotEmpty(SamplePages.Read(page));
        AssertNothingLost(page);
    }

    [Fact]
    public void Nothing_of_the_sample_pages_is_lost()
    {
        AssertNothingLost(SamplePages.TextOf("putin-letter/000_74ccb485b80ae7db.txt"));
        AssertNothingLost(SamplePages.TextOf("putin-letter/001_6030e5746e44852e.txt"));
        AssertNothingLost(SamplePages.TextOf("marsova-blast/03-evening-register.txt"));
    }

    [Fact]
    public void Nothing_of_random_pages_is_lost()
    {
        string[] lines = ["Share", "Headline Of A Story", "A picture shows it. (AP)", "It happened on Monday, he said.", "", "", "TT", "date 2025-01-02", "By Ann Lee", "- an item", "Read more: this",
            "This story was corrected to fix a name.", "TARN (AFP) - The mill opened again on Saturday, the mayor said.", "A long paragraph goes here and it says a lot about the mill. It was built long ago.", "\t", "###"];
        var random = new Random(7);
        for (var page = 0; page < 300; page++)
        {
            AssertNothingLost(string.Join(random.Next(3) == 0 ? "\r\n" : "\n", Enumerable.Range(0, random.Next(1, 25)).Select(_ => lines[random.Next(lines.Length)])));
        }
    }

    [Fact]
    public void Hostile_pages_are_read()
    {
        SamplePages.Read(new string('7', 1_000_000));
        SamplePages.Read(new string('\n', 1_000_000));
        SamplePages.Read(string.Concat(Enumerable.Repeat("A short line\n", 50_000)));
        SamplePages.Read(string.Concat(Enumerable.Repeat("A caption of a picture. (AP)\n", 20_000)));
        SamplePages.Read(string.Concat(Enumerable.Repeat("end.The World said so. ", 40_000)));
        SamplePages.Read(string.Concat(Enumerable.Repeat("\u201C", 100_000)));
        SamplePages.Read(string.Concat(Enumerable.Repeat("word ", 400_000)));
        SamplePages.Read(string.Concat(Enumerable.Repeat("((((", 100_000)));
    }

    /// <summary>Every character that is no white space or control lies in the body, the headline, a caption, a notice or furniture, within its article.</summary>
    private static void AssertNothingLost(string page)
    {
        var kept = new bool[page.Length];
        var end = 0;
        foreach (var article in SamplePages.Read(page))
        {
            Assert.Equal(end, article.DocumentSpan.Start);
            end = article.DocumentSpan.End;
            foreach (var span in (TextSpan[])
            [
                .. article.Blocks.Select(b => b.DocumentSpan), .. article.HeadlineSpan is { } headline ? (TextSpan[])[headline] : [], .. article.Captions.Select(c => c.DocumentSpan),
                .. article.Notices.Select(n => n.DocumentSpan), .. article.Furniture.Select(f => f.DocumentSpan),
            ])
            {
                Assert.True(article.DocumentSpan.Contains(span), $"{span} leaves its article");
                Array.Fill(kept, true, span.Start, span.Length);
            }
        }

        for (var i = 0; i < page.Length; i++)
        {
            var noise = char.IsWhiteSpace(page[i]) || char.IsControl(page[i]) || page[i] == '\uFEFF';
            Assert.True(noise || kept[i], $"lost at {i}: …{page[Math.Max(0, i - 20)..Math.Min(page.Length, i + 30)]}");
        }

        Assert.Equal(kept.Contains(true) ? page.Length : 0, end);
    }
}
