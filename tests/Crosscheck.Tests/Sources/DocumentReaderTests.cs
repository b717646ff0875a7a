using System.IO.Compression;
using System.Text;
using Crosscheck.Articles;
using Crosscheck.Diagnostics;
using Crosscheck.Sources;
using Xunit;

namespace Crosscheck.Tests.Sources;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_gives_its_pages_in_order_of_name_and_says_what_it_passed_over()
    {
        _folder.Write("b.txt", "Second.");
        _folder.Write("a.html", "<p>First.</p>");
        _folder.Write("deeper/c.htm", "<p>Third.</p>");
        _folder.Write("notes.docx", "x");
        var items = Read(_folder.Path);
        Assert.Equal(["a.html", "b.txt", "c.htm"], items.Documents.Select(d => Path.GetFileName(d.Path)));
        var passed = Assert.Single(items.Diagnostics);
        Assert.Equal(DiagnosticCode.UnknownType, passed.Code);
        Assert.Contains("1 .docx", passed.Message);
    }

    [Fact]
    public void The_folder_of_a_saved_page_is_not_read()
    {
        _folder.Write("page.html", "<p>Article.</p>");
        _folder.Write("page_files/frame.html", "<p>Advertisement.</p>");
        Assert.Single(Read(_folder.Path).Documents);
    }

    [Fact]
    public void A_missing_input_is_said_and_the_rest_is_read()
    {
        var good = _folder.Write("a.txt", "Text.");
        var items = Read(Path.Combine(_folder.Path, "nowhere.txt"), good);
        Assert.Single(items.Documents);
        Assert.Equal(DiagnosticCode.InputNotFound, Assert.Single(items.Diagnostics).Code);
    }

    [Theory]
    [InlineData("*.txt", 2)]
    [InlineData("**/*.txt", 3)]
    [InlineData("?.html", 1)]
    [InlineData("sub/*", 1)]
    public void A_glob_finds_what_a_shell_would(string pattern, int expected)
    {
        _folder.Write("a.txt", "A.");
        _folder.Write("b.txt", "B.");
        _folder.Write("c.html", "C.");
        _folder.Write("sub/d.txt", "D.");
        Assert.Equal(expected, Read($"{_folder.Path}/{pattern}").Documents.Count);
    }

    [Fact]
    public void A_glob_that_matches_nothing_is_an_error() =>
        Assert.Equal(DiagnosticCode.NothingMatched, Assert.Single(Read($"{_folder.Path}/*.txt").Diagnostics).Code);

    [Fact]
    public void A_loop_of_links_ends()
    {
        _folder.Write("a.txt", "A.");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "again"), _folder.Path);
        var items = Read(_folder.Path);
        Assert.Single(items.Documents);
        Assert.Contains(items.Diagnostics, d => d.Code == DiagnosticCode.LinkLoop);
    }

    [Fact]
    public void Compressed_text_reads_as_the_text()
    {
        var path = _folder.Write("a.txt.gz", Gzip(Encoding.UTF8.GetBytes("Plain text.")));
        var document = Assert.Single(Read(path).Documents);
        Assert.Equal("Plain text.", Encoding.UTF8.GetString(document.Bytes.Span));
        Assert.Equal(DocumentFormat.PlainText, document.Format);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_fills_memory()
    {
        var path = _folder.Write("bomb.html.gz", Gzip(new byte[64 << 20]));
        var items = Read(path);
        Assert.Empty(items.Documents);
        Assert.Equal(DiagnosticCode.CompressedBomb, Assert.Single(items.Diagnostics).Code);
    }

    [Fact]
    public void A_truncated_gzip_is_said_to_be_broken()
    {
        var whole = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"line {i}\n"))));
        Assert.Equal(DiagnosticCode.CompressedBroken, Assert.Single(Read(_folder.Write("t.txt.gz", whole[..(whole.Length / 2)])).Diagnostics).Code);
    }

    [Fact]
    public void Rubbish_named_gz_is_said_to_be_broken() =>
        Assert.Equal(DiagnosticCode.CompressedBroken, Assert.Single(Read(_folder.Write("t.txt.gz", "not gzip at all")).Diagnostics).Code);

    [Fact]
    public void An_empty_file_is_counted_with_its_reason() =>
        Assert.Equal(DiagnosticCode.InputEmpty, Assert.Single(Read(_folder.Write("e.txt", string.Empty)).Diagnostics).Code);

    [Theory]
    [InlineData("%PDF-1.7 rest", "PDF")]
    [InlineData("GIF89a rest", "GIF")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0001\u0002", "binary")]
    public void What_holds_no_text_is_told_by_its_bytes(string head, string kind)
    {
        var found = Assert.Single(Read(_folder.Write("x.txt", head)).Diagnostics);
        Assert.Equal(DiagnosticCode.InputBinary, found.Code);
        Assert.Contains(kind, found.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_is_text_with_and_without_mark(bool mark)
    {
        var encoding = new UnicodeEncoding(bigEndian: false, byteOrderMark: mark);
        Assert.Single(Read(_folder.Write("u.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes("The minister said nothing on Monday.")])).Documents);
    }

    [Fact]
    public void One_broken_line_costs_only_itself()
    {
        var path = _folder.Write("day.jsonl", """
            {"text": "First.", "title": "One", "date": "2025-05-12", "outlet": "Daily", "url": "https://daily.example/1"}
            {"text": "Second."
            {"html": "<p>Third.</p>"}
            {"title": "no text"}
            ["text"]
            """);
        var items = Read(path);
        Assert.Equal(["day.jsonl!1", "day.jsonl!3"], items.Documents.Select(d => Path.GetFileName(d.Path)));
        Assert.Equal("Daily", items.Documents[0].Given.Outlet);
        Assert.Equal(DocumentFormat.Html, items.Documents[1].Format);
        Assert.Equal(3, items.Diagnostics.Count);
        Assert.All(items.Diagnostics, d => Assert.Equal(DiagnosticCode.JsonLineBroken, d.Code));
        Assert.NotNull(items.Diagnostics[0].At);
    }

    [Fact]
    public void Half_a_surrogate_pair_costs_one_character_and_no_line()
    {
        var line = Assert.Single(Read(_folder.Write("day.jsonl", """{"text": "The mayor waved \ud83d and left.", "outlet": "Daily \udc4d"}""")).Documents);
        Assert.Equal("The mayor waved \uFFFD and left.", Encoding.UTF8.GetString(line.Bytes.Span));
        Assert.Equal("Daily \uFFFD", line.Given.Outlet);
    }

    [Fact]
    public void Half_a_surrogate_pair_costs_no_sidecar()
    {
        var path = _folder.Write("page.html", "<p>Text.</p>");
        _folder.Write("page.meta.json", """{"title": "Mayor waves \ud83d", "outlet": "Daily"}""");
        var given = Assert.Single(Read(path).Documents).Given;
        Assert.Equal(("Mayor waves \uFFFD", "Daily"), (given.Title, given.Outlet));
    }

    [Fact]
    public void A_sidecar_gives_what_the_page_does_not_say()
    {
        var path = _folder.Write("page.html", "<p>Text.</p>");
        _folder.Write("page.meta.json", """{"url": "https://daily.example/1", "outlet": "Daily", "date": "2025-05-12", "fetched": "2025-05-13"}""");
        var document = Assert.Single(Read(path).Documents);
        Assert.Equal("2025-05-12", document.Given.Published);
        Assert.Equal("Daily", document.Given.Outlet);
    }

    [Fact]
    public void Ten_thousand_files_come_one_by_one()
    {
        for (var i = 0; i < 10_000; i++) File.WriteAllText(Path.Combine(_folder.Path, $"{i:D5}.txt"), "x");
        Assert.Equal(10_000, new DocumentReader().Read([_folder.Path], () => Stream.Null).Count(i => i.Document is not null));
    }

    [Fact]
    public void Standard_input_is_read_as_a_document()
    {
        var items = new DocumentReader().Read(["-"], () => new MemoryStream("<html><p>Text.</p></html>"u8.ToArray())).ToList();
        Assert.Equal("-", Assert.Single(items).Document!.Path);
    }

    private (List<RawDocument> Documents, List<Diagnostic> Diagnostics) Read(params string[] inputs)
    {
        var items = new DocumentReader().Read(inputs, () => Stream.Null).ToList();
        return ([.. items.Select(i => i.Document).OfType<RawDocument>()], [.. items.Select(i => i.Diagnostic).OfType<Diagnostic>()]);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(bytes);
        return output.ToArray();
    }
}
