using System.Globalization;
using System.Runtime.InteropServices;
using Crosscheck.Language.Encoding;
using Crosscheck.Learning;

namespace Crosscheck.Bench;

/// <summary>
/// How near the encoder's whole pass comes to the processor's peak: the best of its own bare matrix product and of OpenBLAS at the same sizes, taken in turns in
/// one run. Times are of the thread, not of the wall, and the best round counts, so that a busy neighbour disturbs least.
/// </summary>
internal static partial class EncoderSpeed
{
    /// <summary>Pieces of each window: mean 100, up to 256.</summary>
    private static readonly int[] Windows = [34, 61, 120, 88, 256, 47, 96, 73, 150, 75];

    /// <param name="weights">A file of trained weights, or nothing: then random weights of the shape of all-MiniLM-L6-v2.</param>
    public static void Run(string? weights, int rounds)
    {
        using var file = SafeTensors.Open(weights ?? RandomWeights.Write());
        var encoder = Encoder.Load(file);
        var bytes = Encoder.Load(file, precision: Precision.Byte);
        var shape = encoder.Shape;
        var random = new Random(1);
        int[] pieces = [.. Enumerable.Range(0, Windows.Sum()).Select(_ => random.Next(shape.Vocabulary))];
        int[] ends = [.. Windows.Select((_, i) => Windows[..(i + 1)].Sum())];
        var hidden = new float[pieces.Length * shape.Width];
        var space = new EncoderSpace();
        var passFlops = Windows.Sum(w => PassFlops(shape, w));

        (int M, int N, int K)[] sizes =
            [(256, 3 * shape.Width, shape.Width), (256, shape.Width, shape.Width), (256, shape.FeedForward, shape.Width), (256, shape.Width, shape.FeedForward)];
        var products = sizes.Select(s => new Product(s.M, s.N, s.K)).ToArray();
        var (pass, bytePass, own, blas) = (double.MaxValue, double.MaxValue, Largest(sizes.Length), Largest(sizes.Length));
        for (var round = 0; round < rounds; round++)
        {
            pass = Math.Min(pass, Seconds(() => encoder.Run(pieces, new byte[pieces.Length], ends, hidden, space)));
            bytePass = Math.Min(bytePass, Seconds(() => bytes.Run(pieces, new byte[pieces.Length], ends, hidden, space)));
            for (var i = 0; i < products.Length; i++)
            {
                own[i] = Math.Min(own[i], Seconds(products[i].Own));
                blas[i] = Math.Min(blas[i], Seconds(products[i].Blas));
            }
        }

        Print($"| product, 1 thread | own GFLOP/s | OpenBLAS GFLOP/s |\n| --- | --- | --- |");
        for (var i = 0; i < sizes.Length; i++)
            Print($"| {sizes[i].M} x {sizes[i].N} x {sizes[i].K} | {products[i].Flops / own[i] / 1e9:f1} | {products[i].Flops / blas[i] / 1e9:f1} |");
        var peak = Enumerable.Range(0, sizes.Length).Max(i => products[i].Flops / Math.Min(own[i], blas[i]) / 1e9);
        var speed = passFlops / pass / 1e9;
        Print($"whole pass: {speed:f1} GFLOP/s, {speed / peak:p0} of the best product, {pieces.Length / pass:f0} pieces a second");
        Print($"in 8 bits: {pieces.Length / bytePass:f0} pieces a second, {pass / bytePass:f2} times as fast");
    }

    /// <summary>Multiplications and additions of all products for one window.</summary>
    private static double PassFlops(EncoderShape shape, double pieces) =>
        shape.Layers * ((2 * pieces * shape.Width * ((4.0 * shape.Width) + (2.0 * shape.FeedForward))) + (4 * pieces * pieces * shape.Width));

    private static double[] Largest(int count) => [.. Enumerable.Repeat(double.MaxValue, count)];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static double Seconds(Action action)
    {
        var start = ThreadTime.Seconds;
        action();
        return ThreadTime.Seconds - start;
    }

    /// <summary>One product of m rows with [n, k] weights, by the encoder's kernel and by OpenBLAS.</summary>
    private sealed class Product
    {
        private readonly AlignedFloats _strips = new();
        private readonly Sheet _input = new();
        private readonly Sheet _output = new();
        private readonly float[] _a;
        private readonly float[] _b;
        private readonly float[] _c;
        private readonly int _m;
        private readonly int _n;
        private readonly int _k;

        public Product(int m, int n, int k)
        {
            (_m, _n, _k) = (m, n, k);
            var random = new Random(m + n + k);
            _a = RandomWeights.Numbers(random, m * k, 1);
            _b = RandomWeights.Numbers(random, n * k, 1);
            _c = new float[m * n];
            for (var output = 0; output < n; output++) Strips.SetOutput(Packed, output, _b.AsSpan(output * k, k), 0);
            _input.Resize(k, m);
            _input.Fill(_a);
            _output.Resize(n, m);
            Native.SetThreads(1);
        }

        public double Flops => 2.0 * _m * _n * _k;

        private Span<float> Packed => _strips.Take(Strips.Count(_n) * Strips.Length(_k));

        public void Own() => Kernel.Best.Multiply(Packed, _k, _input, _output, Activation.None);

        public void Blas() => Native.Multiply(101, 111, 112, _m, _n, _k, 1, _a, _k, _b, _k, 0, _c, _n);
    }

    private static class Native
    {
        private const string Blas = "libopenblas.so.0";

        [DllImport(Blas, EntryPoint = "openblas_set_num_threads")]
        public static extern void SetThreads(int threads);

        [DllImport(Blas, EntryPoint = "cblas_sgemm")]
        public static extern void Multiply(
            int order, int transposeA, int transposeB, int m, int n, int k, float alpha, float[] a, int strideA, float[] b, int strideB, float beta, float[] c, int strideC);
    }
}
