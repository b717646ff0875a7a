using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Crosscheck.Bench;

/// <summary>An encoder's file with random weights in the shape of all-MiniLM-L6-v2: speed does not depend on what was learned.</summary>
internal static class RandomWeights
{
    private const int Width = 384;
    private const int FeedForward = 1536;
    private const int Layers = 6;
    private const int Vocabulary = 30522;
    private const int Positions = 512;
    private const int Cases = 4;

    /// <summary>Writes the file below the temporary folder and gives its path.</summary>
    public static string Write()
    {
        var path = Path.Combine(Path.GetTempPath(), "crosscheck-bench-encoder.safetensors");
        var random = new Random(5);
        var header = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["__metadata__"] = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["layers"] = $"{Layers}",
                ["width"] = $"{Width}",
                ["heads"] = "12",
                ["feedForward"] = $"{FeedForward}",
                ["maxPositions"] = $"{Positions}",
                ["vocabulary"] = $"{Vocabulary}",
                ["cases"] = $"{Cases}",
            },
        };
        var numbers = new List<float[]>();
        long at = 0;
        void Add(string name, float scale, params int[] shape)
        {
            var values = Numbers(random, shape.Aggregate(1, (a, d) => a * d), scale);
            header[name] = new { dtype = "F32", shape, data_offsets = new[] { at, at + (4L * values.Length) } };
            numbers.Add(values);
            at += 4L * values.Length;
        }

        void Norm(string name)
        {
            Add(name + ".weight", 1, Width);
            Add(name + ".bias", .1f, Width);
        }

        void Dense(string name, int outputs, int inputs)
        {
            Add(name + ".weight", 1 / MathF.Sqrt(inputs), outputs, inputs);
            Add(name + ".bias", .1f, outputs);
        }

        Add("embeddings.word", 1, Vocabulary, Width);
        Add("embeddings.position", 1, Positions, Width);
        Add("embeddings.case", 1, Cases, Width);
        Norm("embeddings.norm");
        for (var i = 0; i < Layers; i++)
        {
            foreach (var part in new[] { "query", "key", "value", "output" }) Dense($"layer.{i}.{part}", Width, Width);
            Dense($"layer.{i}.up", FeedForward, Width);
            Dense($"layer.{i}.down", Width, FeedForward);
            Norm($"layer.{i}.attention_norm");
            Norm($"layer.{i}.output_norm");
        }

        using var file = File.Create(path);
        var text = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(header));
        file.Write(BitConverter.GetBytes((ulong)text.Length));
        file.Write(text);
        foreach (var values in numbers) file.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        return path;
    }

    public static float[] Numbers(Random random, int count, float scale)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = ((random.NextSingle() * 2) - 1) * scale;
        return values;
    }
}
