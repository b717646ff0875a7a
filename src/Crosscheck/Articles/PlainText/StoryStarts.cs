using System.Collections.Immutable;
using Crosscheck.Articles.Captions;
using Crosscheck.Text;

namespace Crosscheck.Articles.PlainText;

/// <summary>
/// The stories whose heads a page prints twice: a headline, its picture's caption and some buttons, and the headline once more.
/// Two printings with nothing of a story between them mark the start of one beyond doubt.
/// </summary>
internal static class StoryStarts
{
    private const int HeadBlocks = 10;
    private const int LongestCaption = 450;
    private const int ShortestParagraph = 60;

    /// <summary>Indexes, in order, of the blocks at which a story begins.</summary>
    public static List<int> Find(SourceText document, ImmutableArray<PageBlock> blocks)
    {
        var starts = new List<int>();
        var headEnd = -1;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (i <= headEnd || !HeadlineForm.Fits(document.Value, blocks[i].Span)) continue;
            // Most lines stand once: only those that come again soon are worth a closer look.
            if (!ComesAgain(document, blocks, i) || WidgetTexts.KindOf(document[blocks[i].Span]) is not null || CaptionParser.LooksLikeCaption(document[blocks[i].Span])) continue;
            if (SecondPrinting(document, blocks, i) is not { } second) continue;
            starts.Add(i);
            headEnd = second;
        }

        return starts;
    }

    private static bool ComesAgain(SourceText document, ImmutableArray<PageBlock> blocks, int first)
    {
        for (var j = first + 1; j < Math.Min(blocks.Length, first + HeadBlocks); j++)
        {
            if (document[blocks[j].Span].SequenceEqual(document[blocks[first].Span])) return true;
        }

        return false;
    }

    private static int? SecondPrinting(SourceText document, ImmutableArray<PageBlock> blocks, int first)
    {
        var last = -1;
        for (var j = first + 1; j < Math.Min(blocks.Length, first + HeadBlocks); j++)
        {
            if (document[blocks[j].Span].SequenceEqual(document[blocks[first].Span]))
            {
                last = j;
                break;
            }

            if (!IsOfHead(document, blocks, j, first)) break;
        }

        return last >= 0 && TextFollows(document, blocks, last) ? last : null;
    }

    /// <summary>Two equal lines are a refrain as well as a headline; under a headline a paragraph follows soon.</summary>
    private static bool TextFollows(SourceText document, ImmutableArray<PageBlock> blocks, int last)
    {
        for (var i = last + 1; i < Math.Min(blocks.Length, last + HeadBlocks); i++)
        {
            var span = blocks[i].Span;
            if (span.Length > ShortestParagraph && span.Length > blocks[last].Span.Length && Seams.SeamPlaces.EndsSentence(document.Value, span.Start, span.End)) return true;
        }

        return false;
    }

    private static bool IsOfHead(SourceText document, ImmutableArray<PageBlock> blocks, int i, int first)
    {
        var span = blocks[i].Span;
        if (span.Length > LongestCaption) return false;
        var line = document[span];
        if (WidgetTexts.KindOf(line) is not null || CaptionParser.LooksLikeCaption(line) || Byline.Read(line) is not null || DateField.Read(document.Value, span) is not null) return true;
        if (i + 1 < blocks.Length && line.SequenceEqual(document[blocks[i + 1].Span])) return true;
        return (i > first + 1 && line.SequenceEqual(document[blocks[i - 1].Span])) || (span.Length < 160 && !Seams.SeamPlaces.EndsSentence(document.Value, span.Start, span.End));
    }
}
