using Crosscheck.Quantities;

namespace Crosscheck.Training.Quantities;

/// <summary>Two figures and what somebody, or nobody, said of them.</summary>
/// <param name="Label"><c>conflict</c>, <c>compatible</c> or <c>other</c>; of drawn pairs <c>same</c> or <c>other</c>.</param>
/// <param name="Figures">The two figures, or null where one was not found.</param>
internal sealed record FigurePair(string Id, string Story, string Label, (FigureInText A, FigureInText B)? Figures)
{
    /// <summary>The set that the pair is from: its identifier up to the number.</summary>
    public string Set { get; } = Id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '_');

    /// <summary>Drawn, not labelled.</summary>
    public bool IsWeak { get; } = Id.StartsWith("weak-", StringComparison.Ordinal);

    public bool Same => Label != "other";

    /// <summary>The signs; null where a figure is missing or the units differ.</summary>
    public double[]? Features { get; } = Figures is { } f && FigureScope.SameUnit(f.A.Quantity, f.B.Quantity) ? Read(f.A, f.B) : null;

    /// <summary>The values can both be right.</summary>
    public bool MayAgree { get; } = Figures is { } f && QuantityComparison.Relation(f.A, f.B) is FigureRelation.Agree or FigureRelation.Compatible;

    /// <summary>Probability of one thing, by the folds that did not see the story, one for each deal.</summary>
    public List<double> Likeness { get; } = [];

    /// <summary>The label that those folds give.</summary>
    public List<string> Said { get; } = [];

    private static double[] Read(FigureInText a, FigureInText b)
    {
        var features = new double[FigureScope.Signs.Count];
        FigureScope.Features(a, b, features);
        return features;
    }
}
