using AngleSharp.Dom;
using Crosscheck.Text;

namespace Crosscheck.Articles.Html;

/// <summary>One walk over the tree, without recursion, that writes <see cref="Page"/>'s arrays.</summary>
internal sealed class Flattener(string source, IDocument document)
{
    private readonly List<PageNode> _nodes = [];
    private readonly List<TextBlock> _blocks = [];
    private readonly Dictionary<(string?, string?), (string Words, Mark Mark)> _words = [];
    private readonly SourceCursor _cursor = new(source);
    private char[] _text = new char[1024];
    private int _length;
    private readonly Stack<(INodeList Children, int Next, int Node)> _open = new();
    private int _blockNode = -1;
    private int _linkDepth;
    private int _boldDepth;
    private int _italicDepth;
    private int _linkChars;
    private int _boldChars;
    private int _italicChars;
    private int _links;
    private int _start;
    private int _end;
    private int _leaf;
    private bool _space;
    private int _breaks;

    public PageNode[] Nodes { get; private set; } = [];

    public TextBlock[] Blocks { get; private set; } = [];

    public void Run()
    {
        if (document.DocumentElement is { } root) Enter(root, -1);
        while (_open.Count > 0)
        {
            var (children, next, node) = _open.Pop();
            if (next == children.Length)
            {
                Leave(node);
                continue;
            }

            _open.Push((children, next + 1, node));
            switch (children[next])
            {
                case IText text:
                    Append(text.Data, node);
                    break;
                case IElement element:
                    Enter(element, node);
                    break;
            }
        }

        Flush();
        Nodes = [.. _nodes];
        Blocks = [.. _blocks];
    }

    private void Enter(IElement element, int parent)
    {
        var tag = TagOf(element);
        var position = element.SourceReference?.Position.Position - 1 ?? -1;
        if (position >= 0) _cursor.MoveTo(position);
        if (tag == Tag.Br)
        {
            if (++_breaks >= 2) Flush();
            else if (_length > 0 && _text[_length - 1] != '\n')
            {
                Room(1);
                _text[_length++] = '\n';
            }

            _space = false;
            return;
        }

        var (words, mark, describes) = Read(element, tag);
        var inline = Tags.IsInline(tag);
        if (!inline || tag == Tag.Img) _breaks = 0;
        if (!inline) Flush();
        var index = _nodes.Count;
        _nodes.Add(new PageNode
        {
            Tag = tag,
            Parent = parent,
            Depth = parent < 0 ? 0 : _nodes[parent].Depth + 1,
            End = index + 1,
            Start = position,
            FirstBlock = _blocks.Count,
            EndBlock = _blocks.Count,
            Own = mark,
            Element = element,
            Words = words,
            Describes = describes,
        });
        if (Tags.IsSkipped(tag) && tag != Tag.Head)
        {
            if (tag is not (Tag.Meta or Tag.Link or Tag.Input)) _cursor.SkipElement(element.LocalName);
            return;
        }

        if (tag == Tag.A)
        {
            _linkDepth++;
            _links++;
        }
        else if (tag is Tag.B or Tag.Strong)
        {
            _boldDepth++;
        }
        else if (tag is Tag.I or Tag.Em)
        {
            _italicDepth++;
        }

        _open.Push((element.ChildNodes, 0, index));
    }

    private void Leave(int index)
    {
        var node = _nodes[index];
        if (!Tags.IsInline(node.Tag)) Flush();
        if (node.Tag == Tag.A) _linkDepth--;
        else if (node.Tag is Tag.B or Tag.Strong) _boldDepth--;
        else if (node.Tag is Tag.I or Tag.Em) _italicDepth--;
        node.End = _nodes.Count;
        // Text still open at the end of an inline element belongs to the block that will hold it.
        node.EndBlock = _blocks.Count + (_length > 0 ? 1 : 0);
        _nodes[index] = node;
    }

    private void Append(string data, int node)
    {
        if (_nodes[node].Tag is Tag.Head or Tag.Html) return;
        var text = data.AsSpan();
        if (text.IsWhiteSpace())
        {
            _space |= text.Length > 0;
            return;
        }

        _breaks = 0;
        var place = _cursor.Match(text);
        if (_length == 0)
        {
            _blockNode = node;
            while (_blockNode > 0 && Tags.IsInline(_nodes[_blockNode].Tag)) _blockNode = _nodes[_blockNode].Parent;
            _leaf = node;
            _start = place.Start;
            _end = place.End;
            _space = false;
            if (_linkDepth > 0 && _links == 0) _links = 1;
        }

        _start = Math.Min(_start, place.Start);
        _end = Math.Max(_end, place.End);
        Room(text.Length + 1); // a space is written only for one that was read
        var before = _length;
        foreach (var c in text)
        {
            if (c is > ' ' and < '\u007F')
            {
                Put(c);
            }
            else if (char.IsWhiteSpace(c))
            {
                _space = true;
            }
            else if (c is not ('\u200B' or '\uFEFF' or '\u00AD'))
            {
                Put(c == '\0' ? '\uFFFD' : c);
            }
        }

        var added = _length - before;
        if (_linkDepth > 0) _linkChars += added;
        if (_boldDepth > 0) _boldChars += added;
        if (_italicDepth > 0) _italicChars += added;
    }

    /// <summary>One character of text, behind the space that is still owed; there is room.</summary>
    private void Put(char c)
    {
        if (_space && _length > 0 && _text[_length - 1] != '\n') _text[_length++] = ' ';
        _space = false;
        _text[_length++] = c;
    }

    private void Room(int more)
    {
        if (_length + more > _text.Length) Array.Resize(ref _text, Math.Max(_length + more, _text.Length * 2));
    }

    private void Flush()
    {
        _breaks = 0;
        var length = _length;
        while (length > 0 && _text[length - 1] is '\n' or ' ') length--;
        if (length > 0)
        {
            _blocks.Add(new TextBlock
            {
                Node = _blockNode,
                Text = new string(_text, 0, length),
                Source = new TextSpan(_start, Math.Max(_start, _end)),
                LinkChars = Math.Min(_linkChars, length),
                BoldChars = Math.Min(_boldChars, length),
                ItalicChars = Math.Min(_italicChars, length),
                Links = _links,
                Leaf = _leaf,
            });
        }

        _length = 0;
        _linkChars = _boldChars = _italicChars = _links = 0;
        _space = false;
    }

    private (string Words, Mark Mark, bool Describes) Read(IElement element, Tag tag)
    {
        var attributes = element.Attributes;
        string? classes = null, id = null, property = null, role = null;
        bool hidden = false, describes = false;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            switch (attribute.Name)
            {
                case "class": classes = attribute.Value; break;
                case "id": id = attribute.Value; break;
                case "role": role = attribute.Value; break;
                case "hidden": hidden = true; break;
                case "itemprop":
                    property = attribute.Value;
                    describes = true;
                    break;
                case "property" or "rel" or "datetime" or "pubdate":
                    describes = true;
                    break;
            }
        }

        var words = string.Empty;
        var mark = Mark.None;
        if ((classes ?? id) is not null)
        {
            if (!_words.TryGetValue((classes, id), out var known))
            {
                words = ClassWords.Normalize(classes, id);
                known = (words, ClassWords.MarkOf(words));
                _words[(classes, id)] = known;
            }

            (words, mark) = known;
        }

        return (words, mark != Mark.None && tag is not (Tag.Html or Tag.Body) ? mark : TagMark(tag, hidden, property, role), describes);
    }

    private static Mark TagMark(Tag tag, bool hidden, string? property, string? role)
    {
        switch (tag)
        {
            case Tag.Nav: return Mark.Navigation;
            case Tag.Footer: return Mark.Footer;
            case Tag.Aside: return Mark.Sidebar;
            case Tag.Figcaption or Tag.Caption: return Mark.Caption;
            case Tag.Html or Tag.Body: return Mark.None;
        }

        if (hidden) return Mark.Hidden;
        if (property is not null)
        {
            if (property.Contains("articleBody", StringComparison.OrdinalIgnoreCase)) return Mark.Body;
            if (property is "author" or "publisher") return Mark.Byline;
            if (property is "datePublished" or "dateModified") return Mark.Date;
            if (property is "caption") return Mark.Caption;
        }

        return role switch
        {
            "navigation" or "menu" or "menubar" or "search" => Mark.Navigation,
            "complementary" => Mark.Sidebar,
            "contentinfo" => Mark.Footer,
            "banner" => Mark.Header,
            "dialog" or "alertdialog" => Mark.Cookies,
            _ => Mark.None,
        };
    }

    private static Tag TagOf(IElement element)
    {
        var tag = Tags.Of(element.LocalName);
        return tag == Tag.Other && element.LocalName.Contains('-', StringComparison.Ordinal) ? Tag.Div : tag;
    }
}
