using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Crosscheck.Eval;

/// <summary>Text and JSON lines, plain or .gz.</summary>
public static class Lines
{
    public static Stream Open(string path)
    {
        Stream file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    public static IEnumerable<string> Read(string path)
    {
        using var reader = new StreamReader(Open(path), Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }

    public static IEnumerable<JsonElement> ReadJson(string path) =>
        from line in Read(path) where line.Length > 0 select JsonElement.Parse(line);

    public static StreamWriter Create(string path) => new(path, false, new UTF8Encoding(false)) { NewLine = "\n" };

    /// <summary>Maps items on several threads, in order.</summary>
    public static IEnumerable<TResult> Map<T, TResult>(IEnumerable<T> items, int threads, Func<T, TResult> map) =>
        threads <= 1 ? items.Select(map) : items.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).Select(map);
}
