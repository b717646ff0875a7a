using System.Globalization;

namespace Crosscheck.Times;

internal enum CalendarUnit
{
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Half,
    Season,
    Year,
    Decade,
    Century,
}

/// <summary>A stretch of the calendar (ISO 8601): the unit and the first day of it.</summary>
internal readonly record struct CalendarPoint(DateOnly Start, CalendarUnit Unit)
{
    private static readonly string[] Seasons = ["WI", "SP", "SU", "FA"];

    /// <summary>The unit that holds a day.</summary>
    public static CalendarPoint Of(DateOnly day, CalendarUnit unit) => new(unit switch
    {
        CalendarUnit.Week or CalendarUnit.Fortnight => Monday(day),
        CalendarUnit.Weekend => Monday(day),
        CalendarUnit.Month => new DateOnly(day.Year, day.Month, 1),
        CalendarUnit.Quarter => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
        CalendarUnit.Half => new DateOnly(day.Year, day.Month <= 6 ? 1 : 7, 1),
        CalendarUnit.Season => SeasonStart(day),
        CalendarUnit.Year => new DateOnly(day.Year, 1, 1),
        CalendarUnit.Decade => new DateOnly(Math.Max(1, day.Year - (day.Year % 10)), 1, 1),
        CalendarUnit.Century => new DateOnly(Math.Max(1, day.Year - (day.Year % 100)), 1, 1),
        _ => day,
    }, unit);

    /// <summary>So many units on or back; null beyond the calendar (years 1 to 9999).</summary>
    public CalendarPoint? Shift(int by)
    {
        if (Math.Abs((long)by) > 100_000) return null;
        var months = Unit switch
        {
            CalendarUnit.Month => 1,
            CalendarUnit.Quarter or CalendarUnit.Season => 3,
            CalendarUnit.Half => 6,
            CalendarUnit.Year => 12,
            CalendarUnit.Decade => 120,
            CalendarUnit.Century => 1200,
            _ => 0,
        };
        return months == 0
            ? Days(Start, by * (Unit switch { CalendarUnit.Day => 1, CalendarUnit.Fortnight => 14, _ => 7 })) is { } day ? this with { Start = day } : null
            : Months(Start, (long)by * months) is { } month ? this with { Start = month } : null;
    }

    public static DateOnly? Days(DateOnly day, int by) =>
        day.DayNumber + (long)by is >= 0 and <= 3652058 ? day.AddDays(by) : null;

    public static DateOnly? Months(DateOnly day, long by)
    {
        var month = (day.Year * 12L) + day.Month - 1 + by;
        if (month is < 12 or >= 120_000) return null;
        int year = (int)(month / 12), inYear = (int)(month % 12) + 1;
        return new DateOnly(year, inYear, Math.Min(day.Day, DateTime.DaysInMonth(year, inYear)));
    }

    public static DateOnly Monday(DateOnly day)
    {
        var back = ((int)day.DayOfWeek + 6) % 7;
        return day.DayNumber < back ? day : day.AddDays(-back);
    }

    /// <summary>TIMEX3 value.</summary>
    public string Value => Unit switch
    {
        CalendarUnit.Day => Format($"{Start.Year:D4}-{Start.Month:D2}-{Start.Day:D2}"),
        CalendarUnit.Week or CalendarUnit.Fortnight => WeekValue,
        CalendarUnit.Weekend => WeekValue + "-WE",
        CalendarUnit.Month => Format($"{Start.Year:D4}-{Start.Month:D2}"),
        CalendarUnit.Quarter => Format($"{Start.Year:D4}-Q{((Start.Month - 1) / 3) + 1}"),
        CalendarUnit.Half => Format($"{Start.Year:D4}-H{(Start.Month <= 6 ? 1 : 2)}"),
        CalendarUnit.Season => SeasonValue,
        CalendarUnit.Year => Format($"{Start.Year:D4}"),
        CalendarUnit.Decade => Format($"{Start.Year / 10:D3}"),
        _ => Format($"{Start.Year / 100:D2}"),
    };

    /// <summary>Weeks and seasons belong to the year that they mostly lie in: a winter to the year in which it ends, save where December names it.</summary>
    private string SeasonValue => Format($"{Start.Year:D4}-{Seasons[(Start.Month % 12) / 3]}");

    private string WeekValue
    {
        get
        {
            var day = Start.ToDateTime(TimeOnly.MinValue);
            return Format($"{ISOWeek.GetYear(day):D4}-W{ISOWeek.GetWeekOfYear(day):D2}");
        }
    }

    private static DateOnly SeasonStart(DateOnly day)
    {
        var month = day.Month / 3 * 3;
        return month != 0 ? new DateOnly(day.Year, month, 1) : day.Year > 1 ? new DateOnly(day.Year - 1, 12, 1) : day;
    }

    private static string Format(FormattableString value) => FormattableString.Invariant(value);
}
