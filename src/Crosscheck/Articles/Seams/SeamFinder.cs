using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>
/// Where, in a text that should be one story, another one begins. Words and the forms of lines propose places; where they are in doubt and the text is English,
/// the encoder looks at the words around each proposal and further trees decide. Thread-safe.
/// </summary>
internal sealed class SeamFinder
{
    public const string Folder = "seams";
    public const string TreesFile = "seams.trees";

    /// <summary>Beyond this the text is no page of articles, and reading its words costs more than a cut is worth.</summary>
    public const int LongestText = 250_000;

    /// <summary>Fewest words that a story has for the words to tell it from its neighbour.</summary>
    public const int FewestWords = 25;

    /// <summary>Where words and lines alone decide, a cut is made where its probability is at least this: of single articles one or two in a hundred are cut.</summary>
    public const double CutProbability = 0.4;

    private const int DeepestCut = 6;

    private readonly BoostedTrees _trees;
    private readonly SeamJudgement? _judgement;
    private readonly double? _threshold;

    /// <param name="judgement">Looks at the proposals of the trees again; null where the trees alone decide.</param>
    /// <param name="threshold">The probability from which a cut is made; null: <see cref="CutProbability"/>, or the judgement's where it has spoken.</param>
    public SeamFinder(BoostedTrees trees, SeamJudgement? judgement, double? threshold = null) => (_trees, _judgement, _threshold) = (trees, judgement, threshold);

    /// <param name="engine">Whose encoder looks at places in doubt; null where words and lines alone decide.</param>
    /// <exception cref="InvalidOperationException">The weights are missing, or were made for other features.</exception>
    public static SeamFinder Load(string modelFolder, Lazy<LanguageEngine>? engine)
    {
        var trees = BoostedTrees.Load(Path.Combine(modelFolder, Folder), TreesFile, SeamFeatures.Count);
        return new SeamFinder(trees, engine is null ? null : SeamJudgement.Load(modelFolder, engine));
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
    public (int Offset, double Probability)? Best(SourceText text, TextSpan range) => Best(text, range, null, _ => 0) is { } best ? (best.Offset, best.Probability) : null;

    /// <summary>The likeliest place and its probability; null where no place is as likely as it would have to be, and mostly found so without weighing all of them.</summary>
    /// <param name="language">ISO 639-1 code of the text; null reads it from the text.</param>
    /// <param name="least">The probability that a place at an offset must have to be of use; above 1 where it never is.</param>
    public (int Offset, double Probability, bool Enough)? Best(SourceText text, TextSpan range, string? language, Func<int, double> least)
    {
        if (range.Length is < 200 or > LongestText) return null;
        var places = SeamPlaces.Find(text, range);
        var needed = places.Select(p => least(p.Offset)).ToArray();
        if (!Array.Exists(needed, n => n <= 1)) return null;
        var features = new SeamFeatures(text, range, places, language);
        var probabilities = NoneWeighed(features);
        Weigh(features, [.. Enumerable.Range(0, needed.Length).Where(p => needed[p] <= 1)], probabilities);
        if (!Enumerable.Range(0, needed.Length).Any(p => probabilities[p] >= needed[p])) return null;
        Weigh(features, [.. Enumerable.Range(0, needed.Length).Where(p => needed[p] > 1)], probabilities);
        var judged = _judgement?.Correct(text, range, features, probabilities) ?? false;
        var best = Array.IndexOf(probabilities, probabilities.Max());
        if (probabilities[best] < 0) return null;
        return (features.Places[best].Offset, probabilities[best], probabilities[best] >= (_threshold ?? (judged ? SeamJudgement.CutProbability : CutProbability)));
    }

    /// <summary>The probability of each place at first sight; -1 for those with too few words on a side.</summary>
    public double[] FirstLook(SeamFeatures features)
    {
        var probabilities = NoneWeighed(features);
        Weigh(features, [.. Enumerable.Range(0, probabilities.Length)], probabilities);
        return probabilities;
    }

    private static double[] NoneWeighed(SeamFeatures features)
    {
        var probabilities = new double[features.Places.Count];
        Array.Fill(probabilities, -1);
        return probabilities;
    }

    /// <summary>The probabilities of some places; -1 stays for those with too few words on a side.</summary>
    private void Weigh(SeamFeatures features, List<int> places, double[] probabilities)
    {
        places.RemoveAll(p => features.WordsAround(p) is var (before, after) && (before < FewestWords || after < FewestWords));
        var rows = new float[places.Count * SeamFeatures.Count];
        for (var i = 0; i < places.Count; i++) features.Write(places[i], rows.AsSpan(i * SeamFeatures.Count, SeamFeatures.Count));
        var scores = new double[places.Count];
        _trees.Score(rows, scores);
        for (var i = 0; i < places.Count; i++) probabilities[places[i]] = _trees.Probability(scores[i]);
    }

    private void Divide(SourceText text, TextSpan range, List<int> cuts, int depth)
    {
        if (depth == 0 || Best(text, range, null, _ => 0) is not { Enough: true } best) return;
        cuts.Add(best.Offset);
        Divide(text, new TextSpan(range.Start, best.Offset), cuts, depth - 1);
        Divide(text, new TextSpan(best.Offset, range.End), cuts, depth - 1);
    }
}
