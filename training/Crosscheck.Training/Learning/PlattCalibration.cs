using Crosscheck.Learning;

namespace Crosscheck.Training.Learning;

/// <summary>A logistic map from score to probability (Platt 1999), fitted by Newton's method.</summary>
public static class PlattCalibration
{
    /// <param name="scores">Score of each example of the table, by trees that had not seen it.</param>
    public static (double Slope, double Offset) Fit(double[] scores, ExampleTable table)
    {
        double slope = 1, offset = 0;
        for (var round = 0; round < 50; round++)
        {
            double ga = 0, gb = 0, haa = 1e-6, hab = 0, hbb = 1e-6;
            for (var i = 0; i < scores.Length; i++)
            {
                var w = table.Weight(i);
                var p = BoostedTrees.Logistic((slope * scores[i]) + offset);
                var d = w * (p - (table.Answer(i) ? 1 : 0));
                var h = w * p * (1 - p);
                ga += d * scores[i];
                gb += d;
                haa += h * scores[i] * scores[i];
                hab += h * scores[i];
                hbb += h;
            }

            var det = (haa * hbb) - (hab * hab);
            if (Math.Abs(det) < 1e-12) break;
            var stepSlope = ((ga * hbb) - (gb * hab)) / det;
            var stepOffset = ((gb * haa) - (ga * hab)) / det;
            slope -= stepSlope;
            offset -= stepOffset;
            if (Math.Abs(stepSlope) + Math.Abs(stepOffset) < 1e-9) break;
        }

        // Overlapping answers keep the slope positive; without them the scores are left as they are.
        return double.IsFinite(slope) && double.IsFinite(offset) && slope > 0 ? (slope, offset) : (1, 0);
    }
}
