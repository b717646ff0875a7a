using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Crosscheck.Language;
using Crosscheck.Text;
using Crosscheck.Training.Language;

namespace Crosscheck.Training.Attributions;

/// <summary>An attribution as an annotator marked it.</summary>
internal sealed record MarkedAttribution(string Id, ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content);

/// <summary>A PolNeAR article with its marked attributions.</summary>
internal sealed record MarkedArticle(string Id, string Text, ImmutableArray<MarkedAttribution> Attributions)
{
    public static IEnumerable<MarkedArticle> Read(string path)
    {
        foreach (var line in Lines(path))
        {
            if (line.Length == 0) continue;
            var json = JsonElement.Parse(line);
            yield return new MarkedArticle(
                json.GetProperty("id").GetString()!,
                json.GetProperty("text").GetString()!,
                [.. json.GetProperty("attributions").EnumerateArray().Select(a => new MarkedAttribution(
                    a.GetProperty("id").GetString()!, Spans(a, "source"), Spans(a, "cue"), Spans(a, "content")))]);
        }
    }

    public static IEnumerable<string> Lines(string path)
    {
        using Stream file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <summary>The article's layer by the program's own tagger and parser, its paragraphs as blocks.</summary>
    public SyntaxLayer Analyse(LanguageEngine engine) => engine.Read(new SourceText(Text), "en", Paragraphs.Of(Text));

    /// <summary>The article's tokens and sentences alone.</summary>
    public SyntaxLayer Tokens() => LanguageEngine.Tokenize(new SourceText(Text), "en", Paragraphs.Of(Text), out _);

    private static ImmutableArray<TextSpan> Spans(JsonElement attribution, string role) =>
        [.. attribution.GetProperty(role).EnumerateArray().Select(s => new TextSpan(s[0].GetInt32(), s[1].GetInt32()))];
}
