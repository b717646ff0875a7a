using System.Buffers;
using Crosscheck.Articles.Html;

namespace Crosscheck.Articles.Metadata;

/// <summary>
/// What the author model sees of one set of names among all that a page gives: the places that give it, how its names look, where the page shows them, and
/// how the set stands to the others. The order of the values is part of the model's file.
/// </summary>
internal static class AuthorFeatures
{
    private const int Places = 13;
    private const int Unknown = -999;
    public const int Count = Places + 27;

    /// <summary>Writes the values of one set.</summary>
    /// <param name="key">The set's <see cref="AuthorClaim.Key"/>.</param>
    public static void Write(List<AuthorClaim> claims, string key, Page page, string? outlet, Span<float> to)
    {
        to.Clear();
        var nearest = default(AuthorClaim);
        var first = default(AuthorClaim);
        var count = 0;
        foreach (var claim in claims)
        {
            if (claim.Key != key) continue;
            to[(int)claim.Place]++;
            count++;
            first ??= claim;
            if (claim.Length > 0 && claim.Place >= AuthorPlace.Relation && (nearest is null || claim.Distance < nearest.Distance)) nearest = claim;
        }

        var names = first!.Names;
        var i = Places;
        to[i++] = count;
        to[i++] = (float)count / claims.Count;
        to[i++] = claims.Select(c => c.Key).Distinct().Count();
        to[i++] = names.Length;
        to[i++] = first.IsDesk ? 1 : 0;
        to[i++] = (float)names.Count(AuthorNames.LooksName) / names.Length;
        to[i++] = names.Max(n => n.Count(c => c == ' ')) + 1;
        to[i++] = names.Max(n => n.Length);
        to[i++] = names.Count(n => n.AsSpan().ContainsAnyInRange('0', '9') || n.Contains('.', StringComparison.Ordinal));
        to[i++] = names.Count(n => !n.Any(char.IsLower));
        to[i++] = names.Count(n => !char.IsUpper(n[0]));
        to[i++] = nearest?.Distance ?? Unknown;
        to[i++] = nearest?.Behind ?? Unknown;
        to[i++] = nearest is null ? -1 : nearest.AtEnd ? 1 : 0;
        to[i++] = nearest is null ? -1 : nearest.Length - names.Sum(n => n.Length);
        to[i++] = Share(key, claims, c => c.Place == AuthorPlace.Linked);
        to[i++] = Share(key, claims, c => c.Place == AuthorPlace.Head);
        to[i++] = Share(key, claims, c => c.Place is AuthorPlace.Marked or AuthorPlace.MarkedTogether);
        to[i++] = Share(key, claims, c => c.Place is AuthorPlace.Byline or AuthorPlace.Lead);
        to[i++] = Share(key, claims, c => c.Place == AuthorPlace.Relation);
        i = Others(claims, key, to, i);
        i = Shown(page, names[0], to, i);
        to[i] = outlet is null ? 0 : IsLike(names[0], outlet) ? 1 : -1;
    }

    /// <summary>Whether the claims of a kind give this very set (2), share a name with it (1), give others (0), or give none (-1).</summary>
    private static float Share(string key, List<AuthorClaim> claims, Predicate<AuthorClaim> kind)
    {
        var best = -1;
        foreach (var claim in claims)
        {
            if (kind(claim)) best = Math.Max(best, claim.Key == key ? 2 : Overlap(claim.Key, key) ? 1 : 0);
        }

        return best;
    }

    private static int Others(List<AuthorClaim> claims, string key, Span<float> to, int i)
    {
        int within = 0, around = 0, longer = 0;
        foreach (var claim in claims)
        {
            if (claim.Key == key) continue;
            if (key.Contains(claim.Key, StringComparison.Ordinal)) within++;
            else if (claim.Key.Contains(key, StringComparison.Ordinal)) around++;
            if (claim.Names.All(AuthorNames.LooksName)) longer++;
        }

        to[i++] = within;
        to[i++] = around;
        to[i++] = longer;
        return i;
    }

    /// <summary>Short blocks that show the first name.</summary>
    private static int Shown(Page page, string name, Span<float> to, int i)
    {
        int alone = 0, inside = 0, long_ = 0;
        var shown = SearchValues.Create([name], StringComparison.OrdinalIgnoreCase);
        foreach (var block in page.Blocks)
        {
            if (block.Length < name.Length) continue;
            if (!block.Text.AsSpan().ContainsAny(shown)) continue;
            if (block.Length <= name.Length + 6) alone++;
            else if (block.Length < 120) inside++;
            else long_++;
        }

        to[i++] = Math.Min(alone, 10);
        to[i++] = Math.Min(inside, 10);
        to[i++] = Math.Min(long_, 10);
        return i;
    }

    private static bool Overlap(string a, string b) => a.Split('|').Intersect(b.Split('|'), StringComparer.Ordinal).Any();

    private static bool IsLike(string name, string outlet)
    {
        var a = ReadableText.Loose(name).Replace(" ", string.Empty, StringComparison.Ordinal);
        var b = ReadableText.Loose(outlet).Replace(" ", string.Empty, StringComparison.Ordinal);
        return a.Length > 2 && b.Length > 2 && (b.Contains(a, StringComparison.Ordinal) || a.Contains(b, StringComparison.Ordinal));
    }
}
