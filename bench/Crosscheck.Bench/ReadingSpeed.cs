using System.Globalization;
using System.IO.Compression;
using AngleSharp.Html.Parser;
using Crosscheck.Articles;
using Crosscheck.Articles.Decoding;
using Crosscheck.Learning;

namespace Crosscheck.Bench;

/// <summary>
/// How long reading a page takes beside the bare parse of its markup and beside another extractor, on one thread, warm. All ways take turns on each page; times are
/// of the thread, collections of garbage included, and the best round of a page counts.
/// </summary>
internal static class ReadingSpeed
{
    private const int Ways = 4;

    /// <summary>Rounds before the count: until then methods are still being compiled anew.</summary>
    private const int WarmUp = 10;

    /// <param name="folder">Pages as <c>.html</c> or <c>.html.gz</c>.</param>
    /// <param name="every">Of so many pages, in the order of their names, one is read.</param>
    public static void Run(string folder, int every, int rounds)
    {
        var pages = Directory.GetFiles(folder).Where(p => p.EndsWith(".html", StringComparison.Ordinal) || p.EndsWith(".html.gz", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Where((_, i) => i % every == 0).Select(Bytes).ToList();
        var reader = ArticleReader.Load(ModelFolder.Default);
        var best = new double[pages.Count, Ways];
        for (var p = 0; p < pages.Count; p++)
        {
            for (var way = 0; way < Ways; way++) best[p, way] = double.MaxValue;
        }

        for (var round = -WarmUp; round < rounds; round++)
        {
            for (var p = 0; p < pages.Count; p++)
            {
                for (var way = 0; way < Ways; way++)
                {
                    var seconds = Seconds(pages[p], way, reader);
                    if (round >= 0) best[p, way] = Math.Min(best[p, way], seconds);
                }
            }
        }

        var sums = Enumerable.Range(0, Ways).Select(way => Enumerable.Range(0, pages.Count).Sum(p => best[p, way])).ToArray();
        var megabytes = pages.Sum(p => (double)p.Length) / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages, {megabytes:f1} MB\n\n| way | ms a page | MB a second | times the bare parse |\n| --- | --- | --- | --- |"));
        foreach (var (way, name) in ((int, string)[])[(0, "AngleSharp alone, from text"), (1, "AngleSharp alone, from bytes"), (2, "Crosscheck, from bytes to articles"), (3, "SmartReader 0.11, from text to article")])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {1000 * sums[way] / pages.Count:f2} | {megabytes / sums[way]:f1} | {sums[way] / sums[0]:f2} |"));
    }

    private static double Seconds(byte[] page, int way, ArticleReader reader)
    {
        var text = way is 0 or 3 ? Decoder.Decode(page, null, true, "page").Text : string.Empty;
        var start = ThreadTime.Seconds;
        switch (way)
        {
            case 0:
                using (new HtmlParser().ParseDocument(text)) break;
            case 1:
                using (var stream = new MemoryStream(page))
                using (new HtmlParser().ParseDocument(stream)) break;
            case 2:
                reader.Read(new RawDocument(["page.html"], page, string.Empty, DocumentFormat.Html, GivenMetadata.None));
                break;
            default:
                using (var other = new SmartReader.Reader("https://page.example/", text)) other.GetArticle();
                break;
        }

        return ThreadTime.Seconds - start;
    }

    private static byte[] Bytes(string path)
    {
        using Stream file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
