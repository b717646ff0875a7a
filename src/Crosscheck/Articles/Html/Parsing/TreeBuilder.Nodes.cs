namespace Crosscheck.Articles.Html.Parsing;

/// <summary>Creating and inserting nodes (section 13.2.6.1).</summary>
internal sealed partial class TreeBuilder
{
    private MarkupNode[] _nodes;
    private int _count;

    /// <summary>Copies of formatting elements that may still be made.</summary>
    private int _copies;

    private int NewNode(NodeKind kind, int start, int end)
    {
        if (_count == _nodes.Length) Array.Resize(ref _nodes, _count * 2);
        ref var node = ref _nodes[_count];
        node.Parent = node.FirstChild = node.LastChild = node.Previous = node.Next = -1;
        node.Kind = kind;
        node.Start = start;
        node.End = end;
        return _count++;
    }

    /// <summary>"The appropriate place for inserting a node": a parent, and the child it goes before or -1.</summary>
    private (int Parent, int Before) Place(int target, ElementName name)
    {
        if (!_fostering || !ElementNames.TraitsOf(name).HasAny(Traits.TablePart)) return (target, -1);
        var template = _open.LastIndexOf(ElementName.Template);
        var table = _open.LastIndexOf(ElementName.Table);
        if (template > table) return (_open[template].Node, -1);
        if (table < 0) return (_open[0].Node, -1);
        var node = _open[table].Node;
        return _nodes[node].Parent >= 0 ? (_nodes[node].Parent, node) : (_open[table - 1].Node, -1);
    }

    private void Link(int node, int parent, int before)
    {
        ref var inserted = ref _nodes[node];
        inserted.Parent = parent;
        inserted.Next = before;
        var previous = before < 0 ? _nodes[parent].LastChild : _nodes[before].Previous;
        inserted.Previous = previous;
        if (previous < 0) _nodes[parent].FirstChild = node;
        else _nodes[previous].Next = node;
        if (before < 0) _nodes[parent].LastChild = node;
        else _nodes[before].Previous = node;
    }

    private void Unlink(int node)
    {
        ref var removed = ref _nodes[node];
        if (removed.Parent < 0) return;
        if (removed.Previous < 0) _nodes[removed.Parent].FirstChild = removed.Next;
        else _nodes[removed.Previous].Next = removed.Next;
        if (removed.Next < 0) _nodes[removed.Parent].LastChild = removed.Previous;
        else _nodes[removed.Next].Previous = removed.Previous;
        removed.Parent = removed.Previous = removed.Next = -1;
    }

    private void InsertText(int start, int end, NodeKind kind)
    {
        ref readonly var top = ref _open.Top;
        var (parent, before) = Place(top.Node, top.Name);
        var last = before < 0 ? _nodes[parent].LastChild : _nodes[before].Previous;
        if (last >= 0 && _nodes[last].Kind == kind && _nodes[last].End == start)
        {
            _nodes[last].End = end;
            return;
        }

        Link(NewNode(kind, start, end), parent, before);
    }

    /// <summary>Inserts the element of the current start tag and pushes it.</summary>
    private int InsertElement()
    {
        var node = InsertLeaf();
        _open.Push(new OpenElement(node, _token.Name, ElementNames.TraitsOf(_token.Name)));
        return node;
    }

    /// <summary>Inserts the element of the current start tag without pushing it.</summary>
    private int InsertLeaf() => Insert(_token.Name, _token.Start, _token.NameEnd, _token.FirstAttribute, _token.Attributes.Count - _token.FirstAttribute);

    /// <summary>Inserts and pushes an element that no tag made.</summary>
    private int InsertImplied(ElementName name)
    {
        var node = Insert(name, -1, -1, 0, 0);
        _open.Push(new OpenElement(node, name, ElementNames.TraitsOf(name)));
        return node;
    }

    private int Insert(ElementName name, int start, int nameEnd, int firstAttribute, int attributes)
    {
        var parent = 0;
        var before = -1;
        if (_open.Count > 0) (parent, before) = Place(_open.Top.Node, _open.Top.Name);
        var node = NewElement(name, start, nameEnd, firstAttribute, attributes);
        Link(node, parent, before);
        return node;
    }

    private int NewElement(ElementName name, int start, int nameEnd, int firstAttribute, int attributes)
    {
        var node = NewNode(NodeKind.Element, start, nameEnd);
        _nodes[node].Name = name;
        _nodes[node].FirstAttribute = firstAttribute;
        _nodes[node].Attributes = attributes;
        return node;
    }

    /// <summary>An element of the same name and attributes that no tag made.</summary>
    private int Copy(int node)
    {
        var original = _nodes[node];
        return NewElement(original.Name, -1, -1, original.FirstAttribute, original.Attributes);
    }

    /// <summary>Gives an element the attributes of the current start tag that it lacks.</summary>
    private void AddAttributes(int node)
    {
        var attributes = _token.Attributes;
        var added = attributes[_token.FirstAttribute..];
        ref var element = ref _nodes[node];
        var own = attributes.GetRange(element.FirstAttribute, element.Attributes);
        added.RemoveAll(a => own.Exists(o => o.Name == a.Name));
        if (added.Count == 0) return;
        element.FirstAttribute = attributes.Count;
        element.Attributes = own.Count + added.Count;
        attributes.AddRange(own);
        attributes.AddRange(added);
    }

    /// <summary>Inserts an element and reads its content as text.</summary>
    private void EnterText(bool references)
    {
        InsertElement();
        if (references) _token.ReadRcdata();
        else _token.ReadRawText();
        _originalMode = _mode;
        _mode = InsertionMode.Text;
    }

    private void EnterScript()
    {
        InsertElement();
        _token.ReadScript();
        _scripts.Add(new ScriptSource(_token.Start, _token.End, _source.Length));
        _originalMode = _mode;
        _mode = InsertionMode.Text;
    }

    private void LeaveText()
    {
        if (_open.Top.Name == ElementName.Script && _token.Start < _source.Length) _scripts[^1] = _scripts[^1] with { ContentEnd = _token.Start };
        _open.Pop();
        _mode = _originalMode;
    }

    private bool Has(AttributeName name)
    {
        for (var i = _token.FirstAttribute; i < _token.Attributes.Count; i++)
        {
            if (_token.Attributes[i].Name == name) return true;
        }

        return false;
    }

    private bool AttributeIs(AttributeName name, string value)
    {
        for (var i = _token.FirstAttribute; i < _token.Attributes.Count; i++)
        {
            var attribute = _token.Attributes[i];
            if (attribute.Name == name) return CharacterReferences.Decode(_source.AsSpan(attribute.Start, attribute.End - attribute.Start)).Equals(value, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }
}
