using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crosscheck.Learning;

/// <summary>The number formats that are read: IEEE 754 in 32 and 16 bits, and integers.</summary>
public enum TensorType
{
    F32,
    F16,
    I32,
    I8,
    U8,
}

/// <summary>One tensor of a <see cref="SafeTensors"/> file, read row by row; the first dimension counts the rows. Valid until the file is disposed.</summary>
public sealed class Tensor
{
    private const int ChunkBytes = 8192;

    private readonly SafeTensors _file;
    private readonly SafeTensors.Place _place;
    private readonly float[]? _scale;
    private readonly int _width = 1;

    internal Tensor(SafeTensors file, SafeTensors.Place place, float[]? scale)
    {
        _file = file;
        _place = place;
        _scale = scale;
        foreach (var d in place.Shape.AsSpan()[Math.Min(1, place.Shape.Length)..]) _width *= d;
    }

    public TensorType Type => _place.Type;

    public ImmutableArray<int> Shape => _place.Shape;

    /// <summary>Numbers in one row.</summary>
    public int Width => _width;

    /// <exception cref="InvalidOperationException">The tensor has another shape: the file is of another version.</exception>
    public Tensor Expect(params ReadOnlySpan<int> shape) => Shape.AsSpan().SequenceEqual(shape) ? this : throw _file.Broken();

    /// <summary>All numbers, row after row.</summary>
    public float[] ToArray()
    {
        var width = Width;
        var values = new float[Shape.IsEmpty ? 1 : Shape[0] * width];
        if (values.Length == 0) return values;
        if (_scale is null)
        {
            Read(0, values);
            return values;
        }

        for (var row = 0; row < Shape[0]; row++) ReadRow(row, values.AsSpan(row * width, width));
        return values;
    }

    /// <summary>One row as 32-bit floats: value times the row's scale where the tensor has scales.</summary>
    public void ReadRow(int row, Span<float> values)
    {
        CheckRow(row, values.Length);
        Read((long)row * values.Length, values);
        if (_scale is null) return;
        var scale = _scale[row];
        foreach (ref var value in values) value *= scale;
    }

    /// <summary>One row of an 8-bit tensor as it stands, without its scale.</summary>
    public void ReadRow(int row, Span<sbyte> values)
    {
        CheckRow(row, values.Length);
        if (Type != TensorType.I8) throw new InvalidOperationException("Only an 8-bit tensor has rows of bytes.");
        _file.Read(_place.Start + ((long)row * values.Length), values);
    }

    /// <summary>The scale of a row; 1 where the tensor has none.</summary>
    public float Scale(int row) => _scale is null ? 1 : _scale[row];

    private void CheckRow(int row, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Shape[0]);
        ArgumentOutOfRangeException.ThrowIfNotEqual(length, _width);
    }

    private void Read(long first, Span<float> values)
    {
        Span<byte> chunk = stackalloc byte[ChunkBytes];
        var bytes = Type.Bytes();
        for (var done = 0; done < values.Length;)
        {
            var part = values.Slice(done, Math.Min(ChunkBytes / bytes, values.Length - done));
            var raw = chunk[..(part.Length * bytes)];
            _file.Read(_place.Start + ((first + done) * bytes), raw);
            Widen(raw, part);
            done += part.Length;
        }
    }

    /// <summary>IEEE 754 binary16 to binary32, exact, eight at a time: the bits are moved into place and the exponent's bias is corrected by a product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WidenHalves(ReadOnlySpan<ushort> halves, Span<float> values)
    {
        var i = 0;
        for (; i <= values.Length - Vector128<ushort>.Count; i += Vector128<ushort>.Count)
        {
            var (lower, upper) = Vector128.Widen(Vector128.Create(halves[i..]));
            WidenHalves(lower).CopyTo(values[i..]);
            WidenHalves(upper).CopyTo(values[(i + Vector128<uint>.Count)..]);
        }

        for (; i < values.Length; i++) values[i] = (float)BitConverter.UInt16BitsToHalf(halves[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> WidenHalves(Vector128<uint> halves)
    {
        const float TwoTo112 = 5.192296858534828e33f;
        var sign = (halves & Vector128.Create(0x8000u)) << 16;
        var magnitude = ((halves & Vector128.Create(0x7FFFu)) << 13).AsSingle() * Vector128.Create(TwoTo112);

        // Infinities and what is not a number keep all exponent bits.
        var special = Vector128.GreaterThanOrEqual(halves & Vector128.Create(0x7FFFu), Vector128.Create(0x7C00u)) & Vector128.Create(0x7F800000u);
        return (magnitude.AsUInt32() | special | sign).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Widen(ReadOnlySpan<byte> raw, Span<float> values)
    {
        switch (Type)
        {
            case TensorType.F32:
                MemoryMarshal.Cast<byte, float>(raw).CopyTo(values);
                break;
            case TensorType.F16:
                WidenHalves(MemoryMarshal.Cast<byte, ushort>(raw), values);
                break;
            case TensorType.I32:
                var integers = MemoryMarshal.Cast<byte, int>(raw);
                for (var i = 0; i < values.Length; i++) values[i] = integers[i];
                break;
            case TensorType.I8:
                for (var i = 0; i < values.Length; i++) values[i] = (sbyte)raw[i];
                break;
            default:
                for (var i = 0; i < values.Length; i++) values[i] = raw[i];
                break;
        }
    }
}

internal static class TensorTypes
{
    public static int Bytes(this TensorType type) => type switch
    {
        TensorType.F32 or TensorType.I32 => 4,
        TensorType.F16 => 2,
        _ => 1,
    };
}
