using System.Collections.Concurrent;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Times;

/// <summary>A time found, not yet valued.</summary>
internal sealed record TimeCandidate(int Start, int End, int Token, string Type, TimeFields Fields);

/// <summary>
/// Runs a language's rules over the atoms of a text: first the plain ones, then those that join what was found. At each atom the longest
/// match wins; work is linear in the text because patterns have a bounded length.
/// </summary>
internal sealed class TimeMatcher
{
    private const int LongestPattern = 16;
    private const int JoiningPasses = 3;

    private readonly RuleIndex _plain;
    private readonly RuleIndex _joining;
    private readonly AtomLexicon _lexicon;

    public TimeMatcher(string language, AtomLexicon lexicon)
    {
        _lexicon = lexicon;
        var plain = new List<TimeRule>();
        var joining = new List<TimeRule>();
        var rules = plain;
        foreach (var line in EmbeddedLexicon.Lines($"Times/Lexicon/{language}/rules.txt"))
        {
            if (line == "---") rules = joining;
            else rules.Add(new TimeRule(line, lexicon, rules.Count));
        }

        foreach (var line in EmbeddedLexicon.Lines($"Times/Lexicon/{language}/holidays.tsv"))
        {
            var parts = line.Split('\t');
            foreach (var name in parts[1].Split('|'))
            {
                var pattern = name.Replace("'", " ' ", StringComparison.Ordinal).Replace(".", " . ", StringComparison.Ordinal);
                plain.Add(new TimeRule($"{pattern} YEAR? => DATE holiday={parts[0]}{YearOfLastItem(pattern)}", lexicon, plain.Count));
            }
        }

        _plain = new RuleIndex(plain);
        _joining = new RuleIndex(joining);
    }

    public List<TimeCandidate> Find(SyntaxLayer syntax, List<Atom> atoms, out long tries)
    {
        tries = 0;
        var candidates = new List<TimeCandidate>();
        var judge = new ReadingJudge(syntax, _lexicon);
        var current = Pass(atoms, _plain, candidates, judge, ref tries);
        for (var pass = 0; pass < JoiningPasses; pass++)
        {
            var before = candidates.Count;
            current = Pass(current, _joining, candidates, null, ref tries);
            if (candidates.Count == before) break;
        }

        var found = new List<TimeCandidate>();
        for (var i = 0; i < current.Count; i++)
        {
            if (current[i].Candidate < 0) continue;
            var candidate = candidates[current[i].Candidate];
            found.Add(IsRate(candidate, current, i, syntax) ? candidate with { Type = "SET" } : candidate);
        }

        return found;
    }

    /// <summary>"644,000 meals a day": one unit after a counted noun tells how often, not how long.</summary>
    private bool IsRate(TimeCandidate candidate, List<Atom> atoms, int at, SyntaxLayer syntax)
    {
        const int reach = 5;
        if (candidate.Type != "DURATION" || at == 0 || candidate.Fields[TimeField.Amount] != "1") return false;
        var text = syntax.Text.Value;
        if (text[candidate.Start] is not ('a' or 'A')) return false;
        var before = atoms[at - 1];
        var counted = before.Is(NumberClass.NUM) || text[before.Start] == '%'
            || (syntax.HasTags && syntax.Xpos.Length > 0 && before.Token >= 0 ? syntax.Xpos[before.Token] is "NNS" or "NN" : text[before.End - 1] == 's' && before.End - before.Start > 3);
        if (!counted || text[before.Start] is ',' or '.') return false;
        for (var i = at - 1; i >= Math.Max(0, at - reach); i--)
        {
            if (atoms[i].Is(NumberClass.NUM) || text[atoms[i].Start] == '$')
            {
                candidate.Fields[TimeField.Every] = candidate.Fields[TimeField.Unit];
                return true;
            }
        }

        return false;
    }

    private static string YearOfLastItem(string pattern) =>
        $" year=${pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length + 1}";

    private List<Atom> Pass(List<Atom> atoms, RuleIndex rules, List<TimeCandidate> candidates, ReadingJudge? judge, ref long tries)
    {
        var result = new List<Atom>(atoms.Count);
        Span<int> captured = stackalloc int[LongestPattern];
        Match ahead = default;
        for (var i = 0; i < atoms.Count;)
        {
            var atom = atoms[i];
            if (atom.Word is null && atom.Classes == 0)
            {
                result.Add(atom);
                i++;
                continue;
            }

            Match best = ahead.Rule is not null && ahead.First == i ? ahead : default;
            var starting = rules.For(atom);
            tries += starting.Length;
            foreach (var rule in starting)
            {
                var end = rule.Match(atoms, i, captured);
                if (end < 0) continue;
                var (first, last) = rule.Inside(captured);
                if (first < 0) continue;
                var match = new Match(rule, i, first, last);
                if (first == i)
                {
                    if (match.BetterThan(best) && judge?.Accepts(atoms, match.First, match.End) != false) best = match;
                }
                else if ((ahead.Rule is null || ahead.First <= i || match.BetterThan(ahead)) && judge?.Accepts(atoms, match.First, match.End) != false)
                {
                    ahead = match;
                }
            }

            if (best.Rule is null)
            {
                result.Add(atom);
                i++;
                continue;
            }

            if (best.Rule.Type == TimeRule.Drop)
            {
                for (var j = i; j < best.End; j++) result.Add(atoms[j] with { Classes = 0, Word = null });
            }
            else
            {
                best.Rule.Match(atoms, best.At, captured);
                var fields = best.Rule.Read(atoms, captured);
                for (var j = best.First; j < best.End; j++)
                {
                    if (atoms[j].Candidate >= 0) fields.Fill(candidates[atoms[j].Candidate].Fields);
                }

                var start = atoms[best.First].Start;
                var stop = atoms[best.End - 1].End;
                candidates.Add(new TimeCandidate(start, stop, atoms[best.First].Token, best.Rule.Type, fields));
                result.Add(new Atom(start, stop, atoms[best.First].Token, null, rules.Bit(best.Rule.Type), Candidate: candidates.Count - 1));
            }

            i = best.End;
        }

        return result;
    }

    private readonly record struct Match(TimeRule Rule, int At, int First, int End)
    {
        public bool BetterThan(Match other) =>
            other.Rule is null || End > other.End || (End == other.End && Rule.Order < other.Rule.Order);
    }

    /// <summary>Which rules may begin at an atom.</summary>
    private sealed class RuleIndex
    {
        private readonly Dictionary<int, TimeRule[]> _byWord = [];
        private readonly TimeRule[][] _byClass = new TimeRule[64][];
        private readonly ConcurrentDictionary<(int Word, ulong Classes), TimeRule[]> _together = new();

        public RuleIndex(List<TimeRule> rules)
        {
            var words = new Dictionary<int, List<TimeRule>>();
            var classes = Enumerable.Range(0, 64).Select(_ => new List<TimeRule>()).ToArray();
            foreach (var rule in rules)
            {
                foreach (var opener in rule.Openers)
                {
                    foreach (var word in opener.Words)
                    {
                        if (!words.TryGetValue(word, out var list)) words.Add(word, list = []);
                        list.Add(rule);
                    }

                    for (var bit = 0; bit < 64; bit++)
                    {
                        if ((opener.Classes & (1UL << bit)) != 0) classes[bit].Add(rule);
                    }
                }
            }

            foreach (var (word, list) in words) _byWord.Add(word, [.. list.Distinct()]);
            for (var bit = 0; bit < 64; bit++) _byClass[bit] = [.. classes[bit].Distinct()];
        }

        public ulong Bit(string type) => Atom.Bit(Enum.Parse<NumberClass>(type));

        public TimeRule[] For(in Atom atom)
        {
            var key = (atom.Word?.Id ?? -1, atom.Classes);
            if (_together.TryGetValue(key, out var known)) return known;
            var rules = new List<TimeRule>();
            if (atom.Word is { } word && _byWord.TryGetValue(word.Id, out var byWord)) rules.AddRange(byWord);
            for (var bit = 0; bit < 64; bit++)
            {
                if ((atom.Classes & (1UL << bit)) != 0) rules.AddRange(_byClass[bit]);
            }

            TimeRule[] together = [.. rules.Distinct().OrderBy(r => r.Order)];
            _together[key] = together;
            return together;
        }
    }
}
