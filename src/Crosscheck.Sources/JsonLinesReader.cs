using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;
using Crosscheck.Text;

namespace Crosscheck.Sources;

/// <summary>
/// JSON lines with <c>text</c> or <c>html</c>, and <c>url</c>, <c>title</c>, <c>date</c>, <c>outlet</c> where known. Each line is a document of its
/// own, at <c>FILE!LINE</c> (from 1). Streamed: memory holds one line.
/// </summary>
internal sealed class JsonLinesReader(SourceOptions options)
{
    public IEnumerable<SourceItem> Read(Stream stream, Entry file)
    {
        using Stream input = file.Compressed ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        var lines = new ByteLines(input, options.MaxDocumentBytes);
        for (var number = 1; ; number++)
        {
            SourceItem? item = null;
            var start = lines.Position;
            var state = LineState.End;
            byte[] line = [];
            try
            {
                state = lines.Next(out line);
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                item = new Diagnostic(DiagnosticCode.CompressedBroken, Severity.Error, $"{file.Shown}!{number}", null, $"'{file.Shown}' breaks off at line {number}; the lines before it were read.");
            }

            if (item is null)
            {
                if (state == LineState.End) yield break;
                var shown = $"{file.Shown}!{number}";
                if (state == LineState.TooLong) item = BoundedReader.Failed(ReadFailure.TooLarge, shown, options);
                else if (!line.AsSpan().Trim(" \t\r"u8).IsEmpty) item = Parse(line, file.Shown, number, start);
            }
            else
            {
                yield return item.Value;
                yield break;
            }

            if (item is { } found) yield return found;
        }
    }

    private static SourceItem Parse(byte[] line, string shown, int number, long start)
    {
        var path = $"{shown}!{number}";
        Diagnostic Broken(string why) => new(DiagnosticCode.JsonLineBroken, Severity.Error, path, At(start, line.Length), $"Line {number} of '{shown}' {why}; the other lines were read.");
        try
        {
            using var json = JsonDocument.Parse(SurrogateEscapes.Mend(line));
            var fields = json.RootElement;
            if (fields.ValueKind != JsonValueKind.Object) return Broken("is not a JSON object");
            var isHtml = fields.TryGetProperty("html", out var content) && content.ValueKind == JsonValueKind.String;
            if (!isHtml && (!fields.TryGetProperty("text", out content) || content.ValueKind != JsonValueKind.String)) return Broken("has neither \"text\" nor \"html\"");
            var text = content.GetString()!;
            if (text.AsSpan().Trim().IsEmpty) return new Diagnostic(DiagnosticCode.InputEmpty, Severity.Warning, path, At(start, line.Length), $"Line {number} of '{shown}' has an empty text.");
            return new RawDocument(
                [path], Encoding.UTF8.GetBytes(text), Convert.ToHexStringLower(SHA256.HashData(line)),
                isHtml ? DocumentFormat.Html : DocumentFormat.PlainText, Sidecar.Of(fields), Container: shown, Charset: "utf-8");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not UTF-8.
            return Broken("is not JSON");
        }
    }

    /// <summary>Byte offsets of the line in the (unpacked) file, where they fit.</summary>
    private static TextSpan? At(long start, int length) => start + length <= int.MaxValue ? new TextSpan((int)start, (int)start + length) : null;
}
