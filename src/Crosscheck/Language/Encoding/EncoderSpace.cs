namespace Crosscheck.Language.Encoding;

/// <summary>Work space of one thread for <see cref="Encoder"/>; nothing is allocated once it has grown to the largest batch.</summary>
internal sealed class EncoderSpace
{
    /// <summary>For the heads on top.</summary>
    public ProductSpace Product { get; } = new();

    internal Sheet Hidden { get; } = new();

    internal Sheet Attended { get; } = new();

    internal Sheet Projected { get; } = new();

    internal Sheet Inner { get; } = new();

    internal ByteSheet Bytes { get; } = new();

    internal AttentionSpace Attention { get; } = new();

    internal AlignedFloats Row { get; } = new();

    internal int[] Ends { get; set; } = [];
}
