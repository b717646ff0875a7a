using System.Runtime.CompilerServices;

namespace Crosscheck.Language.Encoding;

/// <summary>Exponential and error function in fused multiply-adds; polynomials fitted by weighted least squares towards the smallest largest error.</summary>
internal static class Functions<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>
    /// e to the x: x = n ln 2 + r with |r| at most ln 2 / 2 (Cody and Waite 1980: ln 2 in two parts), then a polynomial of degree 6 in r, times 2 to the n.
    /// Relative error under 2e-7 from -80 to 88; outside, the value at the nearer end, so that nothing becomes infinite or subnormal.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp(TVector x)
    {
        x = TLanes.Min(TLanes.Max(x, TLanes.Broadcast(-80)), TLanes.Broadcast(88));

        // Adding 1.5 * 2^23 leaves the nearest integer in the low bits.
        var shift = TLanes.Broadcast(12582912f);
        var shifted = TLanes.MultiplyAdd(x, TLanes.Broadcast(1.44269504f), shift);
        var n = TLanes.Subtract(shifted, shift);
        var r = TLanes.MultiplyAdd(n, TLanes.Broadcast(-.693359375f), x);
        r = TLanes.MultiplyAdd(n, TLanes.Broadcast(2.12194440e-4f), r);
        var p = TLanes.MultiplyAdd(TLanes.Broadcast(.0013814569f), r, TLanes.Broadcast(.008368719f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(.04166839f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(.16666521f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(.49999994f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(1));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(1));
        return TLanes.AddToExponent(p, shifted);
    }

    /// <summary>
    /// The error function: x times a polynomial of degree 16 in u = 2 x^2 / b^2 - 1, for |x| up to b = 3.925, where it is 1 but for 3e-8; beyond, the value
    /// there. Absolute error under 3e-7 everywhere.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Erf(TVector x)
    {
        x = TLanes.Min(TLanes.Max(x, TLanes.Broadcast(-3.925f)), TLanes.Broadcast(3.925f));
        var u = TLanes.MultiplyAdd(TLanes.Multiply(x, x), TLanes.Broadcast(.12982272f), TLanes.Broadcast(-1));
        var p = TLanes.MultiplyAdd(TLanes.Broadcast(.00033648737f), u, TLanes.Broadcast(-.00092826993f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(.00081205904f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(-.0011689668f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(.0040618577f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(-.008114606f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(.01258753f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(-.01986411f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(.03065689f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(-.043698635f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(.058311984f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(-.0740504f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(.09060132f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(-.10909187f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(.13393204f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(-.17988418f));
        p = TLanes.MultiplyAdd(p, u, TLanes.Broadcast(.36027795f));
        return TLanes.Multiply(p, x);
    }
}
