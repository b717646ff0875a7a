using System.Runtime.CompilerServices;

namespace Crosscheck.Learning;

/// <summary>
/// Hash of a feature: the identity of its template and the values that fill it, mixed without allocating.
/// The same on every machine and in every version of the runtime, since trained weights are kept under it.
/// </summary>
/// <example><c>FeatureHash.Of(7).Add(word).Add(tag).Value</c></example>
public readonly struct FeatureHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly ulong _state;

    private FeatureHash(ulong state) => _state = state;

    /// <summary>Starts a feature; each template has a number of its own within a model.</summary>
    public static FeatureHash Of(int template) => new(Mix(0x51ED270B, (uint)template));

    /// <summary>Order counts: values added the other way round make another feature.</summary>
    public FeatureHash Add(int value) => new(Mix(_state, (uint)value));

    public FeatureHash Add(uint value) => new(Mix(_state, value));

    public FeatureHash Add(ReadOnlySpan<char> value) => new(Mix(_state, OfText(value)));

    /// <summary>The hash of a text as lower case (invariant), without making that text.</summary>
    public FeatureHash AddLower(ReadOnlySpan<char> value) => new(Mix(_state, OfLowerText(value)));

    /// <summary>The finished hash.</summary>
    public uint Value => Finish(_state);

    /// <summary>A text as one number, for a caller that uses the same text in many features.</summary>
    public static uint OfText(ReadOnlySpan<char> value)
    {
        var state = (ulong)value.Length;
        foreach (var c in value) state = (state ^ c) * 0x100000001B3 + 0x632BE5AB;
        return Finish(state);
    }

    /// <inheritdoc cref="OfText"/>
    public static uint OfLowerText(ReadOnlySpan<char> value)
    {
        var state = (ulong)value.Length;
        foreach (var c in value)
        {
            var lower = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c < 0x80 ? c : char.ToLowerInvariant(c);
            state = (state ^ lower) * 0x100000001B3 + 0x632BE5AB;
        }

        return Finish(state);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong state, uint value)
    {
        var mixed = (state ^ value) * Multiplier;
        return mixed ^ (mixed >> 29);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(ulong state)
    {
        state = (state ^ (state >> 32)) * 0xD6E8FEB86659FD93;
        return (uint)(state >> 32);
    }
}
