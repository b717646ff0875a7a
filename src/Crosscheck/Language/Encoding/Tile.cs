using System.Runtime.CompilerServices;

namespace Crosscheck.Language.Encoding;

/// <summary>
/// The innermost loops of a matrix product: a few outputs of a strip times two vectors of pieces, all sums held in registers (Goto and van de Geijn 2008,
/// "Anatomy of high-performance matrix multiplication"). Each sum is one chain of fused multiply-adds over the inputs in order.
/// </summary>
internal static class Tile<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>Twelve outputs: 24 sums, for 32 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyTwelve(ref float strip, ref float panel, int inputs, ref float output)
    {
        TVector a0 = TLanes.Broadcast(Unsafe.Add(ref strip, 0)), b0 = a0;
        TVector a1 = TLanes.Broadcast(Unsafe.Add(ref strip, 1)), b1 = a1;
        TVector a2 = TLanes.Broadcast(Unsafe.Add(ref strip, 2)), b2 = a2;
        TVector a3 = TLanes.Broadcast(Unsafe.Add(ref strip, 3)), b3 = a3;
        TVector a4 = TLanes.Broadcast(Unsafe.Add(ref strip, 4)), b4 = a4;
        TVector a5 = TLanes.Broadcast(Unsafe.Add(ref strip, 5)), b5 = a5;
        TVector a6 = TLanes.Broadcast(Unsafe.Add(ref strip, 6)), b6 = a6;
        TVector a7 = TLanes.Broadcast(Unsafe.Add(ref strip, 7)), b7 = a7;
        TVector a8 = TLanes.Broadcast(Unsafe.Add(ref strip, 8)), b8 = a8;
        TVector a9 = TLanes.Broadcast(Unsafe.Add(ref strip, 9)), b9 = a9;
        TVector a10 = TLanes.Broadcast(Unsafe.Add(ref strip, 10)), b10 = a10;
        TVector a11 = TLanes.Broadcast(Unsafe.Add(ref strip, 11)), b11 = a11;
        for (; inputs > 0; inputs--)
        {
            strip = ref Unsafe.Add(ref strip, Strips.Height);
            var x = TLanes.Load(ref panel, 0);
            var y = TLanes.Load(ref panel, TLanes.Count);
            var w = TLanes.Broadcast(strip);
            a0 = TLanes.MultiplyAdd(w, x, a0);
            b0 = TLanes.MultiplyAdd(w, y, b0);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 1));
            a1 = TLanes.MultiplyAdd(w, x, a1);
            b1 = TLanes.MultiplyAdd(w, y, b1);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 2));
            a2 = TLanes.MultiplyAdd(w, x, a2);
            b2 = TLanes.MultiplyAdd(w, y, b2);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 3));
            a3 = TLanes.MultiplyAdd(w, x, a3);
            b3 = TLanes.MultiplyAdd(w, y, b3);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 4));
            a4 = TLanes.MultiplyAdd(w, x, a4);
            b4 = TLanes.MultiplyAdd(w, y, b4);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 5));
            a5 = TLanes.MultiplyAdd(w, x, a5);
            b5 = TLanes.MultiplyAdd(w, y, b5);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 6));
            a6 = TLanes.MultiplyAdd(w, x, a6);
            b6 = TLanes.MultiplyAdd(w, y, b6);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 7));
            a7 = TLanes.MultiplyAdd(w, x, a7);
            b7 = TLanes.MultiplyAdd(w, y, b7);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 8));
            a8 = TLanes.MultiplyAdd(w, x, a8);
            b8 = TLanes.MultiplyAdd(w, y, b8);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 9));
            a9 = TLanes.MultiplyAdd(w, x, a9);
            b9 = TLanes.MultiplyAdd(w, y, b9);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 10));
            a10 = TLanes.MultiplyAdd(w, x, a10);
            b10 = TLanes.MultiplyAdd(w, y, b10);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 11));
            a11 = TLanes.MultiplyAdd(w, x, a11);
            b11 = TLanes.MultiplyAdd(w, y, b11);
            panel = ref Unsafe.Add(ref panel, Sheet.Lanes);
        }

        Store(a0, b0, ref output, 0);
        Store(a1, b1, ref output, 1);
        Store(a2, b2, ref output, 2);
        Store(a3, b3, ref output, 3);
        Store(a4, b4, ref output, 4);
        Store(a5, b5, ref output, 5);
        Store(a6, b6, ref output, 6);
        Store(a7, b7, ref output, 7);
        Store(a8, b8, ref output, 8);
        Store(a9, b9, ref output, 9);
        Store(a10, b10, ref output, 10);
        Store(a11, b11, ref output, 11);
    }

    /// <summary>Six outputs: 12 sums, for 16 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplySix(ref float strip, ref float panel, int inputs, ref float output)
    {
        TVector a0 = TLanes.Broadcast(Unsafe.Add(ref strip, 0)), b0 = a0;
        TVector a1 = TLanes.Broadcast(Unsafe.Add(ref strip, 1)), b1 = a1;
        TVector a2 = TLanes.Broadcast(Unsafe.Add(ref strip, 2)), b2 = a2;
        TVector a3 = TLanes.Broadcast(Unsafe.Add(ref strip, 3)), b3 = a3;
        TVector a4 = TLanes.Broadcast(Unsafe.Add(ref strip, 4)), b4 = a4;
        TVector a5 = TLanes.Broadcast(Unsafe.Add(ref strip, 5)), b5 = a5;
        for (; inputs > 0; inputs--)
        {
            strip = ref Unsafe.Add(ref strip, Strips.Height);
            var x = TLanes.Load(ref panel, 0);
            var y = TLanes.Load(ref panel, TLanes.Count);
            var w = TLanes.Broadcast(strip);
            a0 = TLanes.MultiplyAdd(w, x, a0);
            b0 = TLanes.MultiplyAdd(w, y, b0);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 1));
            a1 = TLanes.MultiplyAdd(w, x, a1);
            b1 = TLanes.MultiplyAdd(w, y, b1);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 2));
            a2 = TLanes.MultiplyAdd(w, x, a2);
            b2 = TLanes.MultiplyAdd(w, y, b2);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 3));
            a3 = TLanes.MultiplyAdd(w, x, a3);
            b3 = TLanes.MultiplyAdd(w, y, b3);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 4));
            a4 = TLanes.MultiplyAdd(w, x, a4);
            b4 = TLanes.MultiplyAdd(w, y, b4);
            w = TLanes.Broadcast(Unsafe.Add(ref strip, 5));
            a5 = TLanes.MultiplyAdd(w, x, a5);
            b5 = TLanes.MultiplyAdd(w, y, b5);
            panel = ref Unsafe.Add(ref panel, Sheet.Lanes);
        }

        Store(a0, b0, ref output, 0);
        Store(a1, b1, ref output, 1);
        Store(a2, b2, ref output, 2);
        Store(a3, b3, ref output, 3);
        Store(a4, b4, ref output, 4);
        Store(a5, b5, ref output, 5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector a, TVector b, ref float output, int row)
    {
        TLanes.Store(a, ref output, row * Sheet.Lanes);
        TLanes.Store(b, ref output, (row * Sheet.Lanes) + TLanes.Count);
    }
}
