using Crosscheck.Articles;
using Xunit;

namespace Crosscheck.Tests.Articles;

public sealed class HtmlBodyTests
{
    [Fact]
    public void Paragraphs_are_joined_by_an_empty_line() => Assert.Equal(Pages.BodyText, Pages.Article($"<main>{Pages.Paragraphs}</main>").Body.Value);

    [Fact]
    public void A_block_knows_its_place_in_the_document()
    {
        var document = Pages.Read($"<body>\r\n<!-- a > b --><div class='x>y'><p>{Pages.First}</p><p>{Pages.Second} <b>R&amp;D</b> says.</p>\r\n<p>{Pages.Third}</p></div>");
        var block = Assert.Single(document.Articles).Blocks[1];
        Assert.Equal($"{Pages.Second} <b>R&amp;D</b> says.", document.Decoded.Slice(block.DocumentSpan));
    }

    [Theory]
    [InlineData("<nav><a href=/>Home</a> <a href=/s>Sport</a></nav>")]
    [InlineData("<div class=sidebar><p>Our readers liked this long and winding story about the lake best of all this week, they say.</p></div>")]
    [InlineData("<div id=comments><p>I have lived here for forty years and nobody ever asked me about that bridge, not once.</p></div>")]
    [InlineData("<footer><p>All rights reserved by the publisher, whose address you find in the imprint of this page.</p></footer>")]
    public void Furniture_around_the_text_is_left_out(string furniture) =>
        Assert.Equal(Pages.BodyText, Pages.Article($"{furniture}<main><article>{Pages.Paragraphs}</article></main>{furniture}").Body.Value);

    [Fact]
    public void Kinds_of_blocks_follow_the_markup()
    {
        var article = Pages.Article($"<article>{Pages.Paragraphs}<h2>What comes next</h2><ul><li>A survey of all pillars is to be done in June.</li></ul><blockquote>We cannot wait for another winter, the mayor told the council, because the sea will not wait for us either.</blockquote><p>The work is to be paid for by the region, which has set aside forty million crowns for bridges this year.</p></article>");
        Assert.Equal(
            [BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Subheading, BlockKind.ListItem, BlockKind.Quotation, BlockKind.Paragraph],
            article.Blocks.Select(b => b.Kind));
    }

    [Fact]
    public void Two_line_breaks_part_paragraphs_and_one_parts_lines()
    {
        var article = Pages.Article($"<div>{Pages.First}<br>{Pages.Second}<br><br>{Pages.Third}</div>");
        Assert.Equal($"{Pages.First}\n{Pages.Second}\n\n{Pages.Third}", article.Body.Value);
        Assert.Equal(2, article.Blocks.Length);
    }
}
