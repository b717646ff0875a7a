using System.Collections.Immutable;
using Crosscheck.Language.Tagging;
using Crosscheck.Learning;

namespace Crosscheck.Language.Parsing;

/// <summary>
/// Projective dependency parser: arc-hybrid transitions under beam search with a linear model (Zhang and Clark 2008; Zhang and Nivre 2011).
/// Every sentence gets exactly one root and no cycle. Immutable; each thread brings its own <see cref="Workspace"/>.
/// </summary>
internal sealed class Parser
{
    public const string WeightsName = "parser.bin";

    /// <summary>States kept at each step.</summary>
    public const int Width = 6;

    /// <summary>A state this far behind the best is given up: a quarter fewer states at no loss on the dev parts.</summary>
    private const float Margin = 150;

    private readonly LinearModel _model;
    private readonly ActionTable _actions;

    public Parser(LinearModel model)
    {
        _model = model;
        _actions = new ActionTable(model.Classes);
    }

    /// <summary>Relations, by number.</summary>
    public ImmutableArray<string> Relations => _actions.Relations;

    /// <exception cref="InvalidOperationException">The file is missing or broken.</exception>
    public static Parser Load(string folder)
    {
        var path = Path.Combine(folder, WeightsName);
        try
        {
            return new Parser(LinearModel.Load(path));
        }
        catch (FormatException)
        {
            throw WeightsFile.Broken(path);
        }
    }

    /// <summary>States and scores of one thread's search.</summary>
    internal sealed class Workspace
    {
        public ParserState[] Now { get; set; } = [.. Enumerable.Range(0, Width).Select(_ => new ParserState())];

        public ParserState[] Then { get; set; } = [.. Enumerable.Range(0, Width).Select(_ => new ParserState())];

        public Beam Beam { get; } = new(Width);
    }

    /// <summary>Parses one sentence.</summary>
    /// <param name="heads">Set to each word's head within the sentence, or <see cref="SyntaxLayer.Root"/>.</param>
    /// <param name="relations">Set to the number of each word's relation.</param>
    public void Parse(SentenceWords words, ReadOnlySpan<byte> tags, Span<int> heads, Span<byte> relations, Workspace space)
    {
        var count = words.Count;
        Span<uint> features = stackalloc uint[ParserFeatures.Most];
        Span<float> scores = stackalloc float[256];
        scores = scores[.._actions.Count];
        space.Now[0].Begin(count);
        var live = 1;
        for (var step = 0; step < 2 * count; step++)
        {
            space.Beam.Clear();
            for (var i = 0; i < live; i++)
            {
                var n = ParserFeatures.Extract(space.Now[i], words, tags, features);
                _model.Score(features[..n], scores);
                space.Beam.Offer(space.Now[i], i, _actions, scores);
            }

            live = 0;
            foreach (var candidate in space.Beam.Best)
            {
                if (candidate.Score < space.Beam.Best[0].Score - Margin) break;
                var state = space.Then[live++];
                state.CopyFrom(space.Now[candidate.State]);
                state.Apply(_actions.MoveOf(candidate.Action), _actions.RelationOf(candidate.Action));
                state.Score = candidate.Score;
            }

            (space.Now, space.Then) = (space.Then, space.Now);
        }

        var best = space.Now[0];
        for (var i = 0; i < count; i++)
        {
            heads[i] = best[i].Head == count ? SyntaxLayer.Root : best[i].Head;
            relations[i] = best[i].Relation;
        }
    }
}
