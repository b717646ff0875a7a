using System.Globalization;
using System.Text;
using Crosscheck.Articles.Html;

namespace Crosscheck.Eval.Bodies;

/// <summary>A page's blocks for a person who labels it: number, element, class words, text cut in its middle; runs of menu entries as one line.</summary>
internal static class BlockListing
{
    private const int Shown = 76;

    public static EvalTask Task { get; } = new("blocks", "a folder of pages -> their blocks as text, to label bodies by", Run);

    private static Tally Run(string input, string output, int threads)
    {
        using var writer = Lines.Create(output);
        var items = 0;
        foreach (var path in Directory.GetFiles(input, "*.html*").Order(StringComparer.Ordinal))
        {
            Write(writer, PageFile.IdOf(path), PageFile.Parse(path));
            items++;
        }

        return new Tally(items, 0);
    }

    private static void Write(TextWriter to, string id, Page page)
    {
        to.WriteLine($"=== {id} | {page.Language} | {Cut(page.Title)}");
        for (var b = 0; b < page.Blocks.Length;)
        {
            var end = b;
            while (end < page.Blocks.Length && IsMenuEntry(page, page.Blocks[end])) end++;
            if (end - b > 2)
            {
                to.WriteLine($"  {b}-{end - 1} links: {Cut(page.Blocks[b].Text)} / {Cut(page.Blocks[end - 1].Text)}");
                b = end;
                continue;
            }

            var block = page.Blocks[b];
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{b} {Place(page, block)} {block.Length}{(block.LinkShare > 0.5 ? "L" : string.Empty)}: {Cut(block.Text)}"));
            b++;
        }
    }

    private static bool IsMenuEntry(Page page, TextBlock block) =>
        (block.LinkShare > 0.6 && block.Length < 160) || block.Length < 8 || page.MarkOf(block) is Mark.Navigation or Mark.Cookies or Mark.Footer or Mark.Comments or Mark.Share or Mark.Newsletter;

    private static string Place(Page page, TextBlock block)
    {
        var place = new StringBuilder();
        var words = 0;
        for (var n = block.Leaf; n >= 0 && words < 1; n = page.Nodes[n].Parent)
        {
            ref readonly var node = ref page.Nodes[n];
            if (n != block.Leaf && node.Words.Length == 0 && node.Tag is Tag.Div or Tag.Span or Tag.Section) continue;
            place.Append(place.Length > 0 ? "<" : string.Empty).Append(node.Tag.ToString().ToLowerInvariant());
            if (node.Words.Length == 0) continue;
            place.Append('.').Append(node.Words.AsSpan(0, Math.Min(node.Words.Length, 18)));
            words++;
        }

        return place.ToString();
    }

    private static string Cut(string text)
    {
        var line = text.Replace('\n', '/');
        return line.Length <= Shown ? line : string.Concat(line.AsSpan(0, Shown - 26), " ... ", line.AsSpan(line.Length - 18));
    }
}
