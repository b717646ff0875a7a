namespace Crosscheck.Training.Learning;

/// <summary>How trees are grown. The defaults suit a few ten thousand examples of a few dozen features.</summary>
public sealed record BoostingOptions
{
    public int Trees { get; init; } = 200;

    /// <summary>Share of each tree's answer that is kept.</summary>
    public double LearningRate { get; init; } = 0.08;

    public int Leaves { get; init; } = 15;

    public int Depth { get; init; } = 6;

    /// <summary>Least sum of second derivatives in a leaf: about four times that many undecided examples.</summary>
    public double LeafWeight { get; init; } = 4;

    /// <summary>L2 penalty on a leaf's answer.</summary>
    public double Shrinkage { get; init; } = 2;

    /// <summary>Share of the features that a tree may use.</summary>
    public double FeatureShare { get; init; } = 0.7;

    /// <summary>Share of the examples that a tree sees.</summary>
    public double ExampleShare { get; init; } = 0.8;

    public int Seed { get; init; } = 20250324;
}
