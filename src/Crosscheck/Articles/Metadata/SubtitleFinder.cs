using System.Collections.Frozen;
using System.Collections.Immutable;
using Crosscheck.Articles.Html;
using Crosscheck.Text;

namespace Crosscheck.Articles.Metadata;

/// <summary>The standfirst: the line or short paragraph between the headline and the text that the page marks as such. It may be the body's first block.</summary>
internal static class SubtitleFinder
{
    private const int Behind = 8;
    private const int Shortest = 15;
    private const int Longest = 600;

    /// <summary>How far up from the text the announcing element may stand.</summary>
    private const int Levels = 3;

    private static readonly FrozenSet<string> Words = EmbeddedLexicon.Lines("Articles/Lexicon/standfirst-words.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The block that shows it, or -1.</summary>
    /// <param name="headline">The block that shows the headline, or -1.</param>
    public static int Find(Page page, ImmutableArray<int> body, int headline)
    {
        if (headline < 0) return -1;
        // The first of the body at most.
        var first = body.Where(b => b > headline).DefaultIfEmpty(page.Blocks.Length).First();
        var end = Math.Min(Math.Min(page.Blocks.Length, headline + 1 + Behind), first + 1);

        for (var b = headline + 1; b < end; b++)
        {
            var block = page.Blocks[b];
            if (block.Length is >= Shortest and <= Longest && block.LinkShare < 0.5 && (b == first || MayStand(page.MarkOf(block))) && IsAnnounced(page, b)) return b;
        }

        return -1;
    }

    private static bool MayStand(Mark mark) => mark is Mark.None or Mark.Body or Mark.Subtitle or Mark.Headline or Mark.Header;

    /// <summary>Whether the element of a block, or one around it that holds little else, is named or marked as a standfirst.</summary>
    public static bool IsAnnounced(Page page, int b)
    {
        var level = 0;
        for (var n = page.Blocks[b].Leaf; n >= 0 && level < Levels; n = page.Nodes[n].Parent, level++)
        {
            ref readonly var node = ref page.Nodes[n];
            // An element with the text in it announces something else.
            if (node.EndBlock - node.FirstBlock > 2) return false;
            if (node.Own == Mark.Subtitle || (node.Describes && node.Element.GetAttribute("itemprop") is "alternativeHeadline" or "description" or "abstract") || Says(node.Words)) return true;
        }

        return false;
    }

    private static bool Says(string words)
    {
        foreach (var value in words.Split(' '))
        {
            var parts = value.Split('-');
            // What opens every part of a series says nothing of this one.
            if (parts.Contains("series")) continue;
            for (var i = 0; i < parts.Length; i++)
            {
                if (Words.Contains(parts[i]) || (i > 0 && Words.Contains(parts[i - 1] + "-" + parts[i]))) return true;
            }
        }

        return false;
    }
}
