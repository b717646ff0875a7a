using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Events;

/// <summary>A PLOVER type with its probability.</summary>
public readonly record struct TypedPair(string Type, double Probability);

/// <summary>Tells the PLOVER type of what one party does to another, where both are known. Thread-safe.</summary>
public sealed class EventTyper
{
    internal const string Folder = "events";

    private readonly LinearModel _model;

    private EventTyper(LinearModel model) => _model = model;

    /// <exception cref="InvalidOperationException">The weights are missing or broken.</exception>
    public static EventTyper Load(string modelFolder) => new(LinearModel.Load(Path.Combine(modelFolder, Folder, "types.bin")));

    /// <summary>The likeliest type, or null where a span holds no token.</summary>
    public TypedPair? TypeOf(SyntaxLayer syntax, TextSpan source, TextSpan target) => TypeOf(new AttributionContext(syntax), source, target, new FeatureBag());

    internal TypedPair? TypeOf(AttributionContext context, TextSpan source, TextSpan target, FeatureBag bag)
    {
        var (from, to) = (PairFeatures.HeadOf(context, source), PairFeatures.HeadOf(context, target));
        if (from < 0 || to < 0) return null;
        bag.Clear();
        PairFeatures.Extract(context, from, to, bag);
        Span<float> scores = stackalloc float[_model.Classes.Length];
        var best = _model.Best(bag.Items, scores);
        LinearModel.Softmax(scores);
        return new TypedPair(_model.Classes[best], scores[best]);
    }
}
