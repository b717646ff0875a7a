namespace Crosscheck.Articles.Html.Parsing;

/// <param name="Node">The element, or -1 for a marker.</param>
/// <param name="Tag">Offset behind the name in the start tag that first made it.</param>
/// <param name="TagEnd">One past that tag.</param>
internal readonly record struct FormattingElement(int Node, ElementName Name, int Tag, int TagEnd)
{
    public bool IsMarker => Node < 0;
}

/// <summary>The list of active formatting elements (section 13.2.4.3). Between two markers it keeps a bounded number: beyond it the oldest are no longer reopened.</summary>
internal sealed class FormattingList(string source)
{
    private const int MostSinceMarker = 20;
    private const int MostAlike = 3;

    private readonly List<FormattingElement> _items = [];

    public int Count => _items.Count;

    public FormattingElement this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    public void AddMarker() => _items.Add(new FormattingElement(-1, ElementName.Unknown, -1, -1));

    /// <summary>Adds an element; of three alike the earliest goes ("Noah's Ark clause").</summary>
    public void Add(FormattingElement element)
    {
        var alike = 0;
        var first = _items.Count;
        for (; first > 0 && !_items[first - 1].IsMarker; first--)
        {
            var other = _items[first - 1];
            if (other.Name != element.Name || !AttributeScanner.AreAlike(source, other.Tag, other.TagEnd, element.Tag, element.TagEnd) || ++alike < MostAlike) continue;
            _items.RemoveAt(first - 1);
            break;
        }

        while (first > 0 && !_items[first - 1].IsMarker) first--;
        if (_items.Count - first >= MostSinceMarker) _items.RemoveAt(first);
        _items.Add(element);
    }

    public void ClearToMarker()
    {
        while (_items.Count > 0)
        {
            var last = _items[^1];
            _items.RemoveAt(_items.Count - 1);
            if (last.IsMarker) return;
        }
    }

    public int IndexOf(int node)
    {
        for (var i = _items.Count - 1; i >= 0 && !_items[i].IsMarker; i--)
        {
            if (_items[i].Node == node) return i;
        }

        return -1;
    }

    /// <summary>The last element of a name behind the last marker, or -1.</summary>
    public int LastIndexOf(ElementName name)
    {
        for (var i = _items.Count - 1; i >= 0 && !_items[i].IsMarker; i--)
        {
            if (_items[i].Name == name) return i;
        }

        return -1;
    }

    public void RemoveAt(int index) => _items.RemoveAt(index);

    public void Insert(int index, FormattingElement element) => _items.Insert(index, element);
}
