using Crosscheck.Articles.Metadata;

namespace Crosscheck.Articles.Html;

/// <summary>Text that a page shows a second time: the whole article in another layout, a standfirst taken from the text, paragraphs as they stood before they were cut up.</summary>
internal static class Repeats
{
    private const int Shortest = 40;

    /// <param name="head">How many blocks at the head may be taken from the text below.</param>
    public static List<int> Drop(Page page, List<int> blocks, int head)
    {
        var texts = blocks.ConvertAll(b => ReadableText.Loose(page.Blocks[b].Text));
        var drop = new bool[blocks.Count];
        var printed = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++) drop[i] = !printed.TryAdd(texts[i], i) && texts[i].Length >= Shortest;
        // A short line may well stand twice; between two paragraphs that do, it is part of the second printing.
        for (var i = 1; i + 1 < texts.Count; i++) drop[i] |= drop[i - 1] && drop[i + 1] && printed[texts[i]] < i;
        for (var i = 0; i < Math.Min(head, texts.Count - 1); i++)
        {
            if (texts[i].Length < Shortest || drop[i]) continue;
            if (Holds(texts, drop, i) is var j and > 0 && (j + 1 == texts.Count || texts[i + 1] != texts[j + 1]))
            {
                drop[i] = true;
                drop[j] = false;
            }
            else
            {
                DropPieces(texts, drop, i);
            }
        }

        var kept = new List<int>(blocks.Count);
        for (var i = 0; i < drop.Length; i++)
        {
            if (!drop[i]) kept.Add(blocks[i]);
        }

        return kept;
    }

    /// <summary>The block further down that holds all words of one at the head, or -1.</summary>
    private static int Holds(List<string> texts, bool[] drop, int i)
    {
        for (var j = i + 1; j < texts.Count; j++)
        {
            if (texts[j].Length >= texts[i].Length && (!drop[j] || texts[j] == texts[i]) && texts[j].Contains(texts[i], StringComparison.Ordinal)) return j;
        }

        return -1;
    }

    /// <summary>Blocks right behind a long one that together say what it says.</summary>
    private static void DropPieces(List<string> texts, bool[] drop, int i)
    {
        var at = 0;
        var j = i + 1;
        while (j < texts.Count && texts[j].Length >= Shortest && texts[j].Length < texts[i].Length && texts[i].IndexOf(texts[j], at, StringComparison.Ordinal) is var found and >= 0)
        {
            at = found + texts[j].Length;
            j++;
        }

        if (j - i > 2 && at > texts[i].Length * 0.8) drop.AsSpan(i + 1, j - i - 1).Fill(true);
    }
}
