using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Crosscheck.Learning;

namespace Crosscheck.Language.Identification;

/// <summary>The trained weights of language identification, by script: read once, when the first text needs them.</summary>
internal sealed class LanguageWeights
{
    public const string FileName = "languages.bin";

    // "CCLI" and the version of the format.
    private const uint Magic = 0x494C4343;
    private const int Version = 1;
    private const int MostRows = 1 << 20;

    private static readonly Lazy<LanguageWeights> Loaded = new(() => Load(Path.Combine(ModelFolder.Default, "language")));

    private readonly SequenceWeights?[] _byScript = new SequenceWeights?[(int)Script.Hangul + 1];
    private readonly (Script Script, SequenceWeights Weights)[] _all;

    /// <param name="all">For each script the weights of all its languages first, then those of languages that are close to each other.</param>
    public LanguageWeights(IEnumerable<(Script Script, SequenceWeights Weights)> all)
    {
        _all = [.. all];
        foreach (var (script, weights) in _all)
        {
            if (_byScript[(int)script] is { } wide) wide.AddClose(weights);
            else _byScript[(int)script] = weights;
        }

        Codes = _all.SelectMany(w => w.Weights.Codes).Concat(Scripts.OnlyLanguages).ToFrozenSet(StringComparer.Ordinal);
    }

    public IEnumerable<(Script Script, SequenceWeights Weights)> All => _all;

    /// <summary>All languages that can be named, those of a script of their own included.</summary>
    public FrozenSet<string> Codes { get; }

    /// <exception cref="InvalidOperationException">The file is missing or broken: a broken install.</exception>
    public static LanguageWeights Shared => Loaded.Value;

    /// <summary>Null for a script that one language alone is written in.</summary>
    public SequenceWeights? Of(Script script) => _byScript[(int)script];

    /// <exception cref="InvalidOperationException">The file is missing or broken.</exception>
    public static LanguageWeights Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return Parse(WeightsFile.Read(path)) ?? throw WeightsFile.Broken(path);
    }

    /// <returns>Null for bytes of another format, or cut off.</returns>
    internal static LanguageWeights? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) != Version) return null;
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        bytes = bytes[12..];
        var all = new List<(Script, SequenceWeights)>();
        for (; count > 0; count--)
        {
            if (bytes.Length < 24) return null;
            var script = (Script)bytes[0];
            var codesLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
            var rows = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
            var scale = BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]);
            var certainty = new Certainty(
                BinaryPrimitives.ReadSingleLittleEndian(bytes[12..]), BinaryPrimitives.ReadSingleLittleEndian(bytes[16..]), BinaryPrimitives.ReadSingleLittleEndian(bytes[20..]));
            bytes = bytes[24..];
            if (script > Script.Hangul || bytes.Length < codesLength || rows is < 0 or > MostRows) return null;
            var codes = System.Text.Encoding.ASCII.GetString(bytes[..codesLength]).Split(' ');
            bytes = bytes[codesLength..];
            if (bytes.Length < (4L + codes.Length) * rows) return null;
            var keys = new uint[rows];
            for (var i = 0; i < rows; i++) keys[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 * i)..]);
            bytes = bytes[(4 * rows)..];
            var weights = MemoryMarshal.Cast<byte, sbyte>(bytes[..(codes.Length * rows)]).ToArray();
            bytes = bytes[(codes.Length * rows)..];
            all.Add((script, new SequenceWeights(codes, scale, keys, weights, certainty)));
        }

        return bytes.IsEmpty ? new LanguageWeights(all) : null;
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using var writer = new BinaryWriter(File.Create(Path.Combine(folder, FileName)));
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(_all.Length);
        foreach (var (script, weights) in _all)
        {
            var codes = System.Text.Encoding.ASCII.GetBytes(string.Join(' ', weights.Codes));
            writer.Write((byte)script);
            writer.Write((byte)0);
            writer.Write((ushort)codes.Length);
            writer.Write(weights.Keys.Length);
            writer.Write(weights.Scale);
            writer.Write(weights.Certainty.Offset);
            writer.Write(weights.Certainty.PerStrength);
            writer.Write(weights.Certainty.PerHeight);
            writer.Write(codes);
            foreach (var key in weights.Keys) writer.Write(key);
            for (var row = 0; row < weights.Keys.Length; row++) writer.Write(MemoryMarshal.AsBytes(weights.Row(row)));
        }
    }
}
