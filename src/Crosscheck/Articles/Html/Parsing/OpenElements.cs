namespace Crosscheck.Articles.Html.Parsing;

/// <param name="Name">The name of an HTML element; <see cref="ElementName.Foreign"/> of any other.</param>
internal readonly record struct OpenElement(int Node, ElementName Name, Traits Traits);

/// <summary>The stack of open elements (section 13.2.4.2), of bounded depth. Searches are linear in that depth; names that are not on the stack cost nothing.</summary>
internal sealed class OpenElements
{
    /// <summary>More than the tree builder ever pushes.</summary>
    public const int Capacity = 512;

    private readonly OpenElement[] _items = new OpenElement[Capacity];
    private readonly int[] _counts = new int[byte.MaxValue + 1];

    public int Count { get; private set; }

    public ref readonly OpenElement Top => ref _items[Count - 1];

    public ref readonly OpenElement this[int index] => ref _items[index];

    /// <summary>Whether the current node is an element of SVG or MathML.</summary>
    public bool IsForeign => Count > 0 && Top.Traits.HasAny(Traits.Foreign);

    public bool Has(ElementName name) => _counts[(int)name] > 0;

    public void Push(OpenElement element)
    {
        _items[Count++] = element;
        _counts[(int)element.Name]++;
    }

    public void Pop() => _counts[(int)_items[--Count].Name]--;

    public void RemoveAt(int index)
    {
        _counts[(int)_items[index].Name]--;
        Count--;
        _items.AsSpan(index + 1, Count - index).CopyTo(_items.AsSpan(index));
    }

    public void InsertAt(int index, OpenElement element)
    {
        _items.AsSpan(index, Count - index).CopyTo(_items.AsSpan(index + 1));
        _items[index] = element;
        Count++;
        _counts[(int)element.Name]++;
    }

    public void Replace(int index, OpenElement element)
    {
        _counts[(int)_items[index].Name]--;
        _items[index] = element;
        _counts[(int)element.Name]++;
    }

    public int IndexOf(int node)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (_items[i].Node == node) return i;
        }

        return -1;
    }

    public int LastIndexOf(ElementName name)
    {
        if (!Has(name)) return -1;
        var i = Count - 1;
        while (_items[i].Name != name) i--;
        return i;
    }

    /// <summary>Whether an element is nearer to the top than any that has one of the traits, which end the scope.</summary>
    public bool InScope(ElementName name, Traits ends = Traits.Scope)
    {
        if (!Has(name)) return false;
        for (var i = Count - 1; i >= 0; i--)
        {
            if (_items[i].Name == name) return true;
            if (_items[i].Traits.HasAny(ends)) return false;
        }

        return false;
    }

    /// <summary><see cref="InScope"/> of one element, given its place on the stack.</summary>
    public bool IsInScope(int index)
    {
        for (var i = Count - 1; i > index; i--)
        {
            if (_items[i].Traits.HasAny(Traits.Scope)) return false;
        }

        return true;
    }

    public bool HeadingInScope()
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (_items[i].Name is >= ElementName.H1 and <= ElementName.H6) return true;
            if (_items[i].Traits.HasAny(Traits.Scope)) return false;
        }

        return false;
    }

    /// <summary>Pops the topmost element of a name and all above it.</summary>
    public void PopThrough(ElementName name) => PopTo(Math.Max(0, LastIndexOf(name)));

    public void PopTo(int count)
    {
        while (Count > count) Pop();
    }

    /// <summary>"Generate implied end tags", except for one name (section 13.2.6.3).</summary>
    public void PopImplied(ElementName except = ElementName.Unknown)
    {
        while (Top.Traits.HasAny(Traits.Implied) && Top.Name != except) Pop();
    }
}
