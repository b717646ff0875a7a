namespace Crosscheck.Articles.Metadata;

/// <summary>
/// What the date model sees of one day among all days that a page names: the places that name it, how it is printed at its best, and how far it lies
/// from the days that the strongest places name. The order of the values is part of the model's file.
/// </summary>
internal static class DateFeatures
{
    private const int Places = 17;
    private const int Unknown = -999;
    public const int Count = Places + 33;

    /// <summary>Writes the values of one day.</summary>
    /// <param name="days">The page's days, each once, in calendar order.</param>
    public static void Write(List<DateClaim> claims, List<DateOnly> days, DateOnly day, Span<float> to)
    {
        to.Clear();
        var nearest = default(DateClaim?);
        var trust = 0.0;
        var best = 0.0;
        var count = 0;
        var printed = 0;
        var time = default(DateClaim?);
        var swapped = true;
        foreach (var claim in claims)
        {
            best = Math.Max(best, claim.Trust);
            if (claim.Day != day) continue;
            to[(int)claim.Place]++;
            trust = Math.Max(trust, claim.Trust);
            count++;
            swapped &= claim.Shape.Swapped;
            if (claim.Place is DatePlace.Time or DatePlace.TimePublished or DatePlace.PropertyPublished && (time is null || claim.Distance < time.Value.Distance)) time = claim;
            if (!claim.IsPrinted) continue;
            printed++;
            if (nearest is null || claim.Trust > nearest.Value.Trust) nearest = claim;
        }

        var i = Places;
        to[i++] = (float)trust;
        to[i++] = (float)(trust - best);
        to[i++] = count;
        to[i++] = printed;
        to[i++] = (float)count / claims.Count;
        to[i++] = time?.Distance ?? Unknown;
        to[i++] = nearest?.Distance ?? Unknown;
        to[i++] = nearest?.Shape.Length ?? Unknown;
        to[i++] = nearest?.Shape.Start ?? Unknown;
        to[i++] = nearest is null ? -1 : nearest.Value.Shape.Announced ? 1 : 0;
        to[i++] = nearest is null ? -1 : nearest.Value.Shape.Aside ? 1 : 0;
        to[i++] = nearest?.Shape.Order ?? -1;
        to[i++] = nearest?.Shape.Behind ?? Unknown;
        to[i++] = nearest is null ? -1 : nearest.Value.Shape.Inside ? 1 : 0;
        to[i++] = nearest is null ? -1 : nearest.Value.Date.Value.Time is null ? 0 : 1;
        to[i++] = time?.Shape.Behind ?? Unknown;
        to[i++] = time is null ? -1 : time.Value.Shape.Aside ? 1 : 0;
        to[i++] = Rivals(claims, day, c => c.IsPrinted && c.Distance <= 4);
        to[i++] = Rivals(claims, day, c => c.Place is DatePlace.Time or DatePlace.TimePublished && c.Distance <= 12);
        to[i++] = Rivals(claims, day, c => c.Place is DatePlace.LinkedPublished or DatePlace.HeadPublished or DatePlace.PropertyPublished);
        to[i++] = Rivals(claims, day, c => c.Place == DatePlace.PrintedPublished);
        to[i++] = swapped ? 1 : 0;
        to[i++] = days.Count;
        to[i++] = days[^1].DayNumber - day.DayNumber;
        to[i++] = day.DayNumber - days[0].DayNumber;
        to[i++] = day is { Day: 1, Month: 1 } ? 1 : 0;
        to[i++] = Apart(claims, day, c => c.Place == DatePlace.LinkedPublished);
        to[i++] = Apart(claims, day, c => c.Place == DatePlace.HeadPublished);
        to[i++] = Apart(claims, day, c => c.Place is DatePlace.LinkedModified or DatePlace.HeadModified);
        to[i++] = Apart(claims, day, c => c.Place == DatePlace.Address);
        to[i++] = Apart(claims, day, c => c.Place is DatePlace.Time or DatePlace.TimePublished);
        to[i++] = Apart(claims, day, c => c.Place is DatePlace.Printed or DatePlace.PrintedPublished);
        to[i] = HourOf(claims);
    }

    /// <summary>Days between a day and the one that the strongest claim of a kind names.</summary>
    private static float Apart(List<DateClaim> claims, DateOnly day, Predicate<DateClaim> kind)
    {
        var best = default(DateClaim?);
        foreach (var claim in claims)
        {
            if (kind(claim) && (best is null || claim.Trust > best.Value.Trust)) best = claim;
        }

        return best is null ? Unknown : Math.Clamp(day.DayNumber - best.Value.Day.DayNumber, -400, 400);
    }

    /// <summary>How many claims of a kind name another day, at most ten.</summary>
    private static float Rivals(List<DateClaim> claims, DateOnly day, Predicate<DateClaim> kind)
    {
        var count = 0;
        foreach (var claim in claims)
        {
            if (claim.Day != day && kind(claim)) count++;
        }

        return Math.Min(count, 10);
    }

    /// <summary>The hour of the strongest claim in universal time: late or early ones may be another day where readers are.</summary>
    private static float HourOf(List<DateClaim> claims)
    {
        var best = default(DateClaim?);
        foreach (var claim in claims)
        {
            if (claim.Date.Value is { Time: not null, Offset: null or { Ticks: 0 } } && !claim.SaysModified && (best is null || claim.Trust > best.Value.Trust)) best = claim;
        }

        return best?.Date.Value.Time!.Value.Hour ?? -1;
    }
}
