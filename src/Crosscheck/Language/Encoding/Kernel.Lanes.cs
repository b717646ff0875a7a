using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Crosscheck.Language.Encoding;

/// <inheritdoc />
internal sealed partial class Kernel<TLanes, TVector> : Kernel
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    public override int Width => TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(
        ReadOnlySpan<float> strips,
        int count,
        int inputs,
        ReadOnlySpan<float> input,
        int inputStride,
        Span<float> output,
        int outputStride,
        int panels,
        Activation activation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputStride, inputs * Sheet.Lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputStride, count * Strips.Height * Sheet.Lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(strips.Length, checked(count * Strips.Length(inputs)));
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Length, checked(panels * inputStride));
        ArgumentOutOfRangeException.ThrowIfLessThan(output.Length, checked(panels * outputStride));
        const int TileFloats = Strips.Height * Sheet.Lanes;
        for (var strip = 0; strip < count; strip++)
        {
            ref var weights = ref Unsafe.Add(ref MemoryMarshal.GetReference(strips), (nint)strip * Strips.Length(inputs));
            for (var panel = 0; panel < panels; panel++)
            {
                ref var tile = ref Unsafe.Add(ref MemoryMarshal.GetReference(output), ((nint)panel * outputStride) + (strip * TileFloats));
                MultiplyTile(ref weights, ref Unsafe.Add(ref MemoryMarshal.GetReference(input), (nint)panel * inputStride), inputs, ref tile);
                if (activation == Activation.Gelu) Gelu(MemoryMarshal.CreateSpan(ref tile, TileFloats));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Gelu(Span<float> values)
    {
        ref var first = ref Whole(values);
        var half = TLanes.Broadcast(.5f);
        var rootHalf = TLanes.Broadcast(.70710678f);
        for (var i = 0; i < values.Length; i += TLanes.Count)
        {
            var x = TLanes.Load(ref first, i);
            var halved = TLanes.Multiply(x, half);
            TLanes.Store(TLanes.MultiplyAdd(halved, Functions<TLanes, TVector>.Erf(TLanes.Multiply(x, rootHalf)), halved), ref first, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Exp(Span<float> values)
    {
        ref var first = ref Whole(values);
        for (var i = 0; i < values.Length; i += TLanes.Count) TLanes.Store(Functions<TLanes, TVector>.Exp(TLanes.Load(ref first, i)), ref first, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Erf(Span<float> values)
    {
        ref var first = ref Whole(values);
        for (var i = 0; i < values.Length; i += TLanes.Count) TLanes.Store(Functions<TLanes, TVector>.Erf(TLanes.Load(ref first, i)), ref first, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Normalize(Span<float> panel, ReadOnlySpan<float> residual, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, float epsilon)
    {
        var features = weight.Length;
        ArgumentOutOfRangeException.ThrowIfNotEqual(bias.Length, features);
        ArgumentOutOfRangeException.ThrowIfLessThan(panel.Length, features * Sheet.Lanes);
        if (!residual.IsEmpty) ArgumentOutOfRangeException.ThrowIfLessThan(residual.Length, features * Sheet.Lanes);
        var share = TLanes.Broadcast(1f / features);
        for (var lane = 0; lane < Sheet.Lanes; lane += TLanes.Count)
        {
            ref var column = ref Unsafe.Add(ref MemoryMarshal.GetReference(panel), lane);
            if (!residual.IsEmpty) Add(ref column, ref Unsafe.Add(ref MemoryMarshal.GetReference(residual), lane), features);
            var mean = TLanes.Multiply(Sum(ref column, features), share);
            var variance = TLanes.Multiply(SumOfSquares(ref column, mean, features), share);
            var inverse = TLanes.Divide(TLanes.Broadcast(1), TLanes.SquareRoot(TLanes.Add(variance, TLanes.Broadcast(epsilon))));
            for (int feature = 0, at = 0; feature < features; feature++, at += Sheet.Lanes)
            {
                var standard = TLanes.Multiply(TLanes.Subtract(TLanes.Load(ref column, at), mean), inverse);
                TLanes.Store(TLanes.MultiplyAdd(standard, TLanes.Broadcast(weight[feature]), TLanes.Broadcast(bias[feature])), ref column, at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void SoftmaxNumerators(Span<float> scores, float scale, Span<float> inverseSums)
    {
        var keys = scores.Length / Sheet.Lanes;
        ArgumentOutOfRangeException.ThrowIfLessThan(keys, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inverseSums.Length, Sheet.Lanes);
        var scales = TLanes.Broadcast(scale);
        for (var lane = 0; lane < Sheet.Lanes; lane += TLanes.Count)
        {
            ref var column = ref Unsafe.Add(ref MemoryMarshal.GetReference(scores), lane);
            var largest = TLanes.Load(ref column, 0);
            for (var at = Sheet.Lanes; at < keys * Sheet.Lanes; at += Sheet.Lanes) largest = TLanes.Max(largest, TLanes.Load(ref column, at));
            var sum = TLanes.Broadcast(0);
            for (var at = 0; at < keys * Sheet.Lanes; at += Sheet.Lanes)
            {
                var e = Functions<TLanes, TVector>.Exp(TLanes.Multiply(TLanes.Subtract(TLanes.Load(ref column, at), largest), scales));
                sum = TLanes.Add(sum, e);
                TLanes.Store(e, ref column, at);
            }

            TLanes.Store(TLanes.Divide(TLanes.Broadcast(1), sum), ref MemoryMarshal.GetReference(inverseSums), lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ScaleLanes(Span<float> rows, ReadOnlySpan<float> factors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factors.Length, Sheet.Lanes);
        for (var lane = 0; lane < Sheet.Lanes; lane += TLanes.Count)
        {
            var factor = TLanes.Load(ref MemoryMarshal.GetReference(factors), lane);
            ref var column = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), lane);
            for (var at = 0; at < rows.Length / Sheet.Lanes * Sheet.Lanes; at += Sheet.Lanes)
                TLanes.Store(TLanes.Multiply(TLanes.Load(ref column, at), factor), ref column, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MultiplyTile(ref float strip, ref float panel, int inputs, ref float tile)
    {
        for (var lane = 0; lane < Sheet.Lanes; lane += 2 * TLanes.Count)
        {
            ref var pieces = ref Unsafe.Add(ref panel, lane);
            ref var output = ref Unsafe.Add(ref tile, lane);
            if (TLanes.ManyRegisters)
            {
                Tile<TLanes, TVector>.MultiplyTwelve(ref strip, ref pieces, inputs, ref output);
            }
            else
            {
                Tile<TLanes, TVector>.MultiplySix(ref strip, ref pieces, inputs, ref output);
                const int Six = Strips.Height / 2;
                Tile<TLanes, TVector>.MultiplySix(ref Unsafe.Add(ref strip, Six), ref pieces, inputs, ref Unsafe.Add(ref output, Six * Sheet.Lanes));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref float column, ref float residual, int features)
    {
        for (var at = 0; at < features * Sheet.Lanes; at += Sheet.Lanes)
            TLanes.Store(TLanes.Add(TLanes.Load(ref column, at), TLanes.Load(ref residual, at)), ref column, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum(ref float column, int features)
    {
        var sum = TLanes.Broadcast(0);
        for (var at = 0; at < features * Sheet.Lanes; at += Sheet.Lanes) sum = TLanes.Add(sum, TLanes.Load(ref column, at));
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SumOfSquares(ref float column, TVector mean, int features)
    {
        var sum = TLanes.Broadcast(0);
        for (var at = 0; at < features * Sheet.Lanes; at += Sheet.Lanes)
        {
            var d = TLanes.Subtract(TLanes.Load(ref column, at), mean);
            sum = TLanes.MultiplyAdd(d, d, sum);
        }

        return sum;
    }

    /// <summary>Values in place are whole panels' rows, so that no vector is cut.</summary>
    private static ref float Whole(Span<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length % Sheet.Lanes, 0);
        return ref MemoryMarshal.GetReference(values);
    }
}
