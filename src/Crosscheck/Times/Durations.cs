using System.Globalization;

namespace Crosscheck.Times;

/// <summary>TIMEX3 values of durations: <c>P2W</c>, <c>PT5H30M</c>, <c>PXD</c>.</summary>
internal static class Durations
{
    public static string? Value(TimeFields fields)
    {
        var unit = fields[TimeField.Unit];
        if (unit is null) return null;
        if (fields[TimeField.Amount] is not { } said || said == "X") return Join(unit is "E" or "C" ? "Y" : unit, "X");
        if (fields.Number(TimeField.Amount) is not { } amount) return null;
        amount += fields.Number(TimeField.Plus) ?? 0;
        var value = Value(amount, unit);
        if (value is not null && fields[TimeField.Unit2] is { } unit2 && fields.Number(TimeField.Amount2) is { } amount2 && Value(amount2, unit2) is { } second)
        {
            var timed = value.StartsWith("PT", StringComparison.Ordinal);
            var timed2 = second.StartsWith("PT", StringComparison.Ordinal);
            value += timed && timed2 ? second[2..] : second[1..];
        }

        return value;
    }

    private static string? Value(double amount, string unit)
    {
        if (amount is < 0 or > 1e9) return null;
        // Decades and centuries are told in years.
        if (unit is "E") (amount, unit) = (amount * 10, "Y");
        if (unit is "C") (amount, unit) = (amount * 100, "Y");
        if (amount == Math.Floor(amount))
        {
            return unit == "2W" ? Join("W", Text(amount * 2)) : Join(unit, Text(amount));
        }

        // A part of a unit is said in the next smaller one where that comes out even.
        var (smaller, times) = unit switch
        {
            "Y" => ("M", 12.0),
            "TH" => ("TM", 60.0),
            "TM" => ("TS", 60.0),
            "D" => ("TH", 24.0),
            _ => (unit, 1.0),
        };
        var whole = Math.Floor(amount);
        var rest = (amount - whole) * times;
        if (times == 1.0 || rest != Math.Floor(rest)) return Join(unit, Text(amount));
        if (whole == 0) return Join(smaller, Text(amount * times));
        var first = Join(unit, Text(whole));
        var second = Join(smaller, Text(rest));
        return unit[0] == 'T' ? first + second[2..] : first + second[1..];
    }

    private static string Join(string unit, string amount) =>
        unit.Length > 1 && unit[0] == 'T' ? $"PT{amount}{unit[1..]}" : $"P{amount}{(unit == "2W" ? "W" : unit)}";

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
