using System.Text;
using Crosscheck.Articles.Html.Parsing;
using Xunit;

namespace Crosscheck.Tests.Articles.Parsing;

/// <summary>Markup written to hurt: the tree stays within a fixed multiple of the source, and within the depth.</summary>
public sealed class HostileMarkupTests
{
    private const int Million = 1_000_000;

    public static TheoryData<string, string, int> Floods => new()
    {
        { "<b>", "x", Million }, { "<a>", "x", Million }, { "<font>", "x", Million }, { "<table>", "x", Million }, { "<div>", "x", Million }, { "<p", "", Million }, { "<p>", "x", Million },
        { "<b><p>", "x", Million / 2 }, { "<a><div>", "</a>", Million / 2 }, { "<li><dt>", "x", Million / 2 }, { "<svg>", "</svg>", Million }, { "<template>", "</template>", Million },
        { "<table><tr><td>", "</table>", Million / 4 }, { "<table>x<b>", "</b>", Million / 4 }, { "<b></p>", "</b>", Million / 2 }, { "<select><option>", "x", Million / 4 },
        { "<x><y>", "</z>", Million / 2 }, { "</b></p></div>", "x", Million / 4 }, { "&amp;", "x", Million }, { "&a", "x", Million }, { "&#99999999999", "x", Million / 2 }, { "&", ";", Million },
        { "<!--", "", Million }, { "<!-- --!", ">", Million / 2 }, { "<!", "x", Million }, { "<![CDATA[", "]]", Million / 4 }, { "<script>", "</scrip", Million / 4 }, { "<script><!--", "-->", Million / 4 },
        { "<style>", "</style", Million / 4 }, { "<textarea></textare", ">", Million / 4 }, { "\0", "<p>", Million }, { "\uD800", "\uDC00\uDC00", Million }, { "<\0", ">", Million }, { "-", "<!--", Million },
        { "<a b='", "'", Million / 4 }, { "</a b=", ">", Million / 4 }, { "<svg><desc>", "x", Million / 4 }, { "<math><mi><b>", "x", Million / 4 }, { "<nobr>", "</nobr>", Million / 2 }, { "<b><i><u><p>", "</b>x", Million / 8 },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_flood_gives_a_bounded_tree(string piece, string end, int times)
    {
        var source = new StringBuilder().Insert(0, piece, times).Append(end).ToString();
        AssertBounded(source, TreeBuilder.Parse(source));
        var both = new StringBuilder().Insert(0, piece + end, times / 4).ToString();
        AssertBounded(both, TreeBuilder.Parse(both));
    }

    [Fact]
    public void Formatting_left_open_with_attributes_that_differ_is_reopened_within_bounds()
    {
        var source = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<font size={i}><p>x"));
        AssertBounded(source, TreeBuilder.Parse(source));
    }

    [Fact]
    public void Attributes_by_the_hundred_thousand_are_read_once()
    {
        var attributes = string.Concat(Enumerable.Range(0, 100_000).Select(i => $" a{i}=1 class=c{i}"));
        var tree = TreeBuilder.Parse($"<p{attributes}><b{attributes}><b{attributes}>x");
        Assert.Equal(3, tree.Nodes.ToArray().Sum(n => n.Attributes));
        AssertBounded(attributes, tree);
    }

    [Fact]
    public void An_element_too_deep_is_left_out_and_its_place_kept()
    {
        const int Open = 2 * TreeBuilder.MaximumDepth;
        var source = string.Concat(Enumerable.Repeat("<div>", Open)) + "<p>a</p><p>b</p>" + string.Concat(Enumerable.Repeat("</div>", Open)) + "<p>c";
        var tree = TreeBuilder.Parse(source);
        Assert.Equal((TreeBuilder.MaximumDepth - 2) * "<div>".Length, tree.TooDeepAt);
        var paragraphs = Enumerable.Range(0, tree.Nodes.Length).Where(n => tree.Nodes[n].Name == ElementName.P).ToList();
        Assert.Equal(["a", "b", "c"], paragraphs.Select(tree.TextContent));
        Assert.Equal(ElementName.Body, tree.Nodes[tree.Nodes[paragraphs[2]].Parent].Name);
    }

    private static void AssertBounded(string source, MarkupTree tree)
    {
        Assert.InRange(tree.Nodes.Length, 1, source.Length + 2000);
        var depth = new int[tree.Nodes.Length];
        var order = new Stack<int>([0]);
        var seen = 0;
        while (order.TryPop(out var node))
        {
            seen++;
            for (var child = tree.Nodes[node].FirstChild; child >= 0; child = tree.Nodes[child].Next)
            {
                depth[child] = depth[node] + 1;
                order.Push(child);
            }
        }

        Assert.InRange(seen, 1, tree.Nodes.Length);
        Assert.InRange(depth.Max(), 0, 2 * OpenElements.Capacity);
    }
}
