using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Crosscheck.Language.Encoding;

/// <summary>Four lanes at a time.</summary>
internal readonly struct Lanes128 : ILanes<Vector128<float>>
{
    public static int Count => Vector128<float>.Count;

    public static bool ManyRegisters => AdvSimd.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Broadcast(float value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref float from, int offset) => Vector128.LoadUnsafe(ref from, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) => Vector128.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Add(Vector128<float> a, Vector128<float> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Subtract(Vector128<float> a, Vector128<float> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Multiply(Vector128<float> a, Vector128<float> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Divide(Vector128<float> a, Vector128<float> b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) => Vector128.MaxNative(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Min(Vector128<float> a, Vector128<float> b) => Vector128.MinNative(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SquareRoot(Vector128<float> a) => Vector128.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> AddToExponent(Vector128<float> a, Vector128<float> power) => (Vector128.AsInt32(a) + (Vector128.AsInt32(power) << 23)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, ref float to, int offset) => value.StoreUnsafe(ref to, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> AddDots(Vector128<float> sum, Vector128<float> bytes, Vector128<float> weights)
    {
        if (Ssse3.IsSupported)
        {
            var pairs = Ssse3.MultiplyAddAdjacent(bytes.AsByte(), weights.AsSByte());
            return (sum.AsInt32() + Sse2.MultiplyAddAdjacent(pairs, Vector128<short>.One)).AsSingle();
        }

        var (x, w) = (bytes.AsInt32(), weights.AsInt32());
        var byteMask = Vector128.Create(0xFF);
        return (sum.AsInt32()
            + ((x & byteMask) * ((w << 24) >> 24))
            + (((x >> 8) & byteMask) * ((w << 16) >> 24))
            + (((x >> 16) & byteMask) * ((w << 8) >> 24))
            + ((x >>> 24) * (w >> 24))).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FromIntegers(Vector128<float> integers) => Vector128.ConvertToSingle(integers.AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> PackBytes(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        var byteMask = Vector128.Create(0xFF);
        return ((a.AsInt32() & byteMask) | ((b.AsInt32() & byteMask) << 8) | ((c.AsInt32() & byteMask) << 16) | (d.AsInt32() << 24)).AsSingle();
    }
}
