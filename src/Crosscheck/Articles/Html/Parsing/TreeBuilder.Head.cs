namespace Crosscheck.Articles.Html.Parsing;

/// <summary>Up to the body (sections 13.2.6.4.1 to .6), and templates (13.2.6.4.16).</summary>
internal sealed partial class TreeBuilder
{
    private void StartTagBeforeBody(InsertionMode mode)
    {
        var name = _token.Name;
        if (mode <= InsertionMode.BeforeHtml)
        {
            if (name == ElementName.Html)
            {
                InsertElement();
                _mode = InsertionMode.BeforeHead;
                return;
            }

            OpenHtml();
            mode = _mode;
        }

        if (name == ElementName.Html)
        {
            StartHtml();
            return;
        }

        if (mode == InsertionMode.BeforeHead)
        {
            if (name == ElementName.Head)
            {
                _head = InsertElement();
                _mode = InsertionMode.InHead;
                return;
            }

            OpenHead();
            mode = _mode;
        }

        if (mode == InsertionMode.InHeadNoscript)
        {
            if (name is ElementName.Head or ElementName.Noscript) return;
            if (name is ElementName.Basefont or ElementName.Bgsound or ElementName.Link or ElementName.Meta or ElementName.Style)
            {
                StartTagInHead();
                return;
            }

            _open.Pop();
            mode = _mode = InsertionMode.InHead;
        }

        if (mode == InsertionMode.InHead)
        {
            if (StartTagInHead()) return;
            CloseHead();
        }

        StartTagAfterHead();
    }

    private void StartTagAfterHead()
    {
        switch (_token.Name)
        {
            case ElementName.Body:
                InsertElement();
                _mode = InsertionMode.InBody;
                break;
            case ElementName.Base or ElementName.Basefont or ElementName.Bgsound or ElementName.Link or ElementName.Meta or ElementName.Script or ElementName.Style
                or ElementName.Template or ElementName.Title:
                _open.Push(new OpenElement(_head, ElementName.Head, ElementNames.TraitsOf(ElementName.Head)));
                StartTagInHead();
                _open.RemoveAt(_open.IndexOf(_head));
                break;
            case ElementName.Head:
                break;
            default:
                OpenBody();
                StartTagIn(_mode);
                break;
        }
    }

    /// <summary>A start tag by the rules of the head; false where it has none for it.</summary>
    private bool StartTagInHead()
    {
        switch (_token.Name)
        {
            case ElementName.Base or ElementName.Basefont or ElementName.Bgsound or ElementName.Link or ElementName.Meta:
                InsertLeaf();
                return true;
            case ElementName.Title:
                EnterText(references: true);
                return true;
            case ElementName.Noscript:
                InsertElement();
                _mode = InsertionMode.InHeadNoscript;
                return true;
            case ElementName.Style:
                EnterText(references: false);
                return true;
            case ElementName.Script:
                EnterScript();
                return true;
            case ElementName.Template:
                InsertElement();
                _formatting.AddMarker();
                _mode = InsertionMode.InTemplate;
                _templateModes.Add(InsertionMode.InTemplate);
                return true;
            case ElementName.Head:
                return true;
            default:
                return false;
        }
    }

    private void EndTagBeforeBody(InsertionMode mode)
    {
        var name = _token.Name;
        var opens = name is ElementName.Body or ElementName.Html or ElementName.Br;
        switch (mode)
        {
            case InsertionMode.InHead or InsertionMode.AfterHead when name == ElementName.Template:
                EndTemplate();
                return;
            case InsertionMode.InHead when name == ElementName.Head:
                CloseHead();
                return;
            case InsertionMode.InHeadNoscript:
                if (name == ElementName.Noscript)
                {
                    _open.Pop();
                    _mode = InsertionMode.InHead;
                    return;
                }

                opens = name == ElementName.Br;
                break;
            case InsertionMode.Initial or InsertionMode.BeforeHtml or InsertionMode.BeforeHead when name == ElementName.Head:
                OpenHead();
                CloseHead();
                return;
        }

        if (!opens) return;
        OpenBody();
        EndTagIn(_mode);
    }

    private void StartHtml()
    {
        if (!_open.Has(ElementName.Template)) AddAttributes(_open[0].Node);
    }

    private void OpenHtml()
    {
        if (_mode > InsertionMode.BeforeHtml) return;
        InsertImplied(ElementName.Html);
        _mode = InsertionMode.BeforeHead;
    }

    private void OpenHead()
    {
        OpenHtml();
        if (_mode != InsertionMode.BeforeHead) return;
        _head = InsertImplied(ElementName.Head);
        _mode = InsertionMode.InHead;
    }

    private void CloseHead()
    {
        _open.Pop();
        _mode = InsertionMode.AfterHead;
    }

    /// <summary>Makes up what is missing before the body, and the body.</summary>
    private void OpenBody()
    {
        OpenHead();
        if (_mode == InsertionMode.InHeadNoscript)
        {
            _open.Pop();
            _mode = InsertionMode.InHead;
        }

        if (_mode == InsertionMode.InHead) CloseHead();
        InsertImplied(ElementName.Body);
        _mode = InsertionMode.InBody;
    }

    private void StartTagInTemplate()
    {
        switch (_token.Name)
        {
            case ElementName.Base or ElementName.Basefont or ElementName.Bgsound or ElementName.Link or ElementName.Meta or ElementName.Script or ElementName.Style
                or ElementName.Template or ElementName.Title:
                StartTagInHead();
                return;
            case ElementName.Caption or ElementName.Colgroup or ElementName.Tbody or ElementName.Tfoot or ElementName.Thead:
                _mode = InsertionMode.InTable;
                break;
            case ElementName.Col:
                _mode = InsertionMode.InColumnGroup;
                break;
            case ElementName.Tr:
                _mode = InsertionMode.InTableBody;
                break;
            case ElementName.Td or ElementName.Th:
                _mode = InsertionMode.InRow;
                break;
            default:
                _mode = InsertionMode.InBody;
                break;
        }

        _templateModes[^1] = _mode;
        StartTagIn(_mode);
    }

    private void EndTemplate()
    {
        if (!_open.Has(ElementName.Template)) return;
        _open.PopThrough(ElementName.Template);
        _formatting.ClearToMarker();
        _templateModes.RemoveAt(_templateModes.Count - 1);
        ResetMode();
    }
}
