namespace Crosscheck.Articles.Html.Parsing;

/// <summary>Formatting elements that are closed and reopened (sections 13.2.4.3 and 13.2.6.4.7).</summary>
internal sealed partial class TreeBuilder
{
    private const int OuterLoops = 8;
    private const int InnerLoops = 3;

    /// <summary>"Reconstruct the active formatting elements".</summary>
    private void Reconstruct()
    {
        var count = _formatting.Count;
        if (count == 0) return;
        var first = count;
        while (first > 0 && !_formatting[first - 1].IsMarker && _open.IndexOf(_formatting[first - 1].Node) < 0) first--;
        for (var i = first; i < count; i++)
        {
            if (_copies-- <= 0 || _open.Count >= HardDepth) return;
            var entry = _formatting[i];
            var copy = Copy(entry.Node);
            var (parent, before) = Place(_open.Top.Node, _open.Top.Name);
            Link(copy, parent, before);
            _open.Push(new OpenElement(copy, entry.Name, ElementNames.TraitsOf(entry.Name)));
            _formatting[i] = entry with { Node = copy };
        }
    }

    /// <summary>The adoption agency algorithm.</summary>
    private void Adopt(ElementName subject)
    {
        if (_open.Top.Name == subject && _formatting.IndexOf(_open.Top.Node) < 0)
        {
            _open.Pop();
            return;
        }

        for (var outer = 0; outer < OuterLoops; outer++)
        {
            var listed = _formatting.LastIndexOf(subject);
            if (listed < 0)
            {
                EndOther(subject);
                return;
            }

            var formatting = _formatting[listed];
            var at = _open.IndexOf(formatting.Node);
            if (at < 0)
            {
                _formatting.RemoveAt(listed);
                return;
            }

            if (!_open.IsInScope(at)) return;
            var furthest = at + 1;
            while (furthest < _open.Count && !_open[furthest].Traits.HasAny(Traits.Special)) furthest++;
            if (furthest == _open.Count)
            {
                _open.PopTo(at);
                _formatting.RemoveAt(listed);
                return;
            }

            MoveInto(formatting, at, furthest);
        }
    }

    /// <summary>One round: the block that the formatting element begins before and ends inside is taken out of it, and the element put inside the block.</summary>
    private void MoveInto(FormattingElement formatting, int at, int furthest)
    {
        var block = _open[furthest].Node;
        var ancestor = _open[at - 1];
        var bookmark = _formatting.IndexOf(formatting.Node);
        var last = block;
        for (int i = furthest - 1, inner = 1; i > at; i--, inner++)
        {
            var element = _open[i];
            var listed = _formatting.IndexOf(element.Node);
            if (inner > InnerLoops && listed >= 0)
            {
                _formatting.RemoveAt(listed);
                if (listed < bookmark) bookmark--;
                listed = -1;
            }

            if (listed < 0)
            {
                _open.RemoveAt(i);
                furthest--;
                continue;
            }

            var copy = Copy(element.Node);
            _formatting[listed] = _formatting[listed] with { Node = copy };
            _open.Replace(i, element with { Node = copy });
            if (last == block) bookmark = listed + 1;
            Unlink(last);
            Link(last, copy, -1);
            last = copy;
        }

        Unlink(last);
        var (parent, before) = Place(ancestor.Node, ancestor.Name);
        Link(last, parent, before);
        var reopened = Copy(formatting.Node);
        MoveChildren(block, reopened);
        Link(reopened, block, -1);
        var old = _formatting.IndexOf(formatting.Node);
        _formatting.RemoveAt(old);
        if (old < bookmark) bookmark--;
        _formatting.Insert(bookmark, formatting with { Node = reopened });
        var opened = _open[at];
        _open.RemoveAt(at);
        _open.InsertAt(furthest, opened with { Node = reopened });
    }

    private void MoveChildren(int from, int to)
    {
        ref var parent = ref _nodes[from];
        for (var child = parent.FirstChild; child >= 0; child = _nodes[child].Next) _nodes[child].Parent = to;
        _nodes[to].FirstChild = parent.FirstChild;
        _nodes[to].LastChild = parent.LastChild;
        parent.FirstChild = parent.LastChild = -1;
    }
}
