using Crosscheck.Articles;
using Crosscheck.Articles.PlainText;
using Crosscheck.Diagnostics;
using Crosscheck.Text;

namespace Crosscheck.Tests.Articles;

/// <summary>The pages under samples/, read as text.</summary>
internal static class SamplePages
{
    public static PlainTextReader Reader { get; } = PlainTextReader.Load(Path.Combine(AppContext.BaseDirectory, "models"));

    public static IReadOnlyList<Article> Read(string text) => Reader.Read(new SourceText(text), GivenMetadata.None, "page.txt", new List<Diagnostic>());

    public static string TextOf(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "samples"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("samples");
        return File.ReadAllText(Path.Combine(folder, "samples", name));
    }
}
