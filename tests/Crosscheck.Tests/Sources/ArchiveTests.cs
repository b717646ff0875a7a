using System.Text;
using Crosscheck.Diagnostics;
using Crosscheck.Sources;
using Xunit;

namespace Crosscheck.Tests.Sources;

public sealed class ArchiveTests
{
    private static readonly (string, string)[] Folder =
    [
        ("a/page.html", "<p>Article.</p>"),
        ("a/page.meta.json", """{"outlet": "Daily", "date": "2025-05-12"}"""),
        ("a/page_files/frame.html", "<p>Advertisement.</p>"),
        ("a/.hidden.html", "<p>Hidden.</p>"),
        ("b.txt", "Text."),
        ("c.jpg", "picture"),
        ("__MACOSX/b.txt", "x"),
    ];

    public static TheoryData<string, byte[]> Forms => new()
    {
        { "news.zip", Packed.Zip(Folder) },
        { "news.tar", Packed.Tar(Folder) },
        { "news.tar.gz", Packed.Gzip(Packed.Tar(Folder)) },
        { "news.tgz", Packed.Gzip(Packed.Tar(Folder)) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_archive_reads_as_the_folder_it_was_made_of(string name, byte[] bytes)
    {
        var (documents, diagnostics) = Packed.Read(name, bytes);
        Assert.Equal([$"{name}!a/page.html", $"{name}!b.txt"], documents.Select(d => d.Path));
        Assert.All(documents, d => Assert.Equal(name, d.Container));
        Assert.Equal("Daily", documents[0].Given.Outlet);
        Assert.Null(documents[1].Given.Outlet);
        var passed = Assert.Single(diagnostics);
        Assert.Equal(DiagnosticCode.UnknownType, passed.Code);
        Assert.Contains("1 .jpg", passed.Message);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_pipe_gives_the_same_documents(string name, byte[] bytes)
    {
        var expected = Packed.Read(name, bytes).Documents;
        Assert.Equal(expected.Select(d => d.Sha256), Packed.ReadStandardInput(bytes).Documents.Select(d => d.Sha256));
    }

    [Fact]
    public void A_sidecar_counts_also_when_it_comes_first_or_last()
    {
        var sidecar = ("p.meta.json", """{"outlet": "Daily"}""");
        var page = ("p.html", "<p>Article.</p>");
        foreach (var tar in (byte[][])[Packed.Tar(sidecar, page), Packed.Tar(page, sidecar)])
        {
            Assert.Equal("Daily", Assert.Single(Packed.Read("n.tar", tar).Documents).Given.Outlet);
        }
    }

    [Fact]
    public void Archives_in_archives_are_read_to_a_depth()
    {
        var inner = Packed.Zip(("deep.txt", "Deep."));
        for (var i = 0; i < 5; i++) inner = i % 2 == 0 ? Packed.Tar(("inner.zip", inner), ($"{i}.txt", Encoding.UTF8.GetBytes($"At {i}."))) : Packed.Zip(("inner.tar", inner));
        var (documents, diagnostics) = Packed.Read("outer.tar", inner);
        Assert.Equal(["outer.tar!inner.zip!inner.tar!2.txt", "outer.tar!4.txt"], documents.Select(d => d.Path));
        Assert.Equal(DiagnosticCode.ArchiveTooDeep, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void A_path_that_climbs_out_is_only_a_name()
    {
        var documents = Packed.Read("n.zip", Packed.Zip(("../../etc/x.txt", "Text."), ("/var/y.txt", "More."), ("a\nb.txt", "Line."))).Documents;
        Assert.Equal(["n.zip!../../etc/x.txt", "n.zip!var/y.txt", "n.zip!a\uFFFDb.txt"], documents.Select(d => d.Path));
    }

    [Fact]
    public void Lines_and_compressed_pages_inside_are_read()
    {
        var documents = Packed.Read("n.zip", Packed.Zip(("day.jsonl", Encoding.UTF8.GetBytes("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n")), ("p.txt.gz", Packed.Gzip("Three.")))).Documents;
        Assert.Equal(["n.zip!day.jsonl!1", "n.zip!day.jsonl!2", "n.zip!p.txt.gz"], documents.Select(d => d.Path));
        Assert.Equal("Three.", documents[2].Text());
    }

    [Fact]
    public void A_bomb_ends_the_archive_and_what_came_before_is_kept()
    {
        var zeros = new byte[16 << 20];
        Array.Fill(zeros, (byte)'a');
        var (documents, diagnostics) = Packed.Read("n.zip", Packed.Zip(("a.txt", "First."u8.ToArray()), ("b.txt", zeros), ("c.txt", zeros)));
        Assert.Equal("n.zip!a.txt", Assert.Single(documents).Path);
        Assert.Equal(DiagnosticCode.CompressedBomb, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void A_bomb_of_a_tar_is_refused_when_its_names_are_read()
    {
        var zeros = new byte[16 << 20];
        var (documents, diagnostics) = Packed.Read("n.tar.gz", Packed.Gzip(Packed.Tar(("a.txt", zeros))));
        Assert.Empty(documents);
        Assert.Equal(DiagnosticCode.CompressedBomb, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Too_many_entries_are_refused()
    {
        var many = Packed.Zip([.. Enumerable.Range(0, 50).Select(i => ($"{i}.txt", "Text."))]);
        Assert.Equal(DiagnosticCode.CompressedBomb, Assert.Single(Packed.Read("n.zip", many, new SourceOptions { MaxArchiveEntries = 49 }).Diagnostics).Code);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Any_cut_of_an_archive_is_said_and_never_thrown(string name, byte[] bytes)
    {
        for (var length = 0; length < bytes.Length; length += Math.Max(1, bytes.Length / 60))
        {
            var (documents, diagnostics) = Packed.Read(name, bytes[..length]);
            Assert.True(documents.Count <= 2);
            if (documents.Count < 2) Assert.Contains(diagnostics, d => d.Severity == Severity.Error);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Any_changed_byte_of_an_archive_is_survived(string name, byte[] bytes)
    {
        var random = new Random(5);
        for (var i = 0; i < 150; i++)
        {
            var changed = (byte[])bytes.Clone();
            for (var k = random.Next(1, 6); k > 0; k--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            Assert.NotNull(Packed.Read(name, changed).Documents);
        }
    }
}
