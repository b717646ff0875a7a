using System.Collections.Immutable;
using System.Text;
using Crosscheck.Articles.Captions;
using Crosscheck.Articles.Metadata;
using Crosscheck.Text;

namespace Crosscheck.Articles.Html;

/// <summary>Joins the blocks of the body to one text (an empty line between two blocks) and lists everything else: captions and furniture, each with its place.</summary>
internal static class ArticleAssembler
{
    private const int LongestSubheading = 120;
    private const string Between = "\n\n";

    /// <summary>An article whose blocks are the page's.</summary>
    public static Article Assemble(Page page, IReadOnlyList<int> body)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>(body.Count);
        var span = body.Count > 0 ? page.Blocks[body[0]].Source : new TextSpan(0, page.Source.Length);
        foreach (var b in body)
        {
            var block = page.Blocks[b];
            if (text.Length > 0) text.Append(Between);
            var start = text.Length;
            text.Append(block.Text);
            var kind = KindOf(page, block);
            if (blocks.Count == 0 && kind == BlockKind.Subheading && (block.Text[^1] == '.' || SubtitleFinder.IsAnnounced(page, b))) kind = BlockKind.Paragraph;
            blocks.Add(new Block(kind, new TextSpan(start, text.Length), block.Source));
            span = span.Cover(block.Source);
        }

        return WithDateline(new Article { DocumentSpan = span, Body = new SourceText(text.ToString()), Blocks = blocks.MoveToImmutable() });
    }

    private static Article WithDateline(Article article) =>
        article.Blocks is [var opening, ..] && Articles.Dateline.At(article.Body.Value, opening.Span) is { } dateline && dateline.Span.End < opening.Span.End
            ? article with { Dateline = dateline.Span, Agencies = dateline.Agency is null ? [] : [Articles.Agencies.NameOf(dateline.Agency) ?? dateline.Agency] }
            : article;

    /// <summary>An article whose text a script holds: its lines are the paragraphs, the script their place.</summary>
    public static Article FromScript(string body, TextSpan place)
    {
        var text = new StringBuilder(body.Length);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (text.Length > 0) text.Append(Between);
            var start = text.Length;
            text.Append(line);
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, text.Length), place));
        }

        return new Article { DocumentSpan = place, Body = new SourceText(text.ToString()), Blocks = blocks.ToImmutable() };
    }

    /// <summary>What was left out, in document order: pictures' captions apart, neighbours of one kind together.</summary>
    public static Article WithFurniture(Article article, Page page, IReadOnlyList<int> body, int headline)
    {
        var kept = new bool[page.Blocks.Length];
        foreach (var b in body) kept[b] = true;
        var captions = ImmutableArray.CreateBuilder<Caption>();
        var furniture = ImmutableArray.CreateBuilder<Furniture>();
        var printed = new HashSet<string>(StringComparer.Ordinal);
        var looseHeadline = article.Headline is null ? string.Empty : ReadableText.Loose(article.Headline.Value);
        var pictures = new PictureTexts(page, body);
        var pending = new List<int>();
        var pendingKind = FurnitureKind.Other;
        var lastCaption = -2;
        for (var b = 0; b <= kept.Length; b++)
        {
            FurnitureKind? kind = null;
            if (b < kept.Length && !kept[b] && b != headline)
            {
                var block = page.Blocks[b];
                var caption = pictures.IsCaption(b);
                if (caption && printed.Add(block.Text))
                {
                    var parts = CaptionParser.Parse(block.Text);
                    if (lastCaption == b - 1 && parts.Text.Length == 0 && captions[^1] is { Credit: null } last && StandAlone(page, b - 1, b))
                        captions[^1] = last with { Credit = parts.Credit, DocumentSpan = last.DocumentSpan.Cover(block.Source) };
                    else
                        captions.Add(new Caption(parts.Text, parts.Credit, parts.Date, block.Source));
                    lastCaption = b;
                }
                else
                {
                    kind = caption ? FurnitureKind.RepeatedCaption : KindOfFurniture(page, b, looseHeadline);
                }
            }

            if (pending.Count > 0 && (kind != pendingKind || pending[^1] != b - 1))
            {
                furniture.Add(Join(page, pending, pendingKind));
                pending.Clear();
            }

            if (kind is { } k)
            {
                pending.Add(b);
                pendingKind = k;
            }
        }

        return article with { Captions = captions.ToImmutable(), Furniture = furniture.ToImmutable() };
    }

    /// <summary>Whether the smallest element with both of two neighbouring blocks in it holds no other.</summary>
    private static bool StandAlone(Page page, int first, int second)
    {
        var n = page.Blocks[second].Node;
        while (n >= 0 && page.Nodes[n].FirstBlock > first) n = page.Nodes[n].Parent;
        return n >= 0 && page.Nodes[n].FirstBlock == first && page.Nodes[n].EndBlock == second + 1;
    }

    private static Furniture Join(Page page, List<int> blocks, FurnitureKind kind)
    {
        var text = new StringBuilder();
        var span = page.Blocks[blocks[0]].Source;
        foreach (var b in blocks)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(page.Blocks[b].Text);
            span = span.Cover(page.Blocks[b].Source);
        }

        return new Furniture(kind, span, text.ToString());
    }

    private static FurnitureKind KindOfFurniture(Page page, int b, string looseHeadline)
    {
        var block = page.Blocks[b];
        if (looseHeadline.Length > 0 && block.Length >= looseHeadline.Length && block.Length < 400 && ReadableText.Loose(block.Text) == looseHeadline) return FurnitureKind.RepeatedHeadline;
        var marked = page.MarkOf(block) switch
        {
            Mark.Comments => FurnitureKind.Comments,
            Mark.Related => FurnitureKind.Related,
            Mark.Share => FurnitureKind.Share,
            Mark.Newsletter => FurnitureKind.Newsletter,
            Mark.Advertisement => FurnitureKind.Advertisement,
            Mark.Cookies => FurnitureKind.Cookies,
            Mark.Navigation or Mark.Header or Mark.Tags or Mark.Sidebar => FurnitureKind.Navigation,
            Mark.Footer or Mark.Paywall => FurnitureKind.Boilerplate,
            Mark.AuthorBox => FurnitureKind.AuthorBox,
            Mark.Byline => FurnitureKind.Byline,
            Mark.Date => FurnitureKind.DateField,
            Mark.PullQuote => FurnitureKind.PullQuote,
            Mark.Embed => FurnitureKind.EmbeddedPost,
            Mark.Widget => FurnitureKind.Widget,
            _ => FurnitureKind.Other,
        };
        if (marked != FurnitureKind.Other) return marked;
        if (page.Nearest(block.Leaf, Tag.Blockquote) >= 0) return FurnitureKind.PullQuote;
        if (BodyEdges.IsDate(block)) return FurnitureKind.DateField;
        return BlockCues.Of(block.Text) switch
        {
            BlockCue.Related => FurnitureKind.Related,
            BlockCue.Share => FurnitureKind.Share,
            BlockCue.Comments => FurnitureKind.Comments,
            BlockCue.Newsletter => FurnitureKind.Newsletter,
            BlockCue.Byline => FurnitureKind.Byline,
            BlockCue.Cookies => FurnitureKind.Boilerplate,
            BlockCue.Advertisement => FurnitureKind.Advertisement,
            BlockCue.Tags or BlockCue.Navigation => FurnitureKind.Navigation,
            _ => block.LinkShare > 0.6 ? FurnitureKind.Navigation : FurnitureKind.Other,
        };
    }

    private static BlockKind KindOf(Page page, TextBlock block)
    {
        for (var n = block.Node; n >= 0 && page.Nodes[n].Tag is not (Tag.Article or Tag.Main); n = page.Nodes[n].Parent)
        {
            switch (page.Nodes[n].Tag)
            {
                // Some pages set a whole lead paragraph as a heading.
                case >= Tag.H1 and <= Tag.H6: return block.Length > LongestSubheading && TextShape.Of(block.Text).EndsSentence ? BlockKind.Paragraph : BlockKind.Subheading;
                case Tag.Li or Tag.Dd or Tag.Dt: return BlockKind.ListItem;
                case Tag.Blockquote: return BlockKind.Quotation;
                case Tag.Td or Tag.Th or Tag.Tr: return BlockKind.TableRow;
            }
        }

        return IsSetAsHeading(block) ? BlockKind.Subheading : BlockKind.Paragraph;
    }

    /// <summary>A short line, all in bold, that is no sentence.</summary>
    private static bool IsSetAsHeading(TextBlock block) => block.Length < LongestSubheading && block.BoldChars == block.Length && block.Text.Contains(' ', StringComparison.Ordinal) && !TextShape.Of(block.Text).EndsSentence;
}
