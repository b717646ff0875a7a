using Crosscheck.Articles.Html.Parsing;
using Xunit;

namespace Crosscheck.Tests.Articles.Parsing;

/// <summary>What is asked of a tree: attributes, texts, the title, scripts.</summary>
public sealed class MarkupTreeTests
{
    [Theory]
    [InlineData("<p class=a>", "class", "a")]
    [InlineData("<p CLASS='A b'>", "class", "A b")]
    [InlineData("<p class=a class=b>", "class", "a")]
    [InlineData("<p class>", "class", "")]
    [InlineData("<p class=>", "class", "")]
    [InlineData("<p id=a/>", "id", "a/")]
    [InlineData("<p title=\"a&amp;b&ltc&lt=d&copy\">", "title", "a&b&ltc&lt=d©")]
    [InlineData("<p title='a\r\nb\0'>", "title", "a\nb\uFFFD")]
    [InlineData("<p data-class=x classes=y>", "class", null)]
    [InlineData("<p http-equiv=a>", "http-equiv", "a")]
    public void An_attribute_is_read_as_the_standard_says(string markup, string name, string? value)
    {
        var element = Last(markup);
        Assert.Equal(value, element.GetAttribute(name));
        Assert.Equal(value is not null, element.HasAttribute(name));
    }

    [Fact]
    public void An_attribute_that_is_not_kept_cannot_be_asked_for() => Assert.Throws<ArgumentException>(() => Last("<p style=a>").GetAttribute("style"));

    [Fact]
    public void A_second_html_or_body_tag_adds_what_the_first_lacks()
    {
        var tree = TreeBuilder.Parse("<html lang=a><body id=b><p><html lang=c class=d><body id=e title=f>");
        var html = new MarkupElement(tree, tree.Root);
        Assert.Equal(("a", "d"), (html.GetAttribute("lang"), html.GetAttribute("class")));
        var body = new MarkupElement(tree, tree.Nodes[tree.Root].LastChild);
        Assert.Equal(("b", "f"), (body.GetAttribute("id"), body.GetAttribute("title")));
    }

    [Fact]
    public void A_copy_of_a_formatting_element_has_its_attributes()
    {
        var copy = Last("<b class=a><p>x</b>");
        Assert.Equal("a", copy.GetAttribute("class"));
        Assert.Equal(-1, copy.Tree.Nodes[copy.Node].Start);
    }

    [Fact]
    public void Text_of_scripts_and_templates_is_not_content()
    {
        var tree = TreeBuilder.Parse("<div>a<script>b</script><template>c</template><b>d &amp; e</b>\r\nf</div>g");
        Assert.Equal("ad & e\nfg", tree.TextContent(tree.Root));
    }

    [Theory]
    [InlineData("<title> A\n &amp; B </title>", "A & B")]
    [InlineData("<svg><title>x</title></svg><p><title>A</title>", "A")]
    [InlineData("<p>x", "")]
    public void The_title_is_the_first_of_HTML_with_space_folded(string markup, string title) => Assert.Equal(title, TreeBuilder.Parse(markup).Title());

    [Fact]
    public void Scripts_keep_their_places()
    {
        const string Markup = "<script type=a>b<!--c--></script><!-- <script>no</script> --><p><SCRIPT>d</script ><script>e";
        var scripts = TreeBuilder.Parse(Markup).Scripts;
        Assert.Equal(["b<!--c-->", "d", "e"], scripts.Select(s => Markup[s.ContentStart..s.ContentEnd]));
        Assert.Equal(["<script type=a>", "<SCRIPT>", "<script>"], scripts.Select(s => Markup[s.TagStart..s.ContentStart]));
    }

    /// <summary>The last element made.</summary>
    private static MarkupElement Last(string markup)
    {
        var tree = TreeBuilder.Parse(markup);
        var last = tree.Nodes.Length - 1;
        while (tree.Nodes[last].Kind != NodeKind.Element) last--;
        return new MarkupElement(tree, last);
    }
}
