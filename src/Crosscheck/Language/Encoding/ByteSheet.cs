namespace Crosscheck.Language.Encoding;

/// <summary>
/// A <see cref="Sheet"/> in 8 bits: four features of a piece lie together in the bits of a float; for each block of features (<see cref="ByteStrips.Block"/>)
/// each piece has its own step and smallest value.
/// </summary>
internal sealed class ByteSheet
{
    private readonly AlignedFloats _bytes = new();
    private readonly AlignedFloats _scales = new();

    public int Features { get; private set; }

    public int Pieces { get; private set; }

    public int Panels => (Pieces + Sheet.Lanes - 1) / Sheet.Lanes;

    private int Stride => ByteStrips.Groups(Features) * Sheet.Lanes;

    private int ScaleStride => 2 * ByteStrips.Blocks(Features) * Sheet.Lanes;

    public Span<float> Panel(int panel) => _bytes.Take(Panels * Stride).Slice(panel * Stride, Stride);

    /// <summary>For each block of a panel what one step of a byte is worth, then what the byte 0 stands for, for each piece.</summary>
    public Span<float> Scales(int panel) => _scales.Take(Panels * ScaleStride).Slice(panel * ScaleStride, ScaleStride);

    /// <summary>Takes over the first features of a sheet.</summary>
    public void Fill(Sheet sheet, int features, Kernel kernel)
    {
        (Features, Pieces) = (features, sheet.Pieces);
        for (var panel = 0; panel < Panels; panel++)
        {
            var from = sheet.Panel(panel);
            var to = Panel(panel);
            var scales = Scales(panel);
            for (var first = 0; first < features; first += ByteStrips.Block)
            {
                kernel.Quantize(
                    from[(first * Sheet.Lanes)..],
                    Math.Min(ByteStrips.Block, features - first),
                    to[(ByteStrips.Groups(first) * Sheet.Lanes)..],
                    scales[..Sheet.Lanes],
                    scales.Slice(Sheet.Lanes, Sheet.Lanes));
                scales = scales[(2 * Sheet.Lanes)..];
            }
        }
    }
}
