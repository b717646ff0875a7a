namespace Crosscheck.Language;

/// <summary>A vector of length one for each sentence of a layer: near in direction where sentences mean the same.</summary>
public sealed class SentenceVectors
{
    private readonly float[] _values;

    internal SentenceVectors(float[] values, int width)
    {
        _values = values;
        Width = width;
    }

    /// <summary>Numbers in a vector.</summary>
    public int Width { get; }

    public int Count => _values.Length / Width;

    public ReadOnlySpan<float> this[int sentence] => _values.AsSpan(sentence * Width, Width);

    /// <summary>Cosine of two sentences' vectors, from -1 to 1.</summary>
    public static float Likeness(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(a.Length, b.Length);
        var sum = 0f;
        for (var i = 0; i < a.Length; i++) sum = MathF.FusedMultiplyAdd(a[i], b[i], sum);
        return sum;
    }
}
