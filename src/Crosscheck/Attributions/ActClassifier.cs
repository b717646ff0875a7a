using System.Collections.Immutable;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Attributions;

/// <summary>Tells which act an attribution with known parts performs. Thread-safe.</summary>
public sealed class ActClassifier
{
    private readonly LinearModel _model;
    private readonly ImmutableArray<SpeechAct> _acts;

    private ActClassifier(LinearModel model)
    {
        _model = model;
        _acts = [.. model.Classes.Select(c => Enum.Parse<SpeechAct>(c))];
    }

    /// <exception cref="InvalidOperationException">The weights are missing or broken.</exception>
    public static ActClassifier Load(string modelFolder) =>
        new(LinearModel.Load(AttributionModel.PathOf(Path.Combine(modelFolder, AttributionModel.Folder), "acts")));

    /// <summary>The act of each attribution, in their order; each is its source, cue and content.</summary>
    public ImmutableArray<SpeechAct> Classify(
        SyntaxLayer syntax, IReadOnlyList<(ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content)> attributions)
    {
        var context = new AttributionContext(syntax);
        var bag = new FeatureBag();
        var acts = ImmutableArray.CreateBuilder<SpeechAct>(attributions.Count);
        foreach (var (source, cue, content) in attributions) acts.Add(Classify(context, source, cue, content, bag));
        return acts.MoveToImmutable();
    }

    internal SpeechAct Classify(
        AttributionContext context, ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> cue, ImmutableArray<TextSpan> content, FeatureBag bag)
    {
        bag.Clear();
        ActFeatures.Extract(
            context, ActFeatures.Tokens(context, cue).AsSpan(), ActFeatures.Tokens(context, source).AsSpan(), ActFeatures.Tokens(context, content).AsSpan(), bag);
        Span<float> scores = stackalloc float[_acts.Length];
        return _acts[_model.Best(bag.Items, scores)];
    }
}
