using Crosscheck.Articles.Html.Parsing;
using Crosscheck.Text;

namespace Crosscheck.Articles.Html;

/// <summary>One walk over the tree, without recursion, that writes <see cref="Page"/>'s arrays.</summary>
internal sealed class Flattener(MarkupTree tree)
{
    private readonly List<TextBlock> _blocks = [];
    private readonly OwnMarks _marks = new(tree);
    private PageNode[] _nodes = new PageNode[256];
    private int _count;
    private char[] _text = new char[1024];
    private int _length;
    private int _blockNode = -1;
    private int _linkDepth;
    private int _boldDepth;
    private int _italicDepth;
    private int _headingDepth;
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
        var all = tree.Nodes;
        var root = tree.Root;
        var node = root;
        var parent = -1;
        while (node >= 0)
        {
            if (all[node].IsText)
            {
                Append(node, parent);
            }
            else if (Enter(node, parent))
            {
                parent = _count - 1;
                if (all[node].FirstChild >= 0)
                {
                    node = all[node].FirstChild;
                    continue;
                }

                parent = Leave(parent);
            }

            while (node != root && all[node].Next < 0)
            {
                node = all[node].Parent;
                parent = Leave(parent);
            }

            node = node == root ? -1 : all[node].Next;
        }

        Flush();
        Nodes = _nodes[.._count];
        Blocks = [.. _blocks];
    }

    /// <summary>Writes an element; whether its content is read.</summary>
    private bool Enter(int element, int parent)
    {
        var tag = TagOf(element);
        if (tag == Tag.Br)
        {
            if (++_breaks >= 2) Flush();
            else if (_length > 0 && _text[_length - 1] != '\n')
            {
                Room(1);
                _text[_length++] = '\n';
            }

            _space = false;
            return false;
        }

        var (words, mark, describes) = _marks.Read(element, tag);
        var inline = Tags.IsInline(tag);
        var part = HeadingPart.Plain;
        if (inline && _headingDepth > 0)
        {
            part = HeadingParts.Of(tag, mark, words, describes ? new MarkupElement(tree, element).GetAttribute("itemprop") : null);
            inline = part != HeadingPart.Beside;
        }

        if (!inline || tag == Tag.Img) _breaks = 0;
        if (!inline) Flush();
        if (_count == _nodes.Length) Array.Resize(ref _nodes, _count * 2);
        _nodes[_count] = new PageNode
        {
            Tag = tag,
            Parent = parent,
            Depth = parent < 0 ? 0 : _nodes[parent].Depth + 1,
            End = _count + 1,
            Start = tree.Nodes[element].Start,
            FirstBlock = _blocks.Count,
            EndBlock = _blocks.Count,
            Own = mark,
            Element = new MarkupElement(tree, element),
            Words = words,
            Describes = describes,
            Part = part,
        };
        _count++;
        if (Tags.IsSkipped(tag) && tag != Tag.Head) return false;
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
        else if (tag is Tag.H1 or Tag.H2)
        {
            _headingDepth++;
        }

        return true;
    }

    /// <summary>Closes an element and gives its parent.</summary>
    private int Leave(int index)
    {
        ref var node = ref _nodes[index];
        if (!Tags.IsInline(node.Tag) || node.Part == HeadingPart.Beside) Flush();
        if (node.Tag == Tag.A) _linkDepth--;
        else if (node.Tag is Tag.B or Tag.Strong) _boldDepth--;
        else if (node.Tag is Tag.I or Tag.Em) _italicDepth--;
        else if (node.Tag is Tag.H1 or Tag.H2) _headingDepth--;
        node.End = _count;
        // Text still open at the end of an inline element belongs to the block that will hold it.
        node.EndBlock = _blocks.Count + (_length > 0 ? 1 : 0);
        return node.Parent;
    }

    private void Append(int child, int node)
    {
        ref readonly var text = ref tree.Nodes[child];
        if (_nodes[node].Tag is Tag.Head or Tag.Html) return;
        var source = tree.Source.AsSpan(text.Start, text.End - text.Start);
        Room(source.Length + 1); // no reference is shorter than what it means; a space is written only for one that was read
        var before = _length;
        var begun = false;
        for (var i = 0; i < source.Length;)
        {
            var at = i++;
            var c = source[at];
            var second = '\0';
            if (c is '\0' && text.Kind == NodeKind.Text) continue;
            if (c == '&' && text.Kind != NodeKind.RawText) i = at + Math.Max(1, CharacterReferences.Read(source[at..], false, out c, out second));
            if (c is <= ' ' or >= '\u007F' && char.IsWhiteSpace(c))
            {
                _space = true;
                continue;
            }

            if (!begun)
            {
                begun = true;
                Begin(node, text.Start + at);
                before = _length;
            }

            _end = Math.Max(_end, text.Start + i);
            if (c is '\u200B' or '\uFEFF' or '\u00AD') continue;
            Put(c == '\0' ? '\uFFFD' : c);
            if (second != '\0') Put(second);
        }

        var added = _length - before;
        if (_linkDepth > 0) _linkChars += added;
        if (_boldDepth > 0) _boldChars += added;
        if (_italicDepth > 0) _italicChars += added;
    }

    /// <summary>The first character of a text that is no space.</summary>
    private void Begin(int node, int at)
    {
        _breaks = 0;
        if (_length == 0)
        {
            _blockNode = node;
            while (_blockNode > 0 && Tags.IsInline(_nodes[_blockNode].Tag)) _blockNode = _nodes[_blockNode].Parent;
            _leaf = node;
            _start = _end = at;
            if (_linkDepth > 0 && _links == 0) _links = 1;
        }

        _start = Math.Min(_start, at);
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

    /// <summary>An element that a page invents (a hyphen is in its name) is as good as a division.</summary>
    private Tag TagOf(int element)
    {
        var name = tree.Nodes[element].Name;
        var tag = ElementNames.TagOf(name);
        return tag == Tag.Other && (name == ElementName.AnnotationXml || (name == ElementName.Unknown && tree.LocalName(element).Contains('-'))) ? Tag.Div : tag;
    }
}
