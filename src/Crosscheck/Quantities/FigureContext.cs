using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Text;
using Crosscheck.Times;

namespace Crosscheck.Quantities;

/// <summary>What a sentence says around a figure: per what, as of when, said by whom, and how it changed.</summary>
internal sealed class FigureContext(
    FigureLexicon lexicon, SyntaxLayer syntax, List<Atom> atoms, ImmutableArray<TimeExpression> times, ImmutableArray<Attribution> attributions)
{
    private const int PerReach = 6;
    private const int ChangeReach = 3;
    private const int BaseReach = 8;
    private const int TimesReach = 2;
    private const int AsOfReach = 200;
    private const int ContentsReach = 8;

    private readonly string _text = syntax.Text.Value;
    private readonly (TextSpan Content, TextSpan Source)[] _contents =
        [.. attributions.Where(a => a.Source.Length > 0).SelectMany(a => a.Content.Select(c => (c, a.Source[0]))).OrderBy(c => c.c)];


    /// <summary>"a day", "per capita", "annually" within a few words after the figure and what it counts.</summary>
    public string? Per(Figure figure, TextSpan? counted)
    {
        var from = figure.End;
        for (var i = from; i < Math.Min(atoms.Count, from + PerReach); i++)
        {
            var inCounted = counted is { } span && atoms[i].Start < span.End;
            if (Has(i, lexicon.PerWord)) return atoms[i].Word!.ValueIn(lexicon.PerWord);
            if (Has(i, lexicon.Article | lexicon.Per | lexicon.Each) && i + 1 < atoms.Count)
            {
                if (Has(i + 1, lexicon.TimeUnit) && _text[atoms[i + 1].End - 1] != 's' && !IsAgo(i + 2)) return atoms[i + 1].Word!.ValueIn(lexicon.TimeUnit);
                if (Has(i, lexicon.Per)) return _text[atoms[i + 1].Start..atoms[i + 1].End].ToLowerInvariant();
            }

            if (!inCounted && IsBreak(i)) return null;
        }

        return null;
    }

    /// <summary>The time of the sentence that the figure holds for: the nearest, one after the figure first.</summary>
    public TextSpan? AsOf(Figure figure)
    {
        if (syntax.SentenceAt(figure.Start) is var index && index < 0) return null;
        var sentence = syntax.Sentences[index].Span;
        TextSpan? best = null;
        var nearest = int.MaxValue;
        var here = FirstTimeAt(figure.Start);
        for (var i = Math.Max(0, here - TimesReach); i < Math.Min(times.Length, here + TimesReach + 1); i++)
        {
            var time = times[i];
            if (time.Span.Start < sentence.Start || time.Span.End > sentence.End) continue;
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.Span.Overlaps(new TextSpan(figure.Start, figure.Stop))) continue;
            var after = time.Span.Start >= figure.Stop;
            var distance = after ? time.Span.Start - figure.Stop : (figure.Start - time.Span.End) + 30;
            if (distance >= Math.Min(nearest, AsOfReach)) continue;
            if (after && CrossesFigureClause(figure.Stop, time.Span.Start)) continue;
            nearest = distance;
            best = time.Span;
        }

        return best;
    }

    public TextSpan? SaidBy(Figure figure)
    {
        // The innermost content that holds the figure: the last one that begins before it, of those near.
        int low = 0, high = _contents.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_contents[middle].Content.Start <= figure.Start) low = middle + 1;
            else high = middle;
        }

        for (var i = low - 1; i >= Math.Max(0, low - ContentsReach); i--)
        {
            if (_contents[i].Content.End >= figure.Stop) return _contents[i].Source;
        }

        return null;
    }

    /// <summary>"up 80 %", "rose by 5 percent from", "a 10 percent drop from 95 percent".</summary>
    public QuantityChange? Change(Figure figure)
    {
        ChangeDirection? direction = null;
        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - ChangeReach); i--)
        {
            if (Has(i, lexicon.Change))
            {
                direction = Direction(i);
                break;
            }

            if (atoms[i].Is(NumberClass.NUM) || IsMark(i)) break;
        }

        var after = figure.End;
        if (direction is null)
        {
            if (Has(after, lexicon.Change) && _text[atoms[after].Start..atoms[after].End] is not ("higher" or "lower")) (direction, after) = (Direction(after), after + 1);
            else if (after + 1 < atoms.Count && Has(after, lexicon.Change)) (direction, after) = (Direction(after), after + 1);
        }

        return direction is { } found ? new QuantityChange(found, Base(after)) : null;
    }

    /// <summary>What "from" names within a few words: a time, a figure or a noun phrase.</summary>
    private TextSpan? Base(int at)
    {
        for (var i = at; i < Math.Min(atoms.Count, at + BaseReach); i++)
        {
            if (_text[atoms[i].Start] is '.' or ';' && atoms[i].End - atoms[i].Start == 1) return null;
            if (!_text.AsSpan(atoms[i].Start, atoms[i].End - atoms[i].Start).Equals("from", StringComparison.OrdinalIgnoreCase) || i + 1 >= atoms.Count) continue;
            var start = atoms[i + 1].Start;
            var time = FirstTimeAt(start);
            if (time < times.Length && times[time].Span.Start <= start + 1) return times[time].Span;
            var end = i + 1;
            while (end < atoms.Count && end < i + 6 && !IsMark(end) && !(end > i + 1 && Has(end, lexicon.To | lexicon.Of))) end++;
            return end > i + 1 ? new TextSpan(start, atoms[end - 1].End) : null;
        }

        return null;
    }

    private ChangeDirection Direction(int at) => atoms[at].Word!.ValueIn(lexicon.Change) == "up" ? ChangeDirection.Up : ChangeDirection.Down;

    private bool Has(int at, ulong classes) => at >= 0 && at < atoms.Count && (atoms[at].Classes & classes) != 0;

    private bool IsMark(int at) => atoms[at].End - atoms[at].Start == 1 && _text[atoms[at].Start] is '.' or ',' or ';' or ':' or '(' or ')' or '\n' or '"' or '”';

    private bool IsBreak(int at) => IsMark(at) || atoms[at].Is(NumberClass.NUM);

    private bool IsAgo(int at) => at < atoms.Count && _text.AsSpan(atoms[at].Start, atoms[at].End - atoms[at].Start) is "ago" or "earlier" or "later" or "before";

    /// <summary>A second figure or the end of a clause stands between.</summary>
    private bool CrossesFigureClause(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_text[i] is ';' || (_text[i] is ',' && i + 1 < end && !char.IsDigit(_text[i + 1]))) return true;
        }

        return false;
    }

    private int FirstTimeAt(int offset)
    {
        int low = 0, high = times.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
