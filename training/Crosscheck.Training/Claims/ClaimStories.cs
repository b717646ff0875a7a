using Crosscheck.Claims;
using Crosscheck.Training.Stories;

namespace Crosscheck.Training.Claims;

/// <summary>A training story: its carriers (one a unit), and which pairs of carriers share a claim.</summary>
internal sealed record ClaimStory(string Name, CarrierSet Carriers, HashSet<(int A, int B)> Together)
{
    /// <summary>Pairs that the scorer counts: of two articles.</summary>
    public int CrossPairs => Together.Count(p => Carriers.All[p.A].Article != Carriers.All[p.B].Article);
}

/// <summary>Reads stories with their annotated claims.</summary>
internal static class ClaimStories
{
    public static List<ClaimStory> Read(string unitsPath, string goldPath)
    {
        var units = StoryArticles.Rows(unitsPath).ToLookup(r => r.GetProperty("story").GetString()!, StringComparer.Ordinal);
        var stories = new List<ClaimStory>();
        foreach (var gold in StoryArticles.Rows(goldPath))
        {
            var name = gold.GetProperty("story").GetString()!;
            var carriers = new List<Carrier>();
            var at = new Dictionary<(string, int), int>();
            var article = 0;
            foreach (var row in units[name])
            {
                var texts = row.GetProperty("units").EnumerateArray().ToList();
                for (var i = 0; i < texts.Count; i++)
                {
                    at[(row.GetProperty("article").GetString()!, texts[i].GetProperty("id").GetInt32())] = carriers.Count;
                    carriers.Add(CarrierReader.Read(texts[i].GetProperty("text").GetString()!, article, i, (double)i / Math.Max(1, texts.Count - 1)));
                }

                article++;
            }

            var together = new HashSet<(int, int)>();
            foreach (var claim in gold.GetProperty("claims").EnumerateArray())
            {
                var members = claim.GetProperty("occurrences").EnumerateArray()
                    .Select(o => at[(o.GetProperty("article").GetString()!, o.GetProperty("unit").GetInt32())]).Distinct().Order().ToList();
                for (var i = 0; i < members.Count; i++)
                {
                    for (var j = i + 1; j < members.Count; j++) together.Add((members[i], members[j]));
                }
            }

            stories.Add(new ClaimStory(name, new CarrierSet(carriers), together));
        }

        return stories;
    }
}
