namespace Crosscheck.Articles.Seams;

/// <summary>A value of each place, seen against those of the other places.</summary>
internal sealed class Peaks
{
    // Places nearer than this share most of their windows and so their values.
    private const int Apart = 40;

    private readonly int[] _at;
    private readonly float[] _rank;
    private readonly int _best;
    private readonly double _bestApart;

    private Peaks(int[] at, double[] values)
    {
        _at = at;
        var order = new int[at.Length];
        for (var p = 0; p < order.Length; p++) order[p] = p;
        // Equal values keep the order of the page.
        Array.Sort(order, (a, b) => values[a] != values[b] ? values[b].CompareTo(values[a]) : a.CompareTo(b));
        _rank = new float[at.Length];
        for (var r = 0; r < order.Length; r++) _rank[order[r]] = r;
        _best = order[0];
        Best = values[_best];
        _bestApart = double.NegativeInfinity;
        foreach (var p in order)
        {
            Mean += values[p] / values.Length;
            if (Math.Abs(at[p] - at[_best]) >= Apart && values[p] > _bestApart) _bestApart = values[p];
        }

        if (double.IsNegativeInfinity(_bestApart)) _bestApart = Math.Min(0, Best);
    }

    public double Best { get; }

    public double Mean { get; }

    public static Peaks Of(int[] at, Func<int, double> value)
    {
        var values = new double[at.Length];
        for (var p = 0; p < values.Length; p++) values[p] = value(p);
        return new Peaks(at, values);
    }

    public float Rank(int place) => _rank[place];

    /// <summary>The best value at some distance from the best place, for places near it; else the best value.</summary>
    public double Second(int place) => Math.Abs(_at[place] - _at[_best]) < Apart ? _bestApart : Best;
}
