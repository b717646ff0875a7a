using System.Collections.Immutable;
using Crosscheck.Attributions;

namespace Crosscheck.Events;

/// <summary>Which attribution's content a token stands in: the innermost.</summary>
internal sealed class Holders
{
    private readonly int[] _holder;
    private readonly ImmutableArray<Attribution> _attributions;

    public Holders(AttributionContext context, ImmutableArray<Attribution> attributions)
    {
        _attributions = attributions;
        _holder = new int[context.Count];
        Array.Fill(_holder, -1);
        // Long contents first, so that the shorter, inner ones write over them.
        var order = Enumerable.Range(0, attributions.Length).OrderByDescending(i => attributions[i].Content.Sum(c => c.Length)).ThenBy(i => i);
        foreach (var i in order)
        {
            foreach (var part in attributions[i].Content)
            {
                var (first, end) = context.Syntax.TokensIn(part);
                _holder.AsSpan(first, end - first).Fill(i);
            }
        }
    }

    public Attribution this[int index] => _attributions[index];

    public int? Of(int token) => _holder[token] >= 0 ? _holder[token] : null;
}
