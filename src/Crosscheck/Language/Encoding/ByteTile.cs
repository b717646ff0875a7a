using System.Runtime.CompilerServices;

namespace Crosscheck.Language.Encoding;

/// <summary>
/// The innermost loops of a product of 8-bit numbers: as <see cref="Tile{TLanes, TVector}"/>, but four inputs at a time, summed in
/// 32-bit integers over one block of inputs, then added to the output.
/// </summary>
internal static class ByteTile<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>Twelve outputs: 24 sums, for 32 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyTwelve(ref float strip, ref float panel, int groups, ref float scales, ref float output)
    {
        ref var outputs = ref strip;
        strip = ref Unsafe.Add(ref strip, ByteStrips.HeadFloats);
        TVector a0 = TLanes.Broadcast(0), b0 = a0;
        TVector a1 = TLanes.Broadcast(0), b1 = a1;
        TVector a2 = TLanes.Broadcast(0), b2 = a2;
        TVector a3 = TLanes.Broadcast(0), b3 = a3;
        TVector a4 = TLanes.Broadcast(0), b4 = a4;
        TVector a5 = TLanes.Broadcast(0), b5 = a5;
        TVector a6 = TLanes.Broadcast(0), b6 = a6;
        TVector a7 = TLanes.Broadcast(0), b7 = a7;
        TVector a8 = TLanes.Broadcast(0), b8 = a8;
        TVector a9 = TLanes.Broadcast(0), b9 = a9;
        TVector a10 = TLanes.Broadcast(0), b10 = a10;
        TVector a11 = TLanes.Broadcast(0), b11 = a11;
        for (; groups > 0; groups--)
        {
            var x = TLanes.Load(ref panel, 0);
            var y = TLanes.Load(ref panel, TLanes.Count);
            var w = TLanes.Broadcast(Unsafe.Add(ref strip, 0));
            a0 = TLanes.AddDots(a0, x, w);
            b0 = TLanes.AddDots(b0, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 1));
            a1 = TLanes.AddDots(a1, x, w);
            b1 = TLanes.AddDots(b1, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 2));
            a2 = TLanes.AddDots(a2, x, w);
            b2 = TLanes.AddDots(b2, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 3));
            a3 = TLanes.AddDots(a3, x, w);
            b3 = TLanes.AddDots(b3, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 4));
            a4 = TLanes.AddDots(a4, x, w);
            b4 = TLanes.AddDots(b4, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 5));
            a5 = TLanes.AddDots(a5, x, w);
            b5 = TLanes.AddDots(b5, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 6));
            a6 = TLanes.AddDots(a6, x, w);
            b6 = TLanes.AddDots(b6, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 7));
            a7 = TLanes.AddDots(a7, x, w);
            b7 = TLanes.AddDots(b7, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 8));
            a8 = TLanes.AddDots(a8, x, w);
            b8 = TLanes.AddDots(b8, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 9));
            a9 = TLanes.AddDots(a9, x, w);
            b9 = TLanes.AddDots(b9, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 10));
            a10 = TLanes.AddDots(a10, x, w);
            b10 = TLanes.AddDots(b10, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 11));
            a11 = TLanes.AddDots(a11, x, w);
            b11 = TLanes.AddDots(b11, y, w);
            strip = ref Unsafe.Add(ref strip, Strips.Height);
            panel = ref Unsafe.Add(ref panel, Sheet.Lanes);
        }

        Add(a0, b0, ref scales, ref outputs, ref output, 0);
        Add(a1, b1, ref scales, ref outputs, ref output, 1);
        Add(a2, b2, ref scales, ref outputs, ref output, 2);
        Add(a3, b3, ref scales, ref outputs, ref output, 3);
        Add(a4, b4, ref scales, ref outputs, ref output, 4);
        Add(a5, b5, ref scales, ref outputs, ref output, 5);
        Add(a6, b6, ref scales, ref outputs, ref output, 6);
        Add(a7, b7, ref scales, ref outputs, ref output, 7);
        Add(a8, b8, ref scales, ref outputs, ref output, 8);
        Add(a9, b9, ref scales, ref outputs, ref output, 9);
        Add(a10, b10, ref scales, ref outputs, ref output, 10);
        Add(a11, b11, ref scales, ref outputs, ref output, 11);
    }

    /// <summary>Six outputs: 12 sums, for 16 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplySix(ref float strip, ref float panel, int groups, ref float scales, ref float output)
    {
        ref var outputs = ref strip;
        strip = ref Unsafe.Add(ref strip, ByteStrips.HeadFloats);
        TVector a0 = TLanes.Broadcast(0), b0 = a0;
        TVector a1 = TLanes.Broadcast(0), b1 = a1;
        TVector a2 = TLanes.Broadcast(0), b2 = a2;
        TVector a3 = TLanes.Broadcast(0), b3 = a3;
        TVector a4 = TLanes.Broadcast(0), b4 = a4;
        TVector a5 = TLanes.Broadcast(0), b5 = a5;
        for (; groups > 0; groups--)
        {
            var x = TLanes.Load(ref panel, 0);
            var y = TLanes.Load(ref panel, TLanes.Count);
            var w = TLanes.Broadcast(Unsafe.Add(ref strip, 0));
            a0 = TLanes.AddDots(a0, x, w);
            b0 = TLanes.AddDots(b0, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 1));
            a1 = TLanes.AddDots(a1, x, w);
            b1 = TLanes.AddDots(b1, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 2));
            a2 = TLanes.AddDots(a2, x, w);
            b2 = TLanes.AddDots(b2, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 3));
            a3 = TLanes.AddDots(a3, x, w);
            b3 = TLanes.AddDots(b3, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 4));
            a4 = TLanes.AddDots(a4, x, w);
            b4 = TLanes.AddDots(b4, y, w);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 5));
            a5 = TLanes.AddDots(a5, x, w);
            b5 = TLanes.AddDots(b5, y, w);
            strip = ref Unsafe.Add(ref strip, Strips.Height);
            panel = ref Unsafe.Add(ref panel, Sheet.Lanes);
        }

        Add(a0, b0, ref scales, ref outputs, ref output, 0);
        Add(a1, b1, ref scales, ref outputs, ref output, 1);
        Add(a2, b2, ref scales, ref outputs, ref output, 2);
        Add(a3, b3, ref scales, ref outputs, ref output, 3);
        Add(a4, b4, ref scales, ref outputs, ref output, 4);
        Add(a5, b5, ref scales, ref outputs, ref output, 5);
    }

    /// <summary>Adds weight step * piece step * sum + piece's smallest * total of the output's weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TVector a, TVector b, ref float scales, ref float outputs, ref float output, int row)
    {
        var step = TLanes.Broadcast(Unsafe.Add(ref outputs, row));
        var total = TLanes.Broadcast(Unsafe.Add(ref outputs, row + Strips.Height));
        Add(a, step, total, ref scales, ref Unsafe.Add(ref output, row * Sheet.Lanes));
        Add(b, step, total, ref Unsafe.Add(ref scales, TLanes.Count), ref Unsafe.Add(ref output, (row * Sheet.Lanes) + TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TVector sum, TVector step, TVector total, ref float scales, ref float output)
    {
        var before = TLanes.MultiplyAdd(TLanes.Load(ref scales, Sheet.Lanes), total, TLanes.Load(ref output, 0));
        TLanes.Store(TLanes.MultiplyAdd(TLanes.Multiply(TLanes.FromIntegers(sum), step), TLanes.Load(ref scales, 0), before), ref output, 0);
    }
}
