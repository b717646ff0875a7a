using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Crosscheck.Language.Encoding;

/// <content>The 8-bit part.</content>
internal sealed partial class Kernel<TLanes, TVector>
{
    /// <summary>Adding it leaves the nearest integer in the low bits: 1.5 * 2^23.</summary>
    private const float Round = 12582912f;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Quantize(ReadOnlySpan<float> panel, int features, Span<float> bytes, Span<float> steps, Span<float> smallest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(panel.Length, features * Sheet.Lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes.Length, ByteStrips.Groups(features) * Sheet.Lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps.Length, Sheet.Lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest.Length, Sheet.Lanes);
        for (var lane = 0; lane < Sheet.Lanes; lane += TLanes.Count)
        {
            ref var column = ref Unsafe.Add(ref MemoryMarshal.GetReference(panel), lane);
            var low = TLanes.Load(ref column, 0);
            var high = low;
            for (var at = Sheet.Lanes; at < features * Sheet.Lanes; at += Sheet.Lanes)
            {
                var x = TLanes.Load(ref column, at);
                low = TLanes.Min(low, x);
                high = TLanes.Max(high, x);
            }

            // A piece whose features are all equal has the smallest step there is.
            var range = TLanes.Max(TLanes.Subtract(high, low), TLanes.Broadcast(1e-30f));
            var perUnit = TLanes.Divide(TLanes.Broadcast(byte.MaxValue), range);
            TLanes.Store(TLanes.Divide(range, TLanes.Broadcast(byte.MaxValue)), ref MemoryMarshal.GetReference(steps), lane);
            TLanes.Store(low, ref MemoryMarshal.GetReference(smallest), lane);
            ref var packed = ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), lane);
            for (var feature = 0; feature < features; feature += ByteStrips.Group)
            {
                // The weights of features behind the last are 0, so any byte will do for them.
                ref var four = ref Unsafe.Add(ref column, feature * Sheet.Lanes);
                var last = Math.Min(ByteStrips.Group, features - feature) - 1;
                TLanes.Store(
                    TLanes.PackBytes(
                        Quantized(TLanes.Load(ref four, 0), low, perUnit),
                        Quantized(TLanes.Load(ref four, Math.Min(1, last) * Sheet.Lanes), low, perUnit),
                        Quantized(TLanes.Load(ref four, Math.Min(2, last) * Sheet.Lanes), low, perUnit),
                        Quantized(TLanes.Load(ref four, last * Sheet.Lanes), low, perUnit)),
                    ref packed,
                    feature / ByteStrips.Group * Sheet.Lanes);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(ReadOnlySpan<float> strips, ByteSheet input, Sheet output, Activation activation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(input.Pieces, output.Pieces);
        var (count, length) = (Strips.Count(output.Features), ByteStrips.Length(input.Features));
        const int TileFloats = Strips.Height * Sheet.Lanes;
        for (var strip = 0; strip < count; strip++)
        {
            var weights = strips.Slice(strip * length, length);
            for (var panel = 0; panel < input.Panels; panel++)
            {
                var tile = output.Panel(panel).Slice(strip * TileFloats, TileFloats);
                for (var row = 0; row < Strips.Height; row++) tile.Slice(row * Sheet.Lanes, Sheet.Lanes).Fill(weights[row]);
                AddBlocks(weights[Strips.Height..], input.Panel(panel), input.Features, input.Scales(panel), tile);
                if (activation == Activation.Gelu) Gelu(tile);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBlocks(ReadOnlySpan<float> strip, ReadOnlySpan<float> panel, int features, ReadOnlySpan<float> scales, Span<float> tile)
    {
        for (; features > 0; features -= ByteStrips.Block)
        {
            var inputs = Math.Min(features, ByteStrips.Block);
            var groups = ByteStrips.Groups(inputs);
            AddBlock(strip[..ByteStrips.BlockLength(inputs)], panel[..(groups * Sheet.Lanes)], groups, scales[..(2 * Sheet.Lanes)], tile);
            strip = strip[ByteStrips.BlockLength(inputs)..];
            panel = panel[(groups * Sheet.Lanes)..];
            scales = scales[(2 * Sheet.Lanes)..];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBlock(ReadOnlySpan<float> strip, ReadOnlySpan<float> panel, int groups, ReadOnlySpan<float> scales, Span<float> tile)
    {
        ref var weights = ref MemoryMarshal.GetReference(strip);
        for (var lane = 0; lane < Sheet.Lanes; lane += 2 * TLanes.Count)
        {
            ref var pieces = ref Unsafe.Add(ref MemoryMarshal.GetReference(panel), lane);
            ref var output = ref Unsafe.Add(ref MemoryMarshal.GetReference(tile), lane);
            ref var scale = ref Unsafe.Add(ref MemoryMarshal.GetReference(scales), lane);
            if (TLanes.ManyRegisters)
            {
                ByteTile<TLanes, TVector>.MultiplyTwelve(ref weights, ref pieces, groups, ref scale, ref output);
            }
            else
            {
                const int Six = Strips.Height / 2;
                ByteTile<TLanes, TVector>.MultiplySix(ref weights, ref pieces, groups, ref scale, ref output);
                ByteTile<TLanes, TVector>.MultiplySix(ref Unsafe.Add(ref weights, Six), ref pieces, groups, ref scale, ref Unsafe.Add(ref output, Six * Sheet.Lanes));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Quantized(TVector x, TVector low, TVector perUnit) =>
        TLanes.MultiplyAdd(TLanes.Subtract(x, low), perUnit, TLanes.Broadcast(Round));
}
