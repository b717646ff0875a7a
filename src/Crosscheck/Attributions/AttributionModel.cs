using Crosscheck.Learning;

namespace Crosscheck.Attributions;

/// <summary>The trained weights: one logistic classifier for each question of the search.</summary>
/// <param name="Cue">Is this word the head of a cue?</param>
/// <param name="CueSpan">Does this neighbour belong to the cue?</param>
/// <param name="Content">Is this candidate the content?</param>
/// <param name="Source">Is this candidate the source?</param>
/// <param name="Spread">Does the content go on in the neighbouring sentence?</param>
/// <param name="Confidence">Is the whole attribution right?</param>
internal sealed record AttributionModel(
    LinearModel Cue, LinearModel CueSpan, LinearModel Content, LinearModel Source, LinearModel Spread, LinearModel Confidence)
{
    public const string Folder = "attributions";

    /// <exception cref="InvalidOperationException">A file is missing or broken.</exception>
    public static AttributionModel Load(string modelFolder, string name = Folder)
    {
        var folder = Path.Combine(modelFolder, name);
        return new AttributionModel(
            Read("cue"), Read("cue-span"), Read("content"), Read("source"), Read("spread"), Read("confidence"));

        LinearModel Read(string file) => LinearModel.Load(PathOf(folder, file));
    }

    public static string PathOf(string folder, string name) => Path.Combine(folder, name + ".bin");

    /// <summary>The log-odds that a yes-or-no classifier gives.</summary>
    public static float LogOdds(LinearModel model, FeatureBag bag)
    {
        Span<float> scores = stackalloc float[1];
        model.Score(bag.Items, scores);
        return scores[0];
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
