using System.Collections.Immutable;

namespace Crosscheck.Stories;

/// <summary>Which story goes on from which: the latest earlier story about the same names, only where both have dates.</summary>
internal static class StorySequence
{
    /// <summary>Days after which a story is not taken as going on.</summary>
    private const int MaxGap = 60;

    /// <summary>Share of the later story's heaviest names that the earlier must also have.</summary>
    private const double LeastNames = 0.5;

    private const int TopNames = 8;

    private const int StoriesPerName = 64;

    /// <returns>For each story the index of the one it follows, or null.</returns>
    public static int?[] Find(List<ImmutableArray<int>> stories, List<ArticleSketch> sketches)
    {
        var names = stories.ConvertAll(s => TopOf(s, sketches));
        var days = stories.ConvertAll(s => Days(s, sketches));
        var order = Enumerable.Range(0, stories.Count).Where(s => days[s].First is not null).OrderBy(s => days[s].First).ThenBy(s => s).ToList();
        var holders = new Dictionary<ulong, List<int>>();
        var follows = new int?[stories.Count];
        foreach (var story in order)
        {
            var shared = new Dictionary<int, int>();
            foreach (var name in names[story])
            {
                if (!holders.TryGetValue(name, out var list)) holders[name] = list = [];
                foreach (var earlier in list) shared[earlier] = shared.GetValueOrDefault(earlier) + 1;
                if (list.Count == StoriesPerName) list.RemoveAt(0);
                list.Add(story);
            }

            if (names[story].Count < 3) continue;
            follows[story] = shared
                .Where(x => x.Value >= LeastNames * names[story].Count && days[x.Key].Last < days[story].First
                            && days[story].First!.Value.DayNumber - days[x.Key].Last!.Value.DayNumber <= MaxGap)
                .OrderByDescending(x => x.Value).ThenByDescending(x => days[x.Key].Last).ThenBy(x => x.Key)
                .Select(x => (int?)x.Key).FirstOrDefault();
        }

        return follows;
    }

    private static List<ulong> TopOf(ImmutableArray<int> story, List<ArticleSketch> sketches)
    {
        var counts = new Dictionary<ulong, double>();
        foreach (var article in story)
        {
            foreach (var term in sketches[article].Terms)
            {
                if (term.Kind == TermKind.Name) counts[term.Hash] = counts.GetValueOrDefault(term.Hash) + 1 + Math.Log(Math.Max(1, term.Count));
            }
        }

        var rarity = TermRarity.Default;
        return [.. counts.OrderByDescending(c => c.Value * Math.Log((rarity.Articles + 1) / (rarity.CountOf(c.Key) + 0.5))).ThenBy(c => c.Key).Take(TopNames).Select(c => c.Key)];
    }

    private static (DateOnly? First, DateOnly? Last) Days(ImmutableArray<int> story, List<ArticleSketch> sketches)
    {
        DateOnly? first = null, last = null;
        foreach (var article in story)
        {
            if (sketches[article].Day is not { } day) continue;
            if (first is null || day < first) first = day;
            if (last is null || day > last) last = day;
        }

        return (first, last);
    }
}
