using System.Text;
using Crosscheck.Articles.Html.Parsing;
using Xunit;

namespace Crosscheck.Tests.Articles.Parsing;

/// <summary>
/// The tree is the standard's: AngleSharp's on all markup where AngleSharp follows the standard, and on the rest the one written out here. The rest is: a reference
/// without a name, U+0000, an end tag <c>th</c> in a <c>td</c>, choices (read by rules the standard has since dropped), forms in templates, an end tag of
/// a foreign element inside HTML inside it, <c>&lt;/p&gt;</c> in drawings.
/// </summary>
public sealed class TreeConstructionTests
{
    private const int Soups = 4000;

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<a>", "</a>", "<font color=a>", "<font size=1>", "</font>", "<u>", "</u>", "<nobr>", "</nobr>", "<em>", "</em>",
        "<code>", "</code>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<tbody>", "</tbody>", "<thead>", "<tfoot>", "<caption>", "</caption>", "<col>", "<colgroup>", "</colgroup>",
        "<ul>", "</ul>", "<li>", "</li>", "<dl>", "<dt>", "<dd>", "</dd>", "<h1>", "</h1>", "<h2>", "<form>", "</form>", "<input>", "<input type=hidden>", "<button>", "</button>", "<span>", "</span>",
        "<x-y>", "</x-y>", "<object>", "</object>", "<marquee>", "</marquee>", "<br>", "</br>", "<hr>", "<img>", "<ruby>", "<rt>", "<rp>", "</ruby>", "<section>", "</section>", "<address>",
        "<center>", "</center>", "<article>", "</article>", "<details>", "<summary>", "<noscript>", "</noscript>", "<title>", "</title>", "<script>", "</script>", "<style>", "</style>",
        "<textarea>", "</textarea>", "<iframe>", "</iframe>", "<xmp>", "<plaintext>", "<meta>", "<link>", "<head>", "</head>", "<body>", "</body>", "<html>", "</html>", "<!-- c -->", "<p class=a>",
        "x", "y", " ", "\n", "\r", "&amp;", "&lt", "<!doctype html>", "<!x>", "<?x>", "<svg>", "</svg>", "<g>", "</g>",
    ];

    public static TheoryData<string> Agreed => [.. MarkupCases.All.Where(m => !Differing.ContainsKey(m))];

    /// <summary>Where AngleSharp departs from the standard, what the standard asks for.</summary>
    private static readonly Dictionary<string, string> Differing = new(StringComparer.Ordinal)
    {
        ["a&;b"] = "<html|<head|<body| \"a&;b\"",
        ["<table><td>a</th>b"] = "<html|<head|<body| <table 0|  <tbody|   <tr|    <td 7|     \"ab\"",
        ["<p>a<select><option>b</p></select>c"] = "<html|<head|<body| <p 0|  \"a\"|  <select 4|   <option 12|    \"b\"|    <p|  \"c\"",
        ["<html><head></head><template>a</template> <body>b"] = "<html 0|<head 6| <template 19|  \"a\"|\" \"|<body 42| \"b\"",
        ["<svg><title>a<b>c</title></svg>d"] = "<html|<head|<body| <Svg:svg|  <Svg:title 5|   \"a\"|   <b 13|    \"cd\"",
        ["<svg>\0a</svg>"] = "<html|<head|<body| <Svg:svg|  \"\uFFFDa\"",
        ["<math><mi>a<b>c</mi>d</math>e"] = "<html|<head|<body| <MathMl:math|  <MathMl:mi 6|   \"a\"|   <b 11|    \"cde\"",
        ["<math><mi><malignmark/>a</math>b"] = "<html|<head|<body| <MathMl:math|  <MathMl:mi 6|   <MathMl:malignmark 10|   \"a\"| \"b\"",
        ["<math><annotation-xml><mi>a</math>b"] = "<html|<head|<body| <MathMl:math|  <MathMl:annotation-xml 6|   <MathMl:mi 22|    \"a\"| \"b\"",
    };

    public static TheoryData<string, string> Departures
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (markup, tree) in Differing) rows.Add(markup, tree);
            rows.Add("\0<html lang=a>b", "<html|<head|<body| \"b\"");
            rows.Add("<select><div>a<option>b<option>c</div>d</select>e", "<html|<head|<body| <select 0|  <div 8|   \"a\"|   <option 14|    \"b\"|   <option 23|    \"c\"|  \"d\"| \"e\"");
            rows.Add("<select>a<select>b", "<html|<head|<body| <select 0|  \"a\"| \"b\"");
            rows.Add("<select>a<input>b", "<html|<head|<body| <select 0|  \"a\"| <input 9| \"b\"");
            rows.Add("<div><select>a</div>b", "<html|<head|<body| <div 0|  <select 5|   \"ab\"");
            rows.Add("<template><form>a<form>b", "<html|<head| <template 0|  <form 10|   \"a\"|   <form 17|    \"b\"|<body");
            rows.Add("<template><tr><form>a", "<html|<head| <template 0|  <tr 10|  \"a\"|<body");
            rows.Add("<table><pre><tfoot>a", "<html|<head|<body| <pre 7| \"a\"| <table 0|  <tfoot 12");
            rows.Add("<p><svg><button></p>a", "<html|<head|<body| <p 0|  <Svg:svg|   <Svg:button 8| \"a\"");
            rows.Add("<table>\n<", "<html|<head|<body| \"\\n<\"| <table 0");
            rows.Add("<frameset><frame>a<noframes><p>b</noframes></frameset>c", "<html|<head|<body| \"a\"| <noframes 18|  <p 28|   \"bc\"");
            return rows;
        }
    }

    [Fact]
    public void Every_case_is_a_case_of_its_own() => Assert.Equal(MarkupCases.All.Distinct(StringComparer.Ordinal).Count(), MarkupCases.All.Count());

    [Theory]
    [MemberData(nameof(Agreed))]
    public void The_tree_is_that_of_AngleSharp(string markup) => Assert.Equal(TreeText.ByAngleSharp(markup), TreeText.Of(markup));

    [Theory]
    [MemberData(nameof(Departures))]
    public void Where_AngleSharp_departs_the_tree_is_the_standards(string markup, string tree)
    {
        // Below the root everything is a step deeper.
        var lines = tree.Split('|');
        Assert.Equal(lines[0] + "\n" + string.Concat(lines.Skip(1).Select(l => $" {l}\n")), TreeText.Of(markup));
    }

    [Fact]
    public void The_tree_of_a_tag_soup_is_that_of_AngleSharp()
    {
        for (var seed = 0; seed < Soups; seed++)
        {
            var soup = Soup(seed);
            var expected = TreeText.ByAngleSharp(soup);
            Assert.True(expected == TreeText.Of(soup), $"seed {seed}: {soup}\n{expected}\n{TreeText.Of(soup)}");
        }
    }

    /// <summary>The tree's links agree with each other, and every range lies in the source.</summary>
    [Fact]
    public void Any_tree_is_sound()
    {
        foreach (var markup in MarkupCases.All.Concat(Enumerable.Range(Soups, 500).Select(Soup)))
        {
            var nodes = TreeBuilder.Parse(markup).Nodes;
            for (var n = 0; n < nodes.Length; n++)
            {
                var node = nodes[n];
                if (node.Kind != NodeKind.Document && node.Start >= 0) Assert.InRange(node.End, node.Start + 1, markup.Length);
                var last = -1;
                for (var child = node.FirstChild; child >= 0; child = nodes[child].Next)
                {
                    Assert.Equal(n, nodes[child].Parent);
                    Assert.Equal(last, nodes[child].Previous);
                    last = child;
                }

                Assert.Equal(last, node.LastChild);
            }
        }
    }

    private static string Soup(int seed)
    {
        // A generator of its own: the same soups on every machine.
        var state = ((uint)seed * 2654435761) + 1;
        var soup = new StringBuilder();
        for (var i = Next(22) + 3; i > 0; i--) soup.Append(Pieces[Next(Pieces.Length)]);
        return soup.ToString();

        int Next(int below)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)below);
        }
    }
}
