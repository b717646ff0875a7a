using Crosscheck.Language.Encoding;
using Xunit;

namespace Crosscheck.Tests.Language.Encoding;

public sealed class EncoderTests
{
    private static readonly Encoder Best = Encoder.Load(TinyEncoder.File);
    private static readonly Encoder Bytes = Encoder.Load(TinyEncoder.File, precision: Precision.Byte);
    private static readonly float[] Expected = TinyEncoder.RunAll(Best);

    [Fact]
    public void Hidden_states_are_those_of_PyTorch()
    {
        Assert.Equal(TinyEncoder.Hidden.Length, Expected.Length);
        Assert.True(TinyEncoder.Hidden.Max(MathF.Abs) > 1);
        for (var i = 0; i < Expected.Length; i++) Assert.Equal(TinyEncoder.Hidden[i], Expected[i], 1e-4);
    }

    [Fact]
    public void The_states_below_are_those_of_PyTorch_and_change_nothing_above()
    {
        var hidden = new float[Expected.Length];
        var below = new float[Best.Shape.Layers * Expected.Length];
        Best.Run(TinyEncoder.Pieces, TinyEncoder.Cases, TinyEncoder.Ends, hidden, below, new EncoderSpace());
        Assert.Equal(Expected, hidden);
        Assert.Equal(TinyEncoder.Below.Length, below.Length);
        for (var i = 0; i < below.Length; i++) Assert.Equal(TinyEncoder.Below[i], below[i], 1e-4);
        Assert.Throws<ArgumentException>(() => Best.Run(TinyEncoder.Pieces, TinyEncoder.Cases, TinyEncoder.Ends, hidden, below.AsSpan(1), new EncoderSpace()));
    }

    [Fact]
    public void Eight_bits_stay_near_PyTorch()
    {
        var bytes = TinyEncoder.RunAll(Bytes);
        var error = bytes.Zip(TinyEncoder.Hidden, (b, t) => (double)(b - t) * (b - t)).Sum();
        Assert.InRange(Math.Sqrt(error / TinyEncoder.Hidden.Sum(t => (double)t * t)), 1e-6, .05);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Every_width_of_vector_gives_the_same_bits(int width)
    {
        var kernel = Kernel.All.Single(k => k.Width == width);
        Assert.Equal(Expected, TinyEncoder.RunAll(Encoder.Load(TinyEncoder.File, kernel: kernel)));
        Assert.Equal(TinyEncoder.RunAll(Bytes), TinyEncoder.RunAll(Encoder.Load(TinyEncoder.File, precision: Precision.Byte, kernel: kernel)));
    }

    [Fact]
    public void A_window_has_the_same_bits_alone_and_in_company()
    {
        foreach (var encoder in new[] { Best, Bytes })
        {
            var all = TinyEncoder.RunAll(encoder);
            var start = 0;
            foreach (var end in TinyEncoder.Ends)
            {
                Assert.Equal(all[(start * encoder.Shape.Width)..(end * encoder.Shape.Width)], TinyEncoder.Run(encoder, start..end, end - start));
                start = end;
            }
        }
    }

    [Fact]
    public void Company_in_another_order_changes_no_bit()
    {
        int[] ends = [.. TinyEncoder.Ends];
        var pieces = new List<int>();
        var cases = new List<byte>();
        var moved = new List<int>();
        for (var w = ends.Length - 1; w >= 0; w--)
        {
            var start = w == 0 ? 0 : ends[w - 1];
            pieces.AddRange(TinyEncoder.Pieces[start..ends[w]]);
            cases.AddRange(TinyEncoder.Cases[start..ends[w]]);
            moved.Add(pieces.Count);
        }

        var hidden = new float[Expected.Length];
        Best.Run([.. pieces], [.. cases], [.. moved], hidden, new EncoderSpace());
        for (int w = ends.Length - 1, at = 0; w >= 0; w--)
        {
            var rows = Rows(w == 0 ? 0 : ends[w - 1], ends[w]);
            Assert.Equal(rows, hidden[at..(at + rows.Length)]);
            at += rows.Length;
        }
    }

    [Fact]
    public void Many_batches_in_one_call_are_each_as_alone()
    {
        const int Times = 5;
        var ends = Enumerable.Range(0, Times).SelectMany(t => TinyEncoder.Ends.Select(e => e + (t * TinyEncoder.Pieces.Length))).ToArray();
        int[] pieces = [.. Enumerable.Repeat(TinyEncoder.Pieces, Times).SelectMany(p => p)];
        byte[] cases = [.. Enumerable.Repeat(TinyEncoder.Cases, Times).SelectMany(p => p)];
        var hidden = new float[Times * Expected.Length];
        Best.Run(pieces, cases, ends, hidden, new EncoderSpace());
        for (var t = 0; t < Times; t++) Assert.Equal(Expected, hidden.AsSpan(t * Expected.Length, Expected.Length).ToArray());
    }

    [Fact]
    public void Many_threads_give_the_bits_of_one()
    {
        var runs = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(4).Select(_ => TinyEncoder.RunAll(Best)).ToArray();
        Assert.All(runs, run => Assert.Equal(Expected, run));
    }

    [Fact]
    public void A_used_space_changes_no_bit_and_allocates_nothing()
    {
        var space = new EncoderSpace();
        var hidden = new float[Expected.Length];
        Best.Run(TinyEncoder.Pieces, TinyEncoder.Cases, TinyEncoder.Ends, hidden, space);

        // The least of many runs: the runtime itself may allocate on this thread in one of them, while it compiles anew.
        var least = long.MaxValue;
        for (var run = 0; run < 50; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Best.Run(TinyEncoder.Pieces, TinyEncoder.Cases, TinyEncoder.Ends, hidden, space);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.Equal(Expected, hidden);
    }

    [Fact]
    public void No_windows_give_nothing() => Best.Run([], [], [], [], new EncoderSpace());

    [Theory]
    [InlineData(new[] { 1, 2 }, new byte[] { 0, 0 }, new[] { 1 })]
    [InlineData(new[] { 1, 2 }, new byte[] { 0, 0 }, new[] { 1, 1, 2 })]
    [InlineData(new[] { 1, 2 }, new byte[] { 0, 0 }, new int[0])]
    [InlineData(new[] { 1, 50 }, new byte[] { 0, 0 }, new[] { 2 })]
    [InlineData(new[] { 1, -1 }, new byte[] { 0, 0 }, new[] { 2 })]
    [InlineData(new[] { 1, 2 }, new byte[] { 0, 4 }, new[] { 2 })]
    [InlineData(new[] { 1, 2 }, new byte[] { 0 }, new[] { 2 })]
    public void Windows_that_do_not_fit_are_refused(int[] pieces, byte[] cases, int[] ends) =>
        Assert.Throws<ArgumentException>(() => Best.Run(pieces, cases, ends, new float[2 * Best.Shape.Width], new EncoderSpace()));

    [Fact]
    public void A_window_longer_than_the_positions_is_refused() => Assert.Throws<ArgumentException>(
        () => Best.Run(new int[49], new byte[49], [49], new float[49 * Best.Shape.Width], new EncoderSpace()));

    private static float[] Rows(int start, int end) => Expected[(start * Best.Shape.Width)..(end * Best.Shape.Width)];
}
