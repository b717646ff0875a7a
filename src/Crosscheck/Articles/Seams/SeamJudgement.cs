using Crosscheck.Language;
using Crosscheck.Learning;
using Crosscheck.Text;

namespace Crosscheck.Articles.Seams;

/// <summary>
/// Looks again at the places that words and lines propose: what the encoder makes of each, against what it makes of the others, beside all that the first look
/// saw. Only English text; only where a proposal is worth the time. Thread-safe.
/// </summary>
internal sealed class SeamJudgement
{
    public const string TreesFile = "seams-judged.trees";

    /// <summary>A cut is made where its probability is at least this.</summary>
    public const double CutProbability = 0.4;

    /// <summary>The likeliest proposals are looked at, if they are at least so likely at first sight.</summary>
    public const int MostProposals = 3;

    private const double LeastProposed = 0.05;
    private const int OwnFeatures = 7;

    private readonly BoostedTrees _trees;
    private readonly Lazy<SeamHead> _head;

    public SeamJudgement(BoostedTrees trees, Lazy<SeamHead> head) => (_trees, _head) = (trees, head);

    /// <summary>Values of a proposal.</summary>
    public static int Features => SeamFeatures.Count + OwnFeatures;

    /// <exception cref="InvalidOperationException">The weights are missing, or were made for other features.</exception>
    public static SeamJudgement Load(string modelFolder, Lazy<LanguageEngine> engine) => new(
        BoostedTrees.Load(Path.Combine(modelFolder, SeamFinder.Folder), TreesFile, Features), new Lazy<SeamHead>(() => SeamHead.Load(modelFolder, engine.Value.Encoder)));

    /// <summary>Replaces the probabilities of the first look by those of the second; 0 for places that are not worth one.</summary>
    /// <param name="probabilities">Of each place of <paramref name="features"/>; negative ones cannot be a cut and stay.</param>
    /// <returns>Whether it spoke: it does not read other languages than English.</returns>
    public bool Correct(SourceText text, TextSpan range, SeamFeatures features, double[] probabilities)
    {
        if (features.Language != "en") return false;
        var proposals = Proposals(probabilities);
        var rows = proposals.Count == 0 ? [] : Rows(text, range, features, probabilities, proposals, _head.Value);
        for (var p = 0; p < probabilities.Length; p++) probabilities[p] = Math.Min(probabilities[p], 0);
        for (var i = 0; i < proposals.Count; i++) probabilities[proposals[i]] = _trees.Probability(rows.AsSpan(i * Features, Features));
        return true;
    }

    /// <summary>The places worth a second look, the likeliest first.</summary>
    public static List<int> Proposals(double[] probabilities) =>
        [.. Enumerable.Range(0, probabilities.Length).Where(p => probabilities[p] >= LeastProposed).OrderByDescending(p => probabilities[p]).Take(MostProposals)];

    /// <summary>The <see cref="Features"/> values of each proposal, one after the other.</summary>
    public static float[] Rows(SourceText text, TextSpan range, SeamFeatures features, double[] probabilities, List<int> proposals, SeamHead head)
    {
        var looks = head.Look(text, range, proposals.ConvertAll(p => features.Places[p].Offset));
        var rows = new float[proposals.Count * Features];
        for (var i = 0; i < proposals.Count; i++)
        {
            var row = rows.AsSpan(i * Features, Features);
            features.Write(proposals[i], row[..SeamFeatures.Count]);
            var own = row[SeamFeatures.Count..];
            var others = looks.Where((_, k) => k != i);
            own[0] = looks[i].LogOdds;
            own[1] = looks[i].LogOdds - others.Select(l => l.LogOdds).DefaultIfEmpty(-10).Max();
            own[2] = (float)Logit(probabilities[proposals[i]]);
            own[3] = own[2] - (float)proposals.Where((_, k) => k != i).Select(p => Logit(probabilities[p])).DefaultIfEmpty(-10).Max();
            own[4] = looks[i].Likeness;
            own[5] = looks[i].Likeness - others.Select(l => l.Likeness).DefaultIfEmpty(1).Min();
            own[6] = looks[i].NearLikeness;
        }

        return rows;
    }

    private static double Logit(double probability) => Math.Log(Math.Max(probability, 1e-6) / Math.Max(1 - probability, 1e-6));
}
