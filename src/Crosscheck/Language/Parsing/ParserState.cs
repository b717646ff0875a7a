namespace Crosscheck.Language.Parsing;

/// <summary>
/// A partial parse in the arc-hybrid system (Kuhlmann, Gomez-Rodriguez and Satta 2011): a stack, a buffer, and the arcs so far. Words are
/// numbered from 0; the artificial root stands after the last word (Ballesteros and Nivre 2013), at number Count.
/// Every sentence of n words takes 2n actions, so states of a beam stay comparable.
/// </summary>
internal sealed class ParserState
{
    /// <summary>Shift the next word; LEFT: the buffer's first takes the stack's top; RIGHT: the stack's second takes its top.</summary>
    public enum Move : byte
    {
        Shift,
        Left,
        Right,
    }

    /// <summary>A word's arcs so far; -1 where there is none.</summary>
    internal struct Node
    {
        public short Head;
        public short Left1;
        public short Left2;
        public short Right1;
        public short Right2;
        public byte Relation;
        public byte LeftCount;
        public byte RightCount;
        public ulong LeftSet;
        public ulong RightSet;
    }

    public const byte NoRelation = 255;

    private Node[] _nodes = new Node[64];
    private short[] _stack = new short[64];

    /// <summary>Words of the sentence.</summary>
    public int Count { get; private set; }

    public int StackSize { get; private set; }

    /// <summary>The buffer's first word; Count when only the root is left.</summary>
    public int Next { get; private set; }

    public float Score { get; set; }

    public bool IsDone => Next == Count && StackSize == 0;

    public ref readonly Node this[int word] => ref _nodes[word];

    /// <summary>A word of the stack, 0 being its top; -1 below its end.</summary>
    public int Stack(int depth) => depth < StackSize ? _stack[StackSize - 1 - depth] : -1;

    public void Begin(int count)
    {
        Reserve(count);
        Count = count;
        StackSize = 0;
        Next = 0;
        Score = 0;
        var empty = new Node { Head = -1, Left1 = -1, Left2 = -1, Right1 = -1, Right2 = -1, Relation = NoRelation };
        _nodes.AsSpan(0, count + 1).Fill(empty);
    }

    public void CopyFrom(ParserState other)
    {
        Reserve(other.Count);
        Count = other.Count;
        StackSize = other.StackSize;
        Next = other.Next;
        Score = other.Score;
        other._nodes.AsSpan(0, Count + 1).CopyTo(_nodes);
        other._stack.AsSpan(0, StackSize).CopyTo(_stack);
    }

    /// <summary>The root takes one word only, so it waits until the stack holds no other.</summary>
    public bool Allows(Move move) => move switch
    {
        Move.Shift => Next < Count,
        Move.Left => StackSize > 0 && (Next < Count || StackSize == 1),
        _ => StackSize > 1,
    };

    public void Apply(Move move, byte relation)
    {
        switch (move)
        {
            case Move.Shift:
                _stack[StackSize++] = (short)Next++;
                return;
            case Move.Left:
                Attach(_stack[--StackSize], (short)Next, relation);
                return;
            default:
                StackSize--;
                Attach(_stack[StackSize], _stack[StackSize - 1], relation);
                return;
        }
    }

    private void Attach(short child, short head, byte relation)
    {
        _nodes[child].Head = head;
        _nodes[child].Relation = relation;
        ref var node = ref _nodes[head];
        if (child < head)
        {
            node.Left2 = node.Left1;
            node.Left1 = child;
            if (node.LeftCount < 3) node.LeftCount++;
            node.LeftSet |= 1UL << (relation & 63);
        }
        else
        {
            node.Right2 = node.Right1;
            node.Right1 = child;
            if (node.RightCount < 3) node.RightCount++;
            node.RightSet |= 1UL << (relation & 63);
        }
    }

    private void Reserve(int count)
    {
        if (_nodes.Length > count) return;
        _nodes = new Node[count * 2];
        _stack = new short[count * 2];
    }
}
