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

    /// <param name="organizations">Names that the page's linked data calls organisations.</param>
    public Found Find(Page page, List<AuthorClaim> claims, List<string> agencies, string? outlet, List<string> organizations)
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
        if (!best.IsDesk && IsHouse(claims, best, organizations)) return new Found([], [.. agencies], string.Join(", ", best.Names));
        var names = WellPrinted(claims, best);
        var named = new List<string>(agencies);
        var people = best.IsDesk ? [] : WithoutDates(names, named).RemoveAll(n => IsOutlet(n, outlet));
        return new Found(people, [.. named], people.IsEmpty && named.Count == agencies.Count ? names[0] : null);
    }

    /// <summary>The names without the pieces of a date that was printed with them and cut up: "AP - 16", "05", "2020", "12:36 PM".</summary>
    private static ImmutableArray<string> WithoutDates(ImmutableArray<string> names, List<string> agencies)
    {
        if (!names.Any(n => n.AsSpan().ContainsAnyInRange('0', '9'))) return names;
        var people = new List<string>();
        foreach (var name in names)
        {
            var dash = name.IndexOf(" - ", StringComparison.Ordinal);
            if (char.IsAsciiDigit(name[0])) continue;
            if (dash > 0 && dash + 3 < name.Length && char.IsAsciiDigit(name[dash + 3])) AuthorNames.Read(name[..dash], strict: false, people, agencies);
            else people.Add(name);
        }

        return [.. people];
    }

    /// <summary>The house signs where the linked data alone gives names and calls them an organisation, or where the name is an address's host.</summary>
    private static bool IsHouse(List<AuthorClaim> claims, AuthorClaim best, List<string> organizations)
    {
        if (best.Names.All(n => !n.Contains(' ', StringComparison.Ordinal) && n.LastIndexOf('.') is var dot and > 1 && n[(dot + 1)..].ToLowerInvariant() is "com" or "org" or "net" or "info" or { Length: 2 })) return true;
        return organizations.Count > 0 && claims.TrueForAll(c => c.Key != best.Key || c.Place == AuthorPlace.Linked)
            && best.Names.All(n => organizations.Exists(o => o.Contains(n, StringComparison.Ordinal)));
    }

    /// <summary>Of one set of names the printing that looks like names: "Mara Lindqvist" rather than "mara.lindqvist" or "MARA LINDQVIST".</summary>
    private static ImmutableArray<string> WellPrinted(List<AuthorClaim> claims, AuthorClaim best)
    {
        var names = best.Names;
        foreach (var claim in claims)
        {
            if (claim.Key == best.Key && claim.IsDesk == best.IsDesk && claim.Names.Length == names.Length && Good(claim.Names) > Good(names)) names = claim.Names;
        }

        return names;

        static int Good(ImmutableArray<string> names) => names.Count(n => AuthorNames.LooksName(n) && n.Any(char.IsLower));
    }

    private static bool IsOutlet(string name, string? outlet)
    {
        if (outlet is null) return false;
        var a = ReadableText.Loose(name).Replace(" ", string.Empty, StringComparison.Ordinal);
        var b = ReadableText.Loose(outlet).Replace(" ", string.Empty, StringComparison.Ordinal);
        return a == b;
    }
}
