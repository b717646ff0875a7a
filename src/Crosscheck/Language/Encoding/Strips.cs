using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Crosscheck.Language.Encoding;

/// <summary>
/// The layout of the left factor of a product, weights or keys or values: strips of <see cref="Height"/> outputs; a strip holds where each output
/// starts (its bias), then for each input the weights of its outputs side by side. The outputs behind the last one are zero.
/// </summary>
internal static class Strips
{
    /// <summary>Outputs in a strip: with two vectors of pieces beside each, 24 sums stay in the 32 registers of AVX-512.</summary>
    public const int Height = 12;

    /// <summary>Outputs that are packed at once; strips hold whole fours.</summary>
    private const int Four = 4;

    public static int Count(int outputs) => (outputs + Height - 1) / Height;

    public static int Padded(int outputs) => Count(outputs) * Height;

    /// <summary>Floats in one strip.</summary>
    public static int Length(int inputs) => checked(Height * (inputs + 1));

    /// <summary>Sets one output's weights and where it starts.</summary>
    public static void SetOutput(Span<float> strips, int output, ReadOnlySpan<float> weights, float start)
    {
        var strip = Strip(strips, output, weights.Length);
        strip[output % Height] = start;
        ref var column = ref Unsafe.Add(ref MemoryMarshal.GetReference(strip), Height + (output % Height));
        SetColumn(ref column, ref MemoryMarshal.GetReference(weights), weights.Length);
    }

    /// <summary>Packs rows of weights, one an output, that lie <paramref name="stride"/> floats apart; each output starts at 0.</summary>
    public static void Pack(Span<float> strips, int outputs, int inputs, ReadOnlySpan<float> rows, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, checked(((outputs - 1) * stride) + inputs));
        strips[..(Count(outputs) * Length(inputs))].Clear();
        for (var output = 0; output < outputs;)
        {
            ref var row = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), (nint)output * stride);
            ref var column = ref Unsafe.Add(ref MemoryMarshal.GetReference(Strip(strips, output, inputs)), Height + (output % Height));
            if (Avx512F.IsSupported && outputs - output >= Four)
            {
                SetFourColumns(ref column, ref row, stride, inputs);
                output += Four;
            }
            else
            {
                SetColumn(ref column, ref row, inputs);
                output++;
            }
        }
    }

    private static Span<float> Strip(Span<float> strips, int output, int inputs) => strips.Slice(output / Height * Length(inputs), Length(inputs));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SetColumn(ref float column, ref float row, int inputs)
    {
        for (var input = 0; input < inputs; input++) Unsafe.Add(ref column, input * Height) = Unsafe.Add(ref row, input);
    }

    /// <summary>Four rows by four inputs at a time, turned by one shuffle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SetFourColumns(ref float column, ref float row, int stride, int inputs)
    {
        var turned = Vector512.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
        ref var second = ref Unsafe.Add(ref row, stride);
        ref var third = ref Unsafe.Add(ref second, stride);
        ref var fourth = ref Unsafe.Add(ref third, stride);
        var input = 0;
        for (; input <= inputs - Four; input += Four)
        {
            var at = (nuint)input;
            var upper = Vector256.Create(Vector128.LoadUnsafe(ref row, at), Vector128.LoadUnsafe(ref second, at));
            var lower = Vector256.Create(Vector128.LoadUnsafe(ref third, at), Vector128.LoadUnsafe(ref fourth, at));
            var block = Avx512F.PermuteVar16x32(Vector512.Create(upper, lower), turned);
            ref var to = ref Unsafe.Add(ref column, input * Height);
            block.GetLower().GetLower().StoreUnsafe(ref to);
            block.GetLower().GetUpper().StoreUnsafe(ref to, Height);
            block.GetUpper().GetLower().StoreUnsafe(ref to, 2 * Height);
            block.GetUpper().GetUpper().StoreUnsafe(ref to, 3 * Height);
        }

        for (var r = 0; r < Four && input < inputs; r++)
            SetColumn(ref Unsafe.Add(ref column, (input * Height) + r), ref Unsafe.Add(ref row, ((nint)r * stride) + input), inputs - input);
    }
}
