namespace Crosscheck.Articles.Html.Parsing;

/// <summary>Tables (sections 13.2.6.4.9 to .15).</summary>
internal sealed partial class TreeBuilder
{
    private readonly List<(int Start, int End, NodeKind Kind)> _tableText = [];

    private void TextInTable(int start, int end, NodeKind kind)
    {
        if (!_open.Top.Traits.HasAny(Traits.TablePart) && _open.Top.Name != ElementName.Template)
        {
            Foster(() => TextInBody(start, end, kind));
            return;
        }

        _tableText.Add((start, end, kind));
        _originalMode = _mode;
        _mode = InsertionMode.InTableText;
    }

    /// <summary>Text among a table's parts goes before the table, unless all of it is space.</summary>
    private void FlushTableText()
    {
        _mode = _originalMode;
        var space = _tableText.TrueForAll(t => SpaceEnd(t.Start, t.End, t.Kind, nulls: true) == t.End);
        foreach (var (start, end, kind) in _tableText)
        {
            if (space) InsertText(start, end, kind);
            else Foster(() => TextInBody(start, end, kind));
        }

        _tableText.Clear();
    }

    /// <summary>Follows the rules of the body with foster parenting on.</summary>
    private void Foster(Action follow)
    {
        _fostering = true;
        follow();
        _fostering = false;
    }

    private void StartTagInTable()
    {
        switch (_token.Name)
        {
            case ElementName.Caption:
                ClearTo(Traits.TableScope);
                _formatting.AddMarker();
                InsertElement();
                _mode = InsertionMode.InCaption;
                break;
            case ElementName.Colgroup:
                ClearTo(Traits.TableScope);
                InsertElement();
                _mode = InsertionMode.InColumnGroup;
                break;
            case ElementName.Col:
                ClearTo(Traits.TableScope);
                InsertImplied(ElementName.Colgroup);
                _mode = InsertionMode.InColumnGroup;
                StartTagInColumnGroup();
                break;
            case ElementName.Tbody or ElementName.Tfoot or ElementName.Thead:
                ClearTo(Traits.TableScope);
                InsertElement();
                _mode = InsertionMode.InTableBody;
                break;
            case ElementName.Td or ElementName.Th or ElementName.Tr:
                ClearTo(Traits.TableScope);
                InsertImplied(ElementName.Tbody);
                _mode = InsertionMode.InTableBody;
                StartTagInTableBody();
                break;
            case ElementName.Table:
                if (CloseTable()) StartTagIn(_mode);
                break;
            case ElementName.Style or ElementName.Script or ElementName.Template:
                StartTagInHead();
                break;
            case ElementName.Input when AttributeIs(AttributeName.Type, "hidden"):
                InsertLeaf();
                break;
            case ElementName.Form:
                if (_form >= 0 || _open.Has(ElementName.Template)) break;
                StartForm();
                _open.Pop();
                break;
            default:
                Foster(StartTagInBody);
                break;
        }
    }

    private void EndTagInTable()
    {
        switch (_token.Name)
        {
            case ElementName.Table:
                CloseTable();
                break;
            case ElementName.Body or ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Html or ElementName.Tbody or ElementName.Td or ElementName.Tfoot
                or ElementName.Th or ElementName.Thead or ElementName.Tr:
                break;
            case ElementName.Template:
                EndTemplate();
                break;
            default:
                Foster(EndTagInBody);
                break;
        }
    }

    private bool CloseTable()
    {
        if (!_open.InScope(ElementName.Table, Traits.TableScope)) return false;
        _open.PopThrough(ElementName.Table);
        ResetMode();
        return true;
    }

    /// <summary>"Clear the stack back to" the nearest element with one of the traits.</summary>
    private void ClearTo(Traits traits)
    {
        while (!_open.Top.Traits.HasAny(traits)) _open.Pop();
    }

    private void StartTagInCaption()
    {
        if (!IsTableChild(_token.Name)) StartTagInBody();
        else if (CloseCaption()) StartTagInTable();
    }

    private void EndTagInCaption()
    {
        switch (_token.Name)
        {
            case ElementName.Caption:
                CloseCaption();
                break;
            case ElementName.Table:
                if (CloseCaption()) EndTagInTable();
                break;
            case ElementName.Body or ElementName.Col or ElementName.Colgroup or ElementName.Html or ElementName.Tbody or ElementName.Td or ElementName.Tfoot or ElementName.Th
                or ElementName.Thead or ElementName.Tr:
                break;
            default:
                EndTagInBody();
                break;
        }
    }

    private bool CloseCaption()
    {
        if (!_open.InScope(ElementName.Caption, Traits.TableScope)) return false;
        _open.PopThrough(ElementName.Caption);
        _formatting.ClearToMarker();
        _mode = InsertionMode.InTable;
        return true;
    }

    private void StartTagInColumnGroup()
    {
        switch (_token.Name)
        {
            case ElementName.Html:
                StartHtml();
                break;
            case ElementName.Col:
                InsertLeaf();
                break;
            case ElementName.Template:
                StartTagInHead();
                break;
            default:
                if (CloseColumnGroup()) StartTagInTable();
                break;
        }
    }

    private void EndTagInColumnGroup()
    {
        switch (_token.Name)
        {
            case ElementName.Colgroup:
                CloseColumnGroup();
                break;
            case ElementName.Col:
                break;
            case ElementName.Template:
                EndTemplate();
                break;
            default:
                if (CloseColumnGroup()) EndTagInTable();
                break;
        }
    }

    private bool CloseColumnGroup()
    {
        if (_open.Top.Name != ElementName.Colgroup) return false;
        _open.Pop();
        _mode = InsertionMode.InTable;
        return true;
    }

    private void StartTagInTableBody()
    {
        switch (_token.Name)
        {
            case ElementName.Tr:
                ClearToBody();
                InsertElement();
                _mode = InsertionMode.InRow;
                break;
            case ElementName.Th or ElementName.Td:
                ClearToBody();
                InsertImplied(ElementName.Tr);
                _mode = InsertionMode.InRow;
                StartTagInRow();
                break;
            case ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Tbody or ElementName.Tfoot or ElementName.Thead:
                if (CloseBody()) StartTagInTable();
                break;
            default:
                StartTagInTable();
                break;
        }
    }

    private void EndTagInTableBody()
    {
        switch (_token.Name)
        {
            case ElementName.Tbody or ElementName.Tfoot or ElementName.Thead:
                if (_open.InScope(_token.Name, Traits.TableScope)) CloseBody();
                break;
            case ElementName.Table:
                if (CloseBody()) EndTagInTable();
                break;
            case ElementName.Body or ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Html or ElementName.Td or ElementName.Th or ElementName.Tr:
                break;
            default:
                EndTagInTable();
                break;
        }
    }

    private bool CloseBody()
    {
        if (!_open.InScope(ElementName.Tbody, Traits.TableScope) && !_open.InScope(ElementName.Thead, Traits.TableScope) && !_open.InScope(ElementName.Tfoot, Traits.TableScope)) return false;
        ClearToBody();
        _open.Pop();
        _mode = InsertionMode.InTable;
        return true;
    }

    private void ClearToBody()
    {
        while (_open.Top.Name is not (ElementName.Tbody or ElementName.Tfoot or ElementName.Thead or ElementName.Template or ElementName.Html)) _open.Pop();
    }

    private void ClearToRow()
    {
        while (_open.Top.Name is not (ElementName.Tr or ElementName.Template or ElementName.Html)) _open.Pop();
    }

    private void StartTagInRow()
    {
        switch (_token.Name)
        {
            case ElementName.Th or ElementName.Td:
                ClearToRow();
                InsertElement();
                _mode = InsertionMode.InCell;
                _formatting.AddMarker();
                break;
            case ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Tbody or ElementName.Tfoot or ElementName.Thead or ElementName.Tr:
                if (CloseRow()) StartTagInTableBody();
                break;
            default:
                StartTagInTable();
                break;
        }
    }

    private void EndTagInRow()
    {
        switch (_token.Name)
        {
            case ElementName.Tr:
                CloseRow();
                break;
            case ElementName.Table:
                if (CloseRow()) EndTagInTableBody();
                break;
            case ElementName.Tbody or ElementName.Tfoot or ElementName.Thead:
                if (_open.InScope(_token.Name, Traits.TableScope) && CloseRow()) EndTagInTableBody();
                break;
            case ElementName.Body or ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Html or ElementName.Td or ElementName.Th:
                break;
            default:
                EndTagInTable();
                break;
        }
    }

    private bool CloseRow()
    {
        if (!_open.InScope(ElementName.Tr, Traits.TableScope)) return false;
        ClearToRow();
        _open.Pop();
        _mode = InsertionMode.InTableBody;
        return true;
    }

    private void StartTagInCell()
    {
        if (!IsTableChild(_token.Name)) StartTagInBody();
        else if (CloseCell()) StartTagInRow();
    }

    private void EndTagInCell()
    {
        var name = _token.Name;
        switch (name)
        {
            case ElementName.Td or ElementName.Th:
                if (_open.InScope(name, Traits.TableScope)) CloseCell(name);
                break;
            case ElementName.Body or ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Html:
                break;
            case ElementName.Table or ElementName.Tbody or ElementName.Tfoot or ElementName.Thead or ElementName.Tr:
                if (_open.InScope(name, Traits.TableScope) && CloseCell()) EndTagInRow();
                break;
            default:
                EndTagInBody();
                break;
        }
    }

    /// <summary>"Close the cell"; false where none is open.</summary>
    private bool CloseCell()
    {
        var cell = _open.InScope(ElementName.Td, Traits.TableScope) ? ElementName.Td : ElementName.Th;
        if (!_open.InScope(cell, Traits.TableScope)) return false;
        CloseCell(cell);
        return true;
    }

    private void CloseCell(ElementName cell)
    {
        _open.PopThrough(cell);
        _formatting.ClearToMarker();
        _mode = InsertionMode.InRow;
    }

    private static bool IsTableChild(ElementName name) => name is ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Tbody or ElementName.Td or ElementName.Tfoot
        or ElementName.Th or ElementName.Thead or ElementName.Tr;
}
