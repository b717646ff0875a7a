using System.Collections.Immutable;
using System.Text;
using Crosscheck.Diagnostics;
using Crosscheck.Text;

namespace Crosscheck.Articles.Html;

/// <summary>From a decoded HTML page to its articles. Thread-safe.</summary>
internal sealed class HtmlReader
{
    public ImmutableArray<Article> Read(SourceText decoded, GivenMetadata given, string path, List<Diagnostic> diagnostics)
    {
        var page = Page.Parse(decoded.Value);
        if (page.Scan.TooDeepAt >= 0)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.MarkupTooDeep, Severity.Warning, path, new TextSpan(page.Scan.TooDeepAt, page.Scan.TooDeepAt + 1),
                $"Elements are nested more than {MarkupScan.MaximumDepth} deep; the rest is read as if it stood at that depth."));
        }

        var found = BodyFinder.Find(page, BlockScores.Of(page));
        if (found.Blocks.IsEmpty)
        {
            diagnostics.Add(new Diagnostic(DiagnosticCode.NoArticle, Severity.Warning, path, null, "The page holds no running text."));
            return [];
        }

        return [Assemble(page, found)];
    }

    private static Article Assemble(Page page, FoundBody found)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>(found.Blocks.Length);
        var span = page.Blocks[found.Blocks[0]].Source;
        foreach (var b in found.Blocks)
        {
            var block = page.Blocks[b];
            if (text.Length > 0) text.Append("\n\n");
            var start = text.Length;
            text.Append(block.Text);
            blocks.Add(new Block(KindOf(page, block), new TextSpan(start, text.Length), block.Source));
            span = span.Cover(block.Source);
        }

        return new Article { DocumentSpan = span, Body = new SourceText(text.ToString()), Blocks = blocks.MoveToImmutable() };
    }

    private static BlockKind KindOf(Page page, TextBlock block)
    {
        for (var n = block.Node; n >= 0; n = page.Nodes[n].Parent)
        {
            switch (page.Nodes[n].Tag)
            {
                case >= Tag.H1 and <= Tag.H6: return BlockKind.Subheading;
                case Tag.Li or Tag.Dd or Tag.Dt: return BlockKind.ListItem;
                case Tag.Blockquote: return BlockKind.Quotation;
                case Tag.Td or Tag.Th or Tag.Tr: return BlockKind.TableRow;
            }
        }

        return BlockKind.Paragraph;
    }
}
