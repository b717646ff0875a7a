using System.Collections.Immutable;
using Crosscheck.Articles.Notices;

namespace Crosscheck.Articles.Html;

/// <summary>Takes the blocks that are nothing but notices (translated by, corrected, reporting by) out of a body's edges.</summary>
internal static class NoticeBlocks
{
    private const int AtTheStart = 2;
    private const int AtTheEnd = 4;
    private const int Behind = 4;

    /// <summary>Removes them from <paramref name="body"/>; blocks shortly behind the body are read too.</summary>
    public static ImmutableArray<Notice> Take(Page page, List<int> body)
    {
        var notices = ImmutableArray.CreateBuilder<Notice>();
        if (body.Count == 0) return [];
        var last = body[^1];
        for (var i = body.Count - 1; i >= 0; i--)
        {
            if (i >= AtTheStart && i < body.Count - AtTheEnd) continue;
            if (body.Count > 1 && Add(page.Blocks[body[i]], notices)) body.RemoveAt(i);
        }

        for (var b = last + 1; b < Math.Min(page.Blocks.Length, last + 1 + Behind); b++) Add(page.Blocks[b], notices);
        notices.Sort((x, y) => x.DocumentSpan.CompareTo(y.DocumentSpan));
        return notices.ToImmutable();
    }

    private static bool Add(TextBlock block, ImmutableArray<Notice>.Builder notices)
    {
        var reading = NoticeFinder.Read(block.Text);
        if (!reading.IsWhole) return false;
        foreach (var notice in reading.Notices)
        {
            notices.Add(new Notice(notice.Kind, block.Source, block.Text.Substring(notice.Span.Start, notice.Span.Length), notice.Names));
        }

        return true;
    }
}
