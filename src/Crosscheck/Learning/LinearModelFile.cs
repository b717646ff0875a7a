using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Crosscheck.Learning;

/// <summary>
/// The file form of a <see cref="LinearModel"/>, little-endian: magic, version, counts, the largest and smallest magnitude, labels, then for
/// each feature in ascending order the step from the hash before, the number of its weights (both in groups of 7 bits, the last without its high bit) and the
/// weights as (class, code). A code is a sign and
/// a step on a logarithmic scale of 127 steps, so that a small weight keeps its precision beside a large one.
/// </summary>
public static class LinearModelFile
{
    private const uint Magic = 0x314E4C58;
    private const int Version = 2;

    /// <summary>The version that wrote a hash in 4 bytes and a number of weights in 2; still read.</summary>
    private const int WideVersion = 1;
    private const int Steps = 127;
    private const int MaxClasses = 4096;

    /// <summary>One feature's weights; a class at most once.</summary>
    public readonly record struct Row(uint Feature, (int Class, float Weight)[] Weights);

    /// <summary>Writes a model. Weights nearer to zero than <paramref name="smallest"/> are left out, and features without any left.</summary>
    public static void Write(string path, IReadOnlyList<string> classes, IEnumerable<Row> rows, float smallest)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = File.Create(path);
        Write(file, classes, rows, smallest);
    }

    /// <inheritdoc cref="Write(string, IReadOnlyList{string}, IEnumerable{Row}, float)"/>
    public static void Write(Stream stream, IReadOnlyList<string> classes, IEnumerable<Row> rows, float smallest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes.Count, MaxClasses);
        var kept = (from row in rows
                    let weights = (from w in row.Weights where MathF.Abs(w.Weight) >= smallest orderby w.Class select w).ToArray()
                    where weights.Length > 0
                    orderby row.Feature
                    select new Row(row.Feature, weights)).ToList();
        var largest = kept.SelectMany(r => r.Weights).Select(w => MathF.Abs(w.Weight)).DefaultIfEmpty(smallest).Max();
        largest = MathF.Max(largest, smallest * 1.0001f);

        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(classes.Count);
        writer.Write(kept.Count);
        writer.Write(kept.Sum(r => r.Weights.Length));
        writer.Write(largest);
        writer.Write(smallest);
        foreach (var label in classes)
        {
            var bytes = Encoding.UTF8.GetBytes(label);
            writer.Write((ushort)bytes.Length);
            writer.Write(bytes);
        }

        uint previous = 0;
        foreach (var row in kept)
        {
            writer.Write7BitEncodedInt((int)(row.Feature - previous));
            writer.Write7BitEncodedInt(row.Weights.Length);
            previous = row.Feature;
            foreach (var (c, weight) in row.Weights)
            {
                if (classes.Count <= 256) writer.Write((byte)c);
                else writer.Write((ushort)c);
                writer.Write(CodeOf(weight, largest, smallest));
            }
        }
    }

    /// <exception cref="InvalidOperationException">The file is missing or broken: a broken install.</exception>
    public static LinearModel Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The trained weights at '{path}' cannot be read: the install is broken.", e);
        }

        return Parse(bytes) ?? throw new InvalidOperationException($"The trained weights at '{path}' are damaged or of another version: the install is broken.");
    }

    /// <summary>The model, or null where the bytes are not one.</summary>
    internal static LinearModel? Parse(ReadOnlySpan<byte> bytes)
    {
        const int Head = 28;
        if (bytes.Length < Head || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) return null;
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (version is not (Version or WideVersion)) return null;
        var classCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var featureCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        var cellCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]);
        var largest = BinaryPrimitives.ReadSingleLittleEndian(bytes[20..]);
        var smallest = BinaryPrimitives.ReadSingleLittleEndian(bytes[24..]);
        if (classCount is < 1 or > MaxClasses || featureCount < 0 || cellCount < 0) return null;
        if (!float.IsFinite(largest) || !(smallest > 0) || !(largest > smallest)) return null;

        var at = Head;
        var classes = ImmutableArray.CreateBuilder<string>(classCount);
        for (var i = 0; i < classCount; i++)
        {
            if (bytes.Length - at < 2) return null;
            var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
            at += 2;
            if (bytes.Length - at < length) return null;
            classes.Add(Encoding.UTF8.GetString(bytes.Slice(at, length)));
            at += length;
        }

        var cellSize = classCount <= 256 ? 2 : 3;
        var rowHead = version == WideVersion ? 6L : 2L;
        if (bytes.Length - at < (rowHead * featureCount) + ((long)cellSize * cellCount)) return null;
        return ReadRows(bytes[at..], version == WideVersion, classes.MoveToImmutable(), featureCount, cellCount, Decoder(largest, smallest));
    }

    private static LinearModel? ReadRows(
        ReadOnlySpan<byte> bytes, bool wideHeads, ImmutableArray<string> classes, int featureCount, int cellCount, float[] decoded)
    {
        var classSize = classes.Length > 256 ? 2 : 1;
        var builder = new LinearModel.Builder(classes, featureCount, cellCount);
        var row = new (int Class, float Weight)[classes.Length];
        var left = cellCount;
        var at = 0;
        long feature = 0;
        for (var i = 0; i < featureCount; i++)
        {
            uint step, length;
            if (wideHeads)
            {
                if (bytes.Length - at < 6) return null;
                step = (uint)(BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) - feature);
                length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 4)..]);
                at += 6;
            }
            else if (!ReadGroups(bytes, ref at, out step) || !ReadGroups(bytes, ref at, out length))
            {
                return null;
            }

            feature += step;
            if ((step == 0 && i > 0) || feature > uint.MaxValue || length > left || length > classes.Length) return null;
            if (bytes.Length - at < (classSize + 1) * length) return null;
            left -= (int)length;
            for (var j = 0; j < length; j++)
            {
                int c = classSize == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : bytes[at];
                if (c >= classes.Length) return null;
                row[j] = (c, decoded[bytes[at + classSize]]);
                at += classSize + 1;
            }

            builder.Add((uint)feature, row.AsSpan(0, (int)length));
        }

        return left == 0 && at == bytes.Length ? builder.Build() : null;
    }

    private static bool ReadGroups(ReadOnlySpan<byte> bytes, ref int at, out uint value)
    {
        value = 0;
        for (var shift = 0; shift < 35 && at < bytes.Length; shift += 7)
        {
            var group = bytes[at++];
            value |= (uint)(group & 0x7F) << shift;
            if (group < 0x80) return true;
        }

        return false;
    }

    private static byte CodeOf(float weight, float largest, float smallest)
    {
        var step = (int)MathF.Round(MathF.Log(MathF.Abs(weight) / smallest) / MathF.Log(largest / smallest) * Steps);
        return (byte)(Math.Clamp(step, 0, Steps) | (weight < 0 ? 0x80 : 0));
    }

    private static float[] Decoder(float largest, float smallest)
    {
        var decoded = new float[256];
        for (var step = 0; step <= Steps; step++)
        {
            decoded[step] = (float)(smallest * Math.Pow(largest / smallest, (double)step / Steps));
            decoded[step | 0x80] = -decoded[step];
        }

        return decoded;
    }
}
