using Crosscheck.Language.Encoding;
using Xunit;

namespace Crosscheck.Tests.Language.Encoding;

public sealed class FunctionsTests
{
    [Fact]
    public void The_exponential_is_right_over_its_whole_range()
    {
        var x = Grid(-80, 88);
        var y = (float[])x.Clone();
        Kernel.Best.Exp(y);
        for (var i = 0; i < x.Length; i++) Assert.InRange(Math.Abs((y[i] / Math.Exp(x[i])) - 1), 0, 2e-7);
    }

    [Fact]
    public void Beyond_its_range_the_exponential_stays_at_the_ends()
    {
        var y = Padded(-81, -1e30f, float.NegativeInfinity, 89, 1e30f, float.PositiveInfinity, -80, 88, 0);
        Kernel.Best.Exp(y);
        Assert.All(y[..3], v => Assert.Equal(y[6], v));
        Assert.All(y[3..6], v => Assert.Equal(y[7], v));
        Assert.Equal(1, y[8]);
    }

    [Fact]
    public void The_error_function_is_right_everywhere()
    {
        float[] x = [.. Grid(-6, 6), .. Grid(-.01f, .01f), .. Padded(1e-30f, -1e-30f, 20, -20, 1e30f, -1e30f, float.PositiveInfinity, float.NegativeInfinity)];
        var y = (float[])x.Clone();
        Kernel.Best.Erf(y);
        for (var i = 0; i < x.Length; i++) Assert.InRange(Math.Abs(y[i] - Erf(x[i])), 0, 3e-7);
    }

    [Fact]
    public void Gelu_is_x_times_the_normal_distribution()
    {
        var x = Grid(-12, 12);
        var y = (float[])x.Clone();
        Kernel.Best.Gelu(y);
        for (var i = 0; i < x.Length; i++) Assert.Equal(.5 * x[i] * (1 + Erf(x[i] / Math.Sqrt(2))), y[i], 2e-7 * Math.Max(1, Math.Abs(x[i])));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Every_width_of_vector_gives_the_same_bits(int width)
    {
        var kernel = Kernel.All.Single(k => k.Width == width);
        foreach (Action<Kernel, float[]> function in new Action<Kernel, float[]>[] { (k, v) => k.Exp(v), (k, v) => k.Erf(v), (k, v) => k.Gelu(v) })
        {
            var here = Grid(-90, 90);
            var best = Grid(-90, 90);
            function(kernel, here);
            function(Kernel.Best, best);
            Assert.Equal(best, here);
        }
    }

    private static float[] Grid(float from, float to)
    {
        const int Count = 1 << 17;
        var grid = new float[Count];
        for (var i = 0; i < Count; i++) grid[i] = (float)(from + ((to - from) * (i / (Count - 1.0))));
        return grid;
    }

    private static float[] Padded(params float[] values) => [.. values, .. new float[(values.Length + 31) / 32 * 32 - values.Length]];

    /// <summary>
    /// 2 / sqrt(pi) * exp(-x^2) * sum of 2^n x^(2n+1) / (1 * 3 * ... (2n+1)): all terms have one sign, so 64-bit floats keep 14 digits (Abramowitz and Stegun 1964, 7.1.6).
    /// </summary>
    private static double Erf(double x)
    {
        if (Math.Abs(x) > 6) return Math.Sign(x);
        double term = x, sum = x;
        for (var n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++) sum += term *= 2 * x * x / ((2 * n) + 1);
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
