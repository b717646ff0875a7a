using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Stories;
using Crosscheck.Text;

namespace Crosscheck.Claims;

/// <summary>Aligns the claims of a story and gives each its stances, conflicts, omissions and standing. Thread-safe.</summary>
public sealed class LedgerKeeper
{
    /// <summary>Clauses of a story that are compared. A larger story gives each article an equal share of them, its first ones.</summary>
    private const int MaxClauses = 4000;

    private const int LeastClausesPerArticle = 8;

    /// <summary>Occurrences of a claim from which its confidence is taken.</summary>
    private const int MaxJudged = 100;

    private readonly ClaimLinker _linker;

    private LedgerKeeper(ClaimLinker linker) => _linker = linker;

    /// <exception cref="InvalidOperationException">A model file is missing: the installation is broken.</exception>
    public static LedgerKeeper Load(string modelFolder) => new(ClaimLinker.Load(modelFolder));

    public StoryLedger Keep(Story story, Grouping grouping, ImmutableArray<AnalyzedArticle> articles)
    {
        var clauses = Read(story, grouping, articles);
        if (clauses.IsEmpty) return new StoryLedger([], StoryTimeline.Of(story, grouping, articles, (_, _) => null));
        var carriers = new CarrierSet(CarriersOf(clauses, articles));
        var same = SameWords(carriers);
        var links = _linker.Link(carriers, i => same[i] == i);
        var clusters = new ClauseClusters(clauses, links, same);
        var answered = clauses.ToArray();
        AnswerMatcher.Join(answered, carriers, clusters, links);
        PropositionCheck.Apply(answered, carriers, clusters);
        clauses = [.. answered];

        var groups = ClaimSelection.Choose(clusters.Groups, clauses, carriers);
        var conflicts = new ConflictFinder(articles);
        var omissions = new OmissionFinder(story, grouping, articles, clauses, carriers);
        var alternatives = Alternatives(groups, clauses, carriers);
        var claims = ImmutableArray.CreateBuilder<Claim>(groups.Count);
        var claimAt = new Dictionary<int, List<(TextSpan Span, int Claim)>>();
        for (var c = 0; c < groups.Count; c++)
        {
            var members = groups[c].ConvertAll(m => clauses[m]);
            var found = conflicts.Find(members, (i, j) => clusters.Probability(groups[c][i], groups[c][j]));
            var standing = StandingJudge.Of(members, found);
            var best = ClaimSelection.Best(groups[c], clauses, clusters);
            claims.Add(new Claim(
                TextOf(clauses[best], articles), clauses[best].Kind, alternatives[c], standing,
                Confidence(groups[c], clauses, clusters), [.. groups[c].Select(m => OccurrenceOf(clauses[m], groups[c], m, clusters))], found,
                omissions.Find(c, groups, clusters.Probability)));
            foreach (var member in members)
            {
                if (!claimAt.TryGetValue(member.Article, out var list)) claimAt[member.Article] = list = [];
                list.Add((member.Span, c));
            }
        }

        return new StoryLedger(claims.ToImmutable(), StoryTimeline.Of(story, grouping, articles, ClaimAt));

        int? ClaimAt(int article, TextSpan span)
        {
            if (!claimAt.TryGetValue(article, out var list)) return null;
            foreach (var (where, claim) in list)
            {
                if (where.Contains(span)) return claim;
            }

            return null;
        }
    }

    private static string TextOf(Clause clause, ImmutableArray<AnalyzedArticle> articles)
    {
        var syntax = articles[clause.Article].Body.Syntax;
        return syntax.Text.Slice(ClauseShape.Readable(syntax, clause.Span, syntax.Sentences[clause.Sentence].Span)).ReplaceLineEndings(" ");
    }

    private static ImmutableArray<Clause> Read(Story story, Grouping grouping, ImmutableArray<AnalyzedArticle> articles)
    {
        var reader = new ClauseReader(story, grouping, articles.Length);
        var limit = Math.Max(LeastClausesPerArticle, MaxClauses / Math.Max(1, story.Articles.Length));
        return [.. story.Articles.SelectMany(a => reader.Read(a, articles[a], limit))];
    }

    private static List<Carrier> CarriersOf(ImmutableArray<Clause> clauses, ImmutableArray<AnalyzedArticle> articles)
    {
        var carriers = new List<Carrier>(clauses.Length);
        for (int i = 0, order = 0; i < clauses.Length; i++)
        {
            order = i > 0 && clauses[i - 1].Article == clauses[i].Article ? order + 1 : 0;
            var sentences = Math.Max(1, articles[clauses[i].Article].Body.Syntax.Sentences.Length - 1);
            carriers.Add(CarrierReader.Read(clauses[i].Text, clauses[i].Article, order, (double)clauses[i].Sentence / sentences));
        }

        return carriers;
    }

    /// <summary>For each carrier the first of the very same words, so that a text which everybody printed is compared once.</summary>
    private static int[] SameWords(CarrierSet carriers)
    {
        var first = new Dictionary<ulong, int>();
        var same = new int[carriers.All.Count];
        for (var i = 0; i < same.Length; i++)
        {
            ulong words = (ulong)carriers.All[i].Words.Length;
            foreach (var word in carriers.All[i].Words) words = WordScanner.Join(words, word);
            if (!first.TryAdd(words, i)) same[i] = first[words];
            else same[i] = i;
        }

        return same;
    }

    private static Occurrence OccurrenceOf(Clause clause, List<int> group, int member, ClauseClusters clusters)
    {
        double surest = group.Count == 1 ? 1 : 0;
        foreach (var other in group)
        {
            if (other != member) surest = Math.Max(surest, clusters.Probability(member, other));
            if (surest > 0.96) break;
        }

        return new Occurrence(
            clause.Article, TextPart.Body, clause.Span, clause.Sentence, clause.Origin, clause.Attribution is not null, clause.Speaker, clause.Attribution, clause.Stance,
            Math.Round(surest * clause.Confidence, 3), clause.IsFirm);
    }

    private static double Confidence(List<int> group, ImmutableArray<Clause> clauses, ClauseClusters clusters)
    {
        if (group.Count == 1) return Math.Round(clauses[group[0]].Confidence, 3);
        double sum = 0;
        var judged = Math.Min(group.Count, MaxJudged);
        for (var i = 0; i < judged; i++) sum += group.Where(o => o != group[i]).Take(MaxJudged).Max(o => clusters.Probability(group[i], o));
        return Math.Round(sum / judged, 3);
    }

    /// <summary>Explanations of one thing compete: those that share a word with it that is no name.</summary>
    private static ImmutableArray<int>[] Alternatives(List<List<int>> groups, ImmutableArray<Clause> clauses, CarrierSet carriers)
    {
        var alternatives = new ImmutableArray<int>[groups.Count];
        var explanations = new List<(int Claim, HashSet<ulong> Words)>();
        for (var c = 0; c < groups.Count; c++)
        {
            alternatives[c] = [];
            if (!groups[c].Exists(m => clauses[m].Kind == ClaimKind.Explanation) || explanations.Count == 60) continue;
            explanations.Add((c, [.. groups[c].SelectMany(m => carriers.All[m].Terms).Where(t => !t.Name).Select(t => t.Hash)]));
        }

        foreach (var (claim, words) in explanations)
        {
            alternatives[claim] = [.. explanations.Where(e => e.Claim != claim && e.Words.Overlaps(words)).Select(e => e.Claim)];
        }

        return alternatives;
    }
}
