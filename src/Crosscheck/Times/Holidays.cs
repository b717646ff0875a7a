using System.Globalization;

namespace Crosscheck.Times;

/// <summary>The day of a year that a holiday's formula (see holidays.tsv) names.</summary>
internal static class Holidays
{
    public static DateOnly? InYear(string formula, int year)
    {
        if (year is < 1583 or > 9998) return null;
        if (formula[0] == 'E') return Easter(year).AddDays(int.Parse(formula.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        var month = int.Parse(formula.AsSpan(0, 2), CultureInfo.InvariantCulture);
        if (formula[3] != 'W') return new DateOnly(year, month, int.Parse(formula.AsSpan(3, 2), CultureInfo.InvariantCulture));
        var weekday = formula[4] - '0';
        var nth = int.Parse(formula.AsSpan(6), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (nth > 0)
        {
            var first = new DateOnly(year, month, 1);
            return first.AddDays(((weekday % 7) - (int)first.DayOfWeek + 7) % 7).AddDays(7 * (nth - 1));
        }

        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (weekday % 7) + 7) % 7));
    }

    /// <summary>Western Easter Sunday (Meeus, Jones and Butcher's algorithm).</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
