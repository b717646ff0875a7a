using System.IO.Compression;
using System.Text;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;
using Crosscheck.Sources;
using Xunit;
using static Crosscheck.Tests.Sources.WarcFile;

namespace Crosscheck.Tests.Sources;

public sealed class WarcReaderTests
{
    private static readonly byte[] Start = Record("warcinfo", "software: test\r\n", "Content-Type: application/warc-fields\r\n");

    [Fact]
    public void A_response_is_a_page_with_its_address_day_and_status()
    {
        var document = Assert.Single(Packed.Read("x.warc", Join(Start, Response("https://daily.example/1"))).Documents);
        Assert.Equal($"x.warc!{Start.Length}", document.Path);
        Assert.Equal("x.warc", document.Container);
        Assert.Equal("https://daily.example/1", document.Given.Url);
        Assert.Equal("2025-03-24T10:11:12Z", document.Given.Fetched);
        Assert.Equal("WARC record", document.Given.Basis);
        Assert.Equal(200, document.HttpStatus);
        Assert.Equal("utf-8", document.Charset);
        Assert.Equal(DocumentFormat.Html, document.Format);
        Assert.Equal(Page, document.Text());
    }

    [Fact]
    public void A_record_of_a_compressed_file_is_named_by_the_offset_of_its_member()
    {
        byte[][] records = [Start, Response("https://daily.example/1"), Response("https://daily.example/2", Page + new string('x', 300_000)), Response("https://daily.example/3")];
        var packed = records.Select(r => Packed.Gzip(r)).ToList();
        var documents = Packed.Read("x.warc.gz", Join([.. packed])).Documents;
        var offsets = Enumerable.Range(1, 3).Select(i => packed.Take(i).Sum(p => p.Length));
        Assert.Equal(offsets.Select(o => $"x.warc.gz!{o}"), documents.Select(d => d.Path));
        Assert.Equal(300_000 + Page.Length, documents[1].Bytes.Length);
    }

    [Fact]
    public void A_file_compressed_as_a_whole_is_read_too()
    {
        var first = Response("https://daily.example/1");
        var documents = Packed.Read("x.warc.gz", Packed.Gzip(Join(first, Response("https://daily.example/2")))).Documents;
        Assert.Equal(["x.warc.gz!0", $"x.warc.gz!0+{first.Length}"], documents.Select(d => d.Path));
    }

    [Fact]
    public void Conversions_and_resources_hold_pages_and_what_else_there_is_is_counted()
    {
        var file = Join(
            Start,
            Record("conversion", "Text of a page.", "WARC-Target-URI: <https://daily.example/a>\r\nContent-Type: text/plain\r\n", "1.1"),
            Record("resource", "<p>Page.</p>", "WARC-Target-URI: https://daily.example/b\r\nContent-Type: text/html\r\n"),
            Record("request", "GET / HTTP/1.1\r\n\r\n"),
            Record("revisit", "HTTP/1.1 200 OK\r\n\r\n"),
            Response("https://daily.example/robots.txt", "User-agent: *", "Content-Type: text/plain\r\n"),
            Response("https://daily.example/gone", status: 404),
            Response("https://daily.example/p", [0xFF, 0xD8, 0xFF, 0], "Content-Type: image/jpeg\r\n"),
            Response("https://daily.example/lie", [0xFF, 0xD8, 0xFF, 0]),
            Response("https://daily.example/empty", string.Empty));
        var (documents, diagnostics) = Packed.Read("x.warc", file);
        Assert.Equal(["https://daily.example/a", "https://daily.example/b"], documents.Select(d => d.Given.Url));
        Assert.Equal([DocumentFormat.PlainText, DocumentFormat.Html], documents.Select(d => d.Format));
        var passed = Assert.Single(diagnostics);
        Assert.Equal(DiagnosticCode.RecordsPassedOver, passed.Code);
        foreach (var kind in (string[])["1 HTTP 404", "1 image/jpeg", "1 binary", "1 empty", "1 revisit", "1 text/plain"]) Assert.Contains(kind, passed.Message);
    }

    public static TheoryData<string, byte[]> Bodies
    {
        get
        {
            var page = Encoding.UTF8.GetBytes(Page);
            var half = page.Length / 2;
            byte[] chunked = [.. Encoding.UTF8.GetBytes($"{half:x};x=y\r\n"), .. page[..half], .. "\r\n"u8, .. Encoding.UTF8.GetBytes($"{page.Length - half:X}\r\n"), .. page[half..], .. "\r\n0\r\n\r\n"u8];
            return new()
            {
                { "Transfer-Encoding: chunked\r\n", chunked },
                { "Transfer-Encoding: chunked\r\n", page },
                { "Content-Encoding: gzip\r\n", Packed.Gzip(page) },
                { "Content-Encoding: gzip\r\n", page },
                { "content-encoding: deflate\r\n", Coded(page, s => new ZLibStream(s, CompressionLevel.Optimal)) },
                { "Content-Encoding: br\r\n", Coded(page, s => new BrotliStream(s, CompressionLevel.Optimal)) },
                { "Content-Encoding: br\r\n", page },
                { "X-Folded: a\r\n b\r\n", page },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Codings_of_the_body_are_undone_where_the_crawler_left_them(string field, byte[] body) =>
        Assert.Equal(Page, Assert.Single(Packed.Read("x.warc", Response("https://daily.example/", body, "Content-Type: text/html\r\n" + field)).Documents).Text());

    [Theory]
    [InlineData(-40)]
    [InlineData(40)]
    [InlineData(100_000)]
    public void A_lying_length_costs_neither_its_record_nor_the_next(int difference)
    {
        var lying = Response("https://daily.example/1");
        lying = Response("https://daily.example/1", length: lying.Length - Encoding.UTF8.GetString(lying).IndexOf("HTTP/", StringComparison.Ordinal) - 4 + difference);
        var (documents, diagnostics) = Packed.Read("x.warc", Join(lying, Response("https://daily.example/2"), Response("https://daily.example/3")));
        Assert.Equal(["https://daily.example/1", "https://daily.example/2", "https://daily.example/3"], documents.Select(d => d.Given.Url));
        Assert.Equal(Page, documents[0].Text());
        Assert.NotNull(documents[0].Given.Incomplete);
        Assert.Null(documents[1].Given.Incomplete);
        Assert.Equal(DiagnosticCode.RecordBroken, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void A_page_cannot_forge_a_record()
    {
        var forged = Page + "\r\n\r\n" + Encoding.UTF8.GetString(Response("https://other.example/"));
        foreach (var (name, file) in ((string, byte[])[])[("x.warc", Join(Response("https://daily.example/1", forged), Response("https://daily.example/2"))), ("x.warc.gz", WarcFile.Packed(Response("https://daily.example/1", forged)))])
        {
            Assert.DoesNotContain(Packed.Read(name, file).Documents, d => d.Given.Url == "https://other.example/");
        }
    }

    [Fact]
    public void A_member_cut_short_costs_only_itself()
    {
        var random = new Random(3);
        var noise = string.Concat(Enumerable.Range(0, 60_000).Select(_ => (char)random.Next('a', 'z')));
        var second = Packed.Gzip(Response("https://daily.example/2", Page + noise));
        foreach (var kept in (int[])[second.Length - 4, second.Length / 2, 40])
        {
            var (documents, diagnostics) = Packed.Read("x.warc.gz", Join(Packed.Gzip(Response("https://daily.example/1")), second[..kept], Packed.Gzip(Response("https://daily.example/3")), Packed.Gzip(Response("https://daily.example/4"))));
            Assert.Equal(["https://daily.example/1", "https://daily.example/3", "https://daily.example/4"], documents.Where(d => d.Given.Incomplete is null && d.Given.Url != "https://daily.example/2").Select(d => d.Given.Url));
            Assert.Contains(diagnostics, d => d.Code == DiagnosticCode.CompressedBroken);
        }
    }

    [Fact]
    public void A_page_the_crawler_cut_is_told_apart_from_a_whole_one()
    {
        var documents = Packed.Read("x.warc", Join(Response("https://daily.example/1", fields: "WARC-Truncated: length\r\n"), Response("https://daily.example/2"))).Documents;
        Assert.NotNull(documents[0].Given.Incomplete);
        Assert.Null(documents[1].Given.Incomplete);
    }

    [Fact]
    public void A_truncated_gzip_body_is_read_as_far_as_it_goes_and_said_to_be_cut()
    {
        var body = Packed.Gzip(Page + string.Concat(Enumerable.Range(0, 3000).Select(i => $"<p>Line {i}.</p>")));
        var document = Assert.Single(Packed.Read("x.warc", Response("https://daily.example/1", body[..(body.Length / 2)], "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")).Documents);
        Assert.StartsWith(Page, document.Text());
        Assert.NotNull(document.Given.Incomplete);
    }

    [Fact]
    public void A_bomb_in_a_member_or_a_body_costs_only_itself()
    {
        var zeros = new byte[16 << 20];
        var (documents, diagnostics) = Packed.Read("x.warc.gz", WarcFile.Packed(Response("https://daily.example/1", zeros), Response("https://daily.example/2", Packed.Gzip(zeros), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"), Response("https://daily.example/3")));
        Assert.Equal("https://daily.example/3", Assert.Single(documents).Given.Url);
        Assert.True(diagnostics.Count(d => d.Code == DiagnosticCode.CompressedBomb) == 2);
    }

    [Fact]
    public void A_record_too_large_is_passed_over_with_its_reason()
    {
        var (documents, diagnostics) = Packed.Read("x.warc", Join(Response("https://daily.example/1", new byte[50_000]), Response("https://daily.example/2")), new SourceOptions { MaxDocumentBytes = 10_000 });
        Assert.Equal("https://daily.example/2", Assert.Single(documents).Given.Url);
        Assert.Equal(DiagnosticCode.InputTooLarge, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void A_pipe_and_an_archive_give_the_same_documents()
    {
        var packed = WarcFile.Packed(Start, Response("https://daily.example/1"), Response("https://daily.example/2", "<p>Other.</p>"));
        var expected = Packed.Read("x.warc.gz", packed).Documents.Select(d => d.Sha256);
        Assert.Equal(expected, Packed.ReadStandardInput(packed).Documents.Select(d => d.Sha256));
        Assert.Equal(expected, Packed.Read("n.zip", Packed.Zip(("day/x.warc.gz", packed))).Documents.Select(d => d.Sha256));
    }

    [Fact]
    public void Rubbish_is_said_to_hold_no_record() =>
        Assert.Equal(DiagnosticCode.RecordBroken, Assert.Single(Packed.Read("x.warc", "nothing of the kind"u8.ToArray()).Diagnostics).Code);

    private static byte[] Coded(byte[] bytes, Func<Stream, Stream> code)
    {
        using var output = new MemoryStream();
        using (var stream = code(output)) stream.Write(bytes);
        return output.ToArray();
    }
}
