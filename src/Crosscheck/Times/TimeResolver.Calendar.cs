namespace Crosscheck.Times;

/// <content>Dates by the calendar: said in full, or with the year (or more) left to the reader.</content>
internal sealed partial class TimeResolver
{
    /// <summary>A date that says its own year.</summary>
    private static CalendarPoint? Absolute(TimeFields fields)
    {
        if (fields[TimeField.Decade] is { } && fields.Whole(TimeField.Decade) is { } decade)
        {
            if (decade < 100) decade += 1900;
            return decade is < 1000 or > 2190 ? null : new CalendarPoint(new DateOnly(decade / 10 * 10, 1, 1), CalendarUnit.Decade);
        }

        if (fields.Whole(TimeField.Century) is { } century)
        {
            return century is < 2 or > 30 ? null : new CalendarPoint(new DateOnly((century - 1) * 100, 1, 1), CalendarUnit.Century);
        }

        return fields.Whole(TimeField.Year) is { } year ? InYear(fields, year < 100 ? year + (year < 50 ? 2000 : 1900) : year) : null;
    }

    /// <summary>The month, day, quarter ... that the fields name, in a year.</summary>
    private static CalendarPoint? InYear(TimeFields fields, int year)
    {
        if (year is < 1 or > 9998) return null;
        if (fields[TimeField.Holiday] is { } holiday) return Holidays.InYear(holiday, year) is { } feast ? new CalendarPoint(feast, CalendarUnit.Day) : null;
        if (fields.Whole(TimeField.Month) is { } month)
        {
            if (fields.Whole(TimeField.Day) is not { } day) return new CalendarPoint(new DateOnly(year, month, 1), CalendarUnit.Month);
            return day < 1 || day > DateTime.DaysInMonth(year, month) ? null : new CalendarPoint(new DateOnly(year, month, day), CalendarUnit.Day);
        }

        if (fields.Whole(TimeField.Quarter) is { } quarter) return quarter is < 1 or > 4 ? null : new CalendarPoint(new DateOnly(year, (quarter * 3) - 2, 1), CalendarUnit.Quarter);
        if (fields.Whole(TimeField.Half) is { } half) return new CalendarPoint(new DateOnly(year, half == 1 ? 1 : 7, 1), CalendarUnit.Half);
        if (fields[TimeField.Season] is { } season) return new CalendarPoint(new DateOnly(year, SeasonMonth(season), 1), CalendarUnit.Season);
        return new CalendarPoint(new DateOnly(year, 1, 1), CalendarUnit.Year);
    }

    /// <summary>"the Oct. 7 attack" after "Oct. 7, 2023": the day that the text named with its year.</summary>
    private CalendarPoint? SaidBefore(TimeFields fields) =>
        fields.Whole(TimeField.Month) is { } month && fields.Whole(TimeField.Day) is { } day && !fields.Has(TimeField.Rel) && !fields.Has(TimeField.YearRel) && !fields.Has(TimeField.Weekday)
            && !fields.Has(TimeField.Year) && _saidInFull.TryGetValue((month, day), out var said) ? said : null;

    /// <summary>A date without its year: the one nearest to the day of publication in the direction that the tense gives.</summary>
    private CalendarPoint? Underspecified(TimeCandidate candidate)
    {
        if (Today is not { } today) return null;
        var fields = candidate.Fields;
        var rel = fields[TimeField.Rel];
        if ((fields[TimeField.YearRel] ?? (fields[TimeField.Year] == "this" ? "this" : null)) is { } yearRel)
        {
            return InYear(fields, today.Year + Step(yearRel));
        }

        if (fields.Whole(TimeField.Weekday) is { } weekday && !fields.Has(TimeField.Day)) return Weekday(candidate, today, weekday, rel);
        if (!fields.Has(TimeField.Month) && fields.Whole(TimeField.Day) is { } dayOfMonth)
        {
            return dayOfMonth is >= 1 and <= 28 ? new CalendarPoint(new DateOnly(today.Year, today.Month, dayOfMonth), CalendarUnit.Day) : null;
        }

        if (!fields.Has(TimeField.Month) && !fields.Has(TimeField.Quarter) && !fields.Has(TimeField.Half) && !fields.Has(TimeField.Season) && !fields.Has(TimeField.Holiday)) return null;
        var tense = rel switch
        {
            "last" or "prev" => ClauseTense.Past,
            "next" or "foll" => ClauseTense.Future,
            _ => Tense(candidate),
        };
        var same = InYear(fields, today.Year);
        var before = InYear(fields, today.Year - 1);
        var after = InYear(fields, today.Year + 1);
        if (same is not { } now) return before ?? after;
        var current = CalendarPoint.Of(today, now.Unit).Start;
        if (rel == "this") return now;
        if (rel == "last") return now.Start < current ? now : before;
        if (rel == "next") return now.Start > current ? now : after;
        return Nearest(now.Unit == CalendarUnit.Day ? today : current, tense, before, now, after);
    }

    /// <summary>
    /// The year that puts the date nearest, a day in the direction against the tense counting for more: news tells mostly of what was, and a
    /// sentence in the past may still name a day close ahead ("agreed to meet on Dec. 7").
    /// </summary>
    private static CalendarPoint Nearest(DateOnly today, ClauseTense tense, CalendarPoint? before, CalendarPoint now, CalendarPoint? after)
    {
        var (back, ahead) = (tense, now.Unit) switch
        {
            (ClauseTense.Over, _) => (1.0, 30.0),
            (ClauseTense.Past, CalendarUnit.Month) => (1.0, 6.0),
            (ClauseTense.Past, CalendarUnit.Quarter or CalendarUnit.Half or CalendarUnit.Season) => (1.0, 4.0),
            (ClauseTense.Future, CalendarUnit.Quarter or CalendarUnit.Half or CalendarUnit.Season) => (1.2, 1.0),
            (ClauseTense.Past, _) => (1.0, 2.5),
            (ClauseTense.Future, _) => (2.5, 0.7),
            (_, CalendarUnit.Quarter or CalendarUnit.Half) => (1.0, 3.0),
            _ => (1.0, 1.5),
        };
        var best = now;
        var least = double.MaxValue;
        foreach (var candidate in (ReadOnlySpan<CalendarPoint?>)[now, before, after])
        {
            if (candidate is not { } point) continue;
            var days = point.Start.DayNumber - today.DayNumber;
            var cost = days <= 0 ? -days * back : days * ahead;
            if (cost < least) (best, least) = (point, cost);
        }

        return best;
    }

    private CalendarPoint? Weekday(TimeCandidate candidate, DateOnly today, int weekday, string? rel)
    {
        var current = (((int)today.DayOfWeek + 6) % 7) + 1;
        if (candidate.Fields[TimeField.WeekRel] is { } weekRel)
        {
            return CalendarPoint.Days(CalendarPoint.Monday(today), (7 * Step(weekRel)) + weekday - 1) is { } inWeek ? new CalendarPoint(inWeek, CalendarUnit.Day) : null;
        }

        var back = (current - weekday + 7) % 7;
        var ahead = (weekday - current + 7) % 7;
        var by = rel switch
        {
            "last" => back == 0 ? -7 : -back,
            "next" => ahead == 0 ? 7 : ahead,
            "this" => Tense(candidate) == ClauseTense.Past ? -back : ahead,
            "prev" or "foll" when _spokenOf is { Unit: CalendarUnit.Day } => 0,
            _ => Nearer(Tense(candidate), back, ahead),
        };
        if (rel is "prev" or "foll" && _spokenOf is { Unit: CalendarUnit.Day } spoken)
        {
            var from = (((int)spoken.Start.DayOfWeek + 6) % 7) + 1;
            by = rel == "prev" ? -(((from - weekday + 6) % 7) + 1) : ((weekday - from + 6) % 7) + 1;
            today = spoken.Start;
        }

        return CalendarPoint.Days(today, by) is { } day ? new CalendarPoint(day, CalendarUnit.Day) : null;
    }

    /// <summary>
    /// Days to the weekday meant: the nearer one, a day against the direction of the tense counting for more. News of yesterday stands in sentences with
    /// "could" and "to" as well.
    /// </summary>
    private static int Nearer(ClauseTense tense, int back, int ahead)
    {
        var weight = tense switch
        {
            ClauseTense.Future => 0.0,
            ClauseTense.Open => 0.6,
            ClauseTense.Present => 1.3,
            ClauseTense.Over => 30.0,
            ClauseTense.Past => 6.5,
            _ => 2.5,
        };
        return ahead * weight < back ? ahead : -back;
    }

    private static int Step(string rel) => rel switch
    {
        "last" or "prev" => -1,
        "next" or "foll" => 1,
        _ => 0,
    };

    private static int SeasonMonth(string season) => season switch
    {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    };
}
