using System.Globalization;
using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Times;

/// <summary>Values the times of one text, in the order of the text: each may count from those before it. Made for one text; not shared.</summary>
internal sealed partial class TimeResolver(SyntaxLayer syntax, TimeReference reference, TenseReader tenses)
{
    private const string NeedsDay = "counted from the day of publication, which is not known: a date for the article would give it";
    private const string NeedsEarlier = "counted from an earlier time of the text, and none is known: a date for the article or in the text would give it";

    /// <summary>The last day, week, month ... that the text spoke of.</summary>
    private CalendarPoint? _spokenOf;
    private CalendarPoint? _quarter;

    /// <summary>Days that the text gave with their year, by month and day.</summary>
    private readonly Dictionary<(int Month, int Day), CalendarPoint> _saidInFull = [];

    private DateOnly? Today => reference.Day;

    public TimeExpression Resolve(TimeCandidate candidate)
    {
        var fields = candidate.Fields;
        var span = new TextSpan(candidate.Start, candidate.End);
        var mod = fields[TimeField.Mod];
        switch (candidate.Type)
        {
            case "DURATION":
                return new TimeExpression(span, TimeType.Duration, Durations.Value(fields), TimeAnchor.None, mod, 0.85);
            case "SET":
                return new TimeExpression(span, TimeType.Set, SetValue(fields), TimeAnchor.None, mod, 0.75);
            default:
                var point = Point(candidate);
                var type = candidate.Type == "TIME" && point.Clock is not null ? TimeType.Time : TimeType.Date;
                if (point.Value is null)
                {
                    type = candidate.Type == "TIME" ? TimeType.Time : TimeType.Date;
                    return new TimeExpression(span, type, null, point.Anchor, mod, 0.7, point.Reason ?? NeedsDay);
                }

                var inferred = reference.Inferred && point.Anchor is TimeAnchor.Publication;
                return new TimeExpression(span, type, point.Value, point.Anchor, mod, point.Confidence, null, inferred);
        }
    }

    private Resolved Point(TimeCandidate candidate)
    {
        var fields = candidate.Fields;
        if (fields[TimeField.Ref] is { } named) return new Resolved(named, TimeAnchor.Publication, 0.75);
        var (point, anchor, reason, vague) = Calendar(candidate);
        if (vague is not null) return new Resolved(vague, anchor, 0.5);
        var clock = Clock(fields);
        if (point is null) return new Resolved(null, anchor, 0.6, reason, clock);
        var found = point.Value;
        if (fields.Whole(TimeField.PlusDays) is { } plus && CalendarPoint.Days(found.Start, plus) is { } day) found = new CalendarPoint(day, CalendarUnit.Day);
        if (fields.Has(TimeField.WeekOf)) found = CalendarPoint.Of(found.Start, CalendarUnit.Week);
        _spokenOf = found;
        // Results are told of a quarter that is over.
        if (found.Unit == CalendarUnit.Quarter && !fields.Has(TimeField.Dir) && !fields.Has(TimeField.Offset) && IsOver(found)) _quarter = found;
        var value = found.Value;
        if (clock is not null && found.Unit == CalendarUnit.Day)
        {
            value += "T" + clock;
        }
        else
        {
            clock = null;
        }

        return new Resolved(value, anchor, anchor == TimeAnchor.None ? 0.95 : anchor == TimeAnchor.Publication ? 0.85 : 0.6, null, clock);
    }

    private (CalendarPoint? Point, TimeAnchor Anchor, string? Reason, string? Vague) Calendar(TimeCandidate candidate)
    {
        var fields = candidate.Fields;
        if (fields[TimeField.Iso] is { } iso) return (new CalendarPoint(DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture), CalendarUnit.Day), TimeAnchor.None, null, null);
        if (fields[TimeField.Dir] is { } direction) return Away(fields, direction);
        if (fields[TimeField.SameAs] is { } same) return SameAs(fields, same);
        if (fields.Has(TimeField.Latest)) return Latest();
        if (fields.Has(TimeField.Rel) || fields.Has(TimeField.Offset))
        {
            if (fields.Has(TimeField.Unit)) return Relative(candidate);
        }

        if (Absolute(fields) is { } absolute)
        {
            if (absolute.Unit == CalendarUnit.Day) _saidInFull[(absolute.Start.Month, absolute.Start.Day)] = absolute;
            return (absolute, TimeAnchor.None, null, null);
        }

        if (SaidBefore(fields) is { } said) return (said, TimeAnchor.Text, null, null);
        if (Underspecified(candidate) is { } anchored) return (anchored, TimeAnchor.Publication, null, null);
        // A time of day alone is on the day that the text speaks of, else today.
        if (Clock(fields) is not null && !fields.Has(TimeField.Weekday) && !fields.Has(TimeField.Month))
        {
            if (_spokenOf is { Unit: CalendarUnit.Day } day) return (day, TimeAnchor.Text, null, null);
            if (Today is { } today) return (new CalendarPoint(today, CalendarUnit.Day), TimeAnchor.Publication, null, null);
        }

        return (null, TimeAnchor.Publication, NeedsDay, null);
    }

    /// <summary>"two weeks ago", "a year earlier", "three days later".</summary>
    private (CalendarPoint? Point, TimeAnchor Anchor, string? Reason, string? Vague) Away(TimeFields fields, string direction)
    {
        var back = direction is "ago" or "earlier";
        var fromToday = direction is "ago" or "ahead";
        var anchor = fromToday ? TimeAnchor.Publication : _spokenOf is null ? TimeAnchor.Event : TimeAnchor.Text;
        var amount = fields.Number(TimeField.Amount);
        if (amount is null) return (null, anchor, null, back ? "PAST_REF" : "FUTURE_REF");
        var unit = fields[TimeField.Unit];
        if (back && unit == "Y" && amount == 1 && _quarter is { } quarter) return (quarter.Shift(-4), TimeAnchor.Text, null, null);
        var from = fromToday ? Today : _spokenOf?.Start ?? Today;
        if (from is not { } start) return (null, anchor, fromToday ? NeedsDay : NeedsEarlier, null);
        var sign = back ? -1 : 1;
        if (unit is not null && unit.Length > 1 && unit[0] == 'T')
        {
            return (new CalendarPoint(start, CalendarUnit.Day), anchor, null, null);
        }

        if (UnitOf(unit) is not { } calendarUnit || Math.Abs(amount.Value) > 100_000) return (null, anchor, NeedsDay, null);
        var whole = (int)Math.Round(amount.Value, MidpointRounding.AwayFromZero);
        if (amount.Value != whole && calendarUnit == CalendarUnit.Year)
        {
            return (CalendarPoint.Of(start, CalendarUnit.Month).Shift(sign * (int)Math.Round(amount.Value * 12)), anchor, null, null);
        }

        if (calendarUnit == CalendarUnit.Fortnight) (calendarUnit, whole) = (CalendarUnit.Week, whole * 2);
        if (calendarUnit is CalendarUnit.Decade or CalendarUnit.Century)
        {
            whole *= calendarUnit == CalendarUnit.Decade ? 10 : 100;
            calendarUnit = CalendarUnit.Year;
        }

        // Two weeks after a day that the text names is a day; two weeks before today is a week.
        if (calendarUnit == CalendarUnit.Week && !fromToday && _spokenOf?.Unit == CalendarUnit.Day)
        {
            (calendarUnit, whole) = (CalendarUnit.Day, whole * 7);
        }

        return (CalendarPoint.Of(start, calendarUnit).Shift(sign * whole), anchor, null, null);
    }

    private (CalendarPoint? Point, TimeAnchor Anchor, string? Reason, string? Vague) SameAs(TimeFields fields, string unitName)
    {
        if (unitName == "quarter")
        {
            var basis = _quarter ?? (Today is { } today ? CalendarPoint.Of(today, CalendarUnit.Quarter).Shift(-1) : null);
            if (basis is not { } quarter) return (null, TimeAnchor.Text, NeedsEarlier, null);
            if (fields.Whole(TimeField.Year) is { } year)
            {
                return year is < 1 or > 9999 ? (null, TimeAnchor.None, null, null) : (new CalendarPoint(new DateOnly(year, quarter.Start.Month, 1), CalendarUnit.Quarter), TimeAnchor.Text, null, null);
            }

            return (quarter.Shift(4 * (fields.Whole(TimeField.Offset) ?? 0)), TimeAnchor.Text, null, null);
        }

        var unit = unitName switch
        {
            "week" => CalendarUnit.Week,
            "month" => CalendarUnit.Month,
            "year" => CalendarUnit.Year,
            _ => CalendarUnit.Day,
        };
        if (_spokenOf is { } spoken && spoken.Unit <= unit) return (CalendarPoint.Of(spoken.Start, unit), TimeAnchor.Text, null, null);
        return Today is { } day ? (CalendarPoint.Of(day, unit), TimeAnchor.Publication, null, null) : (null, TimeAnchor.Text, NeedsEarlier, null);
    }

    /// <summary>"the quarter", "the latest period": the one that the text is about, else the last full one.</summary>
    private (CalendarPoint? Point, TimeAnchor Anchor, string? Reason, string? Vague) Latest()
    {
        if (_quarter is { } quarter) return (quarter, TimeAnchor.Text, null, null);
        return Today is { } day
            ? (CalendarPoint.Of(day, CalendarUnit.Quarter).Shift(-1), TimeAnchor.Publication, null, null)
            : (null, TimeAnchor.Publication, NeedsDay, null);
    }

    /// <summary>"last week", "the month before", "next day".</summary>
    private (CalendarPoint? Point, TimeAnchor Anchor, string? Reason, string? Vague) Relative(TimeCandidate candidate)
    {
        var fields = candidate.Fields;
        var rel = fields[TimeField.Rel];
        var fromText = rel is "prev" or "foll" && _spokenOf is { } spoken && UnitOf(fields[TimeField.Unit]) is { } of && spoken.Unit <= of;
        var anchor = fromText ? TimeAnchor.Text : TimeAnchor.Publication;
        var from = fromText ? _spokenOf!.Value.Start : Today;
        if (from is not { } start) return (null, anchor, NeedsDay, null);
        if (UnitOf(fields[TimeField.Unit]) is not { } unit) return (null, anchor, NeedsDay, null);
        var by = fields.Whole(TimeField.Offset) ?? rel switch
        {
            "last" or "prev" or "yesterday" => -1,
            "next" or "foll" or "tomorrow" => 1,
            _ => 0,
        };
        // On a Monday "the weekend" was the one before, unless it is still to come.
        if (unit == CalendarUnit.Weekend && rel == "this" && start.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday && Tense(candidate) != ClauseTense.Future) by = -1;
        return (CalendarPoint.Of(start, unit).Shift(by), anchor, null, null);
    }

    private bool IsOver(CalendarPoint period) => Today is not { } today || period.Shift(1) is not { } next || next.Start <= today;

    private static string? Clock(TimeFields fields)
    {
        if (fields[TimeField.Clock] is not { } said) return fields[TimeField.Daypart];
        var colon = said.IndexOf(':', StringComparison.Ordinal);
        if (!int.TryParse(colon < 0 ? said : said[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour > 24) return null;
        var rest = colon < 0 ? ":00" : said[colon..];
        var half = fields[TimeField.Ampm] ?? fields[TimeField.Daypart];
        if (half is "PM" or "AF" or "EV" or "NI" or "afternoon" or "evening" or "night" && hour < 12 && !(half is "NI" && hour < 5)) hour += 12;
        else if (half is "AM" or "MO" or "morning" && hour == 12) hour = 0;
        // Universal time is part of the value (ISO 8601); other zones are left to the words, as TIMEX3 has it.
        return string.Create(CultureInfo.InvariantCulture, $"{hour:D2}{rest}{(fields[TimeField.Zone] is "Z" ? "Z" : "")}");
    }

    private static string? SetValue(TimeFields fields)
    {
        if (fields[TimeField.Value] is { } value) return value;
        if (fields.Whole(TimeField.Weekday) is { } weekday) return $"XXXX-WXX-{weekday.ToString(CultureInfo.InvariantCulture)}" + (fields[TimeField.Daypart] is { } part ? "T" + part : "");
        if (fields.Whole(TimeField.Month) is { } month) return string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}");
        if (fields[TimeField.Daypart] is { } daypart) return "XXXX-XX-XXT" + daypart;
        if (fields[TimeField.Every] is not { } unit) return null;
        var of = new TimeFields { [TimeField.Unit] = unit == "H" ? "TH" : unit, [TimeField.Amount] = fields[TimeField.Amount] ?? "1" };
        if (of[TimeField.Amount] == "other") of[TimeField.Amount] = "2";
        return Durations.Value(of);
    }

    private static CalendarUnit? UnitOf(string? unit) => unit switch
    {
        "D" => CalendarUnit.Day,
        "W" => CalendarUnit.Week,
        "2W" => CalendarUnit.Fortnight,
        "WE" => CalendarUnit.Weekend,
        "M" => CalendarUnit.Month,
        "Q" => CalendarUnit.Quarter,
        "Y" => CalendarUnit.Year,
        "E" => CalendarUnit.Decade,
        "C" => CalendarUnit.Century,
        _ => null,
    };

    private ClauseTense Tense(TimeCandidate candidate) => tenses.At(syntax, candidate.Token);

    private readonly record struct Resolved(string? Value, TimeAnchor Anchor, double Confidence, string? Reason = null, string? Clock = null);
}
