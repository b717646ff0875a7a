using Crosscheck.Articles.Metadata;

namespace Crosscheck.Articles.Html;

/// <summary>Quotations set apart that only repeat, perhaps shortened, what a paragraph says. No class tells them from quotations that are part of the text.</summary>
internal static class PullQuotes
{
    private const int FewestWords = 8;
    private const int Longest = 400;
    private const double Share = 0.8;

    /// <summary>A page that sets more quotations apart is made of them, and each is compared with every paragraph.</summary>
    private const int Most = 40;

    public static List<int> Drop(Page page, List<int> blocks)
    {
        if (blocks.Count(b => IsQuotation(page, page.Blocks[b])) > Most) return blocks;
        HashSet<string>[]? words = null;
        return blocks.FindAll(b => !IsRepeated(b));

        bool IsRepeated(int b)
        {
            var block = page.Blocks[b];
            if (block.Length > Longest || !IsQuotation(page, block)) return false;
            var own = Words(block);
            if (own.Count < FewestWords) return false;
            words ??= [.. blocks.Select(other => IsQuotation(page, page.Blocks[other]) ? [] : Words(page.Blocks[other]))];
            return words.Any(other => own.Count(other.Contains) >= own.Count * Share);
        }
    }

    private static bool IsQuotation(Page page, TextBlock block) => page.Nearest(block.Leaf, Tag.Blockquote) >= 0;

    private static HashSet<string> Words(TextBlock block) => [.. ReadableText.Loose(block.Text).Split(' ').Where(w => w.Length > 3)];
}
