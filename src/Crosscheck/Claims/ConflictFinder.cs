using System.Collections.Immutable;
using System.Globalization;
using Crosscheck.Analysis;
using Crosscheck.Quantities;
using Crosscheck.Times;

namespace Crosscheck.Claims;

/// <summary>Finds occurrences of one claim that cannot both be right: figures, days, opposites, and denials.</summary>
internal sealed class ConflictFinder(ImmutableArray<AnalyzedArticle> articles)
{
    /// <summary>Conflicts listed for a claim: the first of each pair of voices.</summary>
    private const int MaxConflicts = 20;

    /// <summary>Occurrences of a claim that are held against each other.</summary>
    private const int MaxCompared = 60;

    /// <summary>Clauses of one claim that are less alike are not set against each other as assertion and denial.</summary>
    private const double LeastAlike = 0.2;

    public ImmutableArray<Conflict> Find(IReadOnlyList<Clause> members, Func<int, int, double> probability)
    {
        var conflicts = ImmutableArray.CreateBuilder<Conflict>();
        var seen = new HashSet<(ConflictKind, int, int, string)>();
        var count = Math.Min(members.Count, MaxCompared);
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count && conflicts.Count < MaxConflicts; j++)
            {
                foreach (var conflict in Compare(members[i], members[j], i, j, probability(i, j)))
                {
                    // The same disagreement between the same two origins is listed once, however many print it.
                    if (seen.Add((conflict.Kind, members[i].Origin, members[j].Origin, conflict.Note))) conflicts.Add(conflict);
                }
            }
        }

        return conflicts.ToImmutable();
    }

    private IEnumerable<Conflict> Compare(Clause a, Clause b, int i, int j, double alike)
    {
        if (a.Voice != b.Voice && alike >= LeastAlike && ((a.IsFor && b.IsAgainst) || (a.IsAgainst && b.IsFor)))
        {
            var (says, denies) = a.IsAgainst ? (b, a) : (a, b);
            yield return new Conflict(ConflictKind.Denial, i, j, ConflictResolution.Disagreement, $"{(says.Stance == Stance.Alleges ? "alleged" : "said")} by {Who(says)}, denied by {Who(denies)}", Math.Clamp(alike, 0.3, 0.9));
        }

        if (!a.IsFor || !b.IsFor) yield break;
        if (Figures(a, b) is { } figures)
        {
            yield return new Conflict(ConflictKind.Number, i, j, figures.Resolution, figures.Note, figures.Confidence);
        }
        else if (a.Voice != b.Voice && AnswerMatcher.AreOpposed(a.Text, b.Text) && alike is > 0.3 and <= 0.6)
        {
            yield return new Conflict(ConflictKind.Fact, i, j, ConflictResolution.Disagreement, $"{Who(a)} and {Who(b)} say opposite things", 0.5);
        }

        if (alike >= 0.6 && Days(a, b) is { } days) yield return new Conflict(ConflictKind.Date, i, j, ConflictResolution.Disagreement, days, 0.5);
    }

    private (ConflictResolution Resolution, string Note, double Confidence)? Figures(Clause a, Clause b)
    {
        if (a.Article == b.Article && a.Voice == b.Voice) return null;
        (ConflictResolution Resolution, string Note, double Confidence)? surest = null;
        foreach (var x in In(a))
        {
            foreach (var y in In(b))
            {
                FigureInText first = Figure(a, x), second = Figure(b, y);
                var judgement = QuantityComparison.Compare(first, second);
                if (judgement.Relation is FigureRelation.Agree) return null;
                if (judgement.Relation is not (FigureRelation.Conflict or FigureRelation.Update)) continue;
                var (said, other) = (CountedState.Of(first, a.Span), CountedState.Of(second, b.Span));
                // Four missing do not contradict seven dead.
                if (said is not null && other is not null && said != other) continue;
                if (surest is { } known && known.Confidence >= judgement.Confidence) continue;
                surest = (Resolve(a, b, first, second), CountedState.Note(first, second, said ?? other), judgement.Confidence);
            }
        }

        return surest;
    }

    /// <summary>
    /// An update: one voice or one origin gives another figure later, or a count is told higher on a later day. Two figures of one day from two
    /// origins disagree, and so does a count that somebody else gives lower later.
    /// </summary>
    private ConflictResolution Resolve(Clause a, Clause b, FigureInText x, FigureInText y)
    {
        if (articles[a.Article].Article.Published?.Value is not { } early || articles[b.Article].Article.Published?.Value is not { } late) return ConflictResolution.Disagreement;
        if (early.Day > late.Day || (early.Day == late.Day && early.Time > late.Time)) (early, late, x, y) = (late, early, y, x);
        var own = a.Voice == b.Voice || a.Origin == b.Origin;
        if (early.Day == late.Day) return own && early.Time < late.Time && early.Offset == late.Offset ? ConflictResolution.Update : ConflictResolution.Disagreement;
        if (own) return ConflictResolution.Update;
        var grew = x.Quantity is { Unit: "count", Value: { } before } && y.Quantity is { Unit: "count", Value: { } after } && after > before;
        var otherDay = x.AsOf is { Length: >= 10 } since && y.AsOf is { Length: >= 10 } until && !since.AsSpan(0, 10).SequenceEqual(until.AsSpan(0, 10));
        return grew || otherDay ? ConflictResolution.Update : ConflictResolution.Disagreement;
    }

    private IEnumerable<Quantity> In(Clause clause) => articles[clause.Article].Body.Quantities.Where(q => q.DerivedFrom is null && clause.Span.Overlaps(q.Span));

    private FigureInText Figure(Clause clause, Quantity quantity)
    {
        var article = articles[clause.Article];
        var asOf = quantity.AsOf is { } span ? article.Body.Times.FirstOrDefault(t => t.Span.Overlaps(span))?.Value : null;
        return new FigureInText(article.Body.Syntax, quantity, asOf, article.Article.Published?.Value.Day, article.Body.Quantities);
    }

    /// <summary>Each clause gives one day in full for the same happening, and the days differ.</summary>
    private string? Days(Clause a, Clause b)
    {
        var (x, y) = (DayOf(a), DayOf(b));
        return x is not null && y is not null && x != y ? $"{x} against {y}" : null;
    }

    private string? DayOf(Clause clause)
    {
        string? day = null;
        foreach (var time in articles[clause.Article].Body.Times)
        {
            if (!clause.Span.Contains(time.Span) || time.Type != TimeType.Date || time.Value is not { Length: 10 } value) continue;
            if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) continue;
            if (day is not null && day != value) return null;
            day = value;
        }

        return day;
    }

    private string Who(Clause clause)
    {
        var article = articles[clause.Article];
        if (clause.Attribution is { } at && article.Body.Attributions[at].Source is { IsEmpty: false } source) return article.Body.Text.Slice(source[0]).ReplaceLineEndings(" ");
        return clause.Attribution is null ? article.Article.Outlet?.Value ?? "the outlet" : "an unnamed source";
    }
}
