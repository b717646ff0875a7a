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
    private readonly AlignedFloats _row = new();

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

    public void PackKeys(Sheet projected, int feature, int first)
    {
        var strips = KeyStrips;
        strips.Clear();
        var row = _row.Take(Keys);
        for (var f = 0; f < HeadWidth; f++)
        {
            projected.ReadFeature(feature + f, first, row);
            for (var key = 0; key < row.Length; key += Strips.Height)
            {
                var part = row.Slice(key, Math.Min(Strips.Height, row.Length - key));
                part.CopyTo(strips[((key / Strips.Height * Strips.Length(HeadWidth)) + ((f + 1) * Strips.Height))..]);
            }
        }
    }

    public void PackValues(Sheet projected, int feature, int first)
    {
        var strips = ValueStrips;
        strips.Clear();
        var row = _row.Take(Keys);
        for (var f = 0; f < HeadWidth; f++)
        {
            projected.ReadFeature(feature + f, first, row);
            Strips.SetOutput(strips, f, row, 0);
        }
    }
}
