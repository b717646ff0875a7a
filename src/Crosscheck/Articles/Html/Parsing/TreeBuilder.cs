namespace Crosscheck.Articles.Html.Parsing;

/// <summary>Insertion modes (section 13.2.4.1). Frames are not supported, so theirs are absent.</summary>
internal enum InsertionMode : byte
{
    Initial,
    BeforeHtml,
    BeforeHead,
    InHead,
    InHeadNoscript,
    AfterHead,
    InBody,
    Text,
    InTable,
    InTableText,
    InCaption,
    InColumnGroup,
    InTableBody,
    InRow,
    InCell,
    InTemplate,
    AfterBody,
    AfterAfterBody,
}

/// <summary>
/// The tree construction stage (HTML standard, section 13.2.6) without scripting and frames. Depth, formatting elements and their copies are bounded, so the tree
/// is never larger than a fixed multiple of the source and building it is linear.
/// </summary>
internal sealed partial class TreeBuilder
{
    public const int MaximumDepth = 400;

    /// <summary>Elements that close each other are still opened below <see cref="MaximumDepth"/>, but none below this.</summary>
    private const int HardDepth = MaximumDepth + 100;

    private readonly string _source;
    private readonly OpenElements _open = new();
    private readonly Tokenizer _token;
    private readonly FormattingList _formatting;
    private readonly List<InsertionMode> _templateModes = [];
    private readonly List<ScriptSource> _scripts = [];
    private InsertionMode _mode;
    private InsertionMode _originalMode;
    private int _head = -1;
    private int _form = -1;
    private bool _quirks = true;
    private bool _fostering;
    private bool _skipLineFeed;
    private int _overflow;
    private int _tooDeepAt = -1;

    private TreeBuilder(string source)
    {
        _source = source;
        _token = new Tokenizer(source, _open);
        _formatting = new FormattingList(source);
        _nodes = new MarkupNode[Math.Clamp(source.Length / 24, 64, 1 << 20)];
        _copies = 1000 + (source.Length / 8);
        NewNode(NodeKind.Document, -1, -1);
    }

    public static MarkupTree Parse(string source)
    {
        var builder = new TreeBuilder(source);
        builder.Run();
        return new MarkupTree(source, builder._nodes, builder._count, [.. builder._token.Attributes], [.. builder._scripts], builder._tooDeepAt);
    }

    private void Run()
    {
        while (true)
        {
            var kind = _token.Read();
            if (kind == TokenKind.Text)
            {
                Text();
                continue;
            }

            if (kind == TokenKind.Comment)
            {
                if (_mode == InsertionMode.InTableText) FlushTableText();
                _skipLineFeed = false;
                continue;
            }

            _skipLineFeed = false;
            switch (kind)
            {
                case TokenKind.StartTag:
                    StartTag();
                    break;
                case TokenKind.EndTag:
                    EndTag();
                    break;
                case TokenKind.Doctype:
                    if (_mode == InsertionMode.InTableText) FlushTableText();
                    if (_mode != InsertionMode.Initial) break;
                    _quirks = Doctype.MeansQuirks(_source.AsSpan(_token.Start, _token.End - _token.Start));
                    _mode = InsertionMode.BeforeHtml;
                    break;
                default:
                    Finish();
                    return;
            }
        }
    }

    /// <summary>The end of the document: what is missing of head and body is made up; nothing else depends on it.</summary>
    private void Finish()
    {
        if (_mode == InsertionMode.Text) LeaveText();
        if (_mode == InsertionMode.InTableText) FlushTableText();
        while (_open.Has(ElementName.Template)) EndTemplate();
        if (_mode <= InsertionMode.AfterHead) OpenBody();
    }

    private void Text()
    {
        var (start, end, kind) = (_token.Start, _token.End, _token.TextKind);
        if (_skipLineFeed)
        {
            _skipLineFeed = false;
            start += LineFeed(start, end, kind);
            if (start == end) return;
        }

        if (_open.IsForeign && !TakesHtmlText()) TextInForeign(start, end, kind);
        else TextIn(_mode, start, end, kind);
    }

    private int LineFeed(int start, int end, NodeKind kind)
    {
        var text = _source.AsSpan(start, end - start);
        if (text[0] == '\n') return 1;
        if (text[0] == '\r') return text.Length > 1 && text[1] == '\n' ? 2 : 1;
        return text[0] == '&' && kind != NodeKind.RawText && CharacterReferences.Read(text, false, out var c, out _) is > 0 and var length && c == '\n' ? length : 0;
    }

    private void TextIn(InsertionMode mode, int start, int end, NodeKind kind)
    {
        switch (mode)
        {
            case InsertionMode.InBody or InsertionMode.InCaption or InsertionMode.InCell or InsertionMode.InTemplate:
                TextInBody(start, end, kind);
                break;
            case InsertionMode.Text:
                InsertText(start, end, kind);
                break;
            case InsertionMode.InTable or InsertionMode.InTableBody or InsertionMode.InRow:
                TextInTable(start, end, kind);
                break;
            case InsertionMode.InTableText:
                _tableText.Add((start, end, kind));
                break;
            default:
                TextOutsideBody(mode, start, end, kind);
                break;
        }
    }

    private void TextInBody(int start, int end, NodeKind kind)
    {
        Reconstruct();
        InsertText(start, end, kind);
    }

    /// <summary>Space before, between and behind head and body, and the text that makes a body begin.</summary>
    private void TextOutsideBody(InsertionMode mode, int start, int end, NodeKind kind)
    {
        var text = SpaceEnd(start, end, kind);
        if (text > start)
        {
            if (mode is InsertionMode.InHead or InsertionMode.InHeadNoscript or InsertionMode.AfterHead or InsertionMode.InColumnGroup) InsertText(start, text, kind);
            else if (mode is InsertionMode.AfterBody or InsertionMode.AfterAfterBody) TextInBody(start, text, kind);
        }

        if (text == end) return;
        switch (mode)
        {
            case InsertionMode.AfterBody or InsertionMode.AfterAfterBody:
                _mode = InsertionMode.InBody;
                break;
            case InsertionMode.InColumnGroup:
                if (_open.Top.Name != ElementName.Colgroup) return;
                _open.Pop();
                _mode = InsertionMode.InTable;
                break;
            default:
                OpenBody();
                break;
        }

        TextIn(_mode, text, end, kind);
    }

    private void StartTag()
    {
        if (_mode == InsertionMode.InTableText) FlushTableText();
        if (_open.Count >= MaximumDepth && IsTooDeep()) return;
        if (_open.IsForeign && !TakesHtmlTag()) StartTagInForeign();
        else StartTagIn(_mode);
    }

    /// <summary>Whether a start tag is left out for its depth; its end tag then is, too.</summary>
    private bool IsTooDeep()
    {
        var traits = ElementNames.TraitsOf(_token.Name);
        if (traits.HasAny(Traits.Leaf) && !_open.IsForeign) return false;
        var sibling = traits.HasAny(Traits.Sibling);
        if (sibling && _open.Count < HardDepth) return false;
        if (_tooDeepAt < 0) _tooDeepAt = _token.Start;
        if (!sibling && !_token.SelfClosing) _overflow++;
        return true;
    }

    private void StartTagIn(InsertionMode mode)
    {
        switch (mode)
        {
            case InsertionMode.InBody:
                StartTagInBody();
                break;
            case InsertionMode.InTable:
                StartTagInTable();
                break;
            case InsertionMode.InCaption:
                StartTagInCaption();
                break;
            case InsertionMode.InColumnGroup:
                StartTagInColumnGroup();
                break;
            case InsertionMode.InTableBody:
                StartTagInTableBody();
                break;
            case InsertionMode.InRow:
                StartTagInRow();
                break;
            case InsertionMode.InCell:
                StartTagInCell();
                break;
            case InsertionMode.InTemplate:
                StartTagInTemplate();
                break;
            case InsertionMode.AfterBody or InsertionMode.AfterAfterBody:
                if (_token.Name != ElementName.Html) _mode = InsertionMode.InBody;
                StartTagInBody();
                break;
            default:
                StartTagBeforeBody(mode);
                break;
        }
    }

    private void EndTag()
    {
        if (_mode == InsertionMode.InTableText) FlushTableText();
        if (_overflow > 0 && !ElementNames.TraitsOf(_token.Name).HasAny(Traits.Sibling | Traits.Leaf))
        {
            _overflow--;
            return;
        }

        if (_open.IsForeign && EndTagInForeign()) return;
        EndTagIn(_mode);
    }

    private void EndTagIn(InsertionMode mode)
    {
        switch (mode)
        {
            case InsertionMode.InBody:
                EndTagInBody();
                break;
            case InsertionMode.Text:
                LeaveText();
                break;
            case InsertionMode.InTable:
                EndTagInTable();
                break;
            case InsertionMode.InCaption:
                EndTagInCaption();
                break;
            case InsertionMode.InColumnGroup:
                EndTagInColumnGroup();
                break;
            case InsertionMode.InTableBody:
                EndTagInTableBody();
                break;
            case InsertionMode.InRow:
                EndTagInRow();
                break;
            case InsertionMode.InCell:
                EndTagInCell();
                break;
            case InsertionMode.InTemplate:
                if (_token.Name == ElementName.Template) EndTemplate();
                break;
            case InsertionMode.AfterBody:
                if (_token.Name == ElementName.Html)
                {
                    _mode = InsertionMode.AfterAfterBody;
                    break;
                }

                _mode = InsertionMode.InBody;
                EndTagInBody();
                break;
            case InsertionMode.AfterAfterBody:
                _mode = InsertionMode.InBody;
                EndTagInBody();
                break;
            default:
                EndTagBeforeBody(mode);
                break;
        }
    }

    /// <summary>"Reset the insertion mode appropriately" (section 13.2.4.1).</summary>
    private void ResetMode()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            InsertionMode? mode = _open[i].Name switch
            {
                ElementName.Td or ElementName.Th when i > 0 => InsertionMode.InCell,
                ElementName.Tr => InsertionMode.InRow,
                ElementName.Tbody or ElementName.Thead or ElementName.Tfoot => InsertionMode.InTableBody,
                ElementName.Caption => InsertionMode.InCaption,
                ElementName.Colgroup => InsertionMode.InColumnGroup,
                ElementName.Table => InsertionMode.InTable,
                ElementName.Template => _templateModes[^1],
                ElementName.Head => InsertionMode.InHead,
                ElementName.Body => InsertionMode.InBody,
                ElementName.Html => _head < 0 ? InsertionMode.BeforeHead : InsertionMode.AfterHead,
                _ => null,
            };
            if (mode is not { } found) continue;
            _mode = found;
            return;
        }
    }

    /// <summary>Where the space at the beginning of a text ends, references to space included.</summary>
    /// <param name="nulls">Whether U+0000, which is dropped, counts as space.</param>
    private int SpaceEnd(int start, int end, NodeKind kind, bool nulls = false)
    {
        var i = start;
        while (i < end)
        {
            if (Tokenizer.IsSpace(_source[i]) || (nulls && _source[i] == '\0'))
            {
                i++;
                continue;
            }

            if (_source[i] != '&' || kind == NodeKind.RawText) break;
            var length = CharacterReferences.Read(_source.AsSpan(i, end - i), false, out var c, out _);
            if (length == 0 || !Tokenizer.IsSpace(c)) break;
            i += length;
        }

        return i;
    }
}
