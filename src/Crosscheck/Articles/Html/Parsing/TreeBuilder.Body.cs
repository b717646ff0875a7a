namespace Crosscheck.Articles.Html.Parsing;

/// <summary>The body (section 13.2.6.4.7).</summary>
internal sealed partial class TreeBuilder
{
    private void StartTagInBody()
    {
        var name = _token.Name;
        switch (name)
        {
            case ElementName.A:
                StartLink();
                break;
            case ElementName.B or ElementName.Big or ElementName.Code or ElementName.Em or ElementName.Font or ElementName.I or ElementName.S or ElementName.Small or ElementName.Strike
                or ElementName.Strong or ElementName.Tt or ElementName.U:
                Reconstruct();
                InsertFormatting();
                break;
            case ElementName.Nobr:
                Reconstruct();
                if (_open.InScope(ElementName.Nobr))
                {
                    Adopt(ElementName.Nobr);
                    Reconstruct();
                }

                InsertFormatting();
                break;
            case ElementName.Address or ElementName.Article or ElementName.Aside or ElementName.Blockquote or ElementName.Center or ElementName.Details or ElementName.Dialog
                or ElementName.Dir or ElementName.Div or ElementName.Dl or ElementName.Fieldset or ElementName.Figcaption or ElementName.Figure or ElementName.Footer
                or ElementName.Header or ElementName.Hgroup or ElementName.Main or ElementName.Menu or ElementName.Nav or ElementName.Ol or ElementName.P or ElementName.Search
                or ElementName.Section or ElementName.Summary or ElementName.Ul:
                CloseParagraph();
                InsertElement();
                break;
            case >= ElementName.H1 and <= ElementName.H6:
                CloseParagraph();
                if (_open.Top.Name is >= ElementName.H1 and <= ElementName.H6) _open.Pop();
                InsertElement();
                break;
            case ElementName.Li:
                CloseItem(ElementName.Li, ElementName.Li);
                break;
            case ElementName.Dd or ElementName.Dt:
                CloseItem(ElementName.Dd, ElementName.Dt);
                break;
            case ElementName.Area or ElementName.Br or ElementName.Embed or ElementName.Img or ElementName.Keygen or ElementName.Wbr:
                Reconstruct();
                InsertLeaf();
                break;
            case ElementName.Image:
                _token.Name = ElementName.Img;
                StartTagInBody();
                break;
            case ElementName.Input:
                if (_open.InScope(ElementName.Select)) _open.PopThrough(ElementName.Select);
                Reconstruct();
                InsertLeaf();
                break;
            case ElementName.Param or ElementName.Source or ElementName.Track:
                InsertLeaf();
                break;
            case ElementName.Hr:
                CloseParagraph();
                if (_open.InScope(ElementName.Select)) _open.PopImplied();
                InsertLeaf();
                break;
            case ElementName.Pre or ElementName.Listing:
                CloseParagraph();
                InsertElement();
                _skipLineFeed = true;
                break;
            case ElementName.Form:
                if (_form >= 0 && !_open.Has(ElementName.Template)) break;
                CloseParagraph();
                StartForm();
                break;
            case ElementName.Button:
                if (_open.InScope(ElementName.Button))
                {
                    _open.PopImplied();
                    _open.PopThrough(ElementName.Button);
                }

                Reconstruct();
                InsertElement();
                break;
            case ElementName.Applet or ElementName.Marquee or ElementName.Object:
                Reconstruct();
                InsertElement();
                _formatting.AddMarker();
                break;
            case ElementName.Table:
                if (!_quirks) CloseParagraph();
                InsertElement();
                _mode = InsertionMode.InTable;
                break;
            case ElementName.Textarea:
                EnterText(references: true);
                _skipLineFeed = true;
                break;
            case ElementName.Xmp:
                CloseParagraph();
                Reconstruct();
                EnterText(references: false);
                break;
            case ElementName.Iframe or ElementName.Noembed:
                EnterText(references: false);
                break;
            case ElementName.Plaintext:
                CloseParagraph();
                InsertElement();
                _token.ReadPlainText();
                break;
            default:
                StartOtherInBody();
                break;
        }
    }

    /// <summary>The rarer ones.</summary>
    private void StartOtherInBody()
    {
        switch (_token.Name)
        {
            case ElementName.Base or ElementName.Basefont or ElementName.Bgsound or ElementName.Link or ElementName.Meta or ElementName.Script or ElementName.Style
                or ElementName.Template or ElementName.Title:
                StartTagInHead();
                break;
            case ElementName.Html:
                StartHtml();
                break;
            case ElementName.Body:
                if (_open.Count > 1 && _open[1].Name == ElementName.Body && !_open.Has(ElementName.Template)) AddAttributes(_open[1].Node);
                break;
            case ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Frame or ElementName.Frameset or ElementName.Head or ElementName.Tbody or ElementName.Td
                or ElementName.Tfoot or ElementName.Th or ElementName.Thead or ElementName.Tr:
                break;
            case ElementName.Select:
                if (_open.InScope(ElementName.Select))
                {
                    _open.PopThrough(ElementName.Select);
                    break;
                }

                Reconstruct();
                InsertElement();
                break;
            case ElementName.Option or ElementName.Optgroup:
                if (_open.InScope(ElementName.Select)) _open.PopImplied(_token.Name == ElementName.Option ? ElementName.Optgroup : ElementName.Unknown);
                else if (_open.Top.Name == ElementName.Option) _open.Pop();
                Reconstruct();
                InsertElement();
                break;
            case ElementName.Rb or ElementName.Rtc:
                if (_open.InScope(ElementName.Ruby)) _open.PopImplied();
                InsertElement();
                break;
            case ElementName.Rp or ElementName.Rt:
                if (_open.InScope(ElementName.Ruby)) _open.PopImplied(ElementName.Rtc);
                InsertElement();
                break;
            case ElementName.Math or ElementName.Svg:
                Reconstruct();
                InsertForeign(_token.Name == ElementName.Svg ? Namespace.Svg : Namespace.MathMl);
                break;
            default:
                Reconstruct();
                InsertElement();
                break;
        }
    }

    private void EndTagInBody()
    {
        var name = _token.Name;
        switch (name)
        {
            case ElementName.Address or ElementName.Article or ElementName.Aside or ElementName.Blockquote or ElementName.Button or ElementName.Center or ElementName.Details
                or ElementName.Dialog or ElementName.Dir or ElementName.Div or ElementName.Dl or ElementName.Fieldset or ElementName.Figcaption or ElementName.Figure
                or ElementName.Footer or ElementName.Header or ElementName.Hgroup or ElementName.Listing or ElementName.Main or ElementName.Menu or ElementName.Nav or ElementName.Ol
                or ElementName.Pre or ElementName.Search or ElementName.Section or ElementName.Select or ElementName.Summary or ElementName.Ul:
                EndBlock(name, Traits.Scope);
                break;
            case ElementName.P:
                if (!_open.InScope(ElementName.P, Traits.ButtonScope)) InsertImplied(ElementName.P);
                CloseParagraph();
                break;
            case ElementName.A or ElementName.B or ElementName.Big or ElementName.Code or ElementName.Em or ElementName.Font or ElementName.I or ElementName.Nobr or ElementName.S
                or ElementName.Small or ElementName.Strike or ElementName.Strong or ElementName.Tt or ElementName.U:
                Adopt(name);
                break;
            case ElementName.Li:
                EndBlock(name, Traits.ListScope, name);
                break;
            case ElementName.Dd or ElementName.Dt:
                EndBlock(name, Traits.Scope, name);
                break;
            case >= ElementName.H1 and <= ElementName.H6:
                if (!_open.HeadingInScope()) break;
                _open.PopImplied();
                while (_open.Top.Name is < ElementName.H1 or > ElementName.H6) _open.Pop();
                _open.Pop();
                break;
            case ElementName.Form:
                EndForm();
                break;
            case ElementName.Applet or ElementName.Marquee or ElementName.Object:
                if (EndBlock(name, Traits.Scope)) _formatting.ClearToMarker();
                break;
            case ElementName.Br:
                Reconstruct();
                Insert(ElementName.Br, -1, -1, 0, 0);
                break;
            case ElementName.Body:
                if (_open.InScope(ElementName.Body)) _mode = InsertionMode.AfterBody;
                break;
            case ElementName.Html:
                if (_open.InScope(ElementName.Body)) _mode = InsertionMode.AfterAfterBody;
                break;
            case ElementName.Template:
                EndTemplate();
                break;
            default:
                EndOther(name);
                break;
        }
    }

    /// <summary>"Any other end tag": closes the nearest element of the name, unless a special one is nearer.</summary>
    private void EndOther(ElementName name)
    {
        if (!_open.Has(name)) return;
        for (var i = _open.Count - 1; i > 0; i--)
        {
            ref readonly var element = ref _open[i];
            if (element.Name == name && (name != ElementName.Unknown || IsNamed(element.Node)))
            {
                _open.PopImplied(name);
                _open.PopTo(i);
                return;
            }

            if (element.Traits.HasAny(Traits.Special)) return;
        }
    }

    /// <summary>Whether an element that the standard does not know has the name of the current tag.</summary>
    private bool IsNamed(int node)
    {
        ref readonly var element = ref _nodes[node];
        return _source.AsSpan(element.Start + 1, element.End - element.Start - 1)
            .Equals(_source.AsSpan(_token.NameStart, _token.NameEnd - _token.NameStart), StringComparison.OrdinalIgnoreCase);
    }

    private bool EndBlock(ElementName name, Traits scope, ElementName except = ElementName.Unknown)
    {
        if (!_open.InScope(name, scope)) return false;
        _open.PopImplied(except);
        _open.PopThrough(name);
        return true;
    }

    /// <summary>"Close a p element", where one is in button scope.</summary>
    private void CloseParagraph()
    {
        if (_open.InScope(ElementName.P, Traits.ButtonScope)) _open.PopThrough(ElementName.P);
    }

    /// <summary>A list item, term or description closes the one before it.</summary>
    private void CloseItem(ElementName one, ElementName other)
    {
        if (_open.Has(one) || _open.Has(other))
        {
            for (var i = _open.Count - 1; i > 0; i--)
            {
                ref readonly var element = ref _open[i];
                if (element.Name == one || element.Name == other)
                {
                    _open.PopTo(i);
                    break;
                }

                if (element.Traits.HasAny(Traits.Special) && element.Name is not (ElementName.Address or ElementName.Div or ElementName.P)) break;
            }
        }

        CloseParagraph();
        InsertElement();
    }

    private void StartForm()
    {
        var form = InsertElement();
        if (!_open.Has(ElementName.Template)) _form = form;
    }

    private void EndForm()
    {
        if (_open.Has(ElementName.Template))
        {
            EndBlock(ElementName.Form, Traits.Scope);
            return;
        }

        var index = _form < 0 ? -1 : _open.IndexOf(_form);
        _form = -1;
        if (index < 0 || !_open.IsInScope(index)) return;
        var form = _open[index].Node;
        _open.PopImplied();
        _open.RemoveAt(_open.IndexOf(form));
    }

    private void StartLink()
    {
        if (_formatting.LastIndexOf(ElementName.A) is >= 0 and var earlier)
        {
            var node = _formatting[earlier].Node;
            Adopt(ElementName.A);
            if (_formatting.IndexOf(node) is >= 0 and var listed) _formatting.RemoveAt(listed);
            if (_open.IndexOf(node) is >= 0 and var index) _open.RemoveAt(index);
        }

        Reconstruct();
        InsertFormatting();
    }

    private void InsertFormatting()
    {
        var node = InsertElement();
        _formatting.Add(new FormattingElement(node, _token.Name, _token.NameEnd, _token.End));
    }
}
