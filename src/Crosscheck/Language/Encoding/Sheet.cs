using System.Runtime.CompilerServices;

namespace Crosscheck.Language.Encoding;

/// <summary>
/// Features of many pieces, laid out for the kernels: panels of <see cref="Lanes"/> pieces, in each panel feature after feature, and for each feature
/// the pieces side by side. So a vector holds one feature of neighbouring pieces, every sum over features is one chain of additions in
/// order, and no result depends on the width of the processor's vectors. Not for more than one thread at a time.
/// </summary>
internal sealed class Sheet
{
    /// <summary>Pieces in a panel.</summary>
    public const int Lanes = 32;

    private readonly AlignedFloats _floats = new();

    /// <summary>Features in use.</summary>
    public int Features { get; private set; }

    /// <summary>Pieces in use; the lanes behind the last one hold finite numbers of no meaning.</summary>
    public int Pieces { get; private set; }

    public int Panels => (Pieces + Lanes - 1) / Lanes;

    /// <summary>Floats from one panel to the next.</summary>
    public int Stride { get; private set; }

    public Span<float> Floats => _floats.Take(Panels * Stride);

    /// <summary>Sets the size; the features are padded to whole strips, since kernels write whole strips.</summary>
    public void Resize(int features, int pieces)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        ArgumentOutOfRangeException.ThrowIfNegative(pieces);
        Features = features;
        Pieces = pieces;
        Stride = Strips.Padded(features) * Lanes;
        _ = _floats.Take(checked(Panels * Stride));
    }

    public Span<float> Panel(int panel) => Floats.Slice(panel * Stride, Stride);

    /// <summary>Takes over rows of <see cref="Features"/> numbers, one row a piece; the lanes left over become zero.</summary>
    public void Fill(ReadOnlySpan<float> rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, Pieces * Features);
        for (var piece = 0; piece < Panels * Lanes; piece++)
        {
            if (piece < Pieces) SetPiece(piece, rows.Slice(piece * Features, Features));
            else ClearPiece(piece);
        }
    }

    /// <summary>Gives the features back as rows, one a piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(Span<float> rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, Pieces * Features);
        for (var piece = 0; piece < Pieces; piece++)
        {
            var row = rows.Slice(piece * Features, Features);
            var column = Panel(piece / Lanes)[(piece % Lanes)..];
            for (int feature = 0, at = 0; feature < row.Length; feature++, at += Lanes) row[feature] = column[at];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetPiece(int piece, ReadOnlySpan<float> row)
    {
        var column = Panel(piece / Lanes)[(piece % Lanes)..];
        for (int feature = 0, at = 0; feature < row.Length; feature++, at += Lanes) column[at] = row[feature];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ClearPiece(int piece)
    {
        var column = Panel(piece / Lanes)[(piece % Lanes)..];
        for (int feature = 0, at = 0; feature < Features; feature++, at += Lanes) column[at] = 0;
    }

    /// <summary>Copies one feature of the pieces from <paramref name="first"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ReadFeature(int feature, int first, Span<float> values)
    {
        while (!values.IsEmpty)
        {
            var lane = first % Lanes;
            var run = Math.Min(Lanes - lane, values.Length);
            Panel(first / Lanes).Slice((feature * Lanes) + lane, run).CopyTo(values);
            values = values[run..];
            first += run;
        }
    }

    /// <summary>Sets one feature of the pieces from <paramref name="first"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteFeature(int feature, int first, ReadOnlySpan<float> values)
    {
        while (!values.IsEmpty)
        {
            var lane = first % Lanes;
            var run = Math.Min(Lanes - lane, values.Length);
            values[..run].CopyTo(Panel(first / Lanes).Slice((feature * Lanes) + lane, run));
            values = values[run..];
            first += run;
        }
    }
}
