namespace Crosscheck.Articles.Html;

/// <summary>How much each block looks like an article's text, in log-odds: above zero more likely than not.</summary>
internal static class BlockScores
{
    public static double[] Of(Page page, TextShape[] shapes)
    {
        var scores = new double[page.Blocks.Length];
        for (var i = 0; i < scores.Length; i++) scores[i] = Score(page, page.Blocks[i], shapes[i]);
        return scores;
    }

    private static double Score(Page page, TextBlock block, TextShape shape)
    {
        var tag = page.Nodes[block.Node].Tag;
        var length = block.Length;
        var score = 0.0;
        if (Tags.IsHeading(tag)) score += length < 150 ? 0.2 : -0.2;
        else if (length >= 80 && shape.EndsSentence) score += 1 + (Math.Min(length, 600) / 200.0);
        else if (length >= 25) score += tag == Tag.P ? 0.4 : 0;
        else score -= tag == Tag.P ? 0.1 : 0.4;
        if (tag is Tag.Li && block.Links > 0) score -= 0.5;
        if (block.LinkShare > 0.4) score -= 1 + block.LinkShare;
        score += page.MarkOf(block) switch
        {
            Mark.None => 0,
            Mark.Body => 0.7,
            Mark.Headline or Mark.Subtitle or Mark.Header or Mark.FactBox => -0.3,
            _ => -2 - Math.Min(length, 400) / 200.0,
        };
        return score;
    }
}
