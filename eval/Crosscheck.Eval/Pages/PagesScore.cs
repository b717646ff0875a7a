
namespace Crosscheck.Eval.Pages;

/// <summary>
/// Scores the pages task: of two-story pages the share that is cut once and within 120 characters of the truth ("right"),
/// of single articles the share that is cut at all ("false"), and over all true cuts recall and precision within 120 characters.
/// </summary>
public static class PagesScore
{
    private const int Tolerance = 120;

    public static string Of(string gold, string predicted)
    {
        var cuts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var item in Lines.ReadJson(predicted))
        {
            cuts[item.GetProperty("id").ToString()] = [.. item.GetProperty("articles").EnumerateArray().Skip(1).Select(a => a.GetProperty("document_span")[0].GetInt32())];
        }

        int singles = 0, falseCuts = 0, doubles = 0, right = 0, firstRight = 0, trueCuts = 0, found = 0, made = 0, madeRight = 0;
        foreach (var item in Lines.ReadJson(gold))
        {
            var id = item.GetProperty("id").ToString();
            int[] truth = [.. item.GetProperty("cuts").EnumerateArray().Select(c => c.GetInt32())];
            var mine = cuts.GetValueOrDefault(id, []);
            if (truth.Length == 0)
            {
                singles++;
                if (mine.Length > 0) falseCuts++;
            }

            if (truth.Length == 1)
            {
                doubles++;
                if (mine.Length == 1 && Math.Abs(mine[0] - truth[0]) <= Tolerance) right++;
                if (mine.Any(m => Math.Abs(m - truth[0]) <= Tolerance)) firstRight++;
            }

            trueCuts += truth.Length;
            made += mine.Length;
            found += truth.Count(t => mine.Any(m => Math.Abs(m - t) <= Tolerance));
            madeRight += mine.Count(m => truth.Any(t => Math.Abs(m - t) <= Tolerance));
        }

        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"two stories: right {Share(right, doubles)}, cut there {Share(firstRight, doubles)} of {doubles}; singles cut {Share(falseCuts, singles)} of {singles}; "
            + $"all cuts: recall {Share(found, trueCuts)}, precision {Share(madeRight, made)}");
    }

    private static string Share(int part, int all) => all == 0 ? "-" : ((double)part / all).ToString("F3");
}
