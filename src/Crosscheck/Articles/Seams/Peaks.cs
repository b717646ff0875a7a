namespace Crosscheck.Articles.Seams;

/// <summary>A value of each place, seen against those of the other places.</summary>
internal sealed class Peaks
{
    // Places nearer than this share most of their windows and so their values.
    private const int Apart = 40;

    private readonly int[] _at;
    private readonly double[] _values;
    private readonly int _best;
    private readonly double _bestApart = double.NegativeInfinity;

    /// <param name="at">Where the places stand, in content words.</param>
    /// <param name="values">One a place; at least one.</param>
    public Peaks(int[] at, double[] values)
    {
        _at = at;
        _values = values;
        for (var p = 0; p < values.Length; p++)
        {
            Mean += values[p] / values.Length;
            if (values[p] > values[_best]) _best = p;
        }

        for (var p = 0; p < values.Length; p++)
        {
            if (Math.Abs(at[p] - at[_best]) >= Apart) _bestApart = Math.Max(_bestApart, values[p]);
        }

        if (double.IsNegativeInfinity(_bestApart)) _bestApart = Math.Min(0, Best);
    }

    public double Best => _values[_best];

    public double Mean { get; }

    public double this[int place] => _values[place];

    /// <summary>How many places have a greater value; equal values keep the order of the page.</summary>
    public float Rank(int place)
    {
        var rank = 0;
        for (var p = 0; p < _values.Length; p++)
        {
            if (_values[p] > _values[place] || (p < place && _values[p] == _values[place])) rank++;
        }

        return rank;
    }

    /// <summary>The best value at some distance from the best place, for places near it; else the best value.</summary>
    public double Second(int place) => Math.Abs(_at[place] - _at[_best]) < Apart ? _bestApart : Best;
}
