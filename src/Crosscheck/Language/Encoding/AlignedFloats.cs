using System.Runtime.InteropServices;

namespace Crosscheck.Language.Encoding;

/// <summary>A block of floats that starts on a cache line, so that no vector straddles two. Grows, never shrinks, and keeps nothing when it grows.</summary>
internal sealed class AlignedFloats
{
    private const int LineBytes = 64;
    private float[] _array = [];
    private int _start;
    private int _length;

    /// <summary>The first <paramref name="length"/> floats; what they hold is whatever was there.</summary>
    public Span<float> Take(int length)
    {
        if (length > _length)
        {
            _array = GC.AllocateArray<float>(length + (LineBytes / sizeof(float)), pinned: true);
            var past = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0) % LineBytes);
            _start = (LineBytes - past) % LineBytes / sizeof(float);
            _length = length;
        }

        return _array.AsSpan(_start, length);
    }
}
