using System.Globalization;
using Crosscheck.Articles;
using Crosscheck.Reports;
using Crosscheck.Sources;
using Crosscheck.Tests.Articles;
using Xunit;

namespace Crosscheck.Tests.Sources;

/// <summary>
/// Changed pages, texts, feeds, saved pages, web archives and archives, from the file to the articles and their lines of JSON: never an exception, every span in bounds. Thirty seeds each
/// run with the tests; <c>CROSSCHECK_FUZZ=SEEDS</c> runs that many, from <c>CROSSCHECK_FUZZ_FROM</c> on. A seed that failed becomes a test of its own beside the reader it broke.
/// </summary>
public sealed class FuzzTests
{
    private const int Seeds = 30;
    private const int MaxBytes = 8 << 20;

    private static readonly ArticleReader Reader = ArticleReader.Load(Path.Combine(AppContext.BaseDirectory, "models"));

    public static TheoryData<string> Names => [.. FuzzFiles.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_changed_file_is_read_or_its_fault_is_said(string name)
    {
        var from = Setting("CROSSCHECK_FUZZ_FROM", 0);
        var count = Setting("CROSSCHECK_FUZZ", Seeds);
        using var folder = new TempFolder();
        for (var seed = from; seed < from + count; seed++) Run(name, seed, folder);
    }

    private static void Run(string name, int seed, TempFolder folder)
    {
        var bytes = FuzzFiles.Changed(name, seed);
        if (bytes.Length > MaxBytes) return;
        var lines = new ArticleLines(Stream.Null);
        try
        {
            foreach (var item in new DocumentReader(new SourceOptions { MaxDocumentBytes = MaxBytes }).Read([folder.Write(name, bytes)], () => Stream.Null))
            {
                Assert.True(item.Document is null != item.Diagnostic is null);
                if (item.Document is not { } document) continue;
                var read = Reader.Read(document);
                Pages.AssertSane(read);
                lines.Write(read);
            }
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{name}, seed {seed}: {e.Message}", e);
        }
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : usual;
}
