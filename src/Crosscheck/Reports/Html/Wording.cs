using Crosscheck.Claims;
using Crosscheck.Events;
using Crosscheck.Names;
using Crosscheck.Quantities;
using Crosscheck.Stories;

namespace Crosscheck.Reports.Html;

/// <summary>How the report says things to people, in the field's own words.</summary>
internal static class Wording
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string Of(Standing standing) => standing switch
    {
        Standing.Corroborated => "Agreed on",
        Standing.SingleOrigin => "One origin",
        Standing.Disputed => "Disputed",
        Standing.Unconfirmed => "Only alleged",
        _ => "Updated",
    };

    /// <summary>What a standing means, in one line.</summary>
    public static string Meaning(Standing standing) => standing switch
    {
        Standing.Corroborated => "Two or more independent origins assert it and none denies it.",
        Standing.SingleOrigin => "It rests on one origin, however many outlets carry it.",
        Standing.Disputed => "One voice says so and another denies it, or two accounts cannot both be right.",
        Standing.Unconfirmed => "It is only alleged, hedged, or told at second hand.",
        _ => "A later report of the same origin replaced an earlier value.",
    };

    public static string Of(Stance stance) => stance switch
    {
        Stance.Asserts => "says so",
        Stance.Alleges => "alleges it",
        Stance.Hedges => "hedges",
        Stance.Denies => "denies it",
        Stance.Doubts => "doubts it",
        Stance.Declines => "declines to say",
        _ => "is silent",
    };

    public static string Of(ClaimKind kind) => kind switch
    {
        ClaimKind.Fact => "fact",
        ClaimKind.Plan => "plan",
        ClaimKind.Explanation => "explanation",
        _ => "opinion",
    };

    public static string Of(OriginKind kind) => kind switch
    {
        OriginKind.Own => "own reporting",
        OriginKind.Wire => "wire",
        OriginKind.Translation => "translation",
        OriginKind.Copy => "copy",
        _ => "voice",
    };

    public static string Of(CopyRelation relation) => relation switch
    {
        CopyRelation.Identical => "has the same text as",
        CopyRelation.Duplicate => "is nearly the same text as",
        CopyRelation.Contained => "contains, or is contained in,",
        CopyRelation.Partial => "shares whole passages with",
        CopyRelation.Reuse => "reuses words of",
        CopyRelation.Translated => "translates, or is translated in,",
        _ => "is independent of",
    };

    public static string Of(Factuality factuality) => factuality switch
    {
        Factuality.Happened => "happened",
        Factuality.Ongoing => "ongoing",
        Factuality.Planned => "planned",
        Factuality.Possible => "possible",
        Factuality.NotHappened => "did not happen",
        Factuality.Denied => "denied",
        _ => "alleged",
    };

    public static string Of(EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organization => "organisation",
        EntityType.Polity => "country or government",
        EntityType.Location => "place",
        EntityType.Group => "group",
        EntityType.Facility => "facility",
        EntityType.Product => "product",
        EntityType.Event => "event",
        EntityType.Work => "work",
        _ => "other",
    };

    public static string Of(ConflictKind kind) => kind switch
    {
        ConflictKind.Number => "figures differ",
        ConflictKind.Date => "dates differ",
        ConflictKind.Fact => "accounts differ",
        _ => "said and denied",
    };

    /// <summary>The value with its modifier: "at least 12", "24 to 40", "not a number".</summary>
    public static string Value(DossierQuantity quantity)
    {
        var value = quantity.Value is { } v ? Number(v) : quantity switch
        {
            { Low: { } low, High: { } high } => $"{Number(low)} to {Number(high)}",
            { Low: { } low } => $"{Number(low)} or more",
            { High: { } high } => $"{Number(high)} or fewer",
            _ => "no number",
        };
        var sign = quantity.Modifier switch
        {
            QuantityModifier.About => "about ",
            QuantityModifier.MoreThan => "more than ",
            QuantityModifier.AtLeast => "at least ",
            QuantityModifier.LessThan => "less than ",
            QuantityModifier.AtMost => "at most ",
            QuantityModifier.UpTo => "up to ",
            QuantityModifier.Nearly => "nearly ",
            _ => string.Empty,
        };
        return quantity.Value is null ? value : sign + value;
    }

    public static string Unit(DossierQuantity quantity)
    {
        var unit = quantity.Unit switch
        {
            "count" => string.Empty,
            "percent" => "%",
            "percentage-point" => "percentage points",
            "money:XXX" => "money, currency not told",
            _ when quantity.Unit.StartsWith("money:", StringComparison.Ordinal) => quantity.Unit[6..],
            _ => quantity.Value == 1 ? quantity.Unit : Plural(quantity.Unit),
        };
        var change = quantity.Change switch { ChangeDirection.Up => " up", ChangeDirection.Down => " down", _ => string.Empty };
        var per = quantity.Per is { } p ? $" per {p}" : string.Empty;
        return $"{unit}{change}{per}".Trim();
    }

    private static string Plural(string measure) => measure switch
    {
        "foot" => "feet",
        "hertz" or "degree Celsius" or "degree Fahrenheit" => measure,
        _ when measure.EndsWith("ch", StringComparison.Ordinal) || measure.EndsWith('x') || measure.EndsWith('s') => measure + "es",
        _ when measure.EndsWith("ury", StringComparison.Ordinal) => measure[..^1] + "ies",
        _ => measure + "s",
    };

    /// <summary>Digits in groups of three, parted by thin spaces from five digits on.</summary>
    public static string Number(decimal value)
    {
        var plain = value.ToString("0.############################");
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? plain : plain[..point];
        var digits = whole.TrimStart('-');
        if (digits.Length < 5) return plain.Replace("-", "−", StringComparison.Ordinal);
        var grouped = new System.Text.StringBuilder(whole.Length == digits.Length ? string.Empty : "−");
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && (digits.Length - i) % 3 == 0) grouped.Append('\u202F');
            grouped.Append(digits[i]);
        }

        return grouped.Append(point < 0 ? string.Empty : plain[point..]).ToString();
    }

    /// <summary>"12 May 2031", "12 May 2031, 14:30", "May 2031"; what is no calendar day stays as valued.</summary>
    public static string Day(string value)
    {
        if (value.Length >= 7 && value[4] == '-' && int.TryParse(value.AsSpan(0, 4), out var year) && int.TryParse(value.AsSpan(5, 2), out var month) && month is >= 1 and <= 12)
        {
            if (value.Length == 7) return $"{Months[month - 1]} {year}";
            if (value.Length >= 10 && value[7] == '-' && int.TryParse(value.AsSpan(8, 2), out var day))
            {
                var date = $"{day} {Months[month - 1]} {year}";
                return value.Length > 11 && value[10] == 'T' ? $"{date}, {TimeOfDay(value[11..])}" : date;
            }
        }

        return value;
    }

    /// <summary>A TIMEX3 value as people say it: a day, "2 weeks", "in the past"; what has no such form stays as valued.</summary>
    public static string Time(string value) => value switch
    {
        "PAST_REF" => "in the past, no day said",
        "PRESENT_REF" => "now",
        "FUTURE_REF" => "in the future, no day said",
        _ => Duration(value) ?? Day(value),
    };

    /// <summary>A clock time stays; TIMEX3's parts of the day become words.</summary>
    private static string TimeOfDay(string value) => value switch
    {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        _ => value,
    };

    private static string? Duration(string value)
    {
        var clock = value.StartsWith("PT", StringComparison.Ordinal);
        if (value.Length < 3 || value[0] != 'P' || !decimal.TryParse(value.AsSpan(clock ? 2 : 1, value.Length - (clock ? 3 : 2)), out var count)) return null;
        var unit = (value[^1], clock) switch
        {
            ('Y', false) => "year",
            ('M', false) => "month",
            ('W', false) => "week",
            ('D', false) => "day",
            ('H', true) => "hour",
            ('M', true) => "minute",
            ('S', true) => "second",
            _ => null,
        };
        return unit is null ? null : $"{Number(count)} {unit}{(count == 1 ? string.Empty : "s")}";
    }

    /// <summary>"12 to 14 May 2031": what two days share is said once.</summary>
    public static string Days(string first, string last)
    {
        if (first == last) return Day(first);
        var (from, to) = (Day(first), Day(last));
        if (first.AsSpan(0, 7).SequenceEqual(last.AsSpan(0, 7))) from = from[..from.IndexOf(' ', StringComparison.Ordinal)];
        else if (first.AsSpan(0, 4).SequenceEqual(last.AsSpan(0, 4))) from = from[..from.LastIndexOf(' ')];
        return $"{from} to {to}";
    }

    public static string Count(int count, string one, string? many = null) => $"{count} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => string.Empty,
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>A claim's words as printed; dots before a clause that goes on from others.</summary>
    public static string Clause(string text)
    {
        var line = OneLine(text);
        return line.Length > 0 && char.IsLower(line[0]) ? "… " + line : line;
    }

    /// <summary>With a capital first letter, as a line begins.</summary>
    public static string Capital(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>One line of text: white space of any kind becomes one space.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
