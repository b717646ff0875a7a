using System.Globalization;

namespace Crosscheck.Times;

/// <summary>What a rule says of a time, before it is valued. Names are those of the rule files, in lower case.</summary>
internal enum TimeField
{
    Iso, Year, Month, Day, Weekday, Quarter, Half, Season, Decade, Century, Holiday, Fiscal,
    Rel, Unit, Offset, YearRel, WeekRel, SameAs, Latest, Amount, Plus, Amount2, Unit2, Dir, Every, Value, Ref, Mod,
    Daypart, Clock, Ampm, Zone, WeekOf, PlusDays,
}

/// <summary>The fields of one time.</summary>
internal sealed class TimeFields
{
    private static readonly int Count = Enum.GetValues<TimeField>().Length;

    private readonly string?[] _values = new string?[Count];

    public string? this[TimeField field]
    {
        get => _values[(int)field];
        set => _values[(int)field] = value;
    }

    public bool Has(TimeField field) => _values[(int)field] is not null;

    public int? Whole(TimeField field) =>
        double.TryParse(_values[(int)field], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e6 ? (int)value : null;

    public double? Number(TimeField field) =>
        double.TryParse(_values[(int)field], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Takes over what another says and this one leaves open.</summary>
    public void Fill(TimeFields other)
    {
        for (var i = 0; i < Count; i++) _values[i] ??= other._values[i];
    }
}
