using System.Text;
using Crosscheck.Reports;
using Xunit;

namespace Crosscheck.Tests.Reports;

/// <summary>The sample findings in every form, against stored files. <c>CROSSCHECK_GOLDEN=write</c> stores them anew: read the difference before committing it.</summary>
public sealed class GoldenDossierTests
{
    private static readonly Dossier Sample = DossierBuilder.Build(SampleFindings.Build()) with { Version = "golden" };

    [Fact]
    public void The_sample_as_json_is_the_stored_one() => Compare("dossier.json", Written(s => DossierJson.Write(Sample, s)));

    [Fact]
    public void The_sample_as_markdown_is_the_stored_one() => Compare("dossier.md", Written(s => DossierMarkdown.Write(Sample, s)));

    /// <summary>Without style, script, the figures of measurement and the program's version, which change for reasons of their own.</summary>
    [Fact]
    public void The_sample_as_a_page_is_the_stored_one()
    {
        var page = Written(s => DossierHtml.Write(Sample, s));
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("<section class=\"part trust\"", StringComparison.Ordinal)];
        Compare("dossier.main.html", main.Replace("<li", "\n<li", StringComparison.Ordinal).Replace("<section", "\n<section", StringComparison.Ordinal) + "\n");
    }

    private static string Written(Action<Stream> write)
    {
        var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Compare(string name, string actual)
    {
        var file = Path.Combine(RepositoryFiles.Root, "tests", "golden", "reports", name);
        if (Environment.GetEnvironmentVariable("CROSSCHECK_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file), actual);
    }
}
