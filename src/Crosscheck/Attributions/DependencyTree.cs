using Crosscheck.Language;

namespace Crosscheck.Attributions;

/// <summary>
/// A read-only view of a layer's dependencies: children in order, what lies below a token, the envelope of a subtree.
/// Heads that leave the sentence or run in a circle count as roots, so every walk ends.
/// </summary>
internal sealed class DependencyTree
{
    private readonly int[] _heads;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _enter;
    private readonly int[] _leave;
    private readonly int[] _first;
    private readonly int[] _last;

    public DependencyTree(SyntaxLayer syntax)
    {
        var n = syntax.Tokens.Length;
        _heads = new int[n];
        _firstChild = new int[n];
        _nextSibling = new int[n];
        _enter = new int[n];
        _leave = new int[n];
        _first = new int[n];
        _last = new int[n];
        Array.Fill(_heads, SyntaxLayer.Root);
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        Array.Fill(_enter, -1);
        if (syntax.HasDependencies)
        {
            foreach (var sentence in syntax.Sentences)
            {
                for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
                {
                    var head = syntax.Heads[i];
                    if (head >= sentence.FirstToken && head < sentence.EndToken && head != i) _heads[i] = head;
                }
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            if (_heads[i] < 0) continue;
            _nextSibling[i] = _firstChild[_heads[i]];
            _firstChild[_heads[i]] = i;
        }

        var clock = 0;
        for (var i = 0; i < n; i++)
        {
            if (_heads[i] < 0) clock = Visit(i, clock);
        }

        for (var i = 0; i < n; i++)
        {
            if (_enter[i] >= 0) continue;
            // Part of a circle: cut it here.
            Detach(i);
            clock = Visit(i, clock);
        }
    }

    /// <summary>The head, or <see cref="SyntaxLayer.Root"/>.</summary>
    public int Head(int token) => _heads[token];

    /// <summary>First child in order of the text, or -1.</summary>
    public int FirstChild(int token) => _firstChild[token];

    /// <summary>The next child of the same head, or -1.</summary>
    public int NextSibling(int token) => _nextSibling[token];

    /// <summary>Whether a token is another or stands below it.</summary>
    public bool IsWithin(int token, int ancestor) => _enter[token] >= _enter[ancestor] && _enter[token] < _leave[ancestor];

    /// <summary>From the first to one past the last token of the subtree (an envelope where the tree is not projective).</summary>
    public TokenRange Subtree(int token) => new(_first[token], _last[token] + 1);

    private int Visit(int root, int clock)
    {
        var token = root;
        Enter(token);
        while (true)
        {
            var child = _firstChild[token];
            if (child >= 0)
            {
                token = child;
                Enter(token);
                continue;
            }

            while (true)
            {
                _leave[token] = clock;
                if (token == root) return clock;
                var head = _heads[token];
                _first[head] = Math.Min(_first[head], _first[token]);
                _last[head] = Math.Max(_last[head], _last[token]);
                if (_nextSibling[token] >= 0)
                {
                    token = _nextSibling[token];
                    Enter(token);
                    break;
                }

                token = head;
            }
        }

        void Enter(int t)
        {
            _enter[t] = clock++;
            _first[t] = _last[t] = t;
        }
    }

    private void Detach(int token)
    {
        var head = _heads[token];
        _heads[token] = SyntaxLayer.Root;
        if (_firstChild[head] == token)
        {
            _firstChild[head] = _nextSibling[token];
        }
        else
        {
            var sibling = _firstChild[head];
            while (_nextSibling[sibling] != token) sibling = _nextSibling[sibling];
            _nextSibling[sibling] = _nextSibling[token];
        }

        _nextSibling[token] = -1;
    }
}
