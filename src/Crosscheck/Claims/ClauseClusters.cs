namespace Crosscheck.Claims;

/// <summary>
/// Joins clauses that say one thing, the surest links first (average linkage), so that each clause stands on one line of the ledger.
/// Two clauses of one sentence are two propositions and are never joined.
/// </summary>
internal sealed class ClauseClusters
{
    /// <summary>Least mean probability over all pairs of two groups that joins them.</summary>
    private const double LeastMean = 0.42;

    /// <summary>Least probability of a link that is tried at all.</summary>
    private const double LeastLink = 0.5;

    /// <summary>Taken for a pair that was no candidate.</summary>
    private const double Unlinked = 0.02;

    private const int MaxSize = 400;

    /// <summary>Two clauses of the same words.</summary>
    private const double SameWords = 0.97;

    private readonly IReadOnlyList<Clause> _clauses;
    private readonly int[] _same;
    private readonly Dictionary<(int, int), double> _probability = [];
    private readonly List<int>[] _members;
    private readonly HashSet<(int Article, int Sentence)>[] _sentences;
    private readonly int[] _group;

    /// <param name="same">For each clause the first clause of the very same words: itself, or an earlier one.</param>
    public ClauseClusters(IReadOnlyList<Clause> clauses, IEnumerable<Link> links, int[] same)
    {
        _clauses = clauses;
        _same = same;
        _sentences = new HashSet<(int Article, int Sentence)>[clauses.Count];
        _members = new List<int>[clauses.Count];
        _group = new int[clauses.Count];
        for (var i = 0; i < clauses.Count; i++)
        {
            _members[i] = [i];
            _sentences[i] = [(clauses[i].Article, clauses[i].Sentence)];
            _group[i] = i;
        }

        for (var i = 0; i < clauses.Count; i++)
        {
            if (same[i] != i && !SameSentence(_group[i], _group[same[i]])) Join(_group[i], _group[same[i]]);
        }

        foreach (var link in links) _probability[(link.A, link.B)] = link.Probability;
        foreach (var link in _probability.Where(l => l.Value >= LeastLink).OrderByDescending(l => l.Value).ThenBy(l => l.Key).Select(l => l.Key))
        {
            int a = _group[link.Item1], b = _group[link.Item2];
            if (a != b && Mean(a, b) >= LeastMean) Join(a, b);
        }
    }

    /// <summary>Probability that two clauses say one thing; near zero where they were no candidates.</summary>
    public double Probability(int a, int b)
    {
        if (_probability.TryGetValue(a < b ? (a, b) : (b, a), out var own)) return own;
        var (x, y) = (_same[a], _same[b]);
        return x == y ? SameWords : _probability.GetValueOrDefault(x < y ? (x, y) : (y, x), Unlinked);
    }

    public int GroupOf(int clause) => _group[clause];

    /// <summary>Groups, each in the order of the clauses, by their first clause.</summary>
    public IEnumerable<List<int>> Groups => _members.Where((m, i) => m.Count > 0 && _group[m[0]] == i).Select(m => m.Order().ToList()).OrderBy(m => m[0]);

    /// <summary>Puts two clauses on one line for another reason than likeness (a denial answers an allegation).</summary>
    public void Join(int a, int b, double probability)
    {
        var key = a < b ? (a, b) : (b, a);
        _probability[key] = Math.Max(_probability.GetValueOrDefault(key), probability);
        if (_group[a] != _group[b]) Join(_group[a], _group[b]);
    }

    /// <summary>Takes a clause out of its group: what somebody answers to is a line of its own, not the happening around it.</summary>
    public void Detach(int clause)
    {
        var group = _group[clause];
        if (_members[group].Count == 1) return;
        _members[group].Remove(clause);
        if (group == clause)
        {
            // The group keeps its clauses under the name of another of them.
            var heir = _members[group][0];
            (_members[heir], _sentences[heir]) = (_members[group], _sentences[group]);
            foreach (var member in _members[heir]) _group[member] = heir;
            group = heir;
        }

        _sentences[group] = [.. _members[group].Select(m => (_clauses[m].Article, _clauses[m].Sentence))];
        _members[clause] = [clause];
        _sentences[clause] = [(_clauses[clause].Article, _clauses[clause].Sentence)];
        _group[clause] = clause;
    }

    private double Mean(int a, int b)
    {
        var (x, y) = (_members[a], _members[b]);
        if (x.Count + y.Count > MaxSize || SameSentence(a, b)) return 0;
        // Copies of one text say nothing new about likeness: large groups are judged by a part of their pairs.
        int stepX = 1 + (x.Count / 12), stepY = 1 + (y.Count / 12), pairs = 0;
        double sum = 0;
        for (var i = 0; i < x.Count; i += stepX)
        {
            for (var j = 0; j < y.Count; j += stepY)
            {
                sum += Probability(x[i], y[j]);
                pairs++;
            }
        }

        return sum / pairs;
    }

    private bool SameSentence(int a, int b)
    {
        var (small, large) = _sentences[a].Count <= _sentences[b].Count ? (_sentences[a], _sentences[b]) : (_sentences[b], _sentences[a]);
        foreach (var sentence in small)
        {
            if (large.Contains(sentence)) return true;
        }

        return false;
    }

    private void Join(int a, int b)
    {
        if (_members[a].Count < _members[b].Count) (a, b) = (b, a);
        foreach (var member in _members[b]) _group[member] = a;
        _members[a].AddRange(_members[b]);
        _members[b] = [];
        _sentences[a].UnionWith(_sentences[b]);
        _sentences[b] = [];
    }
}
