using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Crosscheck.Language.Encoding;

/// <summary>Eight lanes at a time.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<float>>
{
    public static int Count => Vector256<float>.Count;

    public static bool ManyRegisters => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Broadcast(float value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref float from, int offset) => Vector256.LoadUnsafe(ref from, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Vector256.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Subtract(Vector256<float> a, Vector256<float> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Multiply(Vector256<float> a, Vector256<float> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Divide(Vector256<float> a, Vector256<float> b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Vector256.MaxNative(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> a, Vector256<float> b) => Vector256.MinNative(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SquareRoot(Vector256<float> a) => Vector256.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AddToExponent(Vector256<float> a, Vector256<float> power) => (Vector256.AsInt32(a) + (Vector256.AsInt32(power) << 23)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, ref float to, int offset) => value.StoreUnsafe(ref to, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AddDots(Vector256<float> sum, Vector256<float> bytes, Vector256<float> weights)
    {
        if (Avx2.IsSupported)
        {
            var pairs = Avx2.MultiplyAddAdjacent(bytes.AsByte(), weights.AsSByte());
            return (sum.AsInt32() + Avx2.MultiplyAddAdjacent(pairs, Vector256<short>.One)).AsSingle();
        }

        return Vector256.Create(
            Lanes128.AddDots(sum.GetLower(), bytes.GetLower(), weights.GetLower()),
            Lanes128.AddDots(sum.GetUpper(), bytes.GetUpper(), weights.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FromIntegers(Vector256<float> integers) => Vector256.ConvertToSingle(integers.AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> PackBytes(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        var byteMask = Vector256.Create(0xFF);
        return ((a.AsInt32() & byteMask) | ((b.AsInt32() & byteMask) << 8) | ((c.AsInt32() & byteMask) << 16) | (d.AsInt32() << 24)).AsSingle();
    }
}
