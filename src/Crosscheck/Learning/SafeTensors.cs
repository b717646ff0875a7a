using System.Collections.Immutable;
using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Text.Json;

namespace Crosscheck.Learning;

/// <summary>
/// A memory-mapped file of named tensors in the safetensors format: eight bytes (little-endian) with the length of a JSON header, the header with
/// each tensor's type, shape and place, then the numbers. Every place is checked when the file is opened; the pages are read when they are used.
/// Tensors of types other than <see cref="TensorType"/>'s are passed over. Safe for many threads until disposed.
/// </summary>
public sealed class SafeTensors : IDisposable
{
    private const int LengthBytes = sizeof(ulong);
    private const int MaxHeaderBytes = 16 << 20;

    private readonly string _path;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    private SafeTensors(string path, MemoryMappedFile file, long length)
    {
        _path = path;
        _file = file;
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
    }

    internal readonly record struct Place(TensorType Type, ImmutableArray<int> Shape, long Start);

    /// <summary>What the file says about itself: the strings under <c>__metadata__</c>.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; private set; } = ImmutableSortedDictionary<string, string>.Empty;

    public IEnumerable<string> Names => _places.Keys.Order(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The file is missing, cannot be read or is damaged.</exception>
    public static SafeTensors Open(string path)
    {
        SafeTensors? opened = null;
        try
        {
            var length = new FileInfo(path).Length;
            if (length < LengthBytes) throw Broken(path);
            opened = new SafeTensors(path, MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read), length);
            opened.ReadHeader(length);
            return opened;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            opened?.Dispose();
            throw new InvalidOperationException($"The trained weights at '{path}' cannot be read: the install is broken.", e);
        }
        catch
        {
            opened?.Dispose();
            throw;
        }
    }

    public bool Contains(string name) => _places.ContainsKey(name);

    /// <summary>One tensor; an 8-bit one brings the scale of each row from the tensor <c>NAME.scale</c>, when there is one.</summary>
    /// <exception cref="InvalidOperationException">The file has no such tensor.</exception>
    public Tensor Tensor(string name)
    {
        if (!_places.TryGetValue(name, out var place))
            throw new InvalidOperationException($"The trained weights at '{_path}' lack '{name}': the install is broken.");
        float[]? scale = null;
        if (place.Type == TensorType.I8 && _places.TryGetValue(name + ".scale", out var scales))
        {
            scale = new Tensor(this, scales, null).ToArray();
            if (place.Shape.Length == 0 || scale.Length != place.Shape[0]) throw Broken();
        }

        return new Tensor(this, place, scale);
    }

    /// <summary>A positive number out of <see cref="Metadata"/>.</summary>
    /// <exception cref="InvalidOperationException">It is missing or no such number.</exception>
    internal int Size(string name) =>
        Metadata.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : throw Broken();

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    internal void Read<T>(long start, Span<T> values)
        where T : unmanaged => _view.SafeMemoryMappedViewHandle.ReadSpan((ulong)start, values);

    internal InvalidOperationException Broken() => Broken(_path);

    private static InvalidOperationException Broken(string path) =>
        new($"The trained weights at '{path}' are damaged or of another version: the install is broken.");

    private void ReadHeader(long length)
    {
        var size = _view.ReadUInt64(0);
        if (size > MaxHeaderBytes || (long)size > length - LengthBytes) throw Broken();
        var header = new byte[size];
        Read<byte>(LengthBytes, header);
        try
        {
            using var json = JsonDocument.Parse(header);
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                if (entry.NameEquals("__metadata__"u8))
                    Metadata = entry.Value.EnumerateObject().ToImmutableSortedDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.Ordinal);
                else if (PlaceOf(entry.Value, LengthBytes + (long)size, length) is { } place && !_places.TryAdd(entry.Name, place))
                    throw Broken();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or OverflowException)
        {
            throw Broken();
        }
    }

    /// <summary>Null for a type that is not read here.</summary>
    private Place? PlaceOf(JsonElement entry, long dataStart, long length)
    {
        TensorType? type = entry.GetProperty("dtype").GetString() switch
        {
            "F32" => TensorType.F32,
            "F16" => TensorType.F16,
            "I32" => TensorType.I32,
            "I8" => TensorType.I8,
            "U8" => TensorType.U8,
            _ => null,
        };
        if (type is not { } known) return null;
        var shape = entry.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32()).ToImmutableArray();
        var offsets = entry.GetProperty("data_offsets");
        if (offsets.GetArrayLength() != 2) throw Broken();
        var (begin, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        var count = 1L;
        foreach (var d in shape) count = d < 0 ? throw Broken() : checked(count * d);
        if (count > int.MaxValue || begin < 0 || end > length - dataStart || end - begin != count * known.Bytes()) throw Broken();
        return new Place(known, shape, dataStart + begin);
    }
}
