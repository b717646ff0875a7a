namespace Crosscheck.Articles.Html;

/// <summary>
/// Decides which mark holds for each element. A word such as <c>sidebar</c> on an element that holds most of the page's running text says how
/// the page is laid out, not what the text is: such a mark is dropped. Inside comments, related links and the like, inner words change nothing.
/// </summary>
internal static class MarkResolver
{
    private const double TooMuch = 0.4;
    private const double MostByFar = 0.9;

    public static void Resolve(PageNode[] nodes, TextBlock[] blocks)
    {
        var running = new int[blocks.Length + 1];
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i];
            var counts = block.Length >= 60 && block.LinkShare < 0.3;
            running[i + 1] = running[i] + (counts ? block.Length : 0);
        }

        var whole = running[^1] - CommentText(nodes, running);
        for (var i = 0; i < nodes.Length; i++)
        {
            ref var node = ref nodes[i];
            var outer = node.Parent < 0 ? Mark.None : nodes[node.Parent].Mark;
            var own = node.Own;
            if (own is not (Mark.None or Mark.Body) && running[node.EndBlock] - running[node.FirstBlock] > whole * (own == Mark.Comments ? MostByFar : TooMuch)) own = Mark.None;
            node.Mark = own == Mark.None || IsClosed(outer) ? outer : own;
        }
    }

    /// <summary>Running text in elements that call themselves comments, which may be most of the page.</summary>
    private static int CommentText(PageNode[] nodes, int[] running)
    {
        var comments = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Own != Mark.Comments) continue;
            var inside = running[nodes[i].EndBlock] - running[nodes[i].FirstBlock];
            if (inside > running[^1] * MostByFar) continue;
            comments += inside;
            i = nodes[i].End - 1;
        }

        return comments;
    }

    /// <summary>Marks whose inside is all of one kind.</summary>
    private static bool IsClosed(Mark mark) => mark is Mark.Comments or Mark.Related or Mark.Share or Mark.Newsletter or Mark.Advertisement or Mark.Cookies
        or Mark.Navigation or Mark.Sidebar or Mark.Footer or Mark.AuthorBox or Mark.Hidden or Mark.Embed or Mark.Caption;
}
