using System.Collections.Immutable;

namespace Crosscheck.Language;

/// <summary>Children and subtrees of every token of a layer with dependencies, made once for all who ask. Immutable.</summary>
public sealed class DependencyIndex
{
    private readonly int[] _starts;
    private readonly int[] _children;
    private readonly (int First, int End)[] _subtrees;

    internal DependencyIndex(ImmutableArray<int> heads)
    {
        _starts = new int[heads.Length + 1];
        foreach (var head in heads)
        {
            if (head >= 0) _starts[head + 1]++;
        }

        for (var i = 0; i < heads.Length; i++) _starts[i + 1] += _starts[i];
        _children = new int[_starts[^1]];
        var filled = _starts.AsSpan(0, heads.Length).ToArray();
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] >= 0) _children[filled[heads[i]]++] = i;
        }

        _subtrees = new (int, int)[heads.Length];
        Measure(heads);
    }

    /// <summary>The tokens whose head a token is, from left to right.</summary>
    public ReadOnlySpan<int> ChildrenOf(int token) => _children.AsSpan(_starts[token].._starts[token + 1]);

    /// <summary>Half-open range of tokens from the first to the last of a token's subtree, itself included.</summary>
    public (int First, int End) Subtree(int token) => _subtrees[token];

    /// <summary>From the leaves up: a token hands its range to its head once all its children have.</summary>
    private void Measure(ImmutableArray<int> heads)
    {
        var waiting = new int[heads.Length];
        var ready = new Stack<int>();
        for (var i = 0; i < heads.Length; i++)
        {
            _subtrees[i] = (i, i + 1);
            waiting[i] = _starts[i + 1] - _starts[i];
            if (waiting[i] == 0) ready.Push(i);
        }

        while (ready.TryPop(out var token))
        {
            var head = heads[token];
            if (head < 0) continue;
            var (own, whole) = (_subtrees[token], _subtrees[head]);
            _subtrees[head] = (Math.Min(own.First, whole.First), Math.Max(own.End, whole.End));
            if (--waiting[head] == 0) ready.Push(head);
        }
    }
}
