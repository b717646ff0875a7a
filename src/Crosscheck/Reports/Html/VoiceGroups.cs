namespace Crosscheck.Reports.Html;

/// <summary>One attribution with its article.</summary>
internal readonly record struct SaidThing(DossierArticle Article, DossierAttribution Attribution);

/// <summary>What one speaker says across the articles of a story.</summary>
/// <param name="Sayings">In order of the articles and their text.</param>
internal sealed record VoiceGroup(SaidThing First, IReadOnlyList<Saying> Sayings);

/// <summary>One thing said: each wording with every article that prints it so. More than one wording: the ledger holds them for one claim.</summary>
internal sealed record Saying(IReadOnlyList<IReadOnlyList<SaidThing>> Wordings);

/// <summary>Groups a story's attributions by speaker, and sets beside each other what the ledger found to be the same thing in other words.</summary>
internal static class VoiceGroups
{
    /// <summary>Named speakers first, by how much they say; what nobody is named for comes last.</summary>
    public static List<VoiceGroup> Of(DossierView view, DossierStory story)
    {
        var claims = ClaimsOf(story);
        return [.. story.Articles.Select(view.Article)
            .SelectMany(a => a.Attributions.Select(q => new SaidThing(a, q)))
            .GroupBy(s => Key(view, s), StringComparer.Ordinal)
            .OrderBy(g => g.First() is { Attribution: { Speaker: null, Source.IsEmpty: true } } ? 1 : 0)
            .ThenByDescending(g => g.Count())
            .Select(g => new VoiceGroup(g.First(), Sayings(view, g, claims)))];
    }

    /// <summary>Speakers of one name stand together, also those whom the actors across articles keep apart since nothing but a description names them; "he" of one
    /// article, whom nothing resolves, is nobody else's "he".</summary>
    private static string Key(DossierView view, SaidThing said)
    {
        var name = view.Speaker(said.Article, said.Attribution).ToUpperInvariant();
        return said.Attribution.Speaker is null && name is "HE" or "SHE" or "THEY" or "IT" or "I" or "WE" or "WHO" or "THAT" or "WHICH" ? $"{name} {said.Article.Id}" : name;
    }

    private static Dictionary<string, HashSet<string>> ClaimsOf(DossierStory story)
    {
        var claims = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var claim in story.Claims)
        {
            foreach (var occurrence in claim.Occurrences)
            {
                if (occurrence.Attribution is not { } attribution) continue;
                if (!claims.TryGetValue(attribution, out var of)) claims.Add(attribution, of = new(StringComparer.Ordinal));
                of.Add(claim.Id);
            }
        }

        return claims;
    }

    private static List<Saying> Sayings(DossierView view, IEnumerable<SaidThing> group, Dictionary<string, HashSet<string>> claims)
    {
        var wordings = group.GroupBy(s => Letters(AttributionSection.Sentence(view, s.Article, s.Attribution)), StringComparer.OrdinalIgnoreCase)
            .Select(g => (IReadOnlyList<SaidThing>)[.. g]).ToList();
        var claimsOf = wordings.ConvertAll(w => w.Where(s => claims.ContainsKey(s.Attribution.Id)).SelectMany(s => claims[s.Attribution.Id]).ToHashSet(StringComparer.Ordinal));
        var placed = new bool[wordings.Count];
        var sayings = new List<Saying>();
        // Few wordings share a claim; a claim's first place is looked up instead of comparing all pairs.
        var byClaim = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < wordings.Count; i++)
        {
            foreach (var claim in claimsOf[i])
            {
                if (!byClaim.TryGetValue(claim, out var at)) byClaim.Add(claim, at = []);
                at.Add(i);
            }
        }

        for (var i = 0; i < wordings.Count; i++)
        {
            if (placed[i]) continue;
            var together = claimsOf[i].SelectMany(c => byClaim[c]).Where(j => !placed[j] && (j == i || !Share(wordings[i], wordings[j]))).Append(i).Distinct().Order().ToList();
            foreach (var j in together) placed[j] = true;
            sayings.Add(new Saying([.. together.Select(j => wordings[j])]));
        }

        return sayings;
    }

    /// <summary>Words alone: quotation marks that one page prints and another does not are no other wording.</summary>
    private static string Letters(string sentence) => string.Concat(sentence.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '['));

    /// <summary>Two wordings of one article are two things said, not one thing in other words.</summary>
    private static bool Share(IReadOnlyList<SaidThing> a, IReadOnlyList<SaidThing> b) => a.Any(x => b.Any(y => y.Article.Id == x.Article.Id));
}
