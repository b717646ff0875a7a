using Crosscheck.Articles.Captions;

namespace Crosscheck.Articles.Html;

/// <summary>Which of the blocks outside the body are captions of the article's pictures: by their marks, by the figure they stand in, by their form.</summary>
/// <param name="body">The body's blocks, in order.</param>
internal sealed class PictureTexts(Page page, IReadOnlyList<int> body)
{
    private const int LongestCredit = 160;
    private const int LongestItalic = 250;
    private const int Behind = 2;

    public bool IsCaption(int b)
    {
        var block = page.Blocks[b];
        if (block.Text.Count(char.IsLetterOrDigit) < 3) return false;
        var marked = page.MarkOf(block) == Mark.Caption;
        var cue = BlockCues.Of(block.Text);
        if (!marked && !IsInFigure(block) && !IsCredit(b, block, cue) && !(body.Count > 0 && b < body[^1] && IsSetAsCaption(block))) return false;
        // A label, the title or the picture of another article, a button.
        if (cue is BlockCue.Advertisement or BlockCue.Share or BlockCue.Newsletter or BlockCue.Comments || (block.LinkShare > 0.9 && cue != BlockCue.Credit)) return false;
        return !(page.Nearest(block.Leaf, Tag.A) >= 0 && Tags.IsHeading(page.Nodes[block.Node].Tag)) && !IsOfAnother(block);
    }

    /// <summary>A line in italics that closes with a picture's credit, whatever it stands in.</summary>
    public static bool IsSetAsCaption(TextBlock block) => block.Length < LongestItalic && block.ItalicChars > block.Length * 0.9 && CaptionParser.LooksLikeCaption(block.Text);

    /// <summary>In a figure that says nothing else of itself.</summary>
    private bool IsInFigure(TextBlock block) => page.MarkOf(block) is Mark.None or Mark.Body && page.Nearest(block.Leaf, Tag.Figure) >= 0;

    /// <summary>A line that is a picture's credit and stands where the article's pictures do.</summary>
    private bool IsCredit(int b, TextBlock block, BlockCue cue)
    {
        if (cue != BlockCue.Credit || block.Length > LongestCredit || body.Count == 0 || page.MarkOf(block) is not (Mark.None or Mark.Body or Mark.Headline or Mark.Header or Mark.Byline or Mark.Date)) return false;
        // Below the text "©" is the house's own.
        return b < body[^1] || (b <= body[^1] + Behind && !block.Text.Contains('\u00A9', StringComparison.Ordinal) && CaptionParser.Parse(block.Text).Credit is not null);
    }

    /// <summary>Whether an <c>article</c> holds it that holds nothing of the body.</summary>
    private bool IsOfAnother(TextBlock block)
    {
        var article = page.Nearest(block.Leaf, Tag.Article);
        if (article < 0 || body.Count == 0) return false;
        ref readonly var node = ref page.Nodes[article];
        foreach (var b in body)
        {
            if (b >= node.FirstBlock && b < node.EndBlock) return false;
        }

        return true;
    }
}
