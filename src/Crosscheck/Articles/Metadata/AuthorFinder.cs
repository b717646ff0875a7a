using System.Collections.Immutable;
using Crosscheck.Articles.Html;
using Crosscheck.Learning;

namespace Crosscheck.Articles.Metadata;

/// <summary>
/// Who wrote the article. The sets of names that a page gives are weighed against each other by boosted trees over the places that give them. Thread-safe.
/// </summary>
internal sealed class AuthorFinder(BoostedTrees model)
{
    public const string ModelName = "authors.trees";

    /// <summary>Names less likely than this are not given out.</summary>
    internal const double Least = 0.3;

    /// <param name="SignedBy">The desk or house that signs where no person does.</param>
    internal sealed record Found(ImmutableArray<string> People, ImmutableArray<string> Agencies, string? SignedBy);

    public Found Find(Page page, List<AuthorClaim> claims, List<string> agencies, string? outlet)
    {
        var best = default(AuthorClaim);
        var bestProbability = Least;
        var sets = claims.DistinctBy(c => c.Key).ToArray();
        var values = new float[sets.Length * AuthorFeatures.Count];
        for (var i = 0; i < sets.Length; i++) AuthorFeatures.Write(claims, sets[i].Key, page, outlet, values.AsSpan(i * AuthorFeatures.Count, AuthorFeatures.Count));
        var scores = new double[sets.Length];
        model.Score(values, scores);
        for (var i = 0; i < sets.Length; i++)
        {
            var probability = model.Probability(scores[i]);
            if (probability > bestProbability) (best, bestProbability) = (sets[i], probability);
        }

        if (best is null) return new Found([], [.. agencies], null);
        var people = best.IsDesk ? [] : best.Names.RemoveAll(n => IsOutlet(n, outlet));
        return new Found(people, [.. agencies], people.IsEmpty ? best.Names[0] : null);
    }

    private static bool IsOutlet(string name, string? outlet)
    {
        if (outlet is null) return false;
        var a = ReadableText.Loose(name).Replace(" ", string.Empty, StringComparison.Ordinal);
        var b = ReadableText.Loose(outlet).Replace(" ", string.Empty, StringComparison.Ordinal);
        return a == b;
    }
}
