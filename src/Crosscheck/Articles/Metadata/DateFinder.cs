using Crosscheck.Learning;

namespace Crosscheck.Articles.Metadata;

/// <summary>
/// When the article was published and when it was changed. The days that a page names are weighed against each other by boosted trees over the places
/// that name them (after learning to rank by one yes-or-no question for each candidate). Thread-safe.
/// </summary>
internal sealed class DateFinder(BoostedTrees model)
{
    public const string ModelName = "dates.trees";

    /// <summary>A day less likely than this is not given out.</summary>
    internal const double Least = 0.1;

    /// <summary>Blocks within which a time element is the article's own.</summary>
    private const int Near = 8;

    /// <param name="Doubt">Why no day is given though the page names some; null otherwise.</param>
    internal sealed record Found(Sourced<PublishedAt>? Published, Sourced<PublishedAt>? Modified, List<Candidate> Others, string? Doubt);

    public Found Find(List<DateClaim> claims)
    {
        var modified = Strongest(claims.FindAll(c => c.SaysModified));
        if (claims.Count == 0) return new Found(null, null, [], null);
        var (day, probability) = Likeliest(claims);
        var named = claims.FindAll(c => c.Day == day);
        var published = probability < Least ? null : new Sourced<PublishedAt>(ValueOf(named), BasisOf(named), Math.Round(probability, 3));
        var others = new List<Candidate>();
        foreach (var claim in claims)
        {
            // The time of a comment or of another article's teaser disagrees with nothing.
            if (claim.Shape.Aside || (claim.Place == DatePlace.Time && claim.Distance >= Near)) continue;
            if ((published is null || claim.Day != day) && !claim.SaysModified && claim.Trust >= 0.5) others.Add(new Candidate("published", claim.Date.Value.ToString(), claim.Basis));
        }

        return new Found(published, modified, others, published is null ? "the page names days, none of them likely to be its own" : null);
    }

    /// <summary>The page's days in calendar order.</summary>
    internal static List<DateOnly> Days(List<DateClaim> claims) => [.. claims.Select(c => c.Day).Distinct().Order()];

    private (DateOnly Day, double Probability) Likeliest(List<DateClaim> claims)
    {
        var days = Days(claims);
        var values = new float[days.Count * DateFeatures.Count];
        for (var i = 0; i < days.Count; i++) DateFeatures.Write(claims, days, days[i], values.AsSpan(i * DateFeatures.Count, DateFeatures.Count));
        var scores = new double[days.Count];
        model.Score(values, scores);
        var best = (Day: days[0], Probability: -1.0);
        for (var i = 0; i < days.Count; i++)
        {
            var probability = model.Probability(scores[i]);
            if (probability > best.Probability) best = (days[i], probability);
        }

        return best;
    }

    private static Sourced<PublishedAt>? Strongest(List<DateClaim> claims) =>
        claims.Count == 0 ? null : claims.MaxBy(c => c.Trust) is var best ? new Sourced<PublishedAt>(best.Date.Value, best.Basis, best.Trust) : null;

    /// <summary>The strongest claim's words, or those of one that adds the time and its zone; what the page declares before what it prints.</summary>
    private static PublishedAt ValueOf(List<DateClaim> named) => named.MaxBy(c => Rank(c) + (c.Date.Value is { Time: not null, Offset: not null } ? 2 : 0)).Date.Value;

    private static string BasisOf(List<DateClaim> named) => named.MaxBy(Rank).Basis;

    private static double Rank(DateClaim claim) => (claim.SaysModified ? 0 : 4) + (claim.Place <= DatePlace.Address ? 1 : 0) + claim.Trust;
}
