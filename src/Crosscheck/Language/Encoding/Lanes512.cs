using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Crosscheck.Language.Encoding;

/// <summary>Sixteen lanes at a time.</summary>
internal readonly struct Lanes512 : ILanes<Vector512<float>>
{
    public static int Count => Vector512<float>.Count;

    public static bool ManyRegisters => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Broadcast(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float from, int offset) => Vector512.LoadUnsafe(ref from, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) => Vector512.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Subtract(Vector512<float> a, Vector512<float> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Multiply(Vector512<float> a, Vector512<float> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Divide(Vector512<float> a, Vector512<float> b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Vector512.MaxNative(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> a, Vector512<float> b) => Vector512.MinNative(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SquareRoot(Vector512<float> a) => Vector512.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AddToExponent(Vector512<float> a, Vector512<float> power) => (Vector512.AsInt32(a) + (Vector512.AsInt32(power) << 23)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, ref float to, int offset) => value.StoreUnsafe(ref to, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AddDots(Vector512<float> sum, Vector512<float> bytes, Vector512<float> weights)
    {
        if (Avx512BW.IsSupported)
        {
            var pairs = Avx512BW.MultiplyAddAdjacent(bytes.AsByte(), weights.AsSByte());
            return (sum.AsInt32() + Avx512BW.MultiplyAddAdjacent(pairs, Vector512<short>.One)).AsSingle();
        }

        return Vector512.Create(
            Lanes256.AddDots(sum.GetLower(), bytes.GetLower(), weights.GetLower()),
            Lanes256.AddDots(sum.GetUpper(), bytes.GetUpper(), weights.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> FromIntegers(Vector512<float> integers) => Vector512.ConvertToSingle(integers.AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> PackBytes(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        var byteMask = Vector512.Create(0xFF);
        return ((a.AsInt32() & byteMask) | ((b.AsInt32() & byteMask) << 8) | ((c.AsInt32() & byteMask) << 16) | (d.AsInt32() << 24)).AsSingle();
    }
}
