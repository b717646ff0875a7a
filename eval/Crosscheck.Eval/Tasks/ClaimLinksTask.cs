using System.Text.Json;
using Crosscheck.Claims;

namespace Crosscheck.Eval.Tasks;

/// <summary>Claims that sentences of several articles share: the ledger's linker, with sentences as carriers.</summary>
public static class ClaimLinksTask
{
    /// <summary>Least probability of a link that is written: where precision and recall balance in cross-validation (the ledger asks for more).</summary>
    private const double Threshold = 0.2;

    public static EvalTask Task { get; } = new("claim-links", "units .jsonl (article texts in numbered units) -> claims with their occurrences", Run);

    private static Tally Run(string input, string output, int threads)
    {
        var stories = Lines.ReadJson(input).GroupBy(r => r.GetProperty("story").GetString()!).ToList();
        var linker = ClaimLinker.Load(Path.Combine(AppContext.BaseDirectory, "models"));
        using var writer = Lines.Create(output);
        foreach (var line in Lines.Map(stories, threads, s => Link(s.Key, s.ToList(), linker))) writer.WriteLine(line);
        return new Tally(stories.Count, stories.Sum(s => s.Sum(r => r.GetProperty("units").EnumerateArray().Sum(u => Tally.WordsIn(u.GetProperty("text").GetString()!)))));
    }

    private static string Link(string story, List<JsonElement> rows, ClaimLinker linker)
    {
        var carriers = new List<Carrier>();
        var keys = new List<(string Article, int Unit)>();
        for (var a = 0; a < rows.Count; a++)
        {
            var units = rows[a].GetProperty("units").EnumerateArray().ToList();
            for (var i = 0; i < units.Count; i++)
            {
                carriers.Add(CarrierReader.Read(units[i].GetProperty("text").GetString()!, a, i, (double)i / Math.Max(1, units.Count - 1)));
                keys.Add((rows[a].GetProperty("article").GetString()!, units[i].GetProperty("id").GetInt32()));
            }
        }

        var links = linker.Link(new CarrierSet(carriers)).Where(l => l.Probability >= Threshold && carriers[l.A].Article != carriers[l.B].Article)
            .OrderByDescending(l => l.Probability).ThenBy(l => (l.A, l.B)).ToList();
        var linked = links.Select(l => (l.A, l.B)).ToHashSet();
        bool AreLinked(int a, int b) => linked.Contains(a < b ? (a, b) : (b, a));

        // A sentence may carry several propositions, so claims may share one: each claim is a set of sentences that are all linked with each other.
        var neighbours = links.SelectMany(l => new[] { (From: l.A, To: l.B), (From: l.B, To: l.A) }).ToLookup(x => x.From, x => x.To);
        var covered = new HashSet<(int, int)>();
        var claims = new List<object>();
        foreach (var link in links)
        {
            if (covered.Contains((link.A, link.B))) continue;
            List<int> members = [link.A, link.B];
            foreach (var other in neighbours[link.A])
            {
                if (!members.Contains(other) && members.TrueForAll(m => AreLinked(m, other))) members.Add(other);
            }

            foreach (var x in members)
            {
                foreach (var y in members.Where(y => y > x)) covered.Add((x, y));
            }

            claims.Add(new
            {
                text = string.Empty,
                occurrences = members.Order().Select(m => new
                {
                    article = keys[m].Article,
                    unit = keys[m].Unit,
                    voice = "narrated",
                    source = (string?)null,
                    stance = "asserts",
                }),
            });
        }

        return JsonSerializer.Serialize(new { story, claims });
    }
}
