namespace Crosscheck.Language.Encoding;

/// <summary>
/// The few operations that the kernels need, over one width of vector. Each works lane by lane and rounds once, by IEEE 754, so a kernel gives the same
/// bits on every width.
/// </summary>
/// <typeparam name="TVector">One of the <c>System.Runtime.Intrinsics</c> vectors of floats.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Floats in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Whether there are 32 vector registers of this width, not 16.</summary>
    static abstract bool ManyRegisters { get; }

    static abstract TVector Broadcast(float value);

    static abstract TVector Load(ref float from, int offset);

    static abstract void Store(TVector value, ref float to, int offset);

    /// <summary>a * b + c, rounded once.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    static abstract TVector Max(TVector a, TVector b);

    static abstract TVector Min(TVector a, TVector b);

    static abstract TVector SquareRoot(TVector a);

    /// <summary>Multiplies by a power of two: adds the low bits of <paramref name="power"/>'s representation to the exponent of <paramref name="a"/>.</summary>
    static abstract TVector AddToExponent(TVector a, TVector power);

    /// <summary>
    /// The vectors' bits as groups of four bytes: adds to each 32-bit integer of <paramref name="sum"/> the four products of the unsigned bytes of
    /// <paramref name="bytes"/> and the signed bytes of <paramref name="weights"/>. Exact while no two neighbouring weights exceed 128 in sum of magnitudes.
    /// </summary>
    static abstract TVector AddDots(TVector sum, TVector bytes, TVector weights);

    /// <summary>The bits as 32-bit integers, turned into floats.</summary>
    static abstract TVector FromIntegers(TVector integers);

    /// <summary>The lowest bytes of the bits of four vectors, the first one lowest.</summary>
    static abstract TVector PackBytes(TVector a, TVector b, TVector c, TVector d);
}
