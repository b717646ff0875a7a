using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Stories;

namespace Crosscheck.Claims;

/// <summary>
/// Which articles leave a claim out. A false accusation of silence is the worst error here, so every doubt is decided for the article: it must be
/// dated later by what the pages print, be long, whole and in a read language, not be opinion or a copy, share another claim of the same actor and
/// event with those who tell this one, and hold nothing that resembles it.
/// </summary>
internal sealed class OmissionFinder(Story story, Grouping grouping, ImmutableArray<AnalyzedArticle> articles, ImmutableArray<Clause> clauses, CarrierSet carriers)
{
    /// <summary>Words below which a text is a stub.</summary>
    private const int StubWords = 150;

    /// <summary>Articles in which a claim must stand before its absence elsewhere says anything.</summary>
    private const int LeastArticles = 2;

    /// <summary>A clause of the article that is likelier than this to say the claim ends the question.</summary>
    private const double Resembles = 0.08;

    private readonly bool[] _able = [.. articles.Select(IsAble)];

    private readonly ClauseEvents _events = new(grouping, articles);

    /// <param name="members">For each claim of the ledger, its clauses.</param>
    public ImmutableArray<LeftOut> Find(int claim, IReadOnlyList<List<int>> members, Func<int, int, double> probability)
    {
        var firm = members[claim].Where(m => clauses[m].IsFirm).ToList();
        var tellers = firm.Select(m => clauses[m].Article).Distinct().ToList();
        if (tellers.Count < LeastArticles || tellers.Any(t => articles[t].Article.Published is null)) return [];
        var known = tellers.Select(t => articles[t].Article.Published!.Value).OrderBy(p => p.Day).ThenBy(p => p.Time ?? TimeOnly.MaxValue).First();
        var present = members[claim].Select(m => clauses[m].Article).ToHashSet();
        var origins = members[claim].Select(m => OwnOrigin(clauses[m].Article)).ToHashSet();
        var found = ImmutableArray.CreateBuilder<LeftOut>();
        foreach (var article in story.Articles)
        {
            if (present.Contains(article) || !_able[article] || articles[article].Article.Published is not { Value: var published }) continue;
            if (origins.Contains(OwnOrigin(article)) || IsCopy(article) || !IsLater(published, known)) continue;
            var shared = Shared(claim, article, members, present);
            if (shared.Count == 0 || Holds(claim, article, members, probability)) continue;
            var covers = articles[clauses[shared[0]].Article].Body.Text.Slice(clauses[shared[0]].Span).ReplaceLineEndings(" ");
            if (covers.Length > 80) covers = covers[..(char.IsHighSurrogate(covers[79]) ? 79 : 80)] + "…";
            found.Add(new LeftOut(article, $"published {published}, claim known since {known}; covers \"{covers}\""));
        }

        return found.ToImmutable();
    }

    private static bool IsAble(AnalyzedArticle article)
    {
        if (!article.Covered || article.AnalyzedEnd < article.Article.Body.Length) return false;
        foreach (var notice in article.Article.Notices)
        {
            if (notice.Kind is NoticeKind.Opinion or NoticeKind.Satire or NoticeKind.Sponsored or NoticeKind.Paywall or NoticeKind.Truncated or NoticeKind.LiveEntry or NoticeKind.MachineMade) return false;
        }

        if (article.Article.Section is { } section && (section.Contains("opinion", StringComparison.OrdinalIgnoreCase) || section.Contains("editorial", StringComparison.OrdinalIgnoreCase))) return false;
        // A digest tells many things in a few lines each: lists and subheadings instead of paragraphs.
        var paragraphs = article.Article.Blocks.Count(b => b.Kind == BlockKind.Paragraph);
        if (article.Article.Blocks.Length > 4 && 2 * paragraphs < article.Article.Blocks.Length) return false;
        return WordScanner.Scan(article.Body.Text.Value).Count >= StubWords;
    }

    private int OwnOrigin(int article)
    {
        for (var o = 0; o < story.Origins.Length; o++)
        {
            if (story.Origins[o].Kind != OriginKind.Voice && story.Origins[o].Articles.Contains(article)) return o;
        }

        return -1;
    }

    private bool IsCopy(int article) => story.Copies.Any(c => (c.A == article || c.B == article) && c.Relation is (CopyRelation.Identical or CopyRelation.Duplicate or CopyRelation.Contained or CopyRelation.Partial or CopyRelation.Translated));

    private static bool IsLater(PublishedAt published, PublishedAt known)
    {
        if (published.Day != known.Day) return published.Day > known.Day;
        return published.Time is { } time && known.Time is { } before && published.Offset == known.Offset && time > before;
    }

    /// <summary>Clauses of the article in claims that it shares with tellers of this claim, in which the claim's actor takes part in the claim's event.</summary>
    private List<int> Shared(int claim, int article, IReadOnlyList<List<int>> members, HashSet<int> tellers)
    {
        var told = members[claim].SelectMany(m => _events.Of(clauses[m])).ToList();
        var shared = new List<int>();
        if (told.Count == 0) return shared;
        for (var other = 0; other < members.Count; other++)
        {
            if (other == claim || !members[other].Exists(m => tellers.Contains(clauses[m].Article))) continue;
            foreach (var own in members[other])
            {
                if (clauses[own].Article != article || !clauses[own].IsFor) continue;
                if (_events.Of(clauses[own]).Any(e => told.Exists(t => ClauseEvents.AreOne(t, e)))) shared.Add(own);
            }
        }

        return shared;
    }

    private bool Holds(int claim, int article, IReadOnlyList<List<int>> members, Func<int, int, double> probability)
    {
        var (first, end) = carriers.OfArticle(article);
        foreach (var member in members[claim])
        {
            for (var own = first; own < end; own++)
            {
                if (probability(member, own) > Resembles) return true;
            }
        }

        return false;
    }
}
