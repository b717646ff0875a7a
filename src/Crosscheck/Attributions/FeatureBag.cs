using Crosscheck.Learning;

namespace Crosscheck.Attributions;

/// <summary>The features of one example, reused from example to example. Not shared between threads.</summary>
internal sealed class FeatureBag
{
    private uint[] _items = new uint[128];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Items => _items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int template) => Add(FeatureHash.Of(template));

    public void Add(int template, uint a) => Add(FeatureHash.Of(template).Add(a));

    public void Add(int template, uint a, uint b) => Add(FeatureHash.Of(template).Add(a).Add(b));

    public void Add(int template, uint a, uint b, uint c) => Add(FeatureHash.Of(template).Add(a).Add(b).Add(c));

    public void Add(FeatureHash hash)
    {
        if (Count == _items.Length) Array.Resize(ref _items, _items.Length * 2);
        _items[Count++] = hash.Value;
    }

    /// <summary>A number on a coarse logarithmic scale: 0, 1, 2, 3, 4, 6, 8, 12, 16, ... share one value each.</summary>
    public static uint Bucket(int value)
    {
        if (value < 0) return 64 + Bucket(-value);
        if (value < 5) return (uint)value;
        var step = int.Log2(value);
        return (uint)((2 * step) + ((value >> (step - 1)) & 1) + 1);
    }
}
