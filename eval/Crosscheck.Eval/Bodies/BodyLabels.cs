using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Crosscheck.Articles.Html;
using Crosscheck.Text;

namespace Crosscheck.Eval.Bodies;

/// <summary>Whole bodies of development pages as places in the decoded document (<c>eval/labels/extraction/bodies.tsv</c>); the texts stay with the pages.</summary>
internal static class BodyLabels
{
    private const int HashLength = 16;

    /// <summary>One page's label. Blocks that begin inside a span of <paramref name="Body"/> are the body.</summary>
    /// <param name="Part">"tuned" or "held".</param>
    /// <param name="Set">The folder that the page lies in.</param>
    /// <param name="Hash">The first digits of the SHA-256 of the page's bytes.</param>
    public sealed record Label(string Id, string Part, string Set, string Genre, string Hash, TextSpan[] Body, TextSpan[] Standfirst)
    {
        public IEnumerable<int> BlocksOf(Page page) => In(page, [.. Body, .. Standfirst]);

        private static IEnumerable<int> In(Page page, TextSpan[] spans) =>
            Enumerable.Range(0, page.Blocks.Length).Where(b => Array.Exists(spans, s => s.Contains(page.Blocks[b].Source.Start)));
    }

    /// <summary>INPUT: lines of "folder, id, part, genre, body blocks, standfirst blocks" (numbers as <c>blocks</c> prints them) to labels.</summary>
    public static EvalTask Mark { get; } = new("bodies-mark", "INPUT.tsv of block numbers beside the pages' folder -> labels .tsv", (input, output, _) =>
    {
        using var writer = Lines.Create(output);
        var items = 0;
        foreach (var line in Lines.Read(input))
        {
            var fields = line.Split('\t');
            var path = Path.Combine(fields[0], fields[1] + ".html.gz");
            var page = PageFile.Parse(path);
            writer.WriteLine(string.Join('\t', fields[1], fields[2], Path.GetFileName(fields[0]), fields[3], HashOf(path), Spans(page, fields[4]), Spans(page, fields[5])));
            items++;
        }

        return new Tally(items, 0);
    });

    /// <summary>INPUT: "labels.tsv,data folder,part" to {ID: {articleBody}}, which <c>extraction.py</c> reads as gold.</summary>
    public static EvalTask Gold { get; } = new("bodies-gold", "LABELS.tsv,DATA,PART -> {ID: {articleBody}}", (input, output, _) =>
    {
        var at = input.Split(',');
        using var stream = File.Create(output);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        var items = 0;
        foreach (var label in Read(at[0]).Where(l => l.Part == at[2]))
        {
            var path = Path.Combine(at[1], label.Set, label.Id + ".html.gz");
            if (HashOf(path) != label.Hash) throw new InvalidDataException($"{label.Id} is not the page that was labelled.");
            var page = PageFile.Parse(path);
            json.WriteStartObject(label.Id);
            json.WriteString("articleBody", string.Join("\n\n", label.BlocksOf(page).Select(b => page.Blocks[b].Text)));
            json.WriteEndObject();
            items++;
        }

        json.WriteEndObject();
        return new Tally(items, 0);
    });

    public static IEnumerable<Label> Read(string path) =>
        from line in Lines.Read(path)
        where line.Length > 0 && line[0] != '#'
        let f = line.Split('\t')
        select new Label(f[0], f[1], f[2], f[3], f[4], Parse(f[5]), Parse(f[6]));

    private static string Spans(Page page, string blocks) =>
        string.Join(' ', Ranges(blocks).Select(r => string.Create(CultureInfo.InvariantCulture, $"{page.Blocks[r.First].Source.Start}-{page.Blocks[r.Last].Source.End}")));

    private static IEnumerable<(int First, int Last)> Ranges(string ranges) =>
        from range in ranges.Split(',', StringSplitOptions.RemoveEmptyEntries)
        let ends = range.Split('-')
        select (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture));

    private static TextSpan[] Parse(string spans) =>
        [.. from span in spans.Split(' ', StringSplitOptions.RemoveEmptyEntries) let ends = span.Split('-') select new TextSpan(int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture))];

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(PageFile.Bytes(path)))[..HashLength];
}
