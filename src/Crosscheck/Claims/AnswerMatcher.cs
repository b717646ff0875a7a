using Crosscheck.Stories;

namespace Crosscheck.Claims;

/// <summary>
/// Finds what a denial, a refusal to speak or a silence answers. Its own words are often few ("denies this", "had no involvement"),
/// so the voices, who is accused and the place in the text count besides likeness. Also pairs clauses of two voices that put opposite words to one thing.
/// </summary>
internal static class AnswerMatcher
{
    /// <summary>Sentences of one article across which an answer is looked for.</summary>
    private const int Reach = 10;

    private const double Least = 0.4;

    /// <summary>The same where an accusation of the denying side stands near: that it is answered needs less proof.</summary>
    private const double LeastAccused = 0.2;

    /// <summary>Probability from which two clauses say one thing whatever stands near.</summary>
    private const double SureLink = 0.5;

    /// <summary>Clauses of an article that a denial is held against besides those it resembles.</summary>
    private const int MaxNearby = 60;

    /// <param name="clauses">A clause that says no to an allegation becomes a denial.</param>
    public static void Join(Clause[] clauses, CarrierSet carriers, ClauseClusters clusters, IReadOnlyList<Link> links)
    {
        var alike = new Dictionary<int, List<int>>();
        foreach (var link in links)
        {
            if (link.Probability < 0.05) continue;
            Add(alike, link.A, link.B);
            Add(alike, link.B, link.A);
        }

        for (var i = 0; i < clauses.Length; i++)
        {
            var saysNo = clauses[i] is { Stance: Stance.Asserts, Attribution: not null } && carriers.All[i].Negated;
            if (!saysNo && clauses[i].Stance is not (Stance.Denies or Stance.Doubts or Stance.Declines or Stance.Silent)) continue;
            var best = -1;
            var candidates = Around(clauses, i).Concat(alike.GetValueOrDefault(i, [])).Distinct().ToList();
            // A denial beside an accusation of the same party answers it, and nothing else that is merely near.
            var accused = clauses[i].Stance == Stance.Denies && candidates.Exists(j => IsAccusation(clauses, carriers, i, j));
            var most = accused ? LeastAccused : Least;
            foreach (var j in candidates)
            {
                if (saysNo && clauses[j].Stance != Stance.Alleges) continue;
                if (accused && clauses[j].Stance != Stance.Alleges && clusters.Probability(i, j) < SureLink) continue;
                var score = Score(clauses, carriers, clusters, i, j);
                if (score > most) (best, most) = (j, score);
            }

            if (best < 0) continue;
            if (clauses[best].Stance == Stance.Alleges && clusters.Probability(i, best) < Least) clusters.Detach(best);
            if (accused && clauses[best].Stance == Stance.Alleges && clusters.Probability(i, best) < Least) clusters.Detach(i);
            clusters.Join(i, best, Math.Min(0.9, most));
            if (saysNo) clauses[i] = clauses[i] with { Stance = Stance.Denies };
        }

        JoinOpposites(clauses, carriers, clusters);
    }

    private static bool IsAccusation(IReadOnlyList<Clause> clauses, CarrierSet carriers, int denial, int other) =>
        clauses[other].Stance == Stance.Alleges && clauses[other].Article == clauses[denial].Article && clauses[other].Voice != clauses[denial].Voice
        && (SharesName(carriers.All[denial], carriers.All[other]) || SharesPlain(carriers.All[denial], carriers.All[other]));

    /// <summary>Which clauses say opposite things of one thing, by the list of opposites.</summary>
    public static bool AreOpposed(string a, string b)
    {
        var left = SidesOf(a);
        return left.Count > 0 && SidesOf(b).Any(side => left.Contains(-side));
    }

    private static double Score(IReadOnlyList<Clause> clauses, CarrierSet carriers, ClauseClusters clusters, int answer, int other)
    {
        Clause a = clauses[answer], b = clauses[other];
        if (!b.IsFor || a.Voice == b.Voice || (a.Article == b.Article && a.Sentence == b.Sentence && a.Attribution == b.Attribution)) return 0;
        Carrier x = carriers.All[answer], y = carriers.All[other];
        var near = a.Article == b.Article && Math.Abs(a.Sentence - b.Sentence) <= Reach;
        var points = Math.Min(2, x.Words.Count(ClaimLexicon.PointingWords.Contains));
        var score = clusters.Probability(answer, other) + Math.Min(0.3, carriers.Cosine(answer, other));
        var shared = 0;
        foreach (var c in x.Classes)
        {
            if (Array.BinarySearch(y.Classes, c) >= 0) shared++;
        }

        score += Math.Min(0.2, 0.1 * shared);
        if (!near) return score - 0.1;
        if (b.Stance == Stance.Alleges && a.Stance != Stance.Silent) score += 0.2;
        if (SharesName(x, y)) score += 0.15;
        score += 0.15 * points;
        if (SharesBeginning(x, y)) score += 0.25;
        // "denies this": nothing but the pointing word, so what was said just before.
        if (x.Terms.Length <= 1 && other < answer) score += 0.3;
        // Silence follows what it is silent about.
        if (a.Stance == Stance.Silent) score += b.Sentence <= a.Sentence ? 0.35 : 0;
        return score - (0.03 * Math.Abs(a.Sentence - b.Sentence));
    }

    private static void JoinOpposites(IReadOnlyList<Clause> clauses, CarrierSet carriers, ClauseClusters clusters)
    {
        var opposed = new List<int>();
        for (var i = 0; i < clauses.Count; i++)
        {
            if (clauses[i].Attribution is not null && clauses[i].IsFor && SidesOf(clauses[i].Text).Count > 0) opposed.Add(i);
            if (opposed.Count == 400) break;
        }

        for (var x = 0; x < opposed.Count; x++)
        {
            for (var y = x + 1; y < opposed.Count; y++)
            {
                int i = opposed[x], j = opposed[y];
                if (clauses[i].Voice == clauses[j].Voice || !AreOpposed(clauses[i].Text, clauses[j].Text)) continue;
                Carrier a = carriers.All[i], b = carriers.All[j];
                var topic = a.Classes.Any(c => Array.BinarySearch(b.Classes, c) >= 0) || SharesPlain(a, b);
                if (topic && SharesName(a, b)) clusters.Join(i, j, 0.5);
            }
        }
    }

    private static HashSet<int> SidesOf(string text)
    {
        var sides = new HashSet<int>();
        var words = WordScanner.Scan(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (ClaimLexicon.Opposites.TryGetValue(words[i].Hash, out var side)) sides.Add(side);
            if (i + 1 < words.Count && ClaimLexicon.Opposites.TryGetValue(WordScanner.Join(words[i].Hash, words[i + 1].Hash), out side)) sides.Add(side);
        }

        return sides;
    }

    /// <summary>"Diverting" and "diversion": words of one beginning that is nobody's name.</summary>
    private static bool SharesBeginning(Carrier a, Carrier b) =>
        a.Prefixes.Length > a.Terms.Count(t => t.Name) && a.Prefixes.Count(p => Array.BinarySearch(b.Prefixes, p) >= 0) > a.Terms.Count(t => t.Name && Array.Exists(b.Terms, o => o.Hash == t.Hash));

    private static bool SharesName(Carrier a, Carrier b) => Shares(a, b, name: true);

    private static bool SharesPlain(Carrier a, Carrier b) => Shares(a, b, name: false);

    private static bool Shares(Carrier a, Carrier b, bool name)
    {
        int i = 0, j = 0;
        while (i < a.Terms.Length && j < b.Terms.Length)
        {
            if (a.Terms[i].Hash == b.Terms[j].Hash)
            {
                if ((a.Terms[i].Name || b.Terms[j].Name) == name) return true;
                i++;
                j++;
            }
            else if (a.Terms[i].Hash < b.Terms[j].Hash)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return false;
    }

    private static IEnumerable<int> Around(IReadOnlyList<Clause> clauses, int at)
    {
        for (var step = 1; step <= MaxNearby / 2; step++)
        {
            foreach (var other in (int[])[at - step, at + step])
            {
                if ((uint)other < (uint)clauses.Count && clauses[other].Article == clauses[at].Article && Math.Abs(clauses[other].Sentence - clauses[at].Sentence) <= Reach) yield return other;
            }
        }
    }

    private static void Add(Dictionary<int, List<int>> lists, int from, int to)
    {
        if (!lists.TryGetValue(from, out var list)) lists[from] = list = [];
        list.Add(to);
    }
}
