namespace Crosscheck.Articles.Html;

/// <summary>What a part of a heading is. The order is that of preference for the headline.</summary>
internal enum HeadingPart : byte
{
    /// <summary>A kicker, a line below, a date, a label, a mark that only readers of the source see.</summary>
    Beside,
    Plain,
    Headline,
}

/// <summary>Many pages set a kicker or a second line inside the element of the headline. Such parts become blocks of their own, so that the headline is what is left.</summary>
internal static class HeadingParts
{
    // The longest first: a subtitle ends like a title.
    private static readonly (string Word, HeadingPart Part)[] Words =
    [
        .. Lexicons.Rows("heading-words.tsv").SelectMany(row => row.Values.Split(' ').Select(word => (word, Enum.Parse<HeadingPart>(row.Key, ignoreCase: true)))).OrderByDescending(w => w.word.Length),
    ];

    /// <summary>What an inline element inside a heading says it is, by its tag, its class words and its item property.</summary>
    public static HeadingPart Of(Tag tag, Mark mark, string words, string? property)
    {
        if (tag is Tag.Small or Tag.Time || mark == Mark.Hidden) return HeadingPart.Beside;
        var part = property == "headline" ? HeadingPart.Headline : HeadingPart.Plain;
        foreach (var value in words.Split(' '))
        {
            var before = string.Empty;
            foreach (var word in value.Split('-'))
            {
                var said = Said(before + word);
                if (said == HeadingPart.Beside) return said;
                if (said == HeadingPart.Headline) part = said;
                before = word;
            }
        }

        return part;
    }

    /// <summary>What the end of a compound says ("articleoverline"; "over-line" comes as one).</summary>
    private static HeadingPart Said(string compound)
    {
        foreach (var (word, part) in Words)
        {
            if (compound.EndsWith(word, StringComparison.Ordinal)) return part;
        }

        return HeadingPart.Plain;
    }

    /// <summary>Whether a block stands in a heading beside one that is rather the headline.</summary>
    public static bool IsBeside(Page page, int block)
    {
        var part = PartOf(page, block);
        return Better(page, block, part, -1) || Better(page, block, part, 1);
    }

    private static bool Better(Page page, int block, HeadingPart part, int step)
    {
        var node = page.Blocks[block].Node;
        for (var b = block + step; b >= 0 && b < page.Blocks.Length && page.Blocks[b].Node == node; b += step)
        {
            if (PartOf(page, b) > part && page.Blocks[b].Text.Any(char.IsLetter)) return true;
        }

        return false;
    }

    private static HeadingPart PartOf(Page page, int block)
    {
        for (var n = page.Blocks[block].Leaf; n > page.Blocks[block].Node; n = page.Nodes[n].Parent)
        {
            if (page.Nodes[n].Part != HeadingPart.Plain) return page.Nodes[n].Part;
        }

        return HeadingPart.Plain;
    }
}
