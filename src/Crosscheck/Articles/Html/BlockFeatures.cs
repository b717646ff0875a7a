using System.Buffers;
using System.Runtime.InteropServices;
using Crosscheck.Articles.Dates;
using Crosscheck.Articles.Metadata;

namespace Crosscheck.Articles.Html;

/// <summary>
/// What the block model sees of each block: its own words, its element, its neighbours, its likes on the page, and its place in the element that rules
/// find to be the article's. Everything is computed in passes over arrays; the order of the values is part of the model's file.
/// </summary>
internal sealed class BlockFeatures
{
    private const int Own = 23;
    private const int Neighbour = 8;
    private const int LongestTitle = 300;
    public const int Count = Own + (4 * Neighbour) + 45;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"„“”«»");

    private readonly Page _page;
    private readonly TextShape[] _shapes;
    private readonly BlockCue[] _cues;
    private readonly double[] _scores;
    private readonly int[] _running;
    private readonly int[] _linked;
    private readonly int[] _chars;

    // For each block, the number of its kind and that of its words; how much there is of each.
    private readonly int[] _kinds;
    private readonly int[] _texts;
    private readonly (int Blocks, int Running, int Linked, int Chars)[] _alike;
    private readonly int[] _printings;
    private readonly int _container;
    private readonly int _heading;
    private readonly string _title;
    private readonly int _whole;

    public BlockFeatures(Page page)
    {
        _page = page;
        var blocks = page.Blocks;
        _shapes = Array.ConvertAll(blocks, b => TextShape.Of(b.Text));
        _cues = Array.ConvertAll(blocks, b => BlockCues.Of(b.Text));
        _kinds = Numbered(blocks, b => Kind(page, b));
        _texts = Numbered(blocks, b => b.Text);
        _alike = new (int, int, int, int)[blocks.Length];
        _printings = new int[blocks.Length];
        _scores = BlockScores.Of(page, _shapes);
        _container = BodyFinder.Container(page, _scores);
        _running = new int[blocks.Length + 1];
        _linked = new int[blocks.Length + 1];
        _chars = new int[blocks.Length + 1];
        for (var b = 0; b < blocks.Length; b++)
        {
            var length = blocks[b].Length;
            var running = length >= 60 && blocks[b].LinkShare < 0.3 && _shapes[b].Stops > 0 ? length : 0;
            _running[b + 1] = _running[b] + running;
            _linked[b + 1] = _linked[b] + blocks[b].LinkChars;
            _chars[b + 1] = _chars[b] + length;
            ref var alike = ref _alike[_kinds[b]];
            alike = (alike.Blocks + 1, alike.Running + running, alike.Linked + blocks[b].LinkChars, alike.Chars + length);
            _printings[_texts[b]]++;
        }

        _whole = Math.Max(1, _running[^1]);
        _title = ReadableText.Loose(page.Title);
        _heading = Heading();
    }

    /// <summary>Writes the values of one block.</summary>
    public void Write(int b, Span<float> to)
    {
        var block = _page.Blocks[b];
        var shape = _shapes[b];
        ref readonly var node = ref _page.Nodes[block.Node];
        var mark = _page.MarkOf(block);
        var length = block.Length;
        var i = 0;
        to[i++] = MathF.Log(1 + length);
        to[i++] = shape.Words;
        to[i++] = (float)block.LinkShare;
        to[i++] = block.Links;
        to[i++] = (float)block.BoldChars / length;
        to[i++] = (float)shape.Letters / Math.Max(1, shape.Words);
        to[i++] = shape.EndsSentence ? 1 : 0;
        to[i++] = shape.Stops;
        to[i++] = (float)shape.Commas / Math.Max(1, shape.Words);
        to[i++] = (float)shape.Upper / Math.Max(1, shape.Letters);
        to[i++] = (float)shape.Capitalised / Math.Max(1, shape.Words);
        to[i++] = (float)shape.Digits / length;
        to[i++] = char.IsUpper(block.Text[0]) ? 1 : char.IsLower(block.Text[0]) ? -1 : 0;
        to[i++] = length < 200 && shape.Digits > 0 && DateText.First(block.Text) is not null ? 1 : 0;
        to[i++] = block.Text.AsSpan().IndexOfAny('|', '»', '›') >= 0 ? 1 : 0;
        to[i++] = block.Text[^1] == ':' ? 1 : 0;
        to[i++] = block.Text.AsSpan().ContainsAny(Quotes) ? 1 : 0;
        to[i++] = (float)_cues[b];
        to[i++] = _cues[b] == BlockCue.None ? 0 : 1;
        to[i++] = _cues[b] is BlockCue.Credit ? 1 : 0;
        to[i++] = _cues[b] is BlockCue.Related ? 1 : 0;
        to[i++] = _printings[_texts[b]];
        to[i++] = (float)_scores[b];
        i = Neighbours(b, to, i);
        i = Elements(b, node, mark, to, i);
        Places(b, node, to, i);
    }

    private int Neighbours(int b, Span<float> to, int i)
    {
        foreach (var distance in (ReadOnlySpan<int>)[-2, -1, 1, 2])
        {
            var n = b + distance;
            if (n < 0 || n >= _page.Blocks.Length)
            {
                to.Slice(i, Neighbour).Fill(-1);
                i += Neighbour;
                continue;
            }

            var other = _page.Blocks[n];
            to[i++] = MathF.Log(1 + other.Length);
            to[i++] = (float)other.LinkShare;
            to[i++] = _shapes[n].EndsSentence ? 1 : 0;
            to[i++] = (float)_scores[n];
            to[i++] = _kinds[n] == _kinds[b] ? 1 : 0;
            to[i++] = Tags.IsHeading(_page.Nodes[other.Node].Tag) ? 1 : 0;
            to[i++] = _cues[n] == BlockCue.None ? 0 : 1;
            to[i++] = Common(b, n);
        }

        return i;
    }

    /// <summary>How many levels up the two blocks share an element (at most 8).</summary>
    private float Common(int b, int n)
    {
        var x = _page.Blocks[b].Node;
        var y = _page.Blocks[n].Node;
        for (var steps = 0; steps < 8; steps++)
        {
            if (y >= x && y < _page.Nodes[x].End) return steps;
            if (_page.Nodes[x].Parent < 0) break;
            x = _page.Nodes[x].Parent;
        }

        return 8;
    }

    private int Elements(int b, PageNode node, Mark mark, Span<float> to, int i)
    {
        to[i++] = Tags.IsHeading(node.Tag) ? 1 + (node.Tag - Tag.H1) : 0;
        to[i++] = node.Tag == Tag.P ? 1 : 0;
        to[i++] = node.Tag is Tag.Div or Tag.Section or Tag.Article or Tag.Main or Tag.Body ? 1 : 0;
        to[i++] = node.Depth;
        Span<int> up = stackalloc int[12];
        up.Fill(20);
        var distance = 0;
        for (var n = _page.Blocks[b].Leaf; n >= 0; n = _page.Nodes[n].Parent, distance++)
        {
            var slot = _page.Nodes[n].Tag switch
            {
                Tag.Article => 0,
                Tag.Main => 1,
                Tag.Blockquote => 2,
                Tag.Td or Tag.Th or Tag.Table => 3,
                Tag.Li or Tag.Ul or Tag.Ol => 4,
                Tag.Figure or Tag.Figcaption => 5,
                Tag.Form => 6,
                Tag.Header => 7,
                Tag.Footer => 8,
                Tag.Aside => 9,
                Tag.Nav => 10,
                Tag.Dl or Tag.Dd or Tag.Dt => 11,
                _ => -1,
            };
            if (slot >= 0 && up[slot] == 20) up[slot] = Math.Min(distance, 19);
        }

        foreach (var value in up) to[i++] = value;
        to[i++] = mark == Mark.Body ? 1 : mark == Mark.None ? 0 : -1;
        to[i++] = (float)mark;
        to[i++] = mark is Mark.Comments ? 1 : 0;
        to[i++] = mark is Mark.Related or Mark.Share or Mark.Newsletter or Mark.Advertisement or Mark.Tags or Mark.Widget ? 1 : 0;
        to[i++] = mark is Mark.Navigation or Mark.Sidebar or Mark.Footer or Mark.Cookies or Mark.Hidden ? 1 : 0;
        to[i++] = mark is Mark.Byline or Mark.Date or Mark.AuthorBox ? 1 : 0;
        to[i++] = mark is Mark.Caption ? 1 : 0;
        to[i++] = mark is Mark.Headline or Mark.Subtitle or Mark.Header ? 1 : 0;
        return i;
    }

    private void Places(int b, PageNode node, Span<float> to, int i)
    {
        var blocks = _page.Blocks.Length;
        to[i++] = (float)b / blocks;
        to[i++] = _heading < 0 ? 0 : Math.Clamp(b - _heading, -50, 200);
        to[i++] = b == _heading ? 1 : 0;
        to[i++] = InTitle(b);
        var (count, running, linked, chars) = _alike[_kinds[b]];
        to[i++] = count;
        to[i++] = (float)running / _whole;
        to[i++] = (float)linked / Math.Max(1, chars);
        var parent = node.Parent < 0 ? 0 : node.Parent;
        i = Around(block: b, parent, to, i);
        i = Around(block: b, _page.Nodes[parent].Parent < 0 ? 0 : _page.Nodes[parent].Parent, to, i);
        if (_container < 0)
        {
            to[i++] = -1;
            to[i++] = 0;
            to[i++] = 0;
            to[i++] = 0;
            to[i++] = 0;
            to[i] = 0;
            return;
        }

        ref readonly var container = ref _page.Nodes[_container];
        var inside = b >= container.FirstBlock && b < container.EndBlock;
        to[i++] = inside ? (b - container.FirstBlock) / (float)Math.Max(1, container.EndBlock - container.FirstBlock) : -1;
        to[i++] = inside ? node.Depth - container.Depth : -1;
        to[i++] = (float)(_running[b] - _running[Math.Min(b, container.FirstBlock)]) / _whole;
        to[i++] = (float)(_running[^1] - _running[b + 1]) / _whole;
        to[i++] = (float)(_running[Math.Max(b, container.EndBlock)] - _running[Math.Min(blocks, b + 1)]) / _whole;
        to[i] = (float)(_running[container.EndBlock] - _running[container.FirstBlock]) / _whole;
    }

    /// <summary>The text of an element: how much of the page's, how linked, how cut up.</summary>
    private int Around(int block, int node, Span<float> to, int i)
    {
        ref readonly var around = ref _page.Nodes[node];
        var chars = Math.Max(1, _chars[around.EndBlock] - _chars[around.FirstBlock]);
        to[i++] = (float)(_running[around.EndBlock] - _running[around.FirstBlock]) / _whole;
        to[i++] = (float)(_linked[around.EndBlock] - _linked[around.FirstBlock]) / chars;
        to[i++] = MathF.Log(1 + ((float)chars / Math.Max(1, around.EndBlock - around.FirstBlock)));
        to[i++] = around.EndBlock - around.FirstBlock;
        return i;
    }

    private static (int, string) Kind(Page page, TextBlock block)
    {
        ref readonly var node = ref page.Nodes[block.Node];
        return ((int)node.Tag * 256 + (node.Parent < 0 ? 0 : (int)page.Nodes[node.Parent].Tag), node.Words);
    }

    /// <summary>For each block the number of a value: equal values have the same, counted from 0.</summary>
    private static int[] Numbered<T>(TextBlock[] blocks, Func<TextBlock, T> value)
        where T : notnull
    {
        var known = new Dictionary<T, int>(blocks.Length);
        var numbers = new int[blocks.Length];
        for (var b = 0; b < numbers.Length; b++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, value(blocks[b]), out var exists);
            if (!exists) number = known.Count - 1;
            numbers[b] = number;
        }

        return numbers;
    }

    private float InTitle(int b)
    {
        var block = _page.Blocks[b];
        if (_title.Length == 0 || block.Length > LongestTitle) return 0;
        Span<char> room = stackalloc char[LongestTitle];
        var text = ReadableText.Loose(block.Text, room);
        return text.Length > 8 && (_title.AsSpan().Contains(text, StringComparison.Ordinal) || text.Contains(_title, StringComparison.Ordinal)) ? 1 : 0;
    }

    /// <summary>The first heading that the title agrees with, else the first of the first level.</summary>
    private int Heading()
    {
        var first = -1;
        for (var b = 0; b < _page.Blocks.Length; b++)
        {
            var tag = _page.Nodes[_page.Blocks[b].Node].Tag;
            if (!Tags.IsHeading(tag) || HeadingParts.IsBeside(_page, b)) continue;
            if (tag is Tag.H1 or Tag.H2 && InTitle(b) > 0) return b;
            if (first < 0 && tag == Tag.H1) first = b;
        }

        return first;
    }
}
