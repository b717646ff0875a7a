using System.Collections.Immutable;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Events;

/// <summary>Tells what a text gives to an event at its place: happened, planned, denied and so on. Thread-safe.</summary>
public sealed class FactualityJudge
{
    private readonly LinearModel _model;
    private readonly ImmutableArray<Factuality> _kinds;

    private FactualityJudge(LinearModel model)
    {
        _model = model;
        _kinds = [.. model.Classes.Select(c => Enum.Parse<Factuality>(c))];
    }

    /// <exception cref="InvalidOperationException">The weights are missing or broken.</exception>
    public static FactualityJudge Load(string modelFolder) => new(LinearModel.Load(Path.Combine(modelFolder, EventTyper.Folder, "factuality.bin")));

    /// <summary>The factuality of events whose words are given, in their order.</summary>
    public ImmutableArray<Factuality> Judge(SyntaxLayer syntax, ImmutableArray<Attribution> attributions, IReadOnlyList<TextSpan> triggers)
    {
        if (syntax.Tokens.IsEmpty) return [.. triggers.Select(_ => Factuality.Happened)];
        var context = new AttributionContext(syntax);
        var holders = new Holders(context, attributions);
        var bag = new FeatureBag();
        var judged = ImmutableArray.CreateBuilder<Factuality>(triggers.Count);
        foreach (var span in triggers)
        {
            var token = Math.Max(0, PairFeatures.HeadOf(context, span));
            judged.Add(Judge(context, token, holders.Of(token) is { } h ? holders[h] : null, bag).Kind);
        }

        return judged.MoveToImmutable();
    }

    internal (Factuality Kind, double Probability) Judge(AttributionContext context, int trigger, Attribution? attribution, FeatureBag bag)
    {
        bag.Clear();
        FactualitySigns.Extract(context, trigger, FactualitySigns.Read(context, trigger), attribution, bag);
        Span<float> scores = stackalloc float[_kinds.Length];
        var best = _model.Best(bag.Items, scores);
        LinearModel.Softmax(scores);
        return (_kinds[best], scores[best]);
    }
}
