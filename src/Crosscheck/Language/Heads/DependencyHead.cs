using System.Collections.Immutable;
using Crosscheck.Language.Encoding;
using Crosscheck.Learning;

namespace Crosscheck.Language.Heads;

/// <summary>
/// Dependencies of a sentence's words by biaffine scores (Dozat and Manning 2017) and the best tree under them (<see cref="SpanningTree"/>), without
/// crossing arcs (<see cref="ProjectiveTree"/>). Immutable.
/// </summary>
internal sealed class DependencyHead
{
    private const string RootRelation = "root";

    private readonly DenseLayer _sides;
    private readonly DenseLayer _arc;
    private readonly DenseLayer _relation;
    private readonly float[] _arcRoot;
    private readonly float[] _relationRoot;
    private readonly int _root;

    private DependencyHead(DenseLayer sides, DenseLayer arc, DenseLayer relation, float[] arcRoot, float[] relationRoot, ImmutableArray<string> relations)
    {
        _sides = sides;
        _arc = arc;
        _relation = relation;
        _arcRoot = arcRoot;
        _relationRoot = relationRoot;
        Relations = relations;
        _root = relations.IndexOf(RootRelation);
    }

    public ImmutableArray<string> Relations { get; }

    private int ArcWidth => _arcRoot.Length;

    private int RelationWidth => _relationRoot.Length;

    /// <summary>Work space of one thread.</summary>
    internal sealed class Space
    {
        internal float[] Sides = [];
        internal float[] Dependents = [];
        internal float[] Heads = [];
        internal float[] Scores = [];
        internal float[] Left = [];
        internal float[] Rows = [];
    }

    /// <exception cref="InvalidOperationException">A tensor or the list of relations is missing or does not fit.</exception>
    public static DependencyHead Load(SafeTensors file)
    {
        var arcRoot = file.Tensor("heads.arc_root").ToArray();
        var relationRoot = file.Tensor("heads.relation_root").ToArray();
        var head = new DependencyHead(
            DenseLayer.Load(file, ["heads.arc_dependent", "heads.arc_head", "heads.relation_dependent", "heads.relation_head"]),
            DenseLayer.Load(file, "heads.arc"), DenseLayer.Load(file, "heads.relation"), arcRoot, relationRoot, LabelSet.Read(file, "relations"));
        var fits = head._sides.Outputs == 2 * (arcRoot.Length + relationRoot.Length) && head._arc.Inputs == arcRoot.Length && head._arc.Outputs == arcRoot.Length
            && head._relation.Inputs == relationRoot.Length && head._relation.Outputs == head.Relations.Length * (relationRoot.Length + 1) && head._root >= 0;
        return fits ? head : throw file.Broken();
    }

    /// <summary>Both sides of every word of a batch: once, before its sentences are read.</summary>
    public void Prepare(WordBatch batch, Space space)
    {
        _sides.Apply(batch.States, batch.Product.Output, Activation.Gelu);
        Grow(ref space.Sides, batch.Count * _sides.Outputs);
        batch.Product.Output.CopyTo(space.Sides);
    }

    /// <summary>The tree of one sentence.</summary>
    /// <param name="first">Its first word in the batch.</param>
    /// <param name="heads">Takes the head of each word, counted from the sentence's first word, or -1 for the root.</param>
    /// <param name="relations">Takes numbers in <see cref="Relations"/>.</param>
    public void Parse(WordBatch batch, int first, Span<int> heads, Span<byte> relations, Space space)
    {
        Arcs(batch, first, heads.Length, space);
        var scores = space.Scores.AsSpan(0, heads.Length * (heads.Length + 1));
        SpanningTree.Find(scores, heads.Length, heads);
        if (ProjectiveTree.Crosses(heads)) ProjectiveTree.Find(scores, heads.Length, heads);
        Label(batch, first, heads, relations, space);
    }

    /// <summary>Scores [word, 1 + head], column 0 the root.</summary>
    private void Arcs(WordBatch batch, int first, int count, Space space)
    {
        Grow(ref space.Dependents, count * ArcWidth);
        Grow(ref space.Heads, (count + 1) * ArcWidth);
        Grow(ref space.Scores, count * (count + 1));
        _arcRoot.CopyTo(space.Heads.AsSpan());
        for (var i = 0; i < count; i++)
        {
            var sides = Sides(space, first + i);
            sides[..ArcWidth].CopyTo(space.Dependents.AsSpan(i * ArcWidth));
            sides.Slice(ArcWidth, ArcWidth).CopyTo(space.Heads.AsSpan((i + 1) * ArcWidth));
        }

        _arc.Apply(space.Dependents.AsSpan(0, count * ArcWidth), count, space.Dependents, batch.Product);
        MatrixProduct.Transposed(space.Dependents, count, space.Heads, count + 1, ArcWidth, space.Scores, batch.Product);
    }

    private void Label(WordBatch batch, int first, ReadOnlySpan<int> heads, Span<byte> relations, Space space)
    {
        var count = heads.Length;
        Grow(ref space.Rows, count * RelationWidth);
        Grow(ref space.Left, count * _relation.Outputs);
        for (var i = 0; i < count; i++) Sides(space, first + i).Slice(2 * ArcWidth, RelationWidth).CopyTo(space.Rows.AsSpan(i * RelationWidth));
        _relation.Apply(space.Rows.AsSpan(0, count * RelationWidth), count, space.Left, batch.Product);
        Span<float> scores = stackalloc float[Relations.Length];
        for (var i = 0; i < count; i++)
        {
            var head = heads[i] < 0 ? _relationRoot : Sides(space, first + heads[i])[^RelationWidth..];
            var left = space.Left.AsSpan(i * _relation.Outputs, _relation.Outputs);
            left[^scores.Length..].CopyTo(scores);
            for (var e = 0; e < head.Length; e++)
            {
                var row = left.Slice(e * scores.Length, scores.Length);
                for (var r = 0; r < scores.Length; r++) scores[r] = MathF.FusedMultiplyAdd(head[e], row[r], scores[r]);
            }

            if (heads[i] >= 0) scores[_root] = float.NegativeInfinity;
            relations[i] = (byte)(heads[i] < 0 ? _root : LabelSet.Best(scores));
        }
    }

    private ReadOnlySpan<float> Sides(Space space, int word) => space.Sides.AsSpan(word * _sides.Outputs, _sides.Outputs);

    private static void Grow(ref float[] room, int length)
    {
        if (room.Length < length) room = new float[length];
    }
}
