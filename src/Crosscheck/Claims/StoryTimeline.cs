using System.Collections.Immutable;
using Crosscheck.Analysis;
using Crosscheck.Events;
using Crosscheck.Stories;
using Crosscheck.Text;

namespace Crosscheck.Claims;

/// <summary>The story's events by time: those that happened, with a day or a month, one line a claim and day.</summary>
internal static class StoryTimeline
{
    private const int MaxEntries = 300;

    public static ImmutableArray<TimelineEntry> Of(Story story, Grouping grouping, ImmutableArray<AnalyzedArticle> articles, Func<int, TextSpan, int?> claimAt)
    {
        var entries = new List<TimelineEntry>();
        var seen = new HashSet<(string, int)>();
        foreach (var index in story.Articles)
        {
            var body = articles[index].Body;
            var times = grouping.InferredDates[index] is { } inferred ? inferred.Times[0] : body.Times;
            for (var e = 0; e < body.Events.Length; e++)
            {
                var happening = body.Events[e];
                if (happening.Factuality is not (Factuality.Happened or Factuality.Ongoing) || happening.Time is not { } t || t >= body.Times.Length) continue;
                var value = body.Times[t].Value ?? times.FirstOrDefault(x => x.Span == body.Times[t].Span)?.Value;
                if (IsoDay(value) is not { } time) continue;
                var claim = claimAt(index, happening.Trigger);
                if (claim is { } c && !seen.Add((time, c))) continue;
                entries.Add(new TimelineEntry(time, index, TextPart.Body, e, claim));
            }
        }

        return [.. entries.OrderBy(x => x.Time, StringComparer.Ordinal).ThenBy(x => x.Article).ThenBy(x => x.Event).Take(MaxEntries)];
    }

    /// <summary>A day (of a value with a time of day: its day) or a month; null for anything vaguer.</summary>
    private static string? IsoDay(string? value)
    {
        if (value is null || value.Length < 7 || value[4] != '-' || !char.IsAsciiDigit(value[0]) || !char.IsAsciiDigit(value[5])) return null;
        return value.Length >= 10 && value[7] == '-' ? value[..10] : value.Length == 7 ? value : null;
    }
}
