using Crosscheck.Language.Encoding;
using Crosscheck.Learning;
using Crosscheck.Tests.Reports;

namespace Crosscheck.Tests.Language.Encoding;

/// <summary>A random encoder and what PyTorch makes of it, written by <c>training/tiny_encoder.py</c>.</summary>
internal static class TinyEncoder
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "tests", "Crosscheck.Tests", "Language", "Encoding");

    private static readonly SafeTensors Vectors = SafeTensors.Open(Path.Combine(Folder, "tiny-encoder-vectors.safetensors"));

    public static string Location => Path.Combine(Folder, "tiny-encoder.safetensors");

    public static SafeTensors File { get; } = SafeTensors.Open(Location);

    public static int[] Pieces { get; } = [.. Vectors.Tensor("pieces").ToArray().Select(v => (int)v)];

    public static byte[] Cases { get; } = [.. Vectors.Tensor("cases").ToArray().Select(v => (byte)v)];

    public static int[] Ends { get; } = [.. Vectors.Tensor("ends").ToArray().Select(v => (int)v)];

    /// <summary>PyTorch's hidden states.</summary>
    public static float[] Hidden { get; } = Vectors.Tensor("hidden").ToArray();

    /// <summary>PyTorch's states of the embedding and of each layer but the last.</summary>
    public static float[] Below { get; } = Vectors.Tensor("below").ToArray();

    public static float[] Run(Encoder encoder, Range pieces, params int[] ends)
    {
        var length = ends[^1];
        var hidden = new float[length * encoder.Shape.Width];
        encoder.Run(Pieces.AsSpan(pieces)[..length], Cases.AsSpan(pieces)[..length], ends, hidden, new EncoderSpace());
        return hidden;
    }

    public static float[] RunAll(Encoder encoder) => Run(encoder, .., Ends);
}
