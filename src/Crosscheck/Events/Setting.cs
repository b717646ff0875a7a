using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Names;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Events;

/// <summary>When and where: the time and the place whose words depend on the event's.</summary>
internal sealed class Setting
{
    private readonly AttributionContext _context;
    private readonly ImmutableArray<TimeExpression> _times;
    private readonly int[] _timeAt;
    private readonly int[] _placeAt;
    private readonly ImmutableArray<Mention> _names;

    public Setting(AttributionContext context, ImmutableArray<Mention> names, ImmutableArray<TimeExpression> times)
    {
        _context = context;
        _times = times;
        _names = names;
        _timeAt = Mark(context, times.Length, i => times[i].Type is TimeType.Date or TimeType.Time ? times[i].Span : null);
        _placeAt = Mark(context, names.Length, i => names[i].Type is EntityType.Location or EntityType.Polity or EntityType.Facility ? names[i].Span : null);
    }

    /// <summary>Index of the time that the trigger or the verb above it carries, or null.</summary>
    public int? TimeOf(int trigger)
    {
        if (_times.IsEmpty) return null;
        if (Below(trigger, _timeAt, place: false) is { } own) return own;
        var head = _context.Tree.Head(trigger);
        return head >= 0 && !_context.IsVerb(trigger) && _context.IsVerb(head) ? Below(head, _timeAt, place: false) : null;
    }

    public TextSpan? PlaceOf(int trigger) => Below(trigger, _placeAt, place: true) is { } index ? _names[index].Span : null;

    private int? Below(int trigger, int[] at, bool place)
    {
        for (var child = _context.Tree.FirstChild(trigger); child >= 0; child = _context.Tree.NextSibling(child))
        {
            if (_context.RelationOf(child) is not ("obl" or "nmod" or "advmod" or "obj")) continue;
            if (place && Participants.Preposition(_context, child) is not ("in" or "at" or "near" or "across" or "around" or "outside" or "inside" or "on")) continue;
            if (at[child] >= 0) return at[child];
            // "in the city of Homs", "early on Thursday".
            for (var below = _context.Tree.FirstChild(child); below >= 0; below = _context.Tree.NextSibling(below))
            {
                if (at[below] >= 0) return at[below];
            }
        }

        return null;
    }

    private static int[] Mark(AttributionContext context, int count, Func<int, TextSpan?> spanOf)
    {
        var marked = new int[context.Count];
        Array.Fill(marked, -1);
        for (var i = 0; i < count; i++)
        {
            if (spanOf(i) is not { } span) continue;
            var (first, end) = context.Syntax.TokensIn(span);
            marked.AsSpan(first, end - first).Fill(i);
        }

        return marked;
    }
}
