namespace Crosscheck.Articles.Html.Parsing;

/// <summary>SVG and MathML (section 13.2.6.5).</summary>
internal sealed partial class TreeBuilder
{
    private bool TakesHtmlText() => _open.Top.Traits.HasAny(Traits.MathTextPoint | Traits.HtmlPoint);

    /// <summary>Whether a start tag inside a foreign element is read by the rules of HTML.</summary>
    private bool TakesHtmlTag()
    {
        var traits = _open.Top.Traits;
        if (traits.HasAny(Traits.HtmlPoint)) return true;
        if (traits.HasAny(Traits.MathTextPoint)) return _token.Name is not (ElementName.Mglyph or ElementName.Malignmark);
        return _token.Name == ElementName.Svg && _nodes[_open.Top.Node].Name == ElementName.AnnotationXml && _nodes[_open.Top.Node].Namespace == Namespace.MathMl;
    }

    private void TextInForeign(int start, int end, NodeKind kind) => InsertText(start, end, kind == NodeKind.Text ? NodeKind.KeptText : kind);

    private void InsertForeign(Namespace space)
    {
        var node = InsertLeaf();
        _nodes[node].Namespace = space;
        if (!_token.SelfClosing) _open.Push(new OpenElement(node, ElementName.Foreign, ForeignTraits(space)));
    }

    private Traits ForeignTraits(Namespace space) => Traits.Foreign | (space, _token.Name) switch
    {
        (Namespace.Svg, ElementName.ForeignObject or ElementName.Desc or ElementName.Title) => Ends | Traits.HtmlPoint,
        (Namespace.MathMl, ElementName.Mi or ElementName.Mo or ElementName.Mn or ElementName.Ms or ElementName.Mtext) => Ends | Traits.MathTextPoint,
        (Namespace.MathMl, ElementName.AnnotationXml) =>
            Ends | (AttributeIs(AttributeName.Encoding, "text/html") || AttributeIs(AttributeName.Encoding, "application/xhtml+xml") ? Traits.HtmlPoint : Traits.None),
        _ => Traits.None,
    };

    private const Traits Ends = Traits.Special | Traits.Scope | Traits.ListScope | Traits.ButtonScope;

    private void StartTagInForeign()
    {
        if (!BreaksOut())
        {
            InsertForeign(_nodes[_open.Top.Node].Namespace);
            return;
        }

        LeaveForeign();
        StartTagIn(_mode);
    }

    private void LeaveForeign()
    {
        while (_open.IsForeign && !TakesHtmlText()) _open.Pop();
    }

    /// <summary>Names that belong to HTML alone.</summary>
    private bool BreaksOut() => _token.Name switch
    {
        ElementName.B or ElementName.Big or ElementName.Blockquote or ElementName.Body or ElementName.Br or ElementName.Center or ElementName.Code or ElementName.Dd or ElementName.Div
            or ElementName.Dl or ElementName.Dt or ElementName.Em or ElementName.Embed or ElementName.H1 or ElementName.H2 or ElementName.H3 or ElementName.H4 or ElementName.H5
            or ElementName.H6 or ElementName.Head or ElementName.Hr or ElementName.I or ElementName.Img or ElementName.Li or ElementName.Listing or ElementName.Menu or ElementName.Meta
            or ElementName.Nobr or ElementName.Ol or ElementName.P or ElementName.Pre or ElementName.Ruby or ElementName.S or ElementName.Small or ElementName.Span
            or ElementName.Strong or ElementName.Strike or ElementName.Sub or ElementName.Sup or ElementName.Table or ElementName.Tt or ElementName.U or ElementName.Ul
            or ElementName.Var => true,
        ElementName.Font => Has(AttributeName.Color) || Has(AttributeName.Face) || Has(AttributeName.Size),
        _ => false,
    };

    /// <summary>An end tag while a foreign element is the current node; false where it is to be read by the rules of HTML.</summary>
    private bool EndTagInForeign()
    {
        if (_token.Name is ElementName.Br or ElementName.P)
        {
            LeaveForeign();
            return false;
        }

        for (var i = _open.Count - 1; i > 0 && _open[i].Traits.HasAny(Traits.Foreign); i--)
        {
            var node = _open[i].Node;
            if (_nodes[node].Name != _token.Name || (_token.Name == ElementName.Unknown && !IsNamed(node))) continue;
            _open.PopTo(i);
            return true;
        }

        return false;
    }
}
