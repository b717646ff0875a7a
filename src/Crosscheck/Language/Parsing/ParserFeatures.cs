using System.Runtime.CompilerServices;
using Crosscheck.Language.Tagging;
using Crosscheck.Learning;

namespace Crosscheck.Language.Parsing;

/// <summary>
/// The features of a parser state, after Zhang and Nivre (2011, "Transition-based dependency parsing with rich non-local features"), for the
/// arc-hybrid system: words and tags of the stack's top three and the buffer's first three, their nearest children, distances, and numbers and sets of children.
/// </summary>
internal static class ParserFeatures
{
    /// <summary>Features of a state at most.</summary>
    public const int Most = 112;

    private const uint None = 0xFFFF;

    /// <summary>Writes the features; returns how many.</summary>
    public static int Extract(ParserState state, SentenceWords words, ReadOnlySpan<byte> tags, Span<uint> f)
    {
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2), b0 = state.Next, b1 = b0 + 1, b2 = b0 + 2;
        var c = new Context(words.Lower, tags, state);
        uint s0w = c.Word(s0), s0t = c.Tag(s0), s1w = c.Word(s1), s1t = c.Tag(s1), s2t = c.Tag(s2);
        uint b0w = c.Word(b0), b0t = c.Tag(b0), b1w = c.Word(b1), b1t = c.Tag(b1), b2t = c.Tag(b2);
        var n = 0;

        // Single places.
        f[n++] = FeatureHash.Of(0).Value;
        f[n++] = FeatureHash.Of(1).Add(s0w).Add(s0t).Value;
        f[n++] = FeatureHash.Of(2).Add(s0w).Value;
        f[n++] = FeatureHash.Of(3).Add(s0t).Value;
        f[n++] = FeatureHash.Of(4).Add(s1w).Add(s1t).Value;
        f[n++] = FeatureHash.Of(5).Add(s1w).Value;
        f[n++] = FeatureHash.Of(6).Add(s1t).Value;
        f[n++] = FeatureHash.Of(7).Add(s2t).Value;
        f[n++] = FeatureHash.Of(8).Add(b0w).Add(b0t).Value;
        f[n++] = FeatureHash.Of(9).Add(b0w).Value;
        f[n++] = FeatureHash.Of(10).Add(b0t).Value;
        f[n++] = FeatureHash.Of(11).Add(b1w).Add(b1t).Value;
        f[n++] = FeatureHash.Of(12).Add(b1w).Value;
        f[n++] = FeatureHash.Of(13).Add(b1t).Value;
        f[n++] = FeatureHash.Of(14).Add(c.Word(b2)).Value;
        f[n++] = FeatureHash.Of(15).Add(b2t).Value;

        // Pairs.
        f[n++] = FeatureHash.Of(16).Add(s0w).Add(s0t).Add(b0w).Add(b0t).Value;
        f[n++] = FeatureHash.Of(17).Add(s0w).Add(s0t).Add(b0t).Value;
        f[n++] = FeatureHash.Of(18).Add(s0t).Add(b0w).Add(b0t).Value;
        f[n++] = FeatureHash.Of(19).Add(s0w).Add(b0w).Value;
        f[n++] = FeatureHash.Of(20).Add(s0t).Add(b0t).Value;
        f[n++] = FeatureHash.Of(21).Add(b0t).Add(b1t).Value;
        f[n++] = FeatureHash.Of(22).Add(s1w).Add(s1t).Add(s0w).Add(s0t).Value;
        f[n++] = FeatureHash.Of(23).Add(s1w).Add(s1t).Add(s0t).Value;
        f[n++] = FeatureHash.Of(24).Add(s1t).Add(s0w).Add(s0t).Value;
        f[n++] = FeatureHash.Of(25).Add(s1w).Add(s0w).Value;
        f[n++] = FeatureHash.Of(26).Add(s1t).Add(s0t).Value;
        f[n++] = FeatureHash.Of(27).Add(s1t).Add(b0t).Value;
        f[n++] = FeatureHash.Of(28).Add(s1w).Add(b0w).Value;
        f[n++] = FeatureHash.Of(29).Add(s0w).Add(b0t).Add(b1t).Value;
        f[n++] = FeatureHash.Of(30).Add(b0w).Add(b1t).Value;

        // Three and four tags.
        f[n++] = FeatureHash.Of(31).Add(b0t).Add(b1t).Add(b2t).Value;
        f[n++] = FeatureHash.Of(32).Add(s0t).Add(b0t).Add(b1t).Value;
        f[n++] = FeatureHash.Of(33).Add(s1t).Add(s0t).Add(b0t).Value;
        f[n++] = FeatureHash.Of(34).Add(s1t).Add(s0t).Add(b0t).Add(b1t).Value;
        f[n++] = FeatureHash.Of(35).Add(s2t).Add(s1t).Add(s0t).Value;
        f[n++] = FeatureHash.Of(36).Add(s2t).Add(s1t).Add(s0t).Add(b0t).Value;
        f[n++] = FeatureHash.Of(37).Add(s1w).Add(s0t).Add(b0t).Value;
        f[n++] = FeatureHash.Of(38).Add(s1t).Add(s0w).Add(b0t).Value;
        f[n++] = FeatureHash.Of(39).Add(s1t).Add(s0t).Add(b0w).Value;

        // Distances.
        var near = Distance(s0, b0);
        var far = Distance(s1, s0);
        f[n++] = FeatureHash.Of(40).Add(s0w).Add(near).Value;
        f[n++] = FeatureHash.Of(41).Add(s0t).Add(near).Value;
        f[n++] = FeatureHash.Of(42).Add(b0w).Add(near).Value;
        f[n++] = FeatureHash.Of(43).Add(b0t).Add(near).Value;
        f[n++] = FeatureHash.Of(44).Add(s0t).Add(b0t).Add(near).Value;
        f[n++] = FeatureHash.Of(45).Add(s1t).Add(s0t).Add(far).Value;
        f[n++] = FeatureHash.Of(46).Add(s1w).Add(far).Value;
        f[n++] = FeatureHash.Of(47).Add(s0w).Add(far).Value;

        n = Children(ref c, s0, s0w, s0t, 50, f, n);
        n = Children(ref c, s1, s1w, s1t, 70, f, n);
        if (b0 <= words.Count)
        {
            ref readonly var node = ref state[b0];
            var l1 = node.Left1;
            f[n++] = FeatureHash.Of(90).Add(b0w).Add((uint)node.LeftCount).Value;
            f[n++] = FeatureHash.Of(91).Add(b0t).Add((uint)node.LeftCount).Value;
            f[n++] = FeatureHash.Of(92).Add(b0t).Add((uint)node.LeftSet).Add((uint)(node.LeftSet >> 32)).Value;
            f[n++] = FeatureHash.Of(93).Add(c.Word(l1)).Value;
            f[n++] = FeatureHash.Of(94).Add(c.Tag(l1)).Add(c.Relation(l1)).Value;
            f[n++] = FeatureHash.Of(95).Add(c.Relation(l1)).Value;
            f[n++] = FeatureHash.Of(96).Add(s0t).Add(b0t).Add(c.Tag(l1)).Value;
            f[n++] = FeatureHash.Of(97).Add(c.Relation(node.Left2)).Add(c.Relation(l1)).Add(b0t).Value;
        }

        // Arcs about to be made, with what the words have already.
        uint s0l = c.RelationOfLeft(s0), s0r = c.RelationOfRight(s0), s1r = c.RelationOfRight(s1), s1l = c.RelationOfLeft(s1);
        f[n++] = FeatureHash.Of(100).Add(s0t).Add(b0t).Add(s0l).Value;
        f[n++] = FeatureHash.Of(101).Add(s0t).Add(b0t).Add(s0r).Value;
        f[n++] = FeatureHash.Of(102).Add(s1t).Add(s0t).Add(s1r).Value;
        f[n++] = FeatureHash.Of(103).Add(s1t).Add(s0t).Add(s0l).Value;
        f[n++] = FeatureHash.Of(104).Add(s1t).Add(s0t).Add(s0r).Value;
        f[n++] = FeatureHash.Of(105).Add(s1w).Add(s0w).Add(s0l).Value;
        f[n++] = FeatureHash.Of(106).Add(s1t).Add(s0t).Add(s1l).Value;
        f[n++] = FeatureHash.Of(107).Add(s1w).Add(s1r).Add(s0t).Value;
        f[n++] = FeatureHash.Of(108).Add(s1t).Add(s0t).Add(c.LeftWord(s0)).Value;
        f[n++] = FeatureHash.Of(109).Add(s1w).Add(s0t).Add(c.LeftWord(s0)).Value;
        return n;
    }

    /// <summary>Counts, sets and nearest children of a word of the stack.</summary>
    private static int Children(ref Context c, int word, uint w, uint t, int template, Span<uint> f, int n)
    {
        if (word < 0) return n;
        ref readonly var node = ref c.State[word];
        int l1 = node.Left1, l2 = node.Left2, r1 = node.Right1, r2 = node.Right2;
        f[n++] = FeatureHash.Of(template).Add(w).Add((uint)node.LeftCount).Value;
        f[n++] = FeatureHash.Of(template + 1).Add(t).Add((uint)node.LeftCount).Value;
        f[n++] = FeatureHash.Of(template + 2).Add(w).Add((uint)node.RightCount).Value;
        f[n++] = FeatureHash.Of(template + 3).Add(t).Add((uint)node.RightCount).Value;
        f[n++] = FeatureHash.Of(template + 4).Add(w).Add((uint)node.LeftSet).Add((uint)(node.LeftSet >> 32)).Value;
        f[n++] = FeatureHash.Of(template + 5).Add(t).Add((uint)node.LeftSet).Add((uint)(node.LeftSet >> 32)).Value;
        f[n++] = FeatureHash.Of(template + 6).Add(w).Add((uint)node.RightSet).Add((uint)(node.RightSet >> 32)).Value;
        f[n++] = FeatureHash.Of(template + 7).Add(t).Add((uint)node.RightSet).Add((uint)(node.RightSet >> 32)).Value;
        f[n++] = FeatureHash.Of(template + 8).Add(c.Word(l1)).Value;
        f[n++] = FeatureHash.Of(template + 9).Add(c.Tag(l1)).Add(c.Relation(l1)).Value;
        f[n++] = FeatureHash.Of(template + 10).Add(c.Word(r1)).Value;
        f[n++] = FeatureHash.Of(template + 11).Add(c.Tag(r1)).Add(c.Relation(r1)).Value;
        f[n++] = FeatureHash.Of(template + 12).Add(t).Add(c.Tag(l1)).Add(c.Tag(l2)).Value;
        f[n++] = FeatureHash.Of(template + 13).Add(t).Add(c.Tag(r1)).Add(c.Tag(r2)).Value;
        f[n++] = FeatureHash.Of(template + 14).Add(c.Relation(l1)).Add(c.Relation(l2)).Add(t).Value;
        f[n++] = FeatureHash.Of(template + 15).Add(c.Relation(r1)).Add(c.Relation(r2)).Add(t).Value;
        return n;
    }

    private static uint Distance(int left, int right) => left < 0 ? 0 : (right - left) switch { < 5 and var d => (uint)d, < 8 => 5, < 12 => 6, _ => 7 };

    private readonly ref struct Context(ReadOnlySpan<uint> words, ReadOnlySpan<byte> tags, ParserState state)
    {
        private readonly ReadOnlySpan<uint> _words = words;
        private readonly ReadOnlySpan<byte> _tags = tags;

        public readonly ParserState State = state;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public uint Word(int i) => (uint)i < (uint)_words.Length ? _words[i] : i < 0 ? None : None + 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public uint Tag(int i) => (uint)i < (uint)_tags.Length ? _tags[i] : i < 0 ? None : None + 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public uint Relation(int i) => i < 0 ? None : State[i].Relation;

        public uint RelationOfLeft(int i) => i < 0 ? None : Relation(State[i].Left1);

        public uint RelationOfRight(int i) => i < 0 ? None : Relation(State[i].Right1);

        public uint LeftWord(int i) => i < 0 ? None : Word(State[i].Left1);
    }
}
