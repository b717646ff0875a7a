using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>Where, in a text that should be one story, another one begins. Thread-safe.</summary>
internal sealed class SeamFinder(BoostedTrees trees, double threshold)
{
    public const string Folder = "seams";
    public const string TreesFile = "seams.trees";

    /// <summary>Beyond this the text is no page of articles, and reading its words costs more than a cut is worth.</summary>
    public const int LongestText = 250_000;

    /// <summary>Fewest words that a story has for the words to tell it from its neighbour.</summary>
    public const int FewestWords = 25;

    /// <summary>A cut is made where its probability is at least this: chosen so that of single articles at most one or two in a hundred are cut.</summary>
    public const double CutProbability = 0.4;

    private const int DeepestCut = 6;

    /// <exception cref="InvalidOperationException">The weights are missing, or were made for other features.</exception>
    public static SeamFinder Load(string modelFolder)
    {
        var trees = BoostedTrees.Load(Path.Combine(modelFolder, Folder), TreesFile);
        return trees.Features == SeamFeatures.Count
            ? new SeamFinder(trees, CutProbability)
            : throw new InvalidOperationException($"The model file '{TreesFile}' is of another version of the program. Install the program again.");
    }

    /// <summary>Offsets, in order, at which further stories begin.</summary>
    public List<int> Find(SourceText text, TextSpan range)
    {
        var cuts = new List<int>();
        Divide(text, range, cuts, DeepestCut);
        cuts.Sort();
        return cuts;
    }

    /// <summary>The likeliest place and its probability; null where there is no place.</summary>
    public (int Offset, double Probability)? Best(SourceText text, TextSpan range) => Best(text, range, null, _ => 0);

    /// <summary>The likeliest place and its probability; null where no place is as likely as it would have to be, and mostly found so without weighing all of them.</summary>
    /// <param name="language">ISO 639-1 code of the text; null reads it from the text.</param>
    /// <param name="least">The probability that a place at an offset must have to be of use; above 1 where it never is.</param>
    public (int Offset, double Probability)? Best(SourceText text, TextSpan range, string? language, Func<int, double> least)
    {
        if (range.Length is < 200 or > LongestText) return null;
        var features = new SeamFeatures(text, range, language);
        var probabilities = new double[features.Places.Count];
        Array.Fill(probabilities, -1);
        var needed = features.Places.Select(p => least(p.Offset)).ToArray();
        Weigh(features, [.. Enumerable.Range(0, needed.Length).Where(p => needed[p] <= 1)], probabilities);
        if (!Enumerable.Range(0, needed.Length).Any(p => probabilities[p] >= needed[p])) return null;
        Weigh(features, [.. Enumerable.Range(0, needed.Length).Where(p => needed[p] > 1)], probabilities);
        var best = Array.IndexOf(probabilities, probabilities.Max());
        return probabilities[best] < 0 ? null : (features.Places[best].Offset, probabilities[best]);
    }

    /// <summary>The probabilities of some places; -1 stays for those with too few words on a side.</summary>
    private void Weigh(SeamFeatures features, List<int> places, double[] probabilities)
    {
        places.RemoveAll(p => features.WordsAround(p) is var (before, after) && (before < FewestWords || after < FewestWords));
        var rows = new float[places.Count * SeamFeatures.Count];
        for (var i = 0; i < places.Count; i++) features.Write(places[i], rows.AsSpan(i * SeamFeatures.Count, SeamFeatures.Count));
        var scores = new double[places.Count];
        trees.Score(rows, scores);
        for (var i = 0; i < places.Count; i++) probabilities[places[i]] = trees.Probability(scores[i]);
    }

    private void Divide(SourceText text, TextSpan range, List<int> cuts, int depth)
    {
        if (depth == 0 || Best(text, range) is not { } best || best.Probability < threshold) return;
        cuts.Add(best.Offset);
        Divide(text, new TextSpan(range.Start, best.Offset), cuts, depth - 1);
        Divide(text, new TextSpan(best.Offset, range.End), cuts, depth - 1);
    }
}
