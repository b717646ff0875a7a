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
        var seen = new HashSet<(ConflictKind, string, string, string)>();
        var count = Math.Min(members.Count, MaxCompared);
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count && conflicts.Count < MaxConflicts; j++)
            {
                foreach (var conflict in Compare(members[i], members[j], i, j, probability(i, j)))
                {
                    // The same disagreement between the same two voices is listed once.
                    if (seen.Add((conflict.Kind, Source(members[i]), Source(members[j]), conflict.Kind == ConflictKind.Number ? conflict.Note : ""))) conflicts.Add(conflict);
                }
            }
        }

        return conflicts.ToImmutable();
    }

    private static string Source(Clause clause) => clause.Attribution is null ? $"article {clause.Article}" : clause.Voice;

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
        foreach (var x in In(a))
        {
            foreach (var y in In(b))
            {
                var judgement = QuantityComparison.Compare(Figure(a, x), Figure(b, y));
                if (judgement.Relation is FigureRelation.Agree) return null;
                if (judgement.Relation is not (FigureRelation.Conflict or FigureRelation.Update)) continue;
                var same = a.Article == b.Article;
                if (same && a.Voice == b.Voice) continue;
                var update = judgement.Relation == FigureRelation.Update || (a.Voice == b.Voice && Later(a.Article, b.Article));
                return (update ? ConflictResolution.Update : ConflictResolution.Disagreement, judgement.Note, judgement.Confidence);
            }
        }

        return null;
    }

    private IEnumerable<Quantity> In(Clause clause) => articles[clause.Article].Body.Quantities.Where(q => q.DerivedFrom is null && clause.Span.Overlaps(q.Span));

    private FigureInText Figure(Clause clause, Quantity quantity)
    {
        var article = articles[clause.Article];
        var asOf = quantity.AsOf is { } span ? article.Body.Times.FirstOrDefault(t => t.Span.Overlaps(span))?.Value : null;
        return new FigureInText(article.Body.Syntax, quantity, asOf, article.Article.Published?.Value.Day);
    }

    private bool Later(int a, int b) =>
        (articles[a].Article.Published?.Value.Day, articles[b].Article.Published?.Value.Day) is ({ } x, { } y) && x != y;

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
