using System.Collections.Immutable;
using Crosscheck.Language.Parsing;
using Crosscheck.Language.Tagging;
using Crosscheck.Training.Learning;

namespace Crosscheck.Training.Language;

/// <summary>A sentence as the parser trains on it: tags as the tagger would set them on unseen text, and the actions to its tree.</summary>
internal sealed record ParserExample(TreebankSentence Sentence, byte[] Tags, int[] Actions);

/// <summary>
/// Trains the parser as a structured perceptron with beam search: the update is made on the prefix where the best wrong sequence leads the right one by most
/// (max-violation: Huang, Fayong and Guo 2012), weights averaged.
/// </summary>
internal sealed class ParserTraining(ImmutableArray<string> labels, TagDictionary dictionary, int width)
{
    private const int Seed = 13;

    /// <summary>Relations rarer than this are written without their subtype.</summary>
    private const int RareRelation = 10;

    private readonly ActionTable _actions = new(labels);
    private readonly AveragedPerceptron _learner = new(labels.Length);
    private readonly SentenceWords _words = new();
    private readonly Beam _beam = new(width);
    private readonly uint[] _features = new uint[ParserFeatures.Most];
    private readonly float[] _scores = new float[labels.Length];
    private readonly ParserState _gold = new();
    private readonly ParserState _guess = new();
    private ParserState[] _now = [.. Enumerable.Range(0, width).Select(_ => new ParserState())];
    private ParserState[] _then = [.. Enumerable.Range(0, width).Select(_ => new ParserState())];

    /// <summary>Trees without rare relations, projective.</summary>
    public static List<TreebankSentence> Prepare(IReadOnlyList<TreebankSentence> sentences)
    {
        var counts = sentences.SelectMany(s => s.Relations).CountBy(r => r, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. sentences.Select(s => s with
        {
            Heads = Projective.Lift(s.Heads),
            Relations = Array.ConvertAll(s.Relations, r => counts[r] < RareRelation ? r.Split(':')[0] : r),
        })];
    }

    public static ImmutableArray<string> Labels(IEnumerable<TreebankSentence> sentences)
    {
        var labels = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Count; i++)
            {
                labels.Add((i < sentence.Heads[i] || sentence.Heads[i] < 0 ? "L-" : "R-") + sentence.Relations[i]);
            }
        }

        return ["S", .. labels];
    }

    public AveragedPerceptron Train(IReadOnlyList<ParserExample> examples, int epochs, Action<string> report, Action<AveragedPerceptron> keep)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(Seed);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var i in order)
            {
                if (Learn(examples[i])) wrong++;
            }

            report($"epoch {epoch}: {wrong} of {examples.Count} sentences wrong, {_learner.FeatureCount} features");
            if (epoch % 3 == 0) keep(_learner);
        }

        return _learner;
    }

    /// <summary>Parses a sentence and mends the weights; true when they were wrong.</summary>
    private bool Learn(ParserExample example)
    {
        var count = example.Sentence.Count;
        example.Sentence.Fill(_words, dictionary);
        var steps = 2 * count;
        var parents = new sbyte[steps * width];
        var taken = new byte[steps * width];
        _now[0].Begin(count);
        _gold.Begin(count);
        int live = 1, goldAt = 0, worst = -1, worstAt = 0;
        var violation = 0f;
        for (var step = 0; step < steps; step++)
        {
            _beam.Clear();
            var goldAction = example.Actions[step];
            for (var i = 0; i < live; i++)
            {
                Score(_now[i], example.Tags);
                if (i == goldAt) _gold.Score += _scores[goldAction];
                _beam.Offer(_now[i], i, _actions, _scores);
            }

            if (goldAt < 0)
            {
                Score(_gold, example.Tags);
                _gold.Score += _scores[goldAction];
            }

            _gold.Apply(_actions.MoveOf(goldAction), _actions.RelationOf(goldAction));
            live = 0;
            var nextGold = -1;
            foreach (var candidate in _beam.Best)
            {
                parents[(step * width) + live] = (sbyte)candidate.State;
                taken[(step * width) + live] = (byte)candidate.Action;
                if (candidate.State == goldAt && candidate.Action == goldAction) nextGold = live;
                var state = _then[live++];
                state.CopyFrom(_now[candidate.State]);
                state.Apply(_actions.MoveOf(candidate.Action), _actions.RelationOf(candidate.Action));
                state.Score = candidate.Score;
            }

            goldAt = nextGold;
            (_now, _then) = (_then, _now);
            var lead = goldAt == 0 ? 0 : _now[0].Score - _gold.Score;
            if (goldAt != 0 && (worst < 0 || lead > violation))
            {
                violation = lead;
                worst = step;
                worstAt = 0;
            }

            // Far behind for long, the rest of the sentence adds nothing but time.
            if (goldAt < 0 && worst >= 0 && step - worst > 12) break;
        }

        if (goldAt == 0 || worst < 0)
        {
            _learner.Tick();
            return false;
        }

        Update(example, parents, taken, worst, worstAt);
        return true;
    }

    private void Update(ParserExample example, sbyte[] parents, byte[] taken, int last, int at)
    {
        var guessed = new int[last + 1];
        for (var step = last; step >= 0; step--)
        {
            guessed[step] = taken[(step * width) + at];
            at = parents[(step * width) + at];
        }

        _gold.Begin(example.Sentence.Count);
        _guess.Begin(example.Sentence.Count);
        var apart = false;
        for (var step = 0; step <= last; step++)
        {
            var right = example.Actions[step];
            apart |= right != guessed[step];
            if (apart)
            {
                Change(_gold, example.Tags, right, 1);
                Change(_guess, example.Tags, guessed[step], -1);
            }

            _gold.Apply(_actions.MoveOf(right), _actions.RelationOf(right));
            _guess.Apply(_actions.MoveOf(guessed[step]), _actions.RelationOf(guessed[step]));
        }

        _learner.Tick();
    }

    private void Score(ParserState state, byte[] tags)
    {
        var n = ParserFeatures.Extract(state, _words, tags, _features);
        _learner.Score(_features.AsSpan(0, n), _scores);
    }

    private void Change(ParserState state, byte[] tags, int action, float by)
    {
        var n = ParserFeatures.Extract(state, _words, tags, _features);
        _learner.Change(_features.AsSpan(0, n), action, by);
    }
}
