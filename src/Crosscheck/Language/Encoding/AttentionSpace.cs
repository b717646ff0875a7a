using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Crosscheck.Language.Encoding;

/// <summary>Work space of one thread for one head over one window.</summary>
internal sealed class AttentionSpace
{
    private readonly AlignedFloats _keyStrips = new();
    private readonly AlignedFloats _valueStrips = new();
    private readonly AlignedFloats _queries = new();
    private readonly AlignedFloats _scores = new();
    private readonly AlignedFloats _values = new();
    private readonly AlignedFloats _inverseSums = new();
    private readonly AlignedFloats _rows = new();

    public int HeadWidth { get; private set; }

    /// <summary>Pieces in the window.</summary>
    public int Keys { get; private set; }

    /// <summary>Outputs are keys, inputs the head's features.</summary>
    public Span<float> KeyStrips => _keyStrips.Take(Strips.Count(Keys) * Strips.Length(HeadWidth));

    /// <summary>Outputs are the head's features, inputs keys.</summary>
    public Span<float> ValueStrips => _valueStrips.Take(Strips.Count(HeadWidth) * Strips.Length(Keys));

    /// <summary>A panel of queries.</summary>
    public Span<float> Queries => _queries.Take(HeadWidth * Sheet.Lanes);

    /// <summary>A row of lanes for each key.</summary>
    public Span<float> Scores => _scores.Take(Strips.Padded(Keys) * Sheet.Lanes);

    /// <summary>A row of lanes for each feature of the head.</summary>
    public Span<float> Values => _values.Take(Strips.Padded(HeadWidth) * Sheet.Lanes);

    public Span<float> InverseSums => _inverseSums.Take(Sheet.Lanes);

    public void Resize(int headWidth, int keys) => (HeadWidth, Keys) = (headWidth, keys);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void PackKeys(Sheet projected, int feature, int first)
    {
        var strips = KeyStrips;
        for (var strip = 0; strip < strips.Length; strip += Strips.Length(HeadWidth)) strips.Slice(strip, Strips.Height).Clear();
        var row = _rows.Take(Strips.Padded(Keys));
        row[Keys..].Clear();
        for (var f = 0; f < HeadWidth; f++)
        {
            projected.ReadFeature(feature + f, first, row[..Keys]);
            for (int key = 0, at = (f + 1) * Strips.Height; key < row.Length; key += Strips.Height, at += Strips.Length(HeadWidth))
            {
                var to = strips.Slice(at, Strips.Height);
                Vector128.Create(row[key..]).CopyTo(to);
                Vector128.Create(row[(key + 4)..]).CopyTo(to[4..]);
                Vector128.Create(row[(key + 8)..]).CopyTo(to[8..]);
            }
        }
    }

    public void PackValues(Sheet projected, int feature, int first)
    {
        var rows = _rows.Take(HeadWidth * Keys);
        for (var f = 0; f < HeadWidth; f++) projected.ReadFeature(feature + f, first, rows.Slice(f * Keys, Keys));
        Strips.Pack(ValueStrips, HeadWidth, Keys, rows, Keys);
    }
}
